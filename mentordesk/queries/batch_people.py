"""Whom the papers of a programme are for, with what papers are put in order by: names, unit, pair and language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.pairs import PairRow, Someone, pairs_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord, UnitRecord

NO_UNIT = msg("no unit")
NO_LANGUAGE = msg("no language for documents")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody whose name is on a paper, with what the paper is sorted by."""

    person: PersonId
    name: str
    family_name: str
    unit: str
    language: LanguageCode | None
    mentee: str = ""  # of the running pair: its family name, then the name; "" without a pair
    second: bool = False  # the mentor, who comes after the mentee

    @property
    def missing(self) -> tuple[Message, ...]:
        """What a paper would say or be written in, and nobody has filled in."""
        return tuple(what for there, what in ((self.unit, NO_UNIT), (self.language, NO_LANGUAGE)) if not there)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in her role in the programme."""

    id: ParticipationId
    role: Role
    status: ParticipationStatus
    bearer: Bearer
    restricted: bool


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of a programme; pairs are those that run."""

    there: Mapping[ParticipationId, Member]
    pairs: Mapping[PairId, PairRow]

    def of_person(self, person: PersonId) -> Bearer | None:
        return next((each.bearer for each in self.there.values() if each.bearer.person == person), None)


def people_over(session: Session, programme: ProgrammeId) -> People:
    running = [pair for pair in pairs_over(session, programme) if pair.status in RUNNING]
    mentees = {side.id: _by(pair.mentee) for pair in running for side in (pair.mentor, pair.mentee)}
    rows = session.execute(
        select(ParticipationRecord, PersonRecord, UnitRecord.name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(ParticipationRecord.id)
    )
    there = {
        record.id: Member(
            record.id,
            record.role,
            record.status,
            Bearer(
                person.id,
                f"{person.given_name} {person.family_name}".strip(),
                person.family_name,
                unit or "",
                person.language,
                mentees.get(person.id, ""),
                record.role is Role.MENTOR,
            ),
            person.restricted_on is not None,
        )
        for record, person, unit in rows
    }
    return People(there, {pair.id: pair for pair in running})


def bearer_of(side: Someone, pair: PairRow) -> Bearer:
    return Bearer(side.id, side.name, side.family_name, side.unit, side.language, _by(pair.mentee), side is pair.mentor)


def missing_of_pair(bearers: Iterable[Bearer]) -> tuple[Message, ...]:
    """With the name of the one whom it is missing for."""
    return tuple(msg("{name}: {what}", name=bearer.name, what=what) for bearer in bearers for what in bearer.missing)


def _by(mentee: Someone) -> str:
    return f"{mentee.family_name} {mentee.name}".strip()
