"""Everybody in the file while rows of an import are laid beside them: who is who, and what a row changes.

Knows no sheet and no transaction; people_import.py gives it the session.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import Dossiers, set_values, told
from mentordesk.domain.cleaning import folded
from mentordesk.domain.criteria import PaperKind, own_fields
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.people import (
    MENTOR_FIELDS,
    PAPER_FIELDS,
    PARTICIPATION_FIELDS,
    PERSON_FIELDS,
    RATING_FIELDS,
    Role,
)
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.people import PersonRow
from mentordesk.storage.records import (
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)

_ELSEWHERE = {"unit"}  # a Field of the person whose column bears another name
_PERSON_KEYS = tuple(field.key for field in PERSON_FIELDS if field.key not in _ELSEWHERE)


class RowOutcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


def full_name(person: PersonRecord) -> str:
    return f"{person.given_name} {person.family_name}".strip()


class Roster:
    """People by their e-mail, and by name and unit; what was added during the import is found at once."""

    def __init__(
        self, session: Session, programme: ProgrammeId | None, settings: ProgrammeSettings | None, today: date
    ) -> None:
        self._session = session
        self._programme = programme
        self._today = today
        self._units_must_be_known = bool(settings and settings.refuse_unknown_units)
        self._criteria = own_fields(settings.criteria) if settings else ()
        self.new_units: list[str] = []
        self.without_role = 0
        self.joined: list[ParticipationId] = []
        self._units = {folded(unit.name): unit for unit in session.scalars(select(UnitRecord))}
        self._by_email: dict[str, PersonRecord] = {}
        self._by_name: dict[str, list[PersonRecord]] = {}
        self._people: dict[PersonId, PersonRecord] = {}
        for person in session.scalars(select(PersonRecord)):
            self._know(person)
        self._mentors = {mentor.person_id: mentor for mentor in session.scalars(select(MentorRecord))}
        taking_part = select(ParticipationRecord).where(ParticipationRecord.programme_id == programme)
        self._participations = {(each.person_id, each.role): each for each in session.scalars(taking_part)}
        self._dossiers = Dossiers(session, [each.id for each in self._participations.values()])

    def take(self, row: PersonRow, role: Role | None) -> RowOutcome:
        """Lays a row beside who is there.

        Raises:
            Refused: its e-mail belongs to somebody else, or its unit is unknown where it must not be.
        """
        values = row.values
        person = self._same_person(values)
        unit = self._unit(values)
        added = person is None
        if person is None:
            if not (values.get("given_name") or values.get("family_name")):
                raise Refused(msg("The row has no name, and its address is nobody's here. Write the person's name."))
            person = PersonRecord()
            self._session.add(person)
        changed = set_values(person, ((key, values.get(key)) for key in _PERSON_KEYS))
        if unit is not None:
            changed |= set_values(person, (("unit_id", unit),))
        if added or changed:
            self._know(person)
        told = values.get("role")
        role = Role(told) if isinstance(told, Role) else role
        changed |= self._bank(person, values, role)
        if self._programme is not None and role is not None:
            changed |= self._participation(person, values, role)
        elif self._programme is not None:
            self.without_role += not any((person.id, each) in self._participations for each in Role)
        return RowOutcome.ADDED if added else RowOutcome.UPDATED if changed else RowOutcome.UNCHANGED

    def resolve_names(self) -> tuple[str, ...]:
        """Ties line managers, wishes and vetoes to people, now that all are there; gives back the names left over."""
        self._session.flush()
        left: dict[str, None] = {}
        for person in self._people.values():
            if person.line_manager and (found := self.named(person.line_manager, person)) is not None:
                set_values(person, (("line_manager_id", found.id),))
            elif person.line_manager:
                left[person.line_manager] = None
        for participation in self._participations.values():
            for veto, names in ((False, participation.wishes), (True, participation.vetoes)):
                left |= dict.fromkeys(self._tie(participation, names or [], veto=veto))
        return tuple(left)

    def _know(self, person: PersonRecord) -> None:
        self._people[person.id] = person
        if person.email:
            self._by_email[person.email.casefold()] = person
        same_name = self._by_name.setdefault(folded(full_name(person)), [])
        if person not in same_name:
            same_name.append(person)

    def _same_person(self, values: Mapping[str, FieldValue]) -> PersonRecord | None:
        email = values.get("email")
        name = folded(f"{values.get('given_name') or ''} {values.get('family_name') or ''}")
        if isinstance(email, str) and (found := self._by_email.get(email.casefold())) is not None:
            known = folded(full_name(found))
            if name and known and not set(name.split()) & set(known.split()):
                raise Refused(
                    msg(
                        "{email} is already the address of {name}. Give each person their own.",
                        email=email,
                        name=full_name(found),
                    )
                )
            return found
        unit = values.get("unit")
        place = self._units.get(folded(unit)) if isinstance(unit, str) else None
        for person in self._by_name.get(name, ()) if name else ():
            same_unit = person.unit_id == (place.id if place else None)
            if same_unit and (email is None or person.email is None):
                return person
        return None

    def _unit(self, values: Mapping[str, FieldValue]) -> UnitId | None:
        name = values.get("unit")
        if not isinstance(name, str):
            return None
        above = values.get("parent_unit")
        parent = self.unit_named(above) if isinstance(above, str) else None
        unit = self.unit_named(name)
        if (
            parent is not None
            and unit.parent_id is None
            and parent.id != unit.id
            and not self._stands_above(unit, parent)
        ):
            unit.parent_id = parent.id
        set_values(unit, ((key, values.get(key)) for key in ("area", "cost_centre")))
        return unit.id

    def _stands_above(self, unit: UnitRecord, other: UnitRecord) -> bool:
        """A unit put under one of its own wards would make a circle."""
        parents = {each.id: each.parent_id for each in self._units.values()}
        at: UnitId | None = other.id
        while at is not None:
            if at == unit.id:
                return True
            at = parents.get(at)
        return False

    def unit_named(self, name: str) -> UnitRecord:
        """Made where there is none.

        Raises:
            Refused: there is none, and the programme takes no new ones.
        """
        unit = self._units.get(folded(name))
        if unit is None:
            if self._units_must_be_known:
                raise Refused(
                    msg("There is no unit {name}. Add it first, or let the programme take new units.", name=name)
                )
            unit = UnitRecord(name=name)
            self._session.add(unit)
            self._units[folded(name)] = unit
            self.new_units.append(name)
        return unit

    def _bank(self, person: PersonRecord, values: Mapping[str, FieldValue], role: Role | None) -> bool:
        known = told(MENTOR_FIELDS, values)
        if role is not Role.MENTOR and not known and person.id not in self._mentors:
            return False
        mentor = self._mentors.get(person.id)
        new = mentor is None
        if mentor is None:
            mentor = MentorRecord(person_id=person.id)
            self._session.add(mentor)
            self._mentors[person.id] = mentor
        return set_values(mentor, known) or new

    def _participation(self, person: PersonRecord, values: Mapping[str, FieldValue], role: Role) -> bool:
        assert self._programme is not None
        found = self._participations.get((person.id, role))
        new = found is None
        if found is None:
            found = ParticipationRecord(programme_id=self._programme, person_id=person.id, role=role, since=self._today)
            self._session.add(found)
            self._participations[(person.id, role)] = found
            self.joined.append(found.id)
        changed = set_values(found, told(PARTICIPATION_FIELDS, values))
        for key, value in told(PAPER_FIELDS, values):
            changed |= self._dossiers.paper(found.id, PaperKind(key), value)
        for key, value in told(self._criteria, values):
            changed |= self._dossiers.answer(found.id, key, value)
        for key, value in told(RATING_FIELDS, values):
            changed |= self._dossiers.rating(found.id, key, value)
        return new or changed

    def named(self, name: str, asking: PersonRecord) -> PersonRecord | None:
        """Whoever bears an address or a name; among several of that name the one of the same unit, else nobody."""
        by_email = self._by_email.get(name.casefold())
        if by_email is not None and by_email is not asking:
            return by_email
        same = [person for person in self._by_name.get(folded(name), ()) if person is not asking]
        if len(same) > 1:
            same = [person for person in same if person.unit_id == asking.unit_id]
        return same[0] if len(same) == 1 else None

    def _tie(self, participation: ParticipationRecord, names: Sequence[str], *, veto: bool) -> list[str]:
        """Gives back the names that nobody bears."""
        asking = self._people[participation.person_id]
        left: list[str] = []
        for rank, name in enumerate(names, start=1):
            person = self.named(name, asking)
            if person is None:
                left.append(name)
            else:
                self._dossiers.wish(participation.id, person.id, rank, veto=veto)
        return left
