"""Files that show something of a participant (R22); what each may weigh is settled in the domain."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import AttachmentId, ParticipationId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)


class AttachmentRecord(Record):
    """What is known of a file without reading it."""

    __tablename__ = "attachment"
    subject = Subject.CRITERIA

    id: Mapped[AttachmentId] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    paper: Mapped[PaperKind | None] = mapped_column(default=None, info=_K1)
    criterion: Mapped[str | None] = mapped_column(String(60), default=None, info=_K1)
    file_name: Mapped[str] = mapped_column(String(255), info=_K1)
    ending: Mapped[str] = mapped_column(String(10), info=_K1)  # lower case, no dot
    size: Mapped[int] = mapped_column(info=_K1)  # bytes
    sha256: Mapped[str] = mapped_column(String(64), info=_K1)
    added_on: Mapped[date] = mapped_column(info=_K1)
    added_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K1)


class AttachmentContentRecord(Record):
    """The file itself, in a row of its own, so that no list reads it by accident."""

    __tablename__ = "attachment_content"
    subject = Subject.CRITERIA

    attachment_id: Mapped[AttachmentId] = mapped_column(ForeignKey("attachment.id"), primary_key=True, info=_K1)
    content: Mapped[bytes] = mapped_column(LargeBinary, info=_K1)
