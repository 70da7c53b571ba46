"""Approving a plan (R22, R34): exceptions, pairs, their meetings and the decision are one change, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.matching.making import (
    CriteriaException,
    check_answered,
    check_places,
    checked,
    either,
    make_pair,
    note_exception,
    note_exceptions,
    note_passed,
    open_criteria,
    running_pairs,
)
from mentordesk.actions.matching.seats import CHANGED_MEANWHILE, open_plan
from mentordesk.domain.ids import PairId, ProgrammeId, ScenarioId
from mentordesk.domain.passing import PairWarning, Passing, check_passed
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.matching.candidates import PairKey
from mentordesk.queries.matching import question_over
from mentordesk.queries.pair_warnings import warnings_of
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ApprovalRecord, PairRecord, ScenarioPairRecord
from mentordesk.storage.store import Store

__all__ = ["Approved", "CriteriaException", "approve", "checked", "note_exception"]


@dataclass(frozen=True, slots=True)
class Approved:
    pairs: tuple[PairId, ...]
    meetings: int
    excepted: int


def approve(
    store: Store,
    *,
    programme: ProgrammeId,
    scenario: str,
    today: date,
    by: str,
    exception: CriteriaException | None = None,
    passing: Passing | None = None,
) -> Approved:
    """Turns a kept plan into pairs with their meetings.

    A warning needs the reason of `passing`, or of `exception`; a position of dependence the two confirmations in
    `passing` too (UX 5.4). Both stay with the pair.

    Raises:
        NotYet: something unknown, not met or not confirmed stands in the way; it is in the details, nothing was done.
        Refused: there is no such plan, it is empty or approved already, a place in it was taken meanwhile, a mentor
            would have more mentees than she takes, or a mentee is not to be matched.
    """
    exception = None if exception is None else checked(exception)
    passing = either(passing, exception)
    what = msg("Approve the plan {name}", name=scenario)
    with store.changing(what) as session:
        found = open_plan(session, programme, scenario)
        pairs = _pairs_of(session, found.id)
        if not pairs:
            raise Refused(msg("The plan {name} holds no pair.", name=scenario))
        running = running_pairs(session, programme)
        _check_nobody_taken(running, pairs)
        warnings = _warnings(session, programme, scenario, pairs, today)
        check_places(session, programme, (mentor for _, mentor in pairs), today)
        open_ones = open_criteria(session, programme, pairs, today)
        check_answered(open_ones, exception)
        check_passed(warnings, passing)
        note_exceptions(session, open_ones, exception, today)
        made = [make_pair(session, programme, pair, today, scenario=found.id) for pair in pairs]
        for pair in made:
            note_passed(session, pair, warnings, passing, today)
        setting = programme_of(session, programme)
        meetings = sum(
            lay_out_pair(session, setting, pair.id, len(running) + turn, today, store.clock())
            for turn, pair in enumerate(made)
        )
        found.approved_at, found.approved_by = store.clock(), by
        session.add(
            ApprovalRecord(
                scenario_id=found.id,
                decided_at=store.clock(),
                decided_by=exception.by if exception else by,
                exception_reason=exception.reason if exception and open_ones else None,
                exceptions=len(open_ones),
            )
        )
        return Approved(tuple(pair.id for pair in made), meetings, len(open_ones))


def _pairs_of(session: Session, scenario: ScenarioId) -> list[PairKey]:
    rows = session.execute(
        select(ScenarioPairRecord.mentee_id, ScenarioPairRecord.mentor_id)
        .where(ScenarioPairRecord.scenario_id == scenario)
        .order_by(ScenarioPairRecord.mentee_id)
    )
    return [(mentee, mentor) for mentee, mentor in rows if mentor is not None]


def _check_nobody_taken(running: Sequence[PairRecord], pairs: Sequence[PairKey]) -> None:
    taken = {pair.mentee_id for pair in running}
    again = sum(mentee in taken for mentee, _ in pairs)
    if again:
        raise Refused(
            nmsg(
                "{count} mentee of this plan has a mentor by now. Match again first.",
                "{count} mentees of this plan have a mentor by now. Match again first.",
                again,
            )
        )


def _warnings(
    session: Session, programme: ProgrammeId, scenario: str, pairs: Sequence[PairKey], today: date
) -> list[PairWarning]:
    """What is said against the pairs of the plan.

    Raises:
        Refused: somebody in it has left, or is not to be matched any more.
    """
    question = question_over(session, programme, today=today, scenario=scenario)
    found: list[PairWarning] = []
    for mentee, mentor in pairs:
        if mentee not in question.row or mentor not in question.column:
            raise Refused(CHANGED_MEANWHILE)
        found += warnings_of(question, question.mentee(mentee), question.mentor(mentor))
    return found
