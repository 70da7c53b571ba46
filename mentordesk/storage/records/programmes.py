"""Programmes (R1). What two rounds may differ on is one value: domain/templates.py writes and reads it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class ProgrammeRecord(Record):
    __tablename__ = "programme"
    subject = Subject.PROGRAMMES

    id: Mapped[ProgrammeId] = key()
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), unique=True, info=_K0)
    starts_on: Mapped[date] = mapped_column(info=_K0)
    ends_on: Mapped[date] = mapped_column(info=_K0)
    settings: Mapped[dict[str, object]] = mapped_column(JSON, info=_K0)


class DeadlineRecord(Record):
    """A day on which something in the programme is due."""

    __tablename__ = "deadline"
    subject = Subject.PROGRAMMES

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    setting: Mapped[str] = mapped_column(String(60), info=_K0)  # the template's entry
    title: Mapped[dict[str, str]] = mapped_column(JSON, info=_K0)
    due_on: Mapped[date] = mapped_column(info=_K0)
    done_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    pinned: Mapped[bool | None] = mapped_column(default=None, info=_K0)  # moved by hand: a new plan leaves it there
