"""Who takes part in a programme, by name and role: what sentences and small forms need of somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.storage.records import ParticipationRecord, PersonRecord


@dataclass(frozen=True, slots=True)
class TakingPart:
    id: ParticipationId
    person: PersonId
    name: str
    role: Role


def taking_part_over(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, TakingPart]:
    """Everybody whatever their status, the first to come first."""
    rows = session.execute(
        select(
            ParticipationRecord.id,
            ParticipationRecord.person_id,
            PersonRecord.given_name,
            PersonRecord.family_name,
            ParticipationRecord.role,
        )
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(ParticipationRecord.id)
    )
    return {
        participation: TakingPart(participation, person, f"{given} {family}".strip(), role)
        for participation, person, given, family, role in rows
    }


def restricted_over(session: Session) -> frozenset[PersonId]:
    """Whose data are only kept, by their own demand (GDPR 18): the grid shows them grey, nothing else uses them."""
    return frozenset(session.scalars(select(PersonRecord.id).where(PersonRecord.restricted_on.is_not(None))))
