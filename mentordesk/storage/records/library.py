"""Compendium, book and other material, who has which, and what was asked for (R66)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import LibraryItemId, LoanId, ParticipationId, ProgrammeId, RequestId
from mentordesk.domain.library import ItemForm
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K1 = kept(PrivacyClass.K1)


class LibraryItemRecord(Record):
    """Without a programme it is for all of them; without a number of copies nobody counts them."""

    __tablename__ = "library_item"
    subject = Subject.DOCUMENTS
    __table_args__ = (CheckConstraint("copies IS NULL OR copies >= 0", name="copies_counted"),)

    id: Mapped[LibraryItemId] = key()
    programme_id: Mapped[ProgrammeId | None] = mapped_column(
        ForeignKey("programme.id"), index=True, default=None, info=_K0
    )
    title: Mapped[dict[str, str]] = mapped_column(JSON, info=_K0)
    form: Mapped[ItemForm] = mapped_column(info=_K0)
    for_roles: Mapped[list[str]] = mapped_column(JSON, info=_K0)
    copies: Mapped[int | None] = mapped_column(default=None, info=_K0)
    paper: Mapped[PaperKind | None] = mapped_column(default=None, info=_K0)  # in with everybody who gets it
    file_name: Mapped[str] = mapped_column(String(255), default="", info=_K0)
    ending: Mapped[str] = mapped_column(String(10), default="", info=_K0)  # lower case, no dot
    size: Mapped[int] = mapped_column(default=0, info=_K0)  # bytes
    sha256: Mapped[str] = mapped_column(String(64), default="", info=_K0)


class LibraryContentRecord(Record):
    """The file itself, in a row of its own, so that no list reads it by accident."""

    __tablename__ = "library_content"
    subject = Subject.DOCUMENTS

    item_id: Mapped[LibraryItemId] = mapped_column(ForeignKey("library_item.id"), primary_key=True, info=_K0)
    content: Mapped[bytes] = mapped_column(LargeBinary, info=_K0)


class LoanRecord(Record):
    """An item that somebody got; a file is only handed out, and never due or returned."""

    __tablename__ = "loan"
    subject = Subject.DOCUMENTS
    __table_args__ = (
        CheckConstraint("due_on IS NULL OR due_on >= handed_on", name="due_after_it_was_handed_out"),
        CheckConstraint("returned_on IS NULL OR returned_on >= handed_on", name="returned_after_it_was_handed_out"),
    )

    id: Mapped[LoanId] = key()
    item_id: Mapped[LibraryItemId] = mapped_column(ForeignKey("library_item.id"), index=True, info=_K0)
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    copy: Mapped[str] = mapped_column(String(60), default="", info=_K0)  # its number or mark
    handed_on: Mapped[date] = mapped_column(info=_K0)
    due_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    returned_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class MaterialRequestRecord(Record):
    """Material or training that somebody asked for; a task of the team's until it is answered."""

    __tablename__ = "material_request"
    subject = Subject.DOCUMENTS
    __table_args__ = (CheckConstraint("answered_on IS NULL OR answered_on >= asked_on", name="asked_before_answered"),)

    id: Mapped[RequestId] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    item_id: Mapped[LibraryItemId | None] = mapped_column(
        ForeignKey("library_item.id"), index=True, default=None, info=_K1
    )
    wanted: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K1)
    asked_on: Mapped[date] = mapped_column(info=_K1)
    answer: Mapped[str] = mapped_column(String(TEXT_LENGTH), default="", info=_K1)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
