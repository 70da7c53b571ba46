"""The programme on one sheet for the wall (ux 5.2): its lanes over time, as a drawing that also says them in words.

Nobody's name is on it. What lies in which lane comes in with the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.documents.blocks import Block, Days, Document, Figure, Letterhead, Paragraph, Title
from mentordesk.documents.shapes import Area, Shade, Shape, Stroke, Words
from mentordesk.domain.lanes import CONVERSATION_LANE, Bar, FreeStretch, Lane, WeekCount
from mentordesk.domain.plan import Semester
from mentordesk.i18n.message import Listed, Message, msg

WALL_TITLE = msg("Programme on one page")

_NAMES = 0.14  # of the width, for the lanes' names
_HEAD = 34.0  # points, for semesters and months
_LANE = 33.0
_BAR = 9.0
_AFTER = 0.11  # for the titles of what lies at the end
_LINE = 9.5
_TITLE = 0.13  # of the width, that a title may need


@dataclass(frozen=True, slots=True, kw_only=True)
class WallContent:
    letterhead: Letterhead
    made_on: date
    first: date
    last: date
    semesters: tuple[Semester, ...]
    lanes: tuple[Lane, ...]
    weeks: tuple[WeekCount, ...] = ()
    free: tuple[FreeStretch, ...] = ()


def programme_wall(content: WallContent) -> Document:
    """The sheet as blocks."""
    return Document(WALL_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)), landscape=True)


def _blocks(content: WallContent) -> Iterator[Block]:
    yield Title(WALL_TITLE, Days(content.first, content.last))
    lanes = tuple(lane for lane in content.lanes if lane.bars or (lane.key == CONVERSATION_LANE and content.weeks))
    axis = _Axis(content.first, content.last)
    yield Figure(_says(lanes, content), _HEAD + _LANE * len(lanes) + 2, tuple(_shapes(content, lanes, axis)))
    yield Paragraph(msg("Grey: days kept free. A line: a deadline. The wave: conversations a week."), quiet=True)


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def at(self, day: date) -> float:
        """The day's beginning, as a share of the width."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return _NAMES + min(1.0, max(0.0, share)) * (1 - _NAMES - _AFTER)


def _shapes(content: WallContent, lanes: tuple[Lane, ...], axis: _Axis) -> Iterator[Shape]:
    bottom = _HEAD + _LANE * len(lanes)
    for stretch in content.free:
        yield Area(axis.at(stretch.first), axis.at(stretch.last + timedelta(1)), _HEAD, bottom, Shade.TINT, least=0.8)
    yield from _head(content, axis, bottom)
    for number, lane in enumerate(lanes):
        top = _HEAD + number * _LANE
        yield Stroke(0, 1, top, top)
        yield Words(lane.title, 0, _NAMES - 0.01, top, top + _LANE, strong=True)
        if lane.key == CONVERSATION_LANE:
            yield from _wave(content.weeks, axis, top + 4, top + _LANE - 1)
        else:
            yield from _bars(lane, axis, top)
    yield Stroke(0, 1, bottom, bottom)


def _head(content: WallContent, axis: _Axis, bottom: float) -> Iterator[Shape]:
    for semester in content.semesters:
        left, right = axis.at(semester.starts_on), axis.at(semester.ends_on)
        yield Words(msg("Semester {number}", number=semester.number), left + 0.003, right, 0, 15, strong=True)
        yield Stroke(left, left, 0, bottom, Shade.QUIET)
    for month in _months(content.first, content.last):
        left = axis.at(month)
        yield Stroke(left, left, 17, _HEAD)
        short = msg("{month}/{year}", month=month.month, year=f"{month:%y}")
        yield Words(short, left + 0.002, 1, 17, _HEAD, 7.0)


def _bars(lane: Lane, axis: _Axis, top: float) -> Iterator[Shape]:
    """Under them their titles, on two lines where they would run into each other."""
    written = [0.0, 0.0]  # how far each line is
    starts = [axis.at(bar.first) for bar in lane.bars]
    for number, bar in enumerate(lane.bars):
        left, right = starts[number], axis.at(bar.last + timedelta(1))
        if bar.deadline:
            yield Area(left, left, top + 2, top + _BAR + 2, Shade.INK, least=1.6)
        else:
            yield Area(left, right, top + 3, top + _BAR + 1, Shade.ACCENT, least=3.0)
        line = 0 if written[0] <= left else 1
        others = [start for start in starts[number + 1 :] if start >= left + _TITLE / 2]
        near = [start for start in starts[number + 1 :] if start < left + _TITLE]
        ends = min(others[:1] if near else starts[number + 1 : number + 2], default=1.0)
        written[line] = ends
        text = msg("{day}.{month}. {title}", day=bar.first.day, month=bar.first.month, title=bar.title)
        under = top + _BAR + 3 + line * _LINE
        yield Words(text, left, max(ends - 0.003, left + 0.03), under, under + _LINE, 7.5)


def _wave(weeks: tuple[WeekCount, ...], axis: _Axis, top: float, bottom: float) -> Iterator[Shape]:
    most = max((week.held + week.planned for week in weeks), default=1)
    for week in weeks:
        share = (week.held + week.planned) / most
        left, right = axis.at(week.monday), axis.at(week.monday + timedelta(7))
        yield Area(left, right - 0.001, bottom - share * (bottom - top), bottom, Shade.QUIET)


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months that begin between."""
    month = (first.replace(day=1) + timedelta(31)).replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(31)).replace(day=1)


def _says(lanes: tuple[Lane, ...], content: WallContent) -> Message:
    sentences = tuple(_lane_says(lane, content) for lane in lanes)
    return msg(
        "The programme from {first} to {last}. {lanes}",
        first=content.first,
        last=content.last,
        lanes=Listed(sentences),
    )


def _lane_says(lane: Lane, content: WallContent) -> Message:
    if lane.key == CONVERSATION_LANE:
        first, last = content.weeks[0].monday, content.weeks[-1].monday + timedelta(6)
        return msg("{lane}: from {first} to {last}", lane=lane.title, first=first, last=last)
    return msg("{lane}: {bars}", lane=lane.title, bars=Listed(tuple(_bar_says(bar) for bar in lane.bars)))


def _bar_says(bar: Bar) -> Message:
    if bar.first == bar.last:
        return msg("{title} on {day}", title=bar.title, day=bar.first)
    return msg("{title} from {first} to {last}", title=bar.title, first=bar.first, last=bar.last)
