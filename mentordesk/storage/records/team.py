"""The team's own work (R4): issues, decisions and tasks of its meetings, and experiences for the report (R64)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import IssueId, MeetingId, ParticipationId, ProgrammeId, TalkId, TaskId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)
_K2 = kept(PrivacyClass.K2)


class IssueRecord(Record):
    """A challenge, with its owner and its next step, until it is closed."""

    __tablename__ = "issue"
    subject = Subject.TEAM

    id: Mapped[IssueId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K2)
    title: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K2)
    next_step: Mapped[str] = mapped_column(String(TEXT_LENGTH), default="", info=_K2)
    next_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    owner_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K2
    )
    opened_on: Mapped[date] = mapped_column(info=_K2)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    talk_id: Mapped[TalkId | None] = mapped_column(ForeignKey("pair_talk.id"), index=True, default=None, info=_K2)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K2)


class TeamDecisionRecord(Record):
    __tablename__ = "team_decision"
    subject = Subject.TEAM
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[str] = key()
    meeting_id: Mapped[MeetingId] = mapped_column(ForeignKey("meeting.id"), index=True, info=_K1)
    number: Mapped[int] = mapped_column(info=_K1)  # 1 is the first
    text: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K1)


class TeamTaskRecord(Record):
    """Without a meeting and an issue it is a reminder of one's own."""

    __tablename__ = "team_task"
    subject = Subject.TEAM

    id: Mapped[TaskId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K1)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), index=True, default=None, info=_K1)
    issue_id: Mapped[IssueId | None] = mapped_column(ForeignKey("issue.id"), index=True, default=None, info=_K1)
    text: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K1)
    owner_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K1
    )
    due_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
    done_on: Mapped[date | None] = mapped_column(default=None, info=_K1)


class ExperienceRecord(Record):
    """What went well, in words that both of the pair let be used; withdrawn words are used no longer."""

    __tablename__ = "experience"
    subject = Subject.TEAM

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K2)
    talk_id: Mapped[TalkId | None] = mapped_column(ForeignKey("pair_talk.id"), index=True, default=None, info=_K2)
    text: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K2)
    agreed_on: Mapped[date] = mapped_column(info=_K2)  # both said on this day that it may be used
    noted_on: Mapped[date] = mapped_column(info=_K2)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
