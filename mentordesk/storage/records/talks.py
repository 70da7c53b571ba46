"""Talks of a pair with the programme manager (R64): three questions, and no column for words."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.ids import MeetingId, PairId, TalkId
from mentordesk.domain.pairs import FitValue
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.storage.records.foundation import Record, kept, key

_K2 = kept(PrivacyClass.K2)


class PairTalkRecord(Record):
    """A talk that was held; challenges are issues of the team's, experiences rows of their own."""

    __tablename__ = "pair_talk"
    subject = Subject.GOALS

    id: Mapped[TalkId] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    meeting_id: Mapped[MeetingId | None] = mapped_column(
        ForeignKey("meeting.id"), unique=True, index=True, default=None, info=_K2
    )
    held_on: Mapped[date] = mapped_column(info=_K2)
    goals: Mapped[TalkGoals] = mapped_column(info=_K2)
    collaboration: Mapped[FitValue] = mapped_column(info=_K2)
    challenges: Mapped[TalkChallenges] = mapped_column(info=_K2)
    next_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
