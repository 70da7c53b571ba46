"""Adding participants and changing their status, a few or thousands at once (R10, R20, R25). Editing is editing.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.joining import join, name_in
from mentordesk.actions.steps import name_of_change, reach
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.criteria import Gate
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import ROLE_NAMES, ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, msg, nmsg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.queries.standings import gates_open
from mentordesk.storage.records import PairRecord, ParticipationRecord
from mentordesk.storage.store import Store

# Nobody leaves out of a running pair: the pair is ended first, for that has its own questions.
_LEAVING = frozenset({ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN})
NEED_A_REASON = frozenset({ParticipationStatus.DECLINED})
"""Statuses that say something about somebody, and are therefore given with a reason (R20)."""


def add_participant(
    store: Store, *, programme: ProgrammeId, role: Role, values: Mapping[str, FieldValue], today: date
) -> ParticipationId:
    """Somebody new, or a person who is in the file already, found as the import finds her; values are by Field keys.

    Raises:
        Refused: no name, an address that is somebody else's, a unit that is unknown where it must not be, or
            the person has this role in the programme already.
        KeyError: a key that is no Field's.
    """
    name = name_in(values)
    with store.changing(msg("Add {name} as {role}", name=name, role=ROLE_NAMES[role])) as session:
        made, _ = join(session, programme, role, values, today)
        return made.id


def set_status(
    store: Store,
    ids: Sequence[ParticipationId],
    status: ParticipationStatus,
    *,
    today: date,
    by: str = "",
    reason: str = "",
) -> int:
    """How many reached the status now; for those who had it already nothing changes.

    `by`: who decided it; `reason`: in their words, for the record and the letter (R20).

    Raises:
        Refused: somebody who would leave the programme is in a running pair; somebody who would be selected has a
            requirement open that the programme asks before; there is no reason to decline somebody; the data on
            somebody are restricted, or one of them takes part no more. Then nothing was changed.
    """
    why = one_line(reason)
    with store.reading() as session:
        names = names_over(session, ids)
        check_unrestricted(session, names)
        if status in _LEAVING:
            _check_no_pair(session, names)
        there = _of_another_status(session, names, status)
        if there and status in NEED_A_REASON and not why:
            raise Refused(msg("Say why: the reason is kept, and whoever is declined may ask for it."))
        if status is ParticipationStatus.SELECTED:
            _check_gate(session, names, there, today)
    with store.changing(name_of_change(names, status)) as session:
        return sum(
            reach(session, session.get_one(ParticipationRecord, id_), status, today=today, by=by, reason=why)
            for id_ in names
        )


def _of_another_status(
    session: Session, ids: Mapping[ParticipationId, str], status: ParticipationStatus
) -> Mapping[ProgrammeId, list[ParticipationId]]:
    """Those who are to reach it, by programme."""
    asked = select(ParticipationRecord.programme_id, ParticipationRecord.id).where(ParticipationRecord.status != status)
    found: defaultdict[ProgrammeId, list[ParticipationId]] = defaultdict(list)
    for programme, id_ in session.execute(asked):
        if id_ in ids:
            found[programme].append(id_)
    return found


def _check_gate(
    session: Session,
    names: Mapping[ParticipationId, str],
    there: Mapping[ProgrammeId, list[ParticipationId]],
    today: date,
) -> None:
    """
    Raises:
        Refused: it names whoever has a requirement open, and in its details what that is.
    """
    details = []
    held = []
    for programme, ids in there.items():
        for id_, findings in gates_open(session, programme, ids, Gate.SELECTION, today).items():
            if findings:
                titles = Listed(tuple(finding.criterion.title for finding in findings))
                details.append(msg("{name}: {requirements}", name=names[id_], requirements=titles))
                held.append(names[id_])
    if held:
        raise Refused(
            nmsg(
                "{names} cannot be selected yet: a requirement of the programme is open. Note what shows it, or make "
                "an exception with a reason.",
                "{names} cannot be selected yet: requirements of the programme are open. Note what shows them, or "
                "make exceptions with a reason.",
                len(held),
                names=Listed(tuple(held)),
            ),
            *details,
        )


def _check_no_pair(session: Session, names: Mapping[ParticipationId, str]) -> None:
    """
    Raises:
        Refused: it names those who are in a running pair.
    """
    sides = session.execute(select(PairRecord.mentee_id, PairRecord.mentor_id).where(PairRecord.status.in_(RUNNING)))
    paired = {side for pair in sides for side in pair}
    held = [name for id_, name in names.items() if id_ in paired]
    if not held:
        return
    raise Refused(
        nmsg(
            "{names} is in a running pair. End the pair first.",
            "{names} are in running pairs. End the pairs first.",
            len(held),
            names=Listed(tuple(held)),
        )
    )
