"""Tasks and issues of the team as alerts look at them (R4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.views import IssueInView, TaskInView
from mentordesk.domain.ids import IssueId, ProgrammeId, TaskId
from mentordesk.storage.records import IssueRecord, ParticipationRecord, PersonRecord, TeamTaskRecord


@dataclass(frozen=True, slots=True)
class Task:
    id: TaskId
    view: TaskInView


@dataclass(frozen=True, slots=True)
class Issue:
    id: IssueId
    view: IssueInView


def team_tasks(session: Session, day: date) -> Mapping[ProgrammeId, Sequence[Task]]:
    """With a day, and not done by then."""
    rows = session.execute(
        select(
            TeamTaskRecord.id,
            TeamTaskRecord.programme_id,
            TeamTaskRecord.text,
            TeamTaskRecord.due_on,
            PersonRecord.given_name,
            PersonRecord.family_name,
        )
        .outerjoin(ParticipationRecord, ParticipationRecord.id == TeamTaskRecord.owner_id)
        .outerjoin(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(
            TeamTaskRecord.due_on.is_not(None),
            or_(TeamTaskRecord.done_on.is_(None), TeamTaskRecord.done_on > day),
        )
        .order_by(TeamTaskRecord.id)
    )
    found: defaultdict[ProgrammeId, list[Task]] = defaultdict(list)
    for id_, programme, text, due_on, given, family in rows:
        owner = f"{given or ''} {family or ''}".strip()
        found[programme].append(Task(id_, TaskInView(day, text, owner, due_on)))
    return found


def open_issues(session: Session, day: date) -> Mapping[ProgrammeId, Sequence[Issue]]:
    """Opened and not closed by that day, with a day for their next step."""
    rows = session.execute(
        select(
            IssueRecord.id,
            IssueRecord.programme_id,
            IssueRecord.title,
            IssueRecord.next_step,
            IssueRecord.next_on,
        )
        .where(
            IssueRecord.next_on.is_not(None),
            IssueRecord.opened_on <= day,
            or_(IssueRecord.closed_on.is_(None), IssueRecord.closed_on > day),
        )
        .order_by(IssueRecord.id)
    )
    found: defaultdict[ProgrammeId, list[Issue]] = defaultdict(list)
    for id_, programme, title, next_step, next_on in rows:
        found[programme].append(Issue(id_, IssueInView(day, title, next_step, next_on)))
    return found
