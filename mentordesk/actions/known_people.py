"""Who is who in the file: people found by their address and by their name, as rows come in beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.import_matches import MatchKind
from mentordesk.domain.cleaning import folded, spelling
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import PersonId, UnitId
from mentordesk.storage.records import PersonRecord


@dataclass(frozen=True, slots=True)
class Met:
    person: PersonRecord
    why: MatchKind
    swapped: bool = False  # given and family name stand the other way round


class KnownPeople:
    """What was added during an import is found at once."""

    def __init__(self, session: Session) -> None:
        self._by_email: dict[str, PersonRecord] = {}
        self._by_name: dict[str, list[PersonRecord]] = {}
        self._nearly: dict[str, PersonRecord] = {}  # the first of each name, as it is without marks and signs
        self._by_id: dict[PersonId, PersonRecord] = {}
        for person in session.scalars(select(PersonRecord)):
            self.know(person)

    def __iter__(self) -> Iterator[PersonRecord]:
        return iter(self._by_id.values())

    def __getitem__(self, person: PersonId) -> PersonRecord:
        return self._by_id[person]

    def know(self, person: PersonRecord) -> None:
        """Under the name and the address that the person has now."""
        self._by_id[person.id] = person
        if person.email:
            self._by_email[person.email.casefold()] = person
        names = person.given_name, person.family_name
        self._nearly.setdefault(_nearly(*names), person)
        same_name = self._by_name.setdefault(_named(*names), [])
        if not same_name or all(each is not person for each in same_name):
            same_name.append(person)

    def meet(self, values: Mapping[str, FieldValue], unit: UnitId | None) -> Met | None:
        """Who a row seems to be about; the surest sign first."""
        email, given, family = values.get("email"), values.get("given_name"), values.get("family_name")
        name = _named(given, family)
        by_email = self._by_email.get(email.casefold()) if isinstance(email, str) else None
        if by_email is not None:
            return _met_by_address(by_email, given, family)
        namesakes = self._by_name.get(name, ()) if name else ()
        beside = [each for each in namesakes if each.unit_id == unit and (email is None or each.email is None)]
        if beside:  # of two, she of whom no address is known either
            return Met(next((each for each in beside if each.email is None), beside[0]), MatchKind.NAME_AND_UNIT)
        if namesakes:
            return Met(namesakes[0], MatchKind.SAME_NAME)
        if given and family and (turned := self._by_name.get(_named(family, given))):
            return Met(turned[0], MatchKind.SWAPPED_NAMES, swapped=True)
        nearly = _nearly(given, family)
        near = self._nearly.get(nearly) if nearly else None
        return None if near is None else Met(near, MatchKind.NEAR_NAME)

    def named(self, name: str, asking: PersonRecord) -> PersonRecord | None:
        """Whoever bears an address or a name; among several of that name the one of the same unit, else nobody."""
        by_email = self._by_email.get(name.casefold())
        if by_email is not None and by_email.id != asking.id:
            return by_email
        same = [person for person in self._by_name.get(spelling(name), ()) if person.id != asking.id]
        if len(same) > 1:
            same = [person for person in same if person.unit_id == asking.unit_id]
        return same[0] if len(same) == 1 else None


def _met_by_address(person: PersonRecord, given: FieldValue, family: FieldValue) -> Met:
    """The address is the surer sign, so that names count as they are without marks and signs."""
    name, known = _nearly(given, family), _nearly(person.given_name, person.family_name)
    if given and family and name != known and _nearly(family, given) == known:
        return Met(person, MatchKind.EMAIL, swapped=True)
    strange = bool(name and known) and not set(name.split()) & set(known.split())
    return Met(person, MatchKind.OTHER_NAME if strange else MatchKind.EMAIL)


def _named(given: FieldValue, family: FieldValue) -> str:
    """Each part alone, for many share a given name and its spelling is remembered."""
    return " ".join(spelling(part) for part in (given, family) if isinstance(part, str) and part).strip()


def _nearly(given: FieldValue, family: FieldValue) -> str:
    return " ".join(folded(part) for part in (given, family) if isinstance(part, str) and part).strip()
