"""Rolling recruitment (R20): notices of new managers, their introduction, and referrals to other programmes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import EMAIL_LENGTH, NAME_LENGTH
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.recruiting import OfferAnswer, ReferralOutcome
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class NewManagerNoticeRecord(Record):
    __tablename__ = "new_manager_notice"
    subject = Subject.APPLICATIONS
    __table_args__ = (UniqueConstraint("participation_id"),)

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    known_on: Mapped[date] = mapped_column(info=_K0)
    takes_office_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    appointing_manager_id: Mapped[PersonId | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None, info=_K0
    )
    # As it was written, for an appointing manager who is not in the file.
    appointing_manager: Mapped[str | None] = mapped_column(String(EMAIL_LENGTH), default=None, info=_K0)
    offered_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    answer: Mapped[OfferAnswer | None] = mapped_column(default=None, info=_K0)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class IntroductionDoneRecord(Record):
    """An item of the introduction checklist that is done; no row means that it is not."""

    __tablename__ = "introduction_done"
    subject = Subject.APPLICATIONS
    __table_args__ = (UniqueConstraint("participation_id", "item"),)

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    item: Mapped[str] = mapped_column(String(60), info=_K0)
    done_on: Mapped[date] = mapped_column(info=_K0)


class ReferralRecord(Record):
    """Somebody who was referred to a programme that is not in this file."""

    __tablename__ = "referral"
    subject = Subject.APPLICATIONS

    id: Mapped[str] = key()
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    participation_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K0
    )
    to_programme: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    referred_on: Mapped[date] = mapped_column(info=_K0)
    referred_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    outcome: Mapped[ReferralOutcome | None] = mapped_column(default=None, info=_K0)
    outcome_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
