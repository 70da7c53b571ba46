"""Which days have something at all, without reading what: bounds, and marks by day for small months.

The rows themselves are agenda.py's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.queries.agenda_marks import Mark
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store

_DAY = timedelta(1)
_AT_THE_END = 50  # meetings
_ZONE = "Europe/Oslo"
Marks = Mapping[Mark, int]
"""How many of each; the order is that of Mark."""


def day_marks(store: Store, programme: ProgrammeId | None, *, first: date, last: date) -> Mapping[date, Marks]:
    """Only days that have something; what was cancelled is left out. Counted by the file, however many there are."""
    day = func.date(MeetingDayRecord.starts_at)
    meetings = (
        select(day, MeetingRecord.kind, func.count())
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(
            MeetingDayRecord.starts_at >= datetime.combine(first, time.min),
            MeetingDayRecord.starts_at < datetime.combine(last + _DAY, time.min),
            MeetingRecord.status != MeetingStatus.CANCELLED,
        )
        .group_by(day, MeetingRecord.kind)
    )
    due = select(DeadlineRecord.due_on, func.count()).where(DeadlineRecord.due_on.between(first, last))
    if programme is not None:
        meetings = meetings.where(MeetingRecord.programme_id == programme)
        due = due.where(DeadlineRecord.programme_id == programme)
    found: dict[date, dict[Mark, int]] = {}
    with store.reading() as session:
        for said, kind, count in session.execute(meetings):
            there = found.setdefault(date.fromisoformat(said), {})
            there[Mark.of(kind)] = there.get(Mark.of(kind), 0) + count
        for due_on, count in session.execute(due.group_by(DeadlineRecord.due_on)):
            found.setdefault(due_on, {})[Mark.DEADLINE] = count
    return {on: {mark: marks[mark] for mark in Mark if mark in marks} for on, marks in sorted(found.items())}


def agenda_bounds(store: Store, programme: ProgrammeId | None) -> tuple[date, date] | None:
    """The first and the last day that have a meeting or a deadline; None where there are none."""
    due = select(func.min(DeadlineRecord.due_on), func.max(DeadlineRecord.due_on))
    if programme is not None:
        due = due.where(DeadlineRecord.programme_id == programme)
    with store.reading() as session:
        ends = [_outermost(session, programme, last=last) for last in (False, True)]
        days = [*(each.date() for each in ends if each), *(each for each in session.execute(due).one() if each)]
    return (min(days), max(days)) if days else None


def _outermost(session: Session, programme: ProgrammeId | None, *, last: bool) -> datetime | None:
    """The begin of the first or the last meeting; asked for by programme, the file would go through all of them,
    while the programme in view mostly has one among the first or last few."""
    at = MeetingDayRecord.starts_at
    every = select(at, MeetingRecord.programme_id).join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
    for starts_at, of in session.execute(every.order_by(at.desc() if last else at).limit(_AT_THE_END)):
        if programme in (None, of):
            return starts_at
    if programme is None:
        return None
    theirs = select(func.max(at) if last else func.min(at))
    theirs = theirs.join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
    return session.scalar(theirs.where(MeetingRecord.programme_id == programme))


def first_day(store: Store, meeting: MeetingId) -> date | None:
    """Of a meeting of several days, whichever of them is looked at; None where the meeting is gone."""
    with store.reading() as session:
        starts = session.scalar(
            select(func.min(MeetingDayRecord.starts_at)).where(MeetingDayRecord.meeting_id == meeting)
        )
    return None if starts is None else starts.date()


def programme_zone(store: Store, programme: ProgrammeId | None) -> str:
    """Whose hours a grid shows; over all programmes the newest one's, and those of both countries are the same."""
    with store.reading() as session:
        zones = [each.settings.zone for each in programmes_over(session) if programme in (None, each.id)]
    return zones[-1] if zones else _ZONE
