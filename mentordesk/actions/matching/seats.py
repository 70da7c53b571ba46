"""A plan as it is kept: its seats and decisions, read and written in a session that an action opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.people import Role
from mentordesk.domain.plain_values import to_plain
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import PairKey
from mentordesk.matching.decisions import Decisions
from mentordesk.matching.scenario import Solution
from mentordesk.queries.taking_part import TakingPart, taking_part_over
from mentordesk.storage.records import ScenarioPairRecord, ScenarioRecord, ScenarioVetoRecord

CHANGED_MEANWHILE = msg("Somebody in this plan has changed meanwhile. Match again.")


@dataclass(frozen=True, slots=True)
class Seat:
    """A mentee's place in a plan; without a mentor it is an empty one. Points are hundredths."""

    mentee: ParticipationId
    mentor: ParticipationId | None
    points: int | None


def seats_of(solution: Solution) -> tuple[Seat, ...]:
    """One for every mentee of the question, to keep."""
    pairs = {pair.mentee: pair for pair in solution.pairs}
    return tuple(
        Seat(mentee.id, pairs[mentee.id].mentor, round(pairs[mentee.id].score * 100))
        if mentee.id in pairs
        else Seat(mentee.id, None, None)
        for mentee in solution.question.mentees
    )


def named(session: Session, programme: ProgrammeId, name: str) -> ScenarioRecord | None:
    return session.scalar(
        select(ScenarioRecord).where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == one_line(name))
    )


def plan_name(text: str) -> str:
    """Raises Refused for no name, or one that is too long."""
    name = one_line(text)
    if not name or len(name) > NAME_LENGTH:
        raise Refused(msg("A plan needs a name of 1 to {limit} characters.", limit=NAME_LENGTH))
    return name


def open_plan(session: Session, programme: ProgrammeId, name: str) -> ScenarioRecord:
    """Raises Refused where there is no plan of that name, or it is approved and is history now."""
    found = named(session, programme, name)
    if found is None:
        raise Refused(no_such_plan(name))
    if found.approved_at is not None:
        raise Refused(already_approved(found.name))
    return found


def no_such_plan(name: str) -> Message:
    return msg("There is no plan named {name}.", name=name)


def already_approved(name: str) -> Message:
    return msg("The plan {name} has already been approved.", name=name)


def settings_as_kept(settings: MatchingSettings) -> dict[str, object]:
    plain = to_plain(settings)
    assert isinstance(plain, dict)
    return dict(plain)


def two(session: Session, programme: ProgrammeId, pair: PairKey) -> tuple[TakingPart, TakingPart]:
    """The mentee and the mentor.

    Raises:
        Refused: one of them takes no part, or not in this role, or both are one person.
    """
    there = taking_part_over(session, programme)
    mentee, mentor = (there.get(each) for each in pair)
    if mentee is None or mentor is None or (mentee.role, mentor.role) != (Role.MENTEE, Role.MENTOR):
        raise Refused(CHANGED_MEANWHILE)
    if mentee.person == mentor.person:
        raise Refused(msg("Mentee and mentor are the same person: {name}.", name=mentee.name))
    return mentee, mentor


def kept_decisions(session: Session, scenario: ScenarioId) -> Decisions:
    locked = ((seat.mentee_id, seat.mentor_id) for seat in _seats(session, scenario).values() if seat.locked)
    return Decisions(
        frozenset((mentee, mentor) for mentee, mentor in locked if mentor is not None),
        frozenset(_vetoes(session, scenario)),
    )


def take_seats(session: Session, scenario: ScenarioId, seats: Sequence[Seat]) -> None:
    """The plan is these from now on; which of them are locked is `write_decisions`' work."""
    there = dict(_seats(session, scenario))
    for seat in seats:
        record = there.pop(seat.mentee, None)
        if record is None:
            record = ScenarioPairRecord(scenario_id=scenario, mentee_id=seat.mentee)
            session.add(record)
        record.mentor_id, record.points = seat.mentor, seat.points
    for gone in there.values():
        session.delete(gone)
    session.flush()


def write_decisions(session: Session, scenario: ScenarioId, decisions: Decisions) -> None:
    """Seats follow: a locked mentee sits with her mentor, and two who are kept apart no longer sit together."""
    _write_locks(session, scenario, decisions)
    vetoes = _vetoes(session, scenario)
    for mentee, mentor in sorted(decisions.apart - vetoes.keys()):
        session.add(ScenarioVetoRecord(scenario_id=scenario, mentee_id=mentee, mentor_id=mentor))
    for pair in vetoes.keys() - decisions.apart:
        session.delete(vetoes[pair])


def _write_locks(session: Session, scenario: ScenarioId, decisions: Decisions) -> None:
    seats = _seats(session, scenario)
    locked = dict(decisions.locked)
    for mentee in sorted(locked.keys() - seats.keys()):
        seats[mentee] = ScenarioPairRecord(scenario_id=scenario, mentee_id=mentee)
        session.add(seats[mentee])
    for seat in seats.values():
        seat.locked = seat.mentee_id in locked
        if seat.locked and seat.mentor_id != locked[seat.mentee_id]:
            seat.mentor_id, seat.points = locked[seat.mentee_id], None
        elif seat.mentor_id is not None and (seat.mentee_id, seat.mentor_id) in decisions.apart:
            seat.mentor_id, seat.points = None, None


def _seats(session: Session, scenario: ScenarioId) -> dict[ParticipationId, ScenarioPairRecord]:
    rows = session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id == scenario))
    return {seat.mentee_id: seat for seat in rows}


def _vetoes(session: Session, scenario: ScenarioId) -> Mapping[PairKey, ScenarioVetoRecord]:
    rows: Iterable[ScenarioVetoRecord] = session.scalars(
        select(ScenarioVetoRecord).where(ScenarioVetoRecord.scenario_id == scenario)
    )
    return {(veto.mentee_id, veto.mentor_id): veto for veto in rows}
