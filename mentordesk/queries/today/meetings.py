"""Meetings and deadlines as alerts look at them; each list is asked once, whatever its length."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.views import Appointment
from mentordesk.domain.ids import MeetingId, PairId, PersonId, ProgrammeId
from mentordesk.domain.meetings import KINDS, Attendance, MeetingStatus, meeting_kind
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Sayable, Wording
from mentordesk.queries.who_is_asked import in_them
from mentordesk.storage.records import (
    AttendanceRecord,
    DeadlineRecord,
    InvitationRecord,
    LogbookEntryRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    PairTalkRecord,
    PersonRecord,
)

NOT_DISSOLVED = RUNNING | {PairStatus.COMPLETED}  # a completed pair is silent, but its conversations count
_WATCHED = tuple(kind.key for kind in KINDS if kind.of_a_pair)


@dataclass(slots=True)
class JointMeeting:
    """A meeting of the programme; `absent` are people who missed a day of it and whom nobody has followed up."""

    id: MeetingId
    kind: str
    setting: str | None
    title: Sayable
    status: MeetingStatus
    prepared: bool
    unanswered: int  # who was invited, is still asked, and has not said whether she comes
    days: list[date] = field(default_factory=list)
    noted: bool = False
    absent: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    id: str
    title: Wording
    due_on: date
    done_on: date | None


def joint_meetings(session: Session) -> Mapping[ProgrammeId, Sequence[JointMeeting]]:
    """Of every programme, in the order of their first days; cancelled ones are left out."""
    rows = session.execute(
        select(
            MeetingRecord.id,
            MeetingRecord.programme_id,
            MeetingRecord.kind,
            MeetingRecord.setting,
            MeetingRecord.title,
            MeetingRecord.status,
            MeetingRecord.prepared_on,
            MeetingDayRecord.starts_at,
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.participation_id.is_(None),  # an interview asks one person alone
            MeetingRecord.status != MeetingStatus.CANCELLED,
        )
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    meetings: dict[MeetingId, JointMeeting] = {}
    found: defaultdict[ProgrammeId, list[JointMeeting]] = defaultdict(list)
    unanswered = _unanswered(session)
    for id_, programme, kind, setting, title, status, prepared_on, starts_at in rows:
        if id_ not in meetings:
            said = Wording.of(title) if title else meeting_kind(kind).title
            prepared = prepared_on is not None
            meetings[id_] = JointMeeting(id_, kind, setting, said, status, prepared, unanswered.get(id_, 0))
            found[programme].append(meetings[id_])
        meetings[id_].days.append(starts_at.date())
    _note_attendance(session, meetings)
    return found


def _unanswered(session: Session) -> Mapping[MeetingId, int]:
    """How many were invited, are still asked, and have not answered, of the meetings where somebody has not."""
    rows = session.execute(
        select(
            InvitationRecord.meeting_id,
            InvitationRecord.person_id,
            InvitationRecord.extra,
            MeetingRecord.programme_id,
            MeetingRecord.audience,
        )
        .join(MeetingRecord, MeetingRecord.id == InvitationRecord.meeting_id)
        .join(PersonRecord, PersonRecord.id == InvitationRecord.person_id)
        .where(
            InvitationRecord.invited_on.is_not(None),
            InvitationRecord.answer.is_(None),
            InvitationRecord.left_out.is_(False),
            PersonRecord.restricted_on.is_(None),
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.status == MeetingStatus.PLANNED,
        )
    ).all()
    roles: defaultdict[ProgrammeId, set[Role]] = defaultdict(set)
    for *_, programme, audience in rows:
        roles[programme] |= {Role(role) for role in audience}
    there = in_them(session, roles) if roles else {}
    asked: dict[MeetingId, Collection[PersonId]] = {}
    found: defaultdict[MeetingId, int] = defaultdict(int)
    for meeting, person, extra, programme, audience in rows:
        if meeting not in asked:
            asked[meeting] = there[programme].asked(audience, of_a_pair=False)
        found[meeting] += extra or person in asked[meeting]
    return found


def _note_attendance(session: Session, meetings: Mapping[MeetingId, JointMeeting]) -> None:
    missed = and_(AttendanceRecord.attendance == Attendance.ABSENT, AttendanceRecord.followed_up_on.is_(None))
    rows = session.execute(
        select(
            MeetingDayRecord.meeting_id,
            func.count(case((missed, AttendanceRecord.person_id)).distinct()),
        )
        .join(MeetingDayRecord, MeetingDayRecord.id == AttendanceRecord.meeting_day_id)
        .group_by(MeetingDayRecord.meeting_id)
    )
    for id_, absent in rows:
        if (meeting := meetings.get(id_)) is not None:
            meeting.noted, meeting.absent = True, absent


def appointments(session: Session) -> Mapping[PairId, Sequence[Appointment]]:
    """Conversations and talks of pairs not dissolved, in the order of their days; cancelled ones are left out.

    A held conversation that has its logbook entry is left out too: the entry says more. A talk may have been held
    without having been in the calendar.
    """
    rows = session.execute(
        select(
            MeetingRecord.pair_id,
            MeetingRecord.kind,
            MeetingRecord.status,
            MeetingDayRecord.starts_at,
            PairTalkRecord.id,
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .join(PairRecord, PairRecord.id == MeetingRecord.pair_id)
        .outerjoin(LogbookEntryRecord, LogbookEntryRecord.meeting_id == MeetingRecord.id)
        .outerjoin(PairTalkRecord, PairTalkRecord.meeting_id == MeetingRecord.id)
        .where(
            PairRecord.status.in_(NOT_DISSOLVED),
            MeetingRecord.kind.in_(_WATCHED),
            MeetingRecord.status != MeetingStatus.CANCELLED,
            MeetingDayRecord.number == 1,
            LogbookEntryRecord.id.is_(None),
        )
        .order_by(MeetingDayRecord.starts_at)
    )
    found: defaultdict[PairId, list[Appointment]] = defaultdict(list)
    for pair, kind, status, starts_at, talk in rows:
        if pair is not None:
            noted = bool(talk) or kind != "pair_talk" or status is not MeetingStatus.HELD
            found[pair].append(Appointment(kind, starts_at.date(), status, noted))
    for pair, held_on in session.execute(
        select(PairTalkRecord.pair_id, PairTalkRecord.held_on).where(PairTalkRecord.meeting_id.is_(None))
    ):
        insort(found[pair], Appointment("pair_talk", held_on, MeetingStatus.HELD), key=lambda each: each.day)
    return found


def deadlines(session: Session) -> Mapping[ProgrammeId, Sequence[Deadline]]:
    rows = session.execute(
        select(
            DeadlineRecord.programme_id,
            DeadlineRecord.id,
            DeadlineRecord.title,
            DeadlineRecord.due_on,
            DeadlineRecord.done_on,
        )
    )
    found: defaultdict[ProgrammeId, list[Deadline]] = defaultdict(list)
    for programme, number, title, due_on, done_on in rows:
        found[programme].append(Deadline(number, Wording.of(title), due_on, done_on))
    return found
