"""What is known of a new manager's notice, and to which programmes somebody was referred (R20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.recruiting import OfferAnswer, ReferralOutcome
from mentordesk.storage.records import NewManagerNoticeRecord, PersonRecord, ReferralRecord


@dataclass(frozen=True, slots=True)
class NoticeRow:
    known_on: date
    takes_office_on: date | None
    appointing_manager: str
    appointing_email: str  # "" for one who is not in the file
    offered_on: date | None
    answer: OfferAnswer | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class ReferralRow:
    id: str
    to_programme: str
    on: date
    by: str
    outcome: ReferralOutcome | None
    outcome_on: date | None


def notice_over(session: Session, id_: ParticipationId) -> NoticeRow | None:
    row = session.scalar(select(NewManagerNoticeRecord).where(NewManagerNoticeRecord.participation_id == id_))
    if row is None:
        return None
    manager = None if row.appointing_manager_id is None else session.get(PersonRecord, row.appointing_manager_id)
    named = row.appointing_manager or "" if manager is None else f"{manager.given_name} {manager.family_name}".strip()
    return NoticeRow(
        row.known_on,
        row.takes_office_on,
        named,
        "" if manager is None else manager.email or "",
        row.offered_on,
        row.answer,
        row.answered_on,
    )


def referrals_over(session: Session, person: PersonId) -> tuple[ReferralRow, ...]:
    """From every programme in the file, the first one first."""
    rows = session.scalars(
        select(ReferralRecord)
        .where(ReferralRecord.person_id == person)
        .order_by(ReferralRecord.referred_on, ReferralRecord.id)
    )
    return tuple(
        ReferralRow(row.id, row.to_programme, row.referred_on, row.referred_by, row.outcome, row.outcome_on)
        for row in rows
    )
