"""Who runs a programme, and what each of them sees to (R3)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

RUNNING_ROLES = (Role.OWNER, Role.MANAGER, Role.TEAM, Role.HR, Role.RESEARCH)
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class TeamMember:
    id: ParticipationId
    person: PersonId
    name: str
    role: Role
    responsibility: str
    email: str
    phone: str


def team(store: Store, programme: ProgrammeId) -> tuple[TeamMember, ...]:
    """By their roles, within a role the first to come first."""
    with store.reading() as session:
        rows = session.execute(
            select(ParticipationRecord, PersonRecord)
            .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
            .where(ParticipationRecord.programme_id == programme, ParticipationRecord.role.in_(RUNNING_ROLES))
            .order_by(ParticipationRecord.id)
        )
        members = [_member(participation, person) for participation, person in rows]
    return tuple(sorted(members, key=lambda member: RUNNING_ROLES.index(member.role)))


def _member(participation: ParticipationRecord, person: PersonRecord) -> TeamMember:
    return TeamMember(
        participation.id,
        person.id,
        f"{person.given_name} {person.family_name}".strip(),
        participation.role,
        participation.responsibility or "",
        person.email or "",
        person.phone or "",
    )
