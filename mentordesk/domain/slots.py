"""Slots of half an hour: where in a grid of hours a time lies, and which meetings stand side by side (UX 5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentordesk.domain.wall_clock import Hour, hour_of

SLOT = timedelta(minutes=30)
A_DAY = 24 * 60
_SLOT_MINUTES = 30


@dataclass(frozen=True, slots=True)
class HourRow:
    """One hour down the side of the grid; the second of an hour that comes twice is `again`."""

    hour: int
    again: bool = False


def hour_rows(days: Sequence[date], zone: str) -> tuple[HourRow, ...]:
    """The 24 hours, and one more under an hour that comes twice on any of the days."""
    twice = {hour for day in days for hour in range(24) if hour_of(day, hour, zone) is Hour.TWICE}
    rows: list[HourRow] = []
    for hour in range(24):
        rows.append(HourRow(hour))
        if hour in twice:
            rows.append(HourRow(hour, again=True))
    return tuple(rows)


def is_there(day: date, row: HourRow, zone: str) -> bool:
    """Whether the day has this hour at all."""
    found = hour_of(day, row.hour, zone)
    return found is Hour.TWICE if row.again else found is not Hour.SKIPPED


def minutes_down(rows: Sequence[HourRow], at: datetime, day: date) -> int:
    """How far below midnight of `day` a time lies in the grid, in minutes; times of other days lie at its ends."""
    whole = len(rows) * 60
    if at.date() != day:
        return 0 if at.date() < day else whole
    before = sum(row.hour < at.hour for row in rows)
    return before * 60 + at.minute


def slot_of(at: time) -> time:
    """The beginning of the slot in which a time lies."""
    return time(at.hour, at.minute - at.minute % _SLOT_MINUTES)


def slot_beside(at: time, steps: int) -> time:
    """So many slots later; the day's first and last one are not left."""
    minutes = at.hour * 60 + at.minute - at.minute % _SLOT_MINUTES + steps * _SLOT_MINUTES
    minutes = max(0, min(minutes, A_DAY - _SLOT_MINUTES))
    return time(*divmod(minutes, 60))


def moved_by_slots(starts: datetime, steps: int) -> datetime | None:
    """A begin so many slots later, on a slot where it was on none; None where that is another day."""
    off = starts.minute % _SLOT_MINUTES
    to = starts - timedelta(minutes=off) + steps * SLOT
    if off and steps < 0:
        to += SLOT
    return to if to.date() == starts.date() else None


def stretched_by_slots(starts: datetime, ends: datetime, steps: int) -> datetime | None:
    """An end so many slots later; None where it would come before one slot after its begin, or on another day.

    The last end of a day is 23:59: midnight is the next day's.
    """
    off = ends.minute % _SLOT_MINUTES
    to = ends - timedelta(minutes=off) + steps * SLOT
    if off and steps < 0:
        to += SLOT
    if to.date() > starts.date() and to == datetime.combine(to.date(), time.min):
        to = datetime.combine(starts.date(), time(23, 59))
    return to if to.date() == starts.date() and to > starts and to != ends else None


@dataclass(frozen=True, slots=True)
class Beside:
    """Which of how many lanes of its day's column."""

    lane: int
    lanes: int


def side_by_side(spans: Sequence[tuple[datetime, datetime]]) -> tuple[Beside, ...]:
    """A lane for each span, in the order given: those that overlap stand beside each other, as few as will do.

    A span that touches another one in time only at its end shares its lane; one without length takes up a slot.
    """
    order = sorted(range(len(spans)), key=lambda at: (spans[at][0], spans[at][1], at))
    found: dict[int, Beside] = {}
    group: list[tuple[int, int]] = []
    ends: list[datetime] = []

    def close() -> None:
        found.update({at: Beside(lane, len(ends)) for at, lane in group})
        group.clear()
        ends.clear()

    for at in order:
        begin, end = spans[at]
        end = max(end, begin + SLOT)
        if ends and begin >= max(ends):
            close()
        lane = next((number for number, until in enumerate(ends) if until <= begin), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        group.append((at, lane))
    close()
    return tuple(found[at] for at in range(len(spans)))
