"""Meetings of a programme or a pair, day by day, with attendance (R50, R54). Times are the wall clock's."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, DateTime, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.meetings import Attendance, MeetingStatus
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Mode
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Forward, Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K2 = kept(PrivacyClass.K2)
# A meeting at nine stays at nine when the clocks change: local time in the programme's zone, no offset.
_WALL_CLOCK = DateTime(timezone=False)


class MeetingRecord(Record):
    __tablename__ = "meeting"
    subject = Subject.MEETINGS

    id: Mapped[MeetingId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    pair_id: Mapped[PairId | None] = mapped_column(ForeignKey("pair.id"), index=True, default=None, info=_K0)
    # Whose interview it is.
    participation_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K0
    )
    kind: Mapped[str] = mapped_column(String(40), info=_K0)
    setting: Mapped[str | None] = mapped_column(String(60), default=None, info=_K0)  # the template's entry
    title: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True), default=None, info=_K0)
    semester: Mapped[int | None] = mapped_column(default=None, info=_K0)
    status: Mapped[MeetingStatus] = mapped_column(default=MeetingStatus.PLANNED, info=_K0)
    mode: Mapped[Mode] = mapped_column(info=_K0)
    place: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    audience: Mapped[list[str]] = mapped_column(JSON, info=_K0)  # roles
    # Of the calendar entry, one more at each change and at each undo: what was sent out is never newer than the file.
    sequence: Mapped[int] = mapped_column(default=0, info=kept(PrivacyClass.K0, forward_only=Forward.COUNTED))
    changed_at: Mapped[datetime] = mapped_column(info=kept(PrivacyClass.K0, forward_only=Forward.CLOCK))
    # The most days it ever had; those it lost are cancelled in calendars. None: as many as it has now.
    days_ever: Mapped[int | None] = mapped_column(
        default=None, info=kept(PrivacyClass.K0, forward_only=Forward.LARGEST)
    )
    pinned: Mapped[bool | None] = mapped_column(default=None, info=_K0)  # moved by hand: a new plan leaves it there
    prepared_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class MeetingDayRecord(Record):
    """A number that a day had is never another day's: calendars know the day by it."""

    __tablename__ = "meeting_day"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[str] = key()
    meeting_id: Mapped[MeetingId] = mapped_column(ForeignKey("meeting.id"), index=True, info=_K0)
    number: Mapped[int] = mapped_column(info=_K0)  # 1 is the first day
    starts_at: Mapped[datetime] = mapped_column(_WALL_CLOCK, index=True, info=_K0)
    ends_at: Mapped[datetime] = mapped_column(_WALL_CLOCK, info=_K0)


class AttendanceRecord(Record):
    """Present or absent on one day; a reason is not kept."""

    __tablename__ = "attendance"
    subject = Subject.MEETINGS
    __table_args__ = (UniqueConstraint("meeting_day_id", "person_id"),)

    id: Mapped[str] = key()
    meeting_day_id: Mapped[str] = mapped_column(ForeignKey("meeting_day.id"), index=True, info=_K0)
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    attendance: Mapped[Attendance] = mapped_column(info=_K0)
    noted_on: Mapped[date] = mapped_column(info=_K0)
    followed_up_on: Mapped[date | None] = mapped_column(default=None, info=_K0)  # somebody absent heard from the team
