"""Everybody in the file while rows of an import are laid beside them: what each row adds and changes.

Knows no sheet and no transaction; people_import.py gives it the session. Who a row is about is known_people.py's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import Dossiers, set_values
from mentordesk.actions.import_matches import UNASKED, Difference, Match, MatchKind, Taken
from mentordesk.actions.known_people import KnownPeople, Met
from mentordesk.actions.unit_register import UnitRegister
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import FieldValue, Home
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.own_criteria import own_fields
from mentordesk.domain.people import ALL_FIELDS, FULL_NAME, Role
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.people import PersonRow
from mentordesk.storage.records import (
    MentorRecord,
    ParticipationRecord,
    PersonRecord,
    Record,
    StatusStepRecord,
    UnitRecord,
)
from mentordesk.storage.taking_in import Newcomers, OneByOne, Values

_ELSEWHERE = {"unit", FULL_NAME.key}  # told of the person, and kept under other names
_NAMES = ("given_name", "family_name")
_Told: TypeAlias = Mapping[Home, Mapping[str, FieldValue]]
_NOTHING: Mapping[str, FieldValue] = MappingProxyType({})


class RowOutcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


def full_name(person: PersonRecord) -> str:
    return f"{person.given_name} {person.family_name}".strip()


class Roster:
    """`matches` are the rows that met somebody and bring something new or doubtful, in their order.

    `papers_changed` are those of whom a row told that a paper is in, or is not.
    """

    def __init__(
        self,
        session: Session,
        programme: ProgrammeId | None,
        settings: ProgrammeSettings | None,
        today: date,
        newcomers: Newcomers | None = None,
    ) -> None:
        self._newcomers = newcomers or OneByOne(session)
        self._programme = programme
        self._today = today
        must_be_known = bool(settings and settings.refuse_unknown_units)
        self.units = UnitRegister(session, self._newcomers, must_be_known=must_be_known)
        self._homes = {field.key: field.home for field in ALL_FIELDS if field.key not in _ELSEWHERE}
        criteria = settings.criteria if settings else ()
        self._homes |= {field.key: field.home for field in own_fields(criteria)}
        self._asked = {(criterion.role, criterion.key) for criterion in criteria}
        self.without_role = 0
        self.joined: list[ParticipationId] = []
        self.papers_changed: set[ParticipationId] = set()
        self.matches: list[Match] = []
        self._known = KnownPeople(session)
        self._came_by: dict[PersonId, int] = {}  # the row that added somebody
        self._mentors = {mentor.person_id: mentor for mentor in session.scalars(select(MentorRecord))}
        taking_part = select(ParticipationRecord).where(ParticipationRecord.programme_id == programme)
        self._participations = {(each.person_id, each.role): each for each in session.scalars(taking_part)}
        ids = [each.id for each in self._participations.values()]
        self._dossiers = Dossiers(session, ids, self._newcomers)

    def take(self, row: PersonRow, role: Role | None, choice: Taken | None = None) -> RowOutcome:
        """Lays a row beside who is there; `choice` is what somebody decided about it.

        Raises:
            Refused: its e-mail belongs to somebody else, her data are restricted, or its unit is unknown where
                it must not be.
        """
        if choice is Taken.SKIP:
            self._note_skipped(row, role)
            return RowOutcome.SKIPPED
        values = row.values
        told = values.get("role")
        role = Role(told) if isinstance(told, Role) else role
        met = self._met(row)
        if met is not None:
            taken = self._decided(row, met, role, choice)
            if taken is Taken.NEW:
                met = None
        if met is None and not (values.get("given_name") or values.get("family_name")):
            raise Refused(msg("The row has no name, and its address is nobody's here. Write the person's name."))
        unit = self.units.place(values)
        by_home = self._by_home(values, keep_names=met is not None and met.swapped)
        person, changed = self._person(row, met, by_home.get(Home.PERSON, _NOTHING), unit)
        changed |= self._bank(person, by_home.get(Home.MENTOR, _NOTHING), role)
        if self._programme is not None and role is not None:
            changed |= self._participation(person, by_home, role)
        elif self._programme is not None:
            self.without_role += not any((person.id, each) in self._participations for each in Role)
        return RowOutcome.ADDED if met is None else RowOutcome.UPDATED if changed else RowOutcome.UNCHANGED

    def resolve_names(self) -> tuple[str, ...]:
        """Ties line managers, wishes and vetoes to people, now that all are there; gives back the names left over."""
        left: dict[str, None] = {}
        for person in self._known:
            if person.line_manager and (found := self.named(person.line_manager, person)) is not None:
                set_values(person, (("line_manager_id", found.id),))
            elif person.line_manager:
                left[person.line_manager] = None
        for participation in self._participations.values():
            for veto, names in ((False, participation.wishes), (True, participation.vetoes)):
                if names:
                    left |= dict.fromkeys(self._tie(participation, names, veto=veto))
        return tuple(left)

    def unit_named(self, name: str) -> UnitRecord:
        """Made where there is none.

        Raises:
            Refused: there is none, and the programme takes no new ones.
        """
        return self.units.named(name)

    def named(self, name: str, asking: PersonRecord) -> PersonRecord | None:
        """Whoever bears an address or a name; among several of that name the one of the same unit, else nobody."""
        return self._known.named(name, asking)

    def _met(self, row: PersonRow) -> Met | None:
        place = self.units.find(row.values.get("unit"), row.values.get("parent_unit"))
        return self._known.meet(row.values, None if place is None else place.id)

    def _note_skipped(self, row: PersonRow, role: Role | None) -> None:
        if (met := self._met(row)) is not None:
            self._note(row, met, Taken.SKIP, self._differences(row, met.person, role))

    def _decided(self, row: PersonRow, met: Met, role: Role | None, choice: Taken | None) -> Taken:
        """What becomes of a row that met somebody, noted where there is something to look at.

        Raises:
            Refused: the address is somebody else's, or the person's data are restricted.
        """
        unasked = Taken.MERGE if met.why is MatchKind.EMAIL else UNASKED[met.why]
        taken = choice or unasked
        differences = self._differences(row, met.person, role)
        sure = met.why in (MatchKind.EMAIL, MatchKind.NAME_AND_UNIT)
        if choice or differences or not sure or met.person.id in self._came_by:
            self._note(row, met, taken, differences)
        if taken is None or (taken is Taken.NEW and met.why in (MatchKind.EMAIL, MatchKind.OTHER_NAME)):
            raise Refused(
                msg(
                    "{email} is already the address of {name}. Give each person their own.",
                    email=met.person.email or "",
                    name=full_name(met.person),
                )
            )
        if taken is Taken.MERGE and met.person.restricted_on is not None:
            name = full_name(met.person)
            raise Refused(msg("The data on {name} are restricted. Lift the restriction first.", name=name))
        return taken

    def _note(self, row: PersonRow, met: Met, taken: Taken | None, differences: tuple[Difference, ...]) -> None:
        why = MatchKind.SWAPPED_NAMES if met.swapped else met.why
        came_by = self._came_by.get(met.person.id)
        self.matches.append(Match(row.number, met.person.id, full_name(met.person), came_by, why, taken, differences))

    def _differences(self, row: PersonRow, person: PersonRecord, role: Role | None) -> tuple[Difference, ...]:
        """Of what can be seen side by side; a blank cell tells nothing."""
        part = None if role is None else self._participations.get((person.id, role))
        sides: Mapping[Home, Record | None] = {
            Home.PERSON: person,
            Home.MENTOR: self._mentors.get(person.id),
            Home.PARTICIPATION: part,
        }
        found: list[Difference] = []
        for key, told in row.values.items():
            if key == "unit":
                known: FieldValue = self.units.name_of(person.unit_id)
                place = self.units.find(told, row.values.get("parent_unit"))
                differs = place is None or place.id != person.unit_id
            elif (side := sides.get(self._homes.get(key, Home.ROLE))) is not None:
                known = _as_value(getattr(side, key))
                differs = known != told
            else:
                continue
            if differs:
                found.append(Difference(key, known, told))
        return tuple(found)

    def _by_home(self, values: Mapping[str, FieldValue], *, keep_names: bool) -> _Told:
        found: dict[Home, dict[str, FieldValue]] = {}
        homes = self._homes
        for key, value in values.items():
            home = homes.get(key)
            if home is not None and value is not None and not (keep_names and key in _NAMES):
                if (of_home := found.get(home)) is None:
                    of_home = found[home] = {}
                of_home[key] = value
        return found

    def _person(
        self, row: PersonRow, met: Met | None, told: Mapping[str, FieldValue], unit: UnitRecord | None
    ) -> tuple[PersonRecord, bool]:
        """Who the row is about, and whether it said something new of that person."""
        place = {} if unit is None else {"unit_id": unit.id}
        if met is not None:
            changed = set_values(met.person, told.items()) | set_values(met.person, place.items())
            if changed:
                self._known.know(met.person)
            return met.person, changed
        person = self._newcomers.begin(PersonRecord, {key: _as_kept(value) for key, value in told.items()} | place)
        self._known.know(person)
        self._came_by[person.id] = row.number
        return person, True

    def _bank(self, person: PersonRecord, told: Mapping[str, FieldValue], role: Role | None) -> bool:
        mentor = self._mentors.get(person.id)
        if mentor is None:
            if role is not Role.MENTOR and not told:
                return False
            mentor = self._newcomers.begin(MentorRecord, {"person_id": person.id, "joined_on": self._today})
            self._mentors[person.id] = mentor
            set_values(mentor, told.items())
            return True
        return set_values(mentor, told.items())

    def _participation(self, person: PersonRecord, by_home: _Told, role: Role) -> bool:
        found = self._participations.get((person.id, role))
        new = found is None
        if found is None:
            found = self._joining(person, role)
        changed = set_values(found, by_home.get(Home.PARTICIPATION, _NOTHING).items())
        for key, value in by_home.get(Home.PAPER, _NOTHING).items():
            if self._dossiers.paper(found.id, PaperKind(key), value):
                self.papers_changed.add(found.id)
                changed = True
        for key, value in by_home.get(Home.CRITERION, _NOTHING).items():
            if (role, key) in self._asked:
                changed |= self._dossiers.answer(found.id, key, value)
        for key, value in by_home.get(Home.RATING, _NOTHING).items():
            changed |= self._dossiers.rating(found.id, key, value)
        return new or changed

    def _joining(self, person: PersonRecord, role: Role) -> ParticipationRecord:
        """With the first step of her status, as steps.reach notes the others; that one wants a session of records."""
        begun: Values = {"programme_id": self._programme, "person_id": person.id, "role": role, "since": self._today}
        made = self._newcomers.begin(ParticipationRecord, begun)
        came: Values = {
            "participation_id": made.id,
            "status": ParticipationStatus.RECEIVED,
            "reached_on": self._today,
        }
        self._newcomers.begin(StatusStepRecord, came)
        self._participations[(person.id, role)] = made
        self.joined.append(made.id)
        return made

    def _tie(self, participation: ParticipationRecord, names: Sequence[str], *, veto: bool) -> list[str]:
        """Gives back the names that nobody bears."""
        asking = self._known[participation.person_id]
        left: list[str] = []
        for rank, name in enumerate(names, start=1):
            person = self.named(name, asking)
            if person is None:
                left.append(name)
            else:
                self._dossiers.wish(participation.id, person.id, rank, veto=veto)
        return left


def _as_kept(value: FieldValue) -> object:
    return list(value) if isinstance(value, tuple) else value


def _as_value(kept: FieldValue | list[str]) -> FieldValue:
    return tuple(kept) if isinstance(kept, list) else kept
