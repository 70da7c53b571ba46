"""Forms that came back: that they did, and anonymous answers to what was asked (R60, R75).

Of a form no value, no file and no name of a file is kept here: what may be taken of it lies where it belongs. An
anonymous answer has no way back to a person or to the form that it stood on.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.domain.surveys import SurveyMoment
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)
_DIGEST_LENGTH = 64  # sha256, as hexadecimal
_CODE_LENGTH = 20


class ReturnedFormRecord(Record):
    """`digest`, of whose form it was and what may be read of it, tells a second reading of the same."""

    __tablename__ = "returned_form"
    subject = Subject.DOCUMENTS

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K1)
    participation_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K1
    )
    pair_id: Mapped[PairId | None] = mapped_column(ForeignKey("pair.id"), index=True, default=None, info=_K1)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K1)
    kind: Mapped[str] = mapped_column(String(60), info=_K1)
    version: Mapped[int] = mapped_column(info=_K1)  # of the form's kind
    digest: Mapped[str] = mapped_column(String(_DIGEST_LENGTH), index=True, info=_K1)
    returned_on: Mapped[date] = mapped_column(info=_K1)
    taken: Mapped[int] = mapped_column(info=_K1)  # how many of its answers went into the file


class SurveyAnswerRecord(Record):
    """One returned sheet; answers are kept by the digest of their question's wording, so that none ever moves."""

    __tablename__ = "survey_answer"
    subject = Subject.DOCUMENTS

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K1)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K1)
    survey: Mapped[str] = mapped_column(String(60), info=_K1)
    moment: Mapped[SurveyMoment | None] = mapped_column(default=None, info=_K1)
    role: Mapped[Role | None] = mapped_column(default=None, info=_K1)
    code: Mapped[str] = mapped_column(String(_CODE_LENGTH), default="", info=_K1)  # of a person who chose one
    scores: Mapped[dict[str, int]] = mapped_column(JSON, info=_K1)
    words: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True), default=None, info=_K1)
    returned_on: Mapped[date] = mapped_column(info=_K1)
