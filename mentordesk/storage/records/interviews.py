"""Interviews and their ratings, which feed the matching (R23). The applicant may ask to read all of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import InterviewId, MeetingId, ParticipationId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)


class InterviewRecord(Record):
    __tablename__ = "interview"
    subject = Subject.INTERVIEWS

    id: Mapped[InterviewId] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K1)
    held_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
    interviewer: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K1)
    notes: Mapped[str] = mapped_column(String(TEXT_LENGTH), default="", info=_K1)


class RatingRecord(Record):
    """One rating of an interview, 1 to 5, with the words that show it."""

    __tablename__ = "rating"
    subject = Subject.INTERVIEWS
    __table_args__ = (
        UniqueConstraint("interview_id", "rating_key"),
        CheckConstraint("points BETWEEN 1 AND 5", name="one_to_five"),
    )

    id: Mapped[str] = key()
    interview_id: Mapped[InterviewId] = mapped_column(ForeignKey("interview.id"), index=True, info=_K1)
    rating_key: Mapped[str] = mapped_column(String(60), info=_K1)
    points: Mapped[int] = mapped_column(info=_K1)
    evidence: Mapped[str] = mapped_column(String(TEXT_LENGTH), default="", info=_K1)


class InterviewAnswerRecord(Record):
    """What was answered to one question of the guide."""

    __tablename__ = "interview_answer"
    subject = Subject.INTERVIEWS
    __table_args__ = (UniqueConstraint("interview_id", "question_key"),)

    id: Mapped[str] = key()
    interview_id: Mapped[InterviewId] = mapped_column(ForeignKey("interview.id"), index=True, info=_K1)
    question_key: Mapped[str] = mapped_column(String(60), info=_K1)
    answer: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K1)


class ChemistryRecord(Record):
    """The programme manager's note on how two would get on, 1 to 5; sparse by nature."""

    __tablename__ = "chemistry"
    subject = Subject.INTERVIEWS
    __table_args__ = (
        UniqueConstraint("mentee_id", "mentor_id"),
        CheckConstraint("points BETWEEN 1 AND 5", name="one_to_five"),
    )

    id: Mapped[str] = key()
    mentee_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    mentor_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    points: Mapped[int] = mapped_column(info=_K1)
