"""Everybody in the file by name, for choosing somebody by typing; whoever is restricted is not offered (GDPR 18)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from mentordesk.domain.cleaning import spelling
from mentordesk.domain.ids import PersonId
from mentordesk.storage.records import PersonRecord, UnitRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class NamedPerson:
    person: PersonId
    name: str
    unit: str
    email: str
    alone: bool  # nobody else bears the name

    @property
    def written(self) -> str:
        """By which others find exactly this person, as far as anything does: the name, else the address."""
        return self.name if self.alone else self.email or self.name


def people_names(store: Store) -> tuple[NamedPerson, ...]:
    """By family name."""
    with store.reading() as session:
        rows = session.execute(
            select(
                PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name, UnitRecord.name, PersonRecord.email
            )
            .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
            .where(PersonRecord.restricted_on.is_(None))
            .order_by(PersonRecord.family_name, PersonRecord.given_name, PersonRecord.id)
        ).all()
    named = [
        (person, f"{given} {family}".strip(), unit or "", email or "") for person, given, family, unit, email in rows
    ]
    bearers = Counter(spelling(name) for _, name, _, _ in named)
    return tuple(
        NamedPerson(person, name, unit, email, bearers[spelling(name)] == 1) for person, name, unit, email in named
    )
