"""A whole programme on one axis of time: its lanes, its pairs' conversations, the days kept free (R52, ux 5.2).

Which lane a meeting lies in is domain/lanes.py; a pair's row is its strip in logbooks.py, so the two never disagree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.lanes import (
    LANES,
    Bar,
    FreeStretch,
    Lane,
    WeekCount,
    lane_of_deadline,
    lane_of_kind,
)
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.plan import Semester, semesters_from
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Sayable, Wording, nmsg
from mentordesk.queries.conversations import Outcome
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.logbooks import PairStrip, logbooks
from mentordesk.queries.obstacles import kept_free
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store

_TOGETHER = frozenset({"interview", "pair_talk"})
"""Kinds of which there are as many as people: a span for each semester says enough."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`first` and `last` are the ends of the axis: everything lies between them."""

    programme: ProgrammeId
    letterhead: Letterhead
    starts_on: date
    ends_on: date
    first: date
    last: date
    semesters: tuple[Semester, ...]
    lanes: tuple[Lane, ...]
    weeks: tuple[WeekCount, ...]  # those with a conversation, in order
    pairs: tuple[PairStrip, ...]
    free: tuple[FreeStretch, ...]


def timeline(store: Store, programme: ProgrammeId, *, today: date) -> Timeline:
    """Raises KeyError for an id that no programme bears."""
    with store.reading() as session:
        known = programme_of(session, programme)
        head = letterhead_over(session, known)
        meetings = _meetings(session, programme)
        bars = _bars(known, meetings)
        for key, bar in _deadlines(session, known):
            bars[key].append(bar)
    pairs = logbooks(store, programme, today=today)
    lanes = tuple(Lane(each.key, each.title, tuple(sorted(bars[each.key], key=_order))) for each in LANES)
    weeks = _weeks(pairs)
    days = [known.starts_on, known.ends_on, *(each.monday for each in weeks)]
    days += [day for lane in lanes for bar in lane.bars for day in (bar.first, bar.last)]
    days += [each.monday + timedelta(6) for each in weeks]
    first, last = min(days), max(days)
    return Timeline(
        programme=programme,
        letterhead=head,
        starts_on=known.starts_on,
        ends_on=known.ends_on,
        first=first,
        last=last,
        semesters=semesters_from(known.settings, known.starts_on),
        lanes=lanes,
        weeks=weeks,
        pairs=pairs,
        free=tuple(free_stretches(known, first, last)),
    )


def free_stretches(programme: Programme, first: date, last: date) -> Iterator[FreeStretch]:
    """Public holidays and what the programme keeps free beside them; a week-end within such days belongs to them."""
    free = FreeDays(programme.settings.country, programme.settings.avoided)
    begun: date | None = None
    latest, why = first, None
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        if day.isoweekday() > 5:
            continue
        told = free.why(day)
        if told != why or (begun is not None and (day - latest).days > 3):
            if begun is not None and why is not None:
                yield FreeStretch(begun, latest, why)
            begun, why = (day if told else None), told
        latest = day
    if begun is not None and why is not None:
        yield FreeStretch(begun, latest, why)


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: MeetingId
    kind: str
    title: Sayable
    semester: int | None
    status: MeetingStatus
    first: date
    last: date


def _meetings(session: Session, programme: ProgrammeId) -> Sequence[_Meeting]:
    """All but the conversations, which the pairs' strips hold, and what is cancelled."""
    record = MeetingRecord
    rows = session.execute(
        select(
            *(record.id, record.kind, record.title, record.semester, record.status),
            *(MeetingDayRecord.starts_at, MeetingDayRecord.ends_at),
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == record.id)
        .where(
            record.programme_id == programme,
            record.kind.not_in(CONVERSATIONS),
            record.status != MeetingStatus.CANCELLED,
        )
        .order_by(MeetingDayRecord.starts_at)
    )
    found: dict[MeetingId, _Meeting] = {}
    for id_, kind, title, semester, status, starts, ends in rows:
        begun = found[id_].first if id_ in found else _day(starts)
        found[id_] = _Meeting(id_, kind, title_of(kind, title), semester, status, begun, _day(ends))
    return tuple(found.values())


def _day(moment: datetime) -> date:
    return moment.date()


def _bars(programme: Programme, meetings: Sequence[_Meeting]) -> defaultdict[str, list[Bar]]:
    bars: defaultdict[str, list[Bar]] = defaultdict(list)
    together: defaultdict[tuple[str, int | None], list[_Meeting]] = defaultdict(list)
    for each in meetings:
        if each.kind in _TOGETHER:
            together[each.kind, each.semester].append(each)
            continue
        over = each.status is MeetingStatus.HELD
        free = None if over else kept_free(programme, each.first)
        bars[lane_of_kind(each.kind)].append(
            Bar(each.first, each.last, each.title, meeting=each.id, over=over, conflicts=(free,) if free else ())
        )
    for (kind, _), theirs in together.items():
        first, last = min(each.first for each in theirs), max(each.last for each in theirs)
        bars[lane_of_kind(kind)].append(Bar(first, last, _several(kind, len(theirs))))
    return bars


def _several(kind: str, count: int) -> Sayable:
    if kind == "interview":
        return nmsg("{count} interview", "{count} interviews", count)
    return nmsg("{count} pair talk", "{count} pair talks", count)


def _deadlines(session: Session, programme: Programme) -> Iterator[tuple[str, Bar]]:
    for record in session.scalars(select(DeadlineRecord).where(DeadlineRecord.programme_id == programme.id)):
        over = record.done_on is not None
        free = None if over else kept_free(programme, record.due_on)
        title = Wording.of(record.title)
        yield (
            lane_of_deadline(record.setting),
            Bar(record.due_on, record.due_on, title, deadline=record.id, over=over, conflicts=(free,) if free else ()),
        )


def _weeks(pairs: Sequence[PairStrip]) -> tuple[WeekCount, ...]:
    took_place = (mark for pair in pairs for mark in pair.conversations if mark.outcome is not Outcome.CANCELLED)
    held = Counter(_monday(mark.day) for mark in took_place)
    planned = Counter(_monday(mark.day) for pair in pairs for mark in pair.planned)
    return tuple(WeekCount(monday, held[monday], planned[monday]) for monday in sorted({*held, *planned}))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _order(bar: Bar) -> tuple[date, date, str]:
    return bar.first, bar.last, bar.number
