"""The list of people in full, so that an import of it changes nothing (R14).

Everybody once, with the mentor bank; of one programme, everybody once for each role, with all that it knows of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.fields import Field, FieldValue, Home
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.own_criteria import own_fields
from mentordesk.domain.people import (
    ALL_FIELDS,
    LISTED_ROLES,
    MENTOR_FIELDS,
    PAPER_FIELDS,
    PARTICIPATION_FIELDS,
    PERSON_FIELDS,
    ROLE_FIELD,
    UNIT_FIELDS,
    Role,
)
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.list_columns import Column, List
from mentordesk.queries.programmes import programme_of, programmes_over
from mentordesk.storage.records import (
    CriterionNoteRecord,
    InterviewRecord,
    MentorRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    RatingRecord,
    Record,
    UnitRecord,
)

_RATINGS = tuple(each for each in ALL_FIELDS if each.home is Home.RATING)
_LISTED = frozenset(role for role, _, _ in LISTED_ROLES.options)
# Data that are restricted are kept, and go nowhere (GDPR 18).
_EVERYBODY = select(PersonRecord).where(PersonRecord.restricted_on.is_(None)).order_by(PersonRecord.id)
_Hanging = TypeVar("_Hanging", PaperRecord, CriterionNoteRecord, InterviewRecord)
_Row: TypeAlias = tuple[FieldValue | Message, ...]


def people_over(session: Session, programme: ProgrammeId | None) -> List:
    """Everybody, or those in the programme; ratings and what the programme knows come only with it."""
    about = _About(session)
    everybody = (*PERSON_FIELDS, *UNIT_FIELDS, *MENTOR_FIELDS)
    if programme is None:
        return _of_the_file(session, about, everybody)
    own = own_fields(programme_of(session, programme).settings.criteria)
    here = (*PARTICIPATION_FIELDS, *PAPER_FIELDS, *own, *_RATINGS)
    known = _Known(session, programme)
    people = session.scalars(_EVERYBODY)
    rows = tuple(
        (*about.person(person), _role(part), *known.of(part, here))
        for person in people
        for part in known.parts(person.id)
    )
    return List("people", tuple(map(Column.of, (*everybody, ROLE_FIELD, *here))), rows)


def _of_the_file(session: Session, about: _About, fields: Iterable[Field]) -> List:
    names = {each.id: each.name for each in programmes_over(session)}
    parts: dict[PersonId, dict[str, None]] = {}
    for part in session.scalars(select(ParticipationRecord).order_by(ParticipationRecord.id)):
        parts.setdefault(part.person_id, {})[names[part.programme_id]] = None
    people = session.scalars(_EVERYBODY)
    rows: Iterator[_Row] = ((*about.person(person), tuple(parts.get(person.id, ())) or None) for person in people)
    columns = (*map(Column.of, fields), Column("programmes", msg("Programmes")))
    return List("people", columns, tuple(rows))


class _About:
    """What is known of people whatever the programme: themselves, their unit, their place in the mentor bank."""

    def __init__(self, session: Session) -> None:
        self._units: Mapping[UnitId, UnitRecord] = {unit.id: unit for unit in session.scalars(select(UnitRecord))}
        self._bank = {mentor.person_id: mentor for mentor in session.scalars(select(MentorRecord))}

    def person(self, person: PersonRecord) -> _Row:
        unit = None if person.unit_id is None else self._units[person.unit_id]
        parent = None if unit is None or unit.parent_id is None else self._units[unit.parent_id]
        of_unit = {
            "unit": None if unit is None else unit.name,
            "parent_unit": None if parent is None else parent.name,
            "area": None if unit is None else unit.area or None,
            "cost_centre": None if unit is None else unit.cost_centre or None,
        }
        mentor = self._bank.get(person.id)
        return (
            *(of_unit["unit"] if each.key == "unit" else _value(person, each.key) for each in PERSON_FIELDS),
            *(of_unit[each.key] for each in UNIT_FIELDS),
            *(None if mentor is None else _value(mentor, each.key) for each in MENTOR_FIELDS),
        )


@dataclass
class _Known:
    """What one programme knows of its participants."""

    session: Session
    programme: ProgrammeId
    _told: dict[ParticipationId, dict[str, FieldValue]] = field(default_factory=dict)
    _parts: dict[PersonId, list[ParticipationRecord]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        session = self.session
        of_programme = ParticipationRecord.programme_id == self.programme
        for part in session.scalars(select(ParticipationRecord).where(of_programme).order_by(ParticipationRecord.role)):
            self._parts.setdefault(part.person_id, []).append(part)
            told = self._told[part.id] = {each.key: _value(part, each.key) for each in PARTICIPATION_FIELDS}
            told[ROLE_FIELD.key] = part.role
        for paper in self._theirs(session.scalars(select(PaperRecord))):
            self._told[paper.participation_id][paper.kind] = paper.received_on if paper.received else paper.received
            if paper.received and paper.received_on is None:
                self._told[paper.participation_id][paper.kind] = True
        for note in self._theirs(session.scalars(select(CriterionNoteRecord))):
            noted = (each for each in (note.answer, note.number, note.day) if each is not None)
            self._told[note.participation_id][note.criterion] = next(noted, None)
        interviews = {i.id: i for i in self._theirs(session.scalars(select(InterviewRecord)))}
        newest = {interview.participation_id: interview.id for interview in interviews.values()}
        for rating in session.scalars(select(RatingRecord)):
            interview = interviews.get(rating.interview_id)
            if interview is not None and newest[interview.participation_id] == interview.id:
                self._told[interview.participation_id][rating.rating_key] = rating.points

    def parts(self, person: PersonId) -> list[ParticipationRecord]:
        """In the roles that a list can tell; in another one only who has none of those."""
        parts = self._parts.get(person, [])
        return [part for part in parts if part.role in _LISTED] or parts[:1]

    def of(self, part: ParticipationRecord, fields: Iterable[Field]) -> _Row:
        listed = part.role in _LISTED
        return tuple(self._told[part.id].get(each.key) if listed else None for each in fields)

    def _theirs(self, rows: Iterable[_Hanging]) -> Iterator[_Hanging]:
        return (row for row in rows if row.participation_id in self._told)


def _role(part: ParticipationRecord) -> Role | None:
    return part.role if part.role in _LISTED else None


def _value(record: Record, key: str) -> FieldValue:
    value: FieldValue | list[str] = getattr(record, key)
    return tuple(value) if isinstance(value, list) else value
