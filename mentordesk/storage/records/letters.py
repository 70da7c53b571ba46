"""Letters that were written to participants: that there was one, never its words (R24)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.letter_ways import LetterWay
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.languages import LanguageCode
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class LetterRecord(Record):
    __tablename__ = "letter"
    subject = Subject.LETTERS

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    kind: Mapped[str] = mapped_column(String(60), info=_K0)
    language: Mapped[LanguageCode] = mapped_column(info=_K0)
    made_at: Mapped[datetime] = mapped_column(info=_K0)
    way: Mapped[LetterWay | None] = mapped_column(default=None, info=_K0)  # None: a draft, as they all were once
    sent_on: Mapped[date | None] = mapped_column(default=None, info=_K0)  # by hand: the program never sends
