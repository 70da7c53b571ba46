"""A programme's own words and look: texts that replace the program's own (R66b, R80), logo and colour of its papers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId, TextId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.languages import LanguageCode
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_COLOUR_LENGTH = 7  # "#00609f"


class OwnTextRecord(Record):
    """One version of a text; the highest holds, and a row is never changed."""

    __tablename__ = "own_text"
    subject = Subject.DOCUMENTS
    __table_args__ = (UniqueConstraint("programme_id", "text", "language", "version"),)

    id: Mapped[TextId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    text: Mapped[str] = mapped_column(String(60), info=_K0)  # its key among the texts that may be replaced
    language: Mapped[LanguageCode] = mapped_column(info=_K0)
    version: Mapped[int] = mapped_column(info=_K0)  # 1 is the first
    subject_line: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    body: Mapped[str] = mapped_column(String(LETTER_LENGTH), info=_K0)
    original: Mapped[bool] = mapped_column(default=False, info=_K0)  # back to the program's own; then body is ""
    made_at: Mapped[datetime] = mapped_column(info=_K0)
    made_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)


class LookRecord(Record):
    __tablename__ = "look"
    subject = Subject.DOCUMENTS

    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), primary_key=True, info=_K0)
    colour: Mapped[str] = mapped_column(String(_COLOUR_LENGTH), default="", info=_K0)  # "": the program's own
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=_K0)  # a PNG that the program wrote
    logo_says: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True), default=None, info=_K0)
