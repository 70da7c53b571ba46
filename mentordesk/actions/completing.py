"""An application is complete once every paper that its selection asks for is in or excepted (R20), by itself.

Never back by itself: what is taken away afterwards shows at the gate. Given a session, as steps.py.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.steps import reach
from mentordesk.domain.criteria import Criterion, Gate, Measure, Standing
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.programmes import Programme
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.standings import Standings, standings
from mentordesk.storage.records import ParticipationRecord

_AT_ONCE = 500  # for more, everybody is asked for


def complete_what_is(session: Session, ids: Collection[ParticipationId], *, today: date) -> int:
    """How many of these became complete just now; what was changed in the session counts."""
    if not ids:
        return 0
    session.flush()
    wanted = set(ids)
    waiting = select(ParticipationRecord).where(ParticipationRecord.status == ParticipationStatus.RECEIVED)
    if len(wanted) <= _AT_ONCE:
        waiting = waiting.where(ParticipationRecord.id.in_(wanted))
    theirs = [each for each in session.scalars(waiting.order_by(ParticipationRecord.programme_id)) if each.id in wanted]
    changed = 0
    for programme_id, received in groupby(theirs, key=lambda each: each.programme_id):
        programme = programme_of(session, programme_id)
        if not any(_asked_for(criterion) for criterion in programme.settings.criteria):
            continue
        changed += _complete(session, programme, list(received), today)
    return changed


def _complete(session: Session, programme: Programme, received: list[ParticipationRecord], today: date) -> int:
    found = standings(session, programme, today, {each.id for each in received})
    changed = 0
    for participation in received:
        if _all_in(found[participation.id]):
            changed += reach(session, participation, ParticipationStatus.COMPLETE, today=today, by="")
    return changed


def _all_in(theirs: Standings) -> bool:
    """Somebody of whom no paper is asked is never complete by herself."""
    papers = [finding for finding in theirs.findings if _asked_for(finding.criterion)]
    settled = (each.standing is Standing.MET or each.criterion.key in theirs.excepted for each in papers)
    return bool(papers) and all(settled)


def _asked_for(criterion: Criterion) -> bool:
    return criterion.measure is Measure.PAPER and criterion.gate is Gate.SELECTION
