"""Views of a list that somebody named (R12). What is searched for can be a name, so they lie in the file."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)


class SavedViewRecord(Record):
    __tablename__ = "saved_view"
    subject = Subject.VIEWS

    id: Mapped[str] = key()
    tab: Mapped[str] = mapped_column(String(40), info=_K1)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K1)
    programme_id: Mapped[ProgrammeId | None] = mapped_column(
        ForeignKey("programme.id"), index=True, default=None, info=_K1
    )
    view: Mapped[dict[str, object]] = mapped_column(JSON, info=_K1)
