"""What a day or a week holds, arranged for the grid of hours: columns, what has hours and what is a date only.

Nothing is painted here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentordesk.domain.slots import (
    SLOT,
    Beside,
    HourRow,
    hour_rows,
    is_there,
    minutes_down,
    side_by_side,
    slot_of,
)
from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda import AgendaRow, Mark, MeetingRow
from ui.calendar.items import is_cancelled, number_of
from ui.language import say

_SATURDAY = 5
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A meeting in its column: minutes below midnight, and its lane beside those at the same time."""

    row: MeetingRow
    top: int
    bottom: int
    beside: Beside


@dataclass(frozen=True, slots=True)
class Column:
    day: date
    holiday: str
    dates: Sequence[AgendaRow]  # deadlines and conversations: a day, and no hour
    placed: Sequence[Placed]
    missing: frozenset[HourRow]  # hours that the clock skips on this day, or does not repeat

    @property
    def rows(self) -> Sequence[AgendaRow]:
        return [*self.dates, *(each.row for each in self.placed)]

    def at(self, slot: time) -> Sequence[MeetingRow]:
        """What lies in a slot, wholly or in part."""
        begin = datetime.combine(self.day, slot)
        return [
            each.row
            for each in self.placed
            if each.row.starts_at < begin + SLOT and begin < max(each.row.ends_at, each.row.starts_at + _MINUTE)
        ]


@dataclass(frozen=True, slots=True)
class Grid:
    hours: Sequence[HourRow] = ()
    columns: Sequence[Column] = ()
    hidden: int = 0  # items on a week-end that is not shown

    def column_of(self, day: date) -> int | None:
        return next((at for at, each in enumerate(self.columns) if each.day == day), None)

    def place_of(self, number: str) -> tuple[int, AgendaRow] | None:
        """The column of an item, by items.number_of."""
        found = ((at, row) for at, each in enumerate(self.columns) for row in each.rows if number_of(row) == number)
        return next(found, None)


def has_hours(row: AgendaRow) -> bool:
    """A conversation is a date only: when two people meet is theirs (R60)."""
    return isinstance(row, MeetingRow) and row.mark is not Mark.CONVERSATION


def grid_of(
    days: Sequence[date],
    by_day: Mapping[date, Sequence[AgendaRow]],
    holidays: Mapping[date, Sayable],
    zone: str,
    *,
    week_end: bool,
) -> Grid:
    """The work week alone where the week-end is not wanted; a single day is always shown."""
    shown = [day for day in days if week_end or len(days) == 1 or day.weekday() < _SATURDAY]
    hours = hour_rows(shown, zone)
    columns = [
        _column(day, by_day.get(day, ()), say(holidays[day]) if day in holidays else "", hours, zone) for day in shown
    ]
    return Grid(hours, columns, sum(len(by_day.get(day, ())) for day in days if day not in shown))


def _column(day: date, rows: Sequence[AgendaRow], holiday: str, hours: Sequence[HourRow], zone: str) -> Column:
    timed = [row for row in rows if isinstance(row, MeetingRow) and has_hours(row)]
    alive = [row for row in timed if not is_cancelled(row)] + [row for row in timed if is_cancelled(row)]
    lanes = side_by_side([(row.starts_at, row.ends_at) for row in alive])
    placed = [
        Placed(row, minutes_down(hours, row.starts_at, day), minutes_down(hours, row.ends_at, day), lane)
        for row, lane in zip(alive, lanes, strict=True)
    ]
    placed.sort(key=lambda each: (each.top, each.beside.lane))
    return Column(
        day,
        holiday,
        [row for row in rows if not has_hours(row)],
        placed,
        frozenset(hour for hour in hours if not is_there(day, hour, zone)),
    )


def time_at(hours: Sequence[HourRow], minutes: int) -> time:
    """The wall clock so many minutes down the grid, at the beginning of its slot."""
    place = max(0, min(minutes // 60, len(hours) - 1))
    return slot_of(time(hours[place].hour, max(0, min(minutes - place * 60, 59))))
