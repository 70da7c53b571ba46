"""Who signs what a programme sends."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Programme
from mentordesk.storage.records import ParticipationRecord, PersonRecord


def sender_of(session: Session, programme: Programme) -> str:
    """Who leads the programme, with its owner under the name."""
    rows = session.execute(
        select(ParticipationRecord.role, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme.id, ParticipationRecord.role.in_([Role.MANAGER, Role.HR]))
        .order_by(ParticipationRecord.id)
    ).all()
    named = sorted(rows, key=lambda row: row[0] is not Role.MANAGER)
    name = f"{named[0][1]} {named[0][2]}".strip() if named else ""
    return ", ".join(part for part in (name, programme.settings.owner) if part) or programme.name
