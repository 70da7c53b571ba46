"""The team's own meetings with what was decided there and who does what, and all its tasks (R4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import IssueId, MeetingId, ParticipationId, ProgrammeId, TaskId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import KINDS, MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg
from mentordesk.storage.records import (
    IssueRecord,
    MeetingDayRecord,
    MeetingRecord,
    ParticipationRecord,
    PersonRecord,
    TeamDecisionRecord,
    TeamTaskRecord,
)
from mentordesk.storage.store import Store

TEAM_KINDS = tuple(kind.key for kind in KINDS if Role.TEAM in kind.audience)
"""Kinds of meetings that are the team's own."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One without a meeting and an issue is somebody's own reminder."""

    id: TaskId
    text: str
    owner: ParticipationId | None
    owner_name: str
    due_on: date | None
    done_on: date | None
    meeting: MeetingId | None
    meeting_day: date | None
    issue: IssueId | None
    issue_title: str


@dataclass(frozen=True, slots=True)
class TeamMeeting:
    """Decisions in the order in which they were taken."""

    id: MeetingId
    kind: str
    title: Sayable
    starts_at: datetime
    ends_at: datetime
    place: str
    status: MeetingStatus
    decisions: tuple[str, ...]
    tasks: tuple[TaskRow, ...]


def team_meetings(store: Store, programme: ProgrammeId) -> tuple[TeamMeeting, ...]:
    """In the order of their days; cancelled ones are left out."""
    with store.reading() as session:
        return meetings_over(session, programme)


def team_tasks(store: Store, programme: ProgrammeId, *, done: bool = False) -> tuple[TaskRow, ...]:
    """The open ones by their day, those without one last; `done`: those that are done after them, the newest first."""
    with store.reading() as session:
        found = tasks_over(session, programme)
    still = [task for task in found if task.done_on is None]
    over = sorted(
        (task for task in found if task.done_on is not None), key=lambda task: task.done_on or date.min, reverse=True
    )
    return (*still, *over) if done else tuple(still)


def team_meeting_over(session: Session, meeting: MeetingId) -> MeetingRecord:
    """
    Raises:
        Refused: no such meeting, or none of the team's own.
    """
    record = session.get(MeetingRecord, meeting)
    if record is None:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    if record.kind not in TEAM_KINDS or record.pair_id is not None or record.participation_id is not None:
        raise Refused(msg("Decisions and tasks are noted of the team's own meetings."))
    return record


def meetings_over(session: Session, programme: ProgrammeId, also: MeetingId | None = None) -> tuple[TeamMeeting, ...]:
    """Within a reading that goes on; `also`: one that is wanted though it was cancelled."""
    rows = session.execute(
        select(MeetingRecord, func.min(MeetingDayRecord.starts_at), func.max(MeetingDayRecord.ends_at))
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.programme_id == programme,
            MeetingRecord.kind.in_(TEAM_KINDS),
            MeetingRecord.pair_id.is_(None),
            (MeetingRecord.status != MeetingStatus.CANCELLED) | (MeetingRecord.id == (also or "")),
        )
        .group_by(MeetingRecord.id)
        .order_by(func.min(MeetingDayRecord.starts_at), MeetingRecord.id)
    ).all()
    decisions = _decisions(session, programme)
    tasks: defaultdict[MeetingId, list[TaskRow]] = defaultdict(list)
    for task in tasks_over(session, programme):
        if task.meeting is not None:
            tasks[task.meeting].append(task)
    return tuple(
        TeamMeeting(
            record.id,
            record.kind,
            title_of(record.kind, record.title),
            starts,
            ends,
            record.place,
            record.status,
            decisions.get(record.id, ()),
            tuple(tasks[record.id]),
        )
        for record, starts, ends in rows
    )


def _decisions(session: Session, programme: ProgrammeId) -> Mapping[MeetingId, tuple[str, ...]]:
    found: defaultdict[MeetingId, list[str]] = defaultdict(list)
    for meeting, text in session.execute(
        select(TeamDecisionRecord.meeting_id, TeamDecisionRecord.text)
        .join(MeetingRecord, MeetingRecord.id == TeamDecisionRecord.meeting_id)
        .where(MeetingRecord.programme_id == programme)
        .order_by(TeamDecisionRecord.number)
    ):
        found[meeting].append(text)
    return {meeting: tuple(texts) for meeting, texts in found.items()}


def tasks_over(session: Session, programme: ProgrammeId) -> tuple[TaskRow, ...]:
    """Done or not, by their day, those without one last."""
    days = (
        select(MeetingDayRecord.meeting_id, func.min(MeetingDayRecord.starts_at).label("first"))
        .group_by(MeetingDayRecord.meeting_id)
        .subquery()
    )
    rows = session.execute(
        select(TeamTaskRecord, PersonRecord.given_name, PersonRecord.family_name, days.c.first, IssueRecord.title)
        .outerjoin(ParticipationRecord, ParticipationRecord.id == TeamTaskRecord.owner_id)
        .outerjoin(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(days, days.c.meeting_id == TeamTaskRecord.meeting_id)
        .outerjoin(IssueRecord, IssueRecord.id == TeamTaskRecord.issue_id)
        .where(TeamTaskRecord.programme_id == programme)
    )
    found = (
        TaskRow(
            task.id,
            task.text,
            task.owner_id,
            f"{given or ''} {family or ''}".strip(),
            task.due_on,
            task.done_on,
            task.meeting_id,
            None if first is None else first.date(),
            task.issue_id,
            title or "",
        )
        for task, given, family, first, title in rows
    )
    return tuple(sorted(found, key=lambda task: (task.due_on or date.max, task.text.casefold(), task.id)))
