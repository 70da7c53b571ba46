"""Deciding who gets a place (R24): with a reason, for a few or many at once, one change and one undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.making import CriteriaException, checked, decider, note_exception
from mentordesk.actions.steps import name_of_change, reach
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.criteria import STANDING_NAMES, Finding, Gate
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.gates import open_at
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.domain.selecting import DECISIONS, Seats, counted, in_line
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.selecting import places_over
from mentordesk.queries.standings import Standings, standings
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import PairRecord, ParticipationRecord
from mentordesk.storage.store import Store

_NOTHING = Standings((), frozenset())


class NotSelectable(NotYet):
    """Nobody was selected: criteria of some are open. `open_of` has them by participant, for exceptions."""

    def __init__(self, names: Mapping[ParticipationId, str], open_of: Mapping[ParticipationId, tuple[Finding, ...]]):
        super().__init__(
            nmsg(
                "Nobody was selected: {count} of those chosen has open requirements. Answer them, make an exception, "
                "or leave that one out.",
                "Nobody was selected: {count} of those chosen have open requirements. Answer them, make an exception, "
                "or leave those out.",
                len(open_of),
            ),
            *(_open_words(names[id_], finding) for id_, findings in open_of.items() for finding in findings),
        )
        self.open_of = dict(open_of)


class MoreThanPlaces(Refused):
    """More would be selected than the programme has places for; with a reason it can be done all the same."""

    def __init__(self, seats: Seats, would_be: int) -> None:
        assert seats.capacity is not None
        super().__init__(
            nmsg(
                "The programme has {count} place, and with these {would_be} would be selected. Put somebody on the "
                "waiting list, or select them anyway, with a reason.",
                "The programme has {count} places, and with these {would_be} would be selected. Put somebody on the "
                "waiting list, or select them anyway, with a reason.",
                seats.capacity,
                would_be=would_be,
            )
        )
        self.seats = seats
        self.would_be = would_be


@dataclass(frozen=True, slots=True)
class Decided:
    changed: int  # whose status is another now
    excepted: int  # criteria
    seats: Seats


def decide(
    store: Store,
    ids: Sequence[ParticipationId],
    status: ParticipationStatus,
    *,
    reason: str,
    by: str,
    today: date,
    exceptions: Mapping[ParticipationId, CriteriaException] | None = None,
    over_capacity: bool = False,
) -> Decided:
    """Selects, puts on the waiting list or declines all of them, or none.

    `exceptions`: whose open criteria are excepted, and why. `over_capacity`: more than there are places for, for the
    reason given. The waiting list keeps its order; whoever comes onto it is last.

    Raises:
        NotSelectable: criteria of somebody are open, and nobody excepted them.
        MoreThanPlaces: there are not so many places.
        Refused: nobody is chosen, no name, no reason where one is needed, somebody who withdrew, who is restricted,
            who is in a running pair or takes part no more, or people of two programmes or roles.
        ValueError: a status that is no decision.
    """
    if status not in DECISIONS:
        raise ValueError(f"not a decision: {status}")
    by, why = decider(by), _reason(reason, status, over_capacity=over_capacity)
    allowed = {id_: checked(exception) for id_, exception in (exceptions or {}).items()}
    with store.reading() as session:
        names = names_over(session, ids)
        if not names:
            raise Refused(msg("Choose at least one person."))
    with store.changing(name_of_change(names, status)) as session:
        records = [session.get_one(ParticipationRecord, id_) for id_ in names]
        programme, role = _one_of_each(records)
        _check_can_be_decided(session, records, names, status)
        excepted = 0
        if status is ParticipationStatus.SELECTED:
            new = {record.id: names[record.id] for record in records if record.status is not status}
            _check_places(session, programme, role, len(new), over_capacity=over_capacity)
            excepted = _except_open(session, programme, new, allowed, today)
        changed = sum(reach(session, record, status, today=today, by=by, reason=why) for record in records)
        session.flush()
        _number(session, programme, role, today)
        return Decided(changed, excepted, _seats(session, programme, role))


def move_in_line(store: Store, id_: ParticipationId, *, to: int, today: date) -> None:
    """Gives somebody another place on the waiting list, 1 the first; the others close up.

    Raises:
        Refused: she is not on the list.
    """
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        record = session.get_one(ParticipationRecord, id_)
        if record.status is not ParticipationStatus.WAITING:
            raise Refused(msg("{name} is not on the waiting list.", name=name))
        programme, role = record.programme_id, record.role
    with store.changing(msg("Move {name} on the waiting list", name=name)) as session:
        line = _line(session, programme, role, today)
        record = session.get_one(ParticipationRecord, id_)
        line.remove(record)
        line.insert(max(1, to) - 1, record)
        _give_ranks(line)


def _reason(reason: str, status: ParticipationStatus, *, over_capacity: bool) -> str:
    why = one_line(reason)
    check_length(why, TEXT_LENGTH)
    if not why and status is ParticipationStatus.DECLINED:
        raise Refused(msg("Write why: whoever is declined may ask for the reason."))
    if not why and over_capacity:
        raise Refused(msg("Write why more are selected than there are places for."))
    return why


def _one_of_each(records: Sequence[ParticipationRecord]) -> tuple[ProgrammeId, Role]:
    found = {(record.programme_id, record.role) for record in records}
    if len(found) > 1:
        raise Refused(msg("Decide on mentees and mentors, and on each programme, separately."))
    return found.pop()


def _check_can_be_decided(
    session: Session,
    records: Sequence[ParticipationRecord],
    names: Mapping[ParticipationId, str],
    status: ParticipationStatus,
) -> None:
    restricted = restricted_over(session)
    if held := _named(names, (record.id for record in records if record.person_id in restricted)):
        raise Refused(
            nmsg(
                "{names} is restricted, so nothing is decided. Leave that one out.",
                "{names} are restricted, so nothing is decided. Leave them out.",
                len(held.items),
                names=held,
            )
        )
    if held := _named(names, (record.id for record in records if record.status is ParticipationStatus.WITHDRAWN)):
        raise Refused(
            nmsg(
                "{names} has withdrawn. Leave that one out.",
                "{names} have withdrawn. Leave them out.",
                len(held.items),
                names=held,
            )
        )
    if status is ParticipationStatus.SELECTED:
        return
    sides = session.execute(select(PairRecord.mentee_id, PairRecord.mentor_id).where(PairRecord.status.in_(RUNNING)))
    paired = {side for pair in sides for side in pair}
    if held := _named(names, (record.id for record in records if record.id in paired)):
        raise Refused(
            nmsg(
                "{names} is in a running pair. End the pair first.",
                "{names} are in running pairs. End the pairs first.",
                len(held.items),
                names=held,
            )
        )


def _named(names: Mapping[ParticipationId, str], ids: Iterable[ParticipationId]) -> Listed | None:
    found = tuple(names[id_] for id_ in ids)
    return Listed(found) if found else None


def _check_places(session: Session, programme: ProgrammeId, role: Role, new: int, *, over_capacity: bool) -> None:
    seats = _seats(session, programme, role)
    if seats.left is not None and new > max(0, seats.left) and not over_capacity:
        raise MoreThanPlaces(seats, seats.taken + new)


def _except_open(
    session: Session,
    programme: ProgrammeId,
    names: Mapping[ParticipationId, str],
    allowed: Mapping[ParticipationId, CriteriaException],
    today: date,
) -> int:
    """How many criteria were excepted."""
    found = standings(session, programme_of(session, programme), today)
    open_of: dict[ParticipationId, tuple[Finding, ...]] = {}
    for id_ in names:
        standing = found.get(id_, _NOTHING)
        if left := open_at(Gate.SELECTION, standing.findings, standing.excepted):
            open_of[id_] = left
    refused = {id_: left for id_, left in open_of.items() if id_ not in allowed}
    if refused:
        raise NotSelectable(names, refused)
    for id_, left in open_of.items():
        for finding in left:
            note_exception(session, id_, finding.criterion.key, allowed[id_], today)
    return sum(len(left) for left in open_of.values())


def _seats(session: Session, programme: ProgrammeId, role: Role) -> Seats:
    statuses = session.scalars(
        select(ParticipationRecord.status).where(
            ParticipationRecord.programme_id == programme, ParticipationRecord.role == role
        )
    )
    return counted(programme_of(session, programme).settings, role, statuses)


def _number(session: Session, programme: ProgrammeId, role: Role, today: date) -> None:
    _give_ranks(_line(session, programme, role, today))


def _line(session: Session, programme: ProgrammeId, role: Role, today: date) -> list[ParticipationRecord]:
    """The waiting list as it stands, those without a rank last."""
    waiting = {
        record.id: record
        for record in session.scalars(
            select(ParticipationRecord).where(
                ParticipationRecord.programme_id == programme,
                ParticipationRecord.role == role,
                ParticipationRecord.status == ParticipationStatus.WAITING,
            )
        )
    }
    if not waiting:
        return []
    places = places_over(session, programme_of(session, programme), list(waiting), today)
    return [waiting[place.id] for place in in_line(places)]


def _give_ranks(line: Sequence[ParticipationRecord]) -> None:
    for rank, record in enumerate(line, start=1):
        if record.waiting_rank != rank:
            record.waiting_rank = rank


def _open_words(name: str, finding: Finding) -> Message:
    return msg(
        "{name}: {criterion} – {standing}, {evidence}",
        name=name,
        criterion=finding.criterion.title,
        standing=STANDING_NAMES[finding.standing],
        evidence=finding.evidence,
    )
