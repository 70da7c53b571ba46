"""Goals of a pair (R62): number, dates and status; words only as far as the pair ticked "shared"."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import ConsentId, GoalId, PairId, TalkId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K2 = kept(PrivacyClass.K2)


class GoalDocumentRecord(Record):
    """The life of a pair's goal document: agreed, looked at halfway, closed. The paper is the pair's own."""

    __tablename__ = "goal_document"
    subject = Subject.GOALS

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), unique=True, index=True, info=_K2)
    version: Mapped[int] = mapped_column(default=1, info=_K2)
    agreed_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    mid_seen_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    next_review_on: Mapped[date | None] = mapped_column(default=None, info=_K2)


class GoalRecord(Record):
    """A goal; its words and its measure, where shared, hang on a consent each, as every shared text does."""

    __tablename__ = "goal"
    subject = Subject.GOALS
    __table_args__ = (UniqueConstraint("pair_id", "number"),)

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    number: Mapped[int] = mapped_column(info=_K2)
    set_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    due_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    status: Mapped[GoalStatus] = mapped_column(default=GoalStatus.OPEN, info=_K2)
    consent_id: Mapped[str | None] = mapped_column(ForeignKey("consent.id"), index=True, default=None, info=_K2)
    measure_consent_id: Mapped[ConsentId | None] = mapped_column(
        ForeignKey("consent.id"), index=True, default=None, info=_K2
    )


class GoalStepRecord(Record):
    """How a goal stood from a day on, and the talk in which that was said, if it was one."""

    __tablename__ = "goal_step"
    subject = Subject.GOALS

    id: Mapped[str] = key()
    goal_id: Mapped[GoalId] = mapped_column(ForeignKey("goal.id"), index=True, info=_K2)
    status: Mapped[GoalStatus] = mapped_column(info=_K2)
    reached_on: Mapped[date] = mapped_column(info=_K2)
    talk_id: Mapped[TalkId | None] = mapped_column(ForeignKey("pair_talk.id"), index=True, default=None, info=_K2)
