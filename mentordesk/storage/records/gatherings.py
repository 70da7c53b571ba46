"""What a joint meeting is made of (R53): its programme, who is invited, and its groups."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import AgendaItemId, GroupId, MeetingId, PersonId
from mentordesk.domain.meetings import InviteAnswer
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Forward, Record, kept, key

_K0 = kept(PrivacyClass.K0)


class AgendaItemRecord(Record):
    """One item of a day's programme, counted from the day's begin, so that it moves with the meeting."""

    __tablename__ = "agenda_item"
    subject = Subject.MEETINGS

    id: Mapped[AgendaItemId] = key()
    meeting_day_id: Mapped[str] = mapped_column(ForeignKey("meeting_day.id"), index=True, info=_K0)
    begins_after: Mapped[int] = mapped_column(info=_K0)  # minutes
    minutes: Mapped[int] = mapped_column(info=_K0)
    title: Mapped[dict[str, str]] = mapped_column(JSON, info=_K0)
    room: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    note: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K0)


class AgendaSpeakerRecord(Record):
    """Somebody of the file, or a name as it was written."""

    __tablename__ = "agenda_speaker"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("agenda_item_id", "number"),)

    id: Mapped[str] = key()
    agenda_item_id: Mapped[AgendaItemId] = mapped_column(ForeignKey("agenda_item.id"), index=True, info=_K0)
    number: Mapped[int] = mapped_column(info=_K0)  # 1 is the first
    person_id: Mapped[PersonId | None] = mapped_column(ForeignKey("person.id"), index=True, default=None, info=_K0)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)


class InvitationRecord(Record):
    """That somebody was asked to a meeting, and the newest answer; a reply older than it is not taken."""

    __tablename__ = "invitation"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[str] = key()
    meeting_id: Mapped[MeetingId] = mapped_column(ForeignKey("meeting.id"), index=True, info=_K0)
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    invited_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    sequence_sent: Mapped[int | None] = mapped_column(  # of the calendar entry sent along
        default=None, info=kept(PrivacyClass.K0, forward_only=Forward.LARGEST)
    )
    answer: Mapped[InviteAnswer | None] = mapped_column(default=None, info=_K0)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=_K0)
    extra: Mapped[bool] = mapped_column(default=False, info=_K0)  # asked beyond the meeting's audience
    left_out: Mapped[bool] = mapped_column(default=False, info=_K0)  # of its audience, and not asked


class MeetingGroupRecord(Record):
    __tablename__ = "meeting_group"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[GroupId] = key()
    meeting_id: Mapped[MeetingId] = mapped_column(ForeignKey("meeting.id"), index=True, info=_K0)
    number: Mapped[int] = mapped_column(info=_K0)  # 1 is the first
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)


class GroupMemberRecord(Record):
    __tablename__ = "group_member"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("group_id", "person_id"),)

    id: Mapped[str] = key()
    group_id: Mapped[GroupId] = mapped_column(ForeignKey("meeting_group.id"), index=True, info=_K0)
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    held: Mapped[bool] = mapped_column(default=False, info=_K0)  # put there by hand: a new division leaves it
