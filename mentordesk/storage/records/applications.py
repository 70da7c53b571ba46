"""Applications and the dated steps of a status (R20, R24, R25); where somebody stands now is the participation's."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.applications import Origin
from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ChannelId, ParticipationId
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)


class ApplicationRecord(Record):
    """How somebody came into a programme; nobody has two of them, and not everybody has one."""

    __tablename__ = "application"
    subject = Subject.APPLICATIONS

    participation_id: Mapped[ParticipationId] = mapped_column(
        ForeignKey("participation.id"), primary_key=True, info=_K1
    )
    received_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
    origin: Mapped[Origin | None] = mapped_column(default=None, info=_K1)
    channel_id: Mapped[ChannelId | None] = mapped_column(
        ForeignKey("call_channel.id"), index=True, default=None, info=_K1
    )
    heard_of: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K1)  # as it was written
    letter: Mapped[str | None] = mapped_column(String(LETTER_LENGTH), default=None, info=_K1)
    informed_on: Mapped[date | None] = mapped_column(default=None, info=_K1)  # of what is kept (GDPR 13 and 14)


class StatusStepRecord(Record):
    """One step of a status, with its day and reason; files from before they were kept have none."""

    __tablename__ = "status_step"
    subject = Subject.PARTICIPATIONS

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    status: Mapped[ParticipationStatus] = mapped_column(info=_K1)
    reached_on: Mapped[date] = mapped_column(info=_K1)
    decided_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K1)
    reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
