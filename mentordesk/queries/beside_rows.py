"""What stands beside a participant and is not hers alone: the unit's place in the tree, partners, contact, papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId, UnitId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import UNIT_FIELDS
from mentordesk.storage.records import (
    ApplicationRecord,
    InterviewRecord,
    LetterRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

_UNIT_KEYS = ("unit", *(field.key for field in UNIT_FIELDS))


@dataclass(frozen=True, slots=True)
class UnitInTree:
    """A unit as rows and filters see it; `line` is the unit itself and all above it, the nearest first."""

    id: UnitId
    name: str
    line: tuple[UnitId, ...]
    names: tuple[str, ...]  # of the line
    values: Mapping[str, FieldValue]  # by the Fields of a unit; the area is that of the nearest in the line

    @property
    def depth(self) -> int:
        return len(self.line) - 1


NO_UNIT: Mapping[str, FieldValue] = dict.fromkeys(_UNIT_KEYS)


def units_over(session: Session) -> Mapping[UnitId, UnitInTree]:
    """Every unit; a circle in the data ends at its first repeat."""
    rows = {row.id: row for row in session.scalars(select(UnitRecord))}
    found = {}
    for id_, row in rows.items():
        line: list[UnitId] = []
        at: UnitId | None = id_
        while at is not None and at in rows and at not in line:
            line.append(at)
            at = rows[at].parent_id
        above = rows[line[1]].name if len(line) > 1 else None
        area = next((rows[each].area for each in line if rows[each].area), None)
        values = dict(zip(_UNIT_KEYS, (row.name, above, area, row.cost_centre or None), strict=True))
        found[id_] = UnitInTree(id_, row.name, tuple(line), tuple(rows[each].name for each in line), values)
    return found


def partners_over(session: Session) -> Mapping[ParticipationId, list[str]]:
    """The names of each participation's partners in running pairs."""
    mentee, mentor = aliased(ParticipationRecord), aliased(ParticipationRecord)
    one, other = aliased(PersonRecord), aliased(PersonRecord)
    rows = session.execute(
        select(mentee.id, one.given_name, one.family_name, mentor.id, other.given_name, other.family_name)
        .select_from(PairRecord)
        .join(mentee, mentee.id == PairRecord.mentee_id)
        .join(mentor, mentor.id == PairRecord.mentor_id)
        .join(one, one.id == mentee.person_id)
        .join(other, other.id == mentor.person_id)
        .where(PairRecord.status.in_(RUNNING))
        .order_by(PairRecord.id)
    )
    partners: defaultdict[ParticipationId, list[str]] = defaultdict(list)
    for mentee_id, given, family, mentor_id, mentors_given, mentors_family in rows:
        partners[mentee_id].append(f"{mentors_given} {mentors_family}".strip())
        partners[mentor_id].append(f"{given} {family}".strip())
    return partners


def contact_over(session: Session) -> Mapping[ParticipationId, date]:
    """The day on which the team last heard of or wrote to each: an application, an interview, a letter."""
    found: dict[ParticipationId, date] = {}
    for participation, day in _contacts(session):
        if day is not None and day > found.get(participation, date.min):
            found[participation] = day
    return found


def _contacts(session: Session) -> Iterator[tuple[ParticipationId, date | None]]:
    of = InterviewRecord.participation_id
    for participation, day in session.execute(select(of, func.max(InterviewRecord.held_on)).group_by(of)):
        yield participation, day
    for participation, day in session.execute(
        select(ApplicationRecord.participation_id, ApplicationRecord.received_on)
    ):
        yield participation, day
    of = LetterRecord.participation_id
    for participation, moment in session.execute(select(of, func.max(LetterRecord.made_at)).group_by(of)):
        yield participation, moment.date()


def unit_lines(store: Store) -> Mapping[UnitId, UnitInTree]:
    with store.reading() as session:
        return units_over(session)
