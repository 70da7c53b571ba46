"""What the page shows at one time, read in one go on the file's thread, and made into the agenda's lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from mentordesk.actions.files import Store
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda import Agenda, AgendaRow, Mark, agenda, agenda_bounds
from ui.calendar.items import number_of
from ui.calendar.period import Period, plus_months

_DAY = timedelta(1)


class LineKind(Enum):
    DAY = auto()
    HOLIDAY = auto()
    ITEM = auto()
    GAP = auto()  # months in a row without anything


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agenda."""

    kind: LineKind
    day: date
    row: AgendaRow | None = None
    holiday: Sayable | None = None
    until: date | None = None  # of a gap: a day of its last month
    opens: bool = False  # the first item of its day


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read. Without a period: that of today, or the nearest one that has anything."""

    programme: ProgrammeId | None
    period: Period | None
    months: int  # of a period that is yet to be found
    marks: frozenset[Mark]
    grid: bool  # a month, with the days of its six weeks that belong to its neighbours
    today: date


@dataclass(frozen=True, slots=True)
class Arranged:
    """The agenda's lines, and where among them each item stands, by items.number_of."""

    lines: Sequence[Line] = ()
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """A period as it is in the file, arranged for the views; nothing of it changes while it is on the screen."""

    period: Period
    bounds: tuple[date, date] | None  # None: the programme has no dates at all
    rows: Mapping[str, AgendaRow]  # by number, of the marks that were wanted
    seen: Sequence[AgendaRow]  # those within the period
    by_day: Mapping[date, Sequence[AgendaRow]]
    holidays: Mapping[date, Sayable]
    arranged: Arranged  # empty for a month
    all_kinds: bool


def read(store: Store, wanted: Wanted) -> Shown:
    """Made whole on the file's thread, so that the window only has to paint."""
    bounds = agenda_bounds(store, wanted.programme)
    period = wanted.period or Period.around(_nearest(wanted.today, bounds), wanted.months)
    first, last = period.grid() if wanted.grid else (period.first, period.last)
    found: Agenda = agenda(store, wanted.programme, first=first, last=last)
    everything = len(wanted.marks) == len(Mark)
    rows = [row for row in found.rows if everything or row.mark in wanted.marks]
    seen = [row for row in rows if period.first <= row.day <= period.last] if wanted.grid else rows
    by_day: dict[date, list[AgendaRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    arranged = Arranged()
    if not wanted.grid:
        lines = lines_of(period, by_day, found.holidays, wanted.today)
        arranged = Arranged(lines, {number_of(line.row): at for at, line in enumerate(lines) if line.row is not None})
    numbered = {number_of(row): row for row in rows}
    return Shown(period, bounds, numbered, seen, by_day, found.holidays, arranged, everything)


def lines_of(
    period: Period, by_day: Mapping[date, Sequence[AgendaRow]], holidays: Mapping[date, Sayable], today: date
) -> list[Line]:
    """Days with an item or a holiday, and today; a month without any day is named in between."""
    lines: list[Line] = []
    for number in range(period.months):
        month = plus_months(period.first, number)
        after = plus_months(month, 1)
        days = {day for day in (*by_day, *holidays, today) if month <= day < after}
        if not days:
            _add_gap(lines, month)
        for day in sorted(days):
            lines.append(Line(LineKind.DAY, day))
            if day in holidays:
                lines.append(Line(LineKind.HOLIDAY, day, holiday=holidays[day]))
            lines += [
                Line(LineKind.ITEM, day, row=row, opens=number == 0) for number, row in enumerate(by_day.get(day, ()))
            ]
    return lines


def _add_gap(lines: list[Line], month: date) -> None:
    last = lines[-1] if lines else None
    if last is not None and last.kind is LineKind.GAP:
        lines[-1] = Line(LineKind.GAP, last.day, until=month)
    else:
        lines.append(Line(LineKind.GAP, month, until=month))


def _nearest(today: date, bounds: tuple[date, date] | None) -> date:
    return today if bounds is None else min(max(today, bounds[0]), bounds[1])
