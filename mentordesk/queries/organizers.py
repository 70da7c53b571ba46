"""Who invites to the meetings of a programme: whoever leads it, and can be answered by e-mail (R55)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.messages.calendar_event import CalendarAddress
from mentordesk.messages.mail_draft import is_plain_address
from mentordesk.storage.records import ParticipationRecord, PersonRecord


def organizer_of(session: Session, programme: ProgrammeId) -> CalendarAddress | None:
    """The first programme manager with an address: the same for as long as she is, or entries would double."""
    rows = session.execute(
        select(PersonRecord.given_name, PersonRecord.family_name, PersonRecord.email)
        .join(ParticipationRecord, ParticipationRecord.person_id == PersonRecord.id)
        .where(
            ParticipationRecord.programme_id == programme,
            ParticipationRecord.role == Role.MANAGER,
            ParticipationRecord.status.not_in(NOT_IN_IT),
            PersonRecord.restricted_on.is_(None),
        )
        .order_by(ParticipationRecord.id)
    )
    for given_name, family_name, email in rows:
        if email and is_plain_address(email):
            return CalendarAddress(f"{given_name} {family_name}".strip(), email)
    return None
