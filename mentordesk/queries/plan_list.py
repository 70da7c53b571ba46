"""The pairs of one plan as they were kept, approved or not: for a spreadsheet and for a printed list (R34).

Pairs of the programme, whatever plan they came from, are `lists`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.plain_values import from_plain
from mentordesk.domain.programmes import MatchingSettings, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.lists import Column, List
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    ParticipationRecord,
    PersonRecord,
    ScenarioPairRecord,
    ScenarioRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

_YES, _NO = msg("yes"), msg("no")


@dataclass(frozen=True, slots=True)
class InPlan:
    """Somebody in a plan."""

    id: ParticipationId
    name: str
    family_name: str
    email: str
    unit: str


@dataclass(frozen=True, slots=True)
class PlannedPair:
    """A seat; without a mentor it is empty, without points it was locked after the plan was found."""

    mentee: InPlan
    mentor: InPlan | None
    points: float | None
    locked: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class PlannedPairs:
    """A plan's seats by the mentees' family names, as the programme's language sorts; `floor` as it was found under."""

    programme: Programme
    plan: str
    notes: str
    floor: float
    approved_on: date | None
    seats: tuple[PlannedPair, ...]


def planned_pairs(store: Store, programme: ProgrammeId, scenario: str) -> PlannedPairs:
    """
    Raises:
        Refused: there is no plan of that name.
        KeyError: a programme that is not there.
    """
    name = one_line(scenario)
    with store.reading() as session:
        known = programme_of(session, programme)
        plan = session.scalar(
            select(ScenarioRecord).where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == name)
        )
        if plan is None:
            raise Refused(msg("There is no plan named {name}.", name=name))
        floor = from_plain(MatchingSettings, plan.matching).floor
        people = _people(session, programme)
        kept = session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id == plan.id))
        seats = [_seat(seat, people, floor) for seat in kept]
        approved_on = None if plan.approved_at is None else plan.approved_at.astimezone().date()
        notes = plan.notes
    say = catalog(known.settings.languages[0])
    seats.sort(key=lambda seat: (say.sort_key(seat.mentee.family_name), say.sort_key(seat.mentee.name), seat.mentee.id))
    return PlannedPairs(known, name, notes, floor, approved_on, tuple(seats))


def planned_pairs_as_list(found: PlannedPairs) -> List:
    """For `spreadsheets.export`; the last two columns tell namesakes apart."""
    columns = (
        Column("mentee", msg("Mentee")),
        Column("mentee_email", msg("The mentee's e-mail")),
        Column("mentee_unit", msg("The mentee's unit")),
        Column("mentor", msg("Mentor")),
        Column("mentor_email", msg("The mentor's e-mail")),
        Column("mentor_unit", msg("The mentor's unit")),
        Column("points", msg("Points")),
        Column("weak", msg("Under the floor")),
        Column("locked", msg("Locked")),
        Column("mentee_id", msg("The mentee's number")),
        Column("mentor_id", msg("The mentor's number")),
    )
    return List("pairs", columns, tuple(_row(seat) for seat in found.seats))


def _row(seat: PlannedPair) -> tuple[str | float | Message | None, ...]:
    mentee, mentor = seat.mentee, seat.mentor
    return (
        mentee.name,
        mentee.email or None,
        mentee.unit or None,
        mentor.name if mentor else None,
        (mentor.email or None) if mentor else None,
        (mentor.unit or None) if mentor else None,
        seat.points,
        _YES if seat.weak else _NO,
        _YES if seat.locked else _NO,
        mentee.id,
        mentor.id if mentor else None,
    )


def _seat(seat: ScenarioPairRecord, people: dict[ParticipationId, InPlan], floor: float) -> PlannedPair:
    points = None if seat.points is None or seat.mentor_id is None else seat.points / 100
    mentor = None if seat.mentor_id is None else people[seat.mentor_id]
    return PlannedPair(people[seat.mentee_id], mentor, points, seat.locked, points is not None and points < floor)


def _people(session: Session, programme: ProgrammeId) -> dict[ParticipationId, InPlan]:
    units = dict(session.execute(select(UnitRecord.id, UnitRecord.name)).all())
    rows = session.execute(
        select(ParticipationRecord.id, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme)
    )
    return {
        id_: InPlan(
            id_,
            f"{person.given_name} {person.family_name}".strip(),
            person.family_name,
            person.email or "",
            units.get(person.unit_id, "") if person.unit_id else "",
        )
        for id_, person in rows
    }
