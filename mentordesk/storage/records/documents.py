"""What was printed for whom; the pages themselves lie where the user put them (R67, R80)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.ids import DocumentId, MeetingId, PairId, ParticipationId, ProgrammeId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class DocumentRecord(Record):
    __tablename__ = "document"
    subject = Subject.DOCUMENTS

    id: Mapped[DocumentId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    pair_id: Mapped[PairId | None] = mapped_column(ForeignKey("pair.id"), index=True, default=None, info=_K0)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K0)
    participation_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K0
    )
    kind: Mapped[str] = mapped_column(String(60), info=_K0)
    languages: Mapped[list[str]] = mapped_column(JSON, info=_K0)
    file_name: Mapped[str] = mapped_column(String(255), info=_K0)
    pages: Mapped[int] = mapped_column(info=_K0)
    made_at: Mapped[datetime] = mapped_column(info=_K0)
