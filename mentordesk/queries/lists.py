"""Whole lists for export (R14): one row each, with the Fields or titles that head its columns.

To add one: a function that gives a List, and a line in LISTS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import PAIR_STATUS_NAMES
from mentordesk.domain.people import MENTOR_FIELDS, PERSON_FIELDS
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.pairs import pairs_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord, Record, UnitRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Column:
    """`field`, where there is one, writes the values so that an import reads them back."""

    key: str
    title: Sayable
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class List:
    subject: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[FieldValue | Message, ...], ...]


def listed(store: Store, subject: str, programme: ProgrammeId | None = None) -> List:
    """Raises KeyError for a subject that is none of LISTS."""
    build = LISTS[subject]
    with store.reading() as session:
        return build(session, programme)


def _people(session: Session, programme: ProgrammeId | None) -> List:
    """Everybody, or those in the programme, and the mentors' place in the bank; an import of it changes nothing."""
    units = dict(session.execute(select(UnitRecord.id, UnitRecord.name)).all())
    bank = {mentor.person_id: mentor for mentor in session.scalars(select(MentorRecord))}
    rows = []
    people = select(PersonRecord).order_by(PersonRecord.id)
    if programme is not None:
        part = select(ParticipationRecord.person_id).where(ParticipationRecord.programme_id == programme)
        people = people.where(PersonRecord.id.in_(part))
    for person in session.scalars(people):
        own = [
            (units.get(person.unit_id) if person.unit_id else None)
            if field.key == "unit"
            else _value(person, field.key)
            for field in PERSON_FIELDS
        ]
        mentor = bank.get(person.id)
        rows.append((*own, *(None if mentor is None else _value(mentor, field.key) for field in MENTOR_FIELDS)))
    fields = (*PERSON_FIELDS, *MENTOR_FIELDS)
    return List("people", tuple(Column(field.key, field.title, field) for field in fields), tuple(rows))


def _units(session: Session, _programme: ProgrammeId | None) -> List:
    units = {unit.id: unit for unit in session.scalars(select(UnitRecord).order_by(UnitRecord.id))}
    columns = (
        Column("name", msg("Unit")),
        Column("parent_unit", msg("Part of")),
        Column("area", msg("Area")),
        Column("cost_centre", msg("Cost centre")),
    )
    rows = (
        (unit.name, units[unit.parent_id].name if unit.parent_id else None, unit.area or None, unit.cost_centre or None)
        for unit in units.values()
    )
    return List("units", columns, tuple(rows))


def _pairs(session: Session, programme: ProgrammeId | None) -> List:
    names = {each.id: each.name for each in programmes_over(session)}
    columns = (
        Column("id", msg("Number")),
        Column("programme", msg("Programme")),
        Column("mentee", msg("Mentee")),
        Column("mentee_email", msg("The mentee's e-mail")),
        Column("mentee_unit", msg("The mentee's unit")),
        Column("mentor", msg("Mentor")),
        Column("mentor_email", msg("The mentor's e-mail")),
        Column("mentor_unit", msg("The mentor's unit")),
        Column("status", msg("Status")),
        Column("approved_on", msg("Approved on")),
    )
    rows: Iterable[tuple[FieldValue | Message, ...]] = (
        (
            pair.id,
            names[pair.programme],
            pair.mentee.name,
            pair.mentee.email or None,
            pair.mentee.unit or None,
            pair.mentor.name,
            pair.mentor.email or None,
            pair.mentor.unit or None,
            PAIR_STATUS_NAMES[pair.status],
            pair.approved_on,
        )
        for pair in pairs_over(session, programme)
    )
    return List("pairs", columns, tuple(rows))


LISTS: Mapping[str, Callable[[Session, ProgrammeId | None], List]] = {
    "people": _people,
    "units": _units,
    "pairs": _pairs,
}


def _value(record: Record, key: str) -> FieldValue:
    value: FieldValue | list[str] = getattr(record, key)
    return tuple(value) if isinstance(value, list) else value
