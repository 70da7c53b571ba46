"""What the page shows at one time, read in one go on the file's thread, and made into the agenda's lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from mentordesk.actions.files import Store
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda import Agenda, AgendaRow, Mark, agenda
from mentordesk.queries.agenda_days import Marks, agenda_bounds, day_marks, programme_zone
from mentordesk.queries.asked_people import people_called
from ui.calendar.items import is_cancelled, number_of
from ui.calendar.period import Period, Span, plus_months

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


class Reading(Enum):
    """What of a period a view needs."""

    ROWS = auto()
    LINES = auto()  # the rows as the agenda's lines
    GRID = auto()  # a month, with the days of its six weeks that belong to its neighbours
    MARKS = auto()  # no rows: only which days have what


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read. Without a period: that of today, or the nearest one that has anything."""

    programme: ProgrammeId | None
    period: Period | None
    span: Span  # of a period that is yet to be found
    marks: frozenset[Mark]
    reading: Reading
    today: date
    person: str = ""  # only what somebody of this name is asked to
    month: date | None = None  # the small month beside it; that of the period's first day


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
    arranged: Arranged  # of the agenda only
    all_kinds: bool
    month: Period  # the small one
    marks: Mapping[date, Marks]  # of the small month's six weeks, and of the period where it has no rows
    zone: str
    person: str = ""
    nobody: bool = False  # is called so

    @property
    def filtered(self) -> bool:
        return bool(self.person) or not self.all_kinds


def read(store: Store, wanted: Wanted) -> Shown:
    """Made whole on the file's thread, so that the window only has to paint."""
    bounds = agenda_bounds(store, wanted.programme)
    period = wanted.period or wanted.span.around(_nearest(wanted.today, bounds))
    people = people_called(store, wanted.programme, wanted.person) if wanted.person else None
    grid = wanted.reading is Reading.GRID
    first, last = period.grid() if grid else (period.first, period.last)
    everything = len(wanted.marks) == len(Mark)
    holidays: Mapping[date, Sayable] = {}
    rows: list[AgendaRow] = []
    if wanted.reading is Reading.MARKS:  # days only: it asks for no rows, however many there are
        holidays = agenda(store, wanted.programme, first=first, last=last, rows=False).holidays
    else:
        found: Agenda = agenda(store, wanted.programme, first=first, last=last, people=people)
        rows = [row for row in found.rows if everything or row.mark in wanted.marks]
        holidays = found.holidays
    by_day: dict[date, list[AgendaRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    month, last_day = Period.around(wanted.month or period.first, 1), period.last
    return Shown(
        period=period,
        bounds=bounds,
        rows={number_of(row): row for row in rows},
        seen=[row for row in rows if period.first <= row.day <= last_day] if grid else rows,
        by_day=by_day,
        holidays=holidays,
        arranged=_arranged(period, by_day, holidays, wanted.today) if wanted.reading is Reading.LINES else Arranged(),
        all_kinds=everything,
        month=month,
        marks=_counted(by_day, wanted.marks) if grid and month == period else _marks(store, wanted, period, month),
        zone=programme_zone(store, wanted.programme),
        person=wanted.person,
        nobody=people is not None and not people,
    )


def read_month(store: Store, wanted: Wanted, day: date) -> tuple[Period, Mapping[date, Marks]]:
    """Another month for the small one, with its marks."""
    month = Period.around(day, 1)
    first, last = month.grid()
    return month, _marks_between(store, wanted, first, last)


def _marks(store: Store, wanted: Wanted, period: Period, month: Period) -> Mapping[date, Marks]:
    first, last = month.grid()
    if wanted.reading is Reading.MARKS:
        first, last = min(first, period.first), max(last, period.last)
    return _marks_between(store, wanted, first, last)


def _marks_between(store: Store, wanted: Wanted, first: date, last: date) -> Mapping[date, Marks]:
    """Counted by the file; of one person's meetings, which are few, by hand."""
    if not wanted.person:
        return _of_kinds(day_marks(store, wanted.programme, first=first, last=last), wanted.marks)
    people = people_called(store, wanted.programme, wanted.person)
    found = agenda(store, wanted.programme, first=first, last=last, people=people)
    return _counted(found.by_day(), wanted.marks)


def _counted(by_day: Mapping[date, Sequence[AgendaRow]], wanted: frozenset[Mark]) -> Mapping[date, Marks]:
    counted = {day: Counter(row.mark for row in rows if not is_cancelled(row)) for day, rows in by_day.items()}
    return _of_kinds({day: {m: marks[m] for m in Mark if m in marks} for day, marks in counted.items()}, wanted)


def _of_kinds(found: Mapping[date, Marks], wanted: frozenset[Mark]) -> Mapping[date, Marks]:
    """Days without any of them are left out."""
    kept = {day: {mark: many for mark, many in marks.items() if mark in wanted} for day, marks in found.items()}
    return {day: marks for day, marks in kept.items() if marks}


def _arranged(
    period: Period, by_day: Mapping[date, Sequence[AgendaRow]], holidays: Mapping[date, Sayable], today: date
) -> Arranged:
    lines = lines_of(period, by_day, holidays, today)
    return Arranged(lines, {number_of(line.row): at for at, line in enumerate(lines) if line.row is not None})


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
