"""The call of a programme and the channels it went out by (R26)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ChannelId, ProgrammeId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class CallRecord(Record):
    __tablename__ = "call"
    subject = Subject.PROGRAMMES

    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), primary_key=True, info=_K0)
    texts: Mapped[dict[str, str]] = mapped_column(JSON, info=_K0)  # by the code of the language
    opens_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    closes_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class CallChannelRecord(Record):
    __tablename__ = "call_channel"
    subject = Subject.PROGRAMMES

    id: Mapped[ChannelId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    published_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    until_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
