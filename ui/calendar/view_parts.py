"""Each view as the calendar knows it: it shows a period, stands on a day and an item, and says which these are.

The widgets are side by side and know nothing of each other; here they are made and listened to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.i18n.message import Message, msg
from ui.calendar.agenda_list import AgendaList
from ui.calendar.hours.grid import HourGrid
from ui.calendar.month_grid import MonthGrid
from ui.calendar.months.small_months import SmallMonths
from ui.calendar.period import Span
from ui.calendar.reading import Reading, Shown
from ui.desk import Desk
from ui.language import tr


class ViewSignals(QObject):
    """What the views tell, whichever of them it is."""

    current_changed = Signal()
    opened = Signal()  # the current item
    day_opened = Signal(date)  # of a month: all that lies on it
    moved = Signal(str, int)  # an item's number, days
    dropped = Signal(str, date)
    laid = Signal(str, object, object)  # its number, begin and end by the wall clock
    not_here = Signal()  # an hour was asked of what has none
    begun = Signal(str)  # a new meeting, with what was typed of its title
    beyond = Signal(int)
    day_wanted = Signal(date)
    week_end_wanted = Signal()
    deleted = Signal()
    all_wanted = Signal()  # every kind, and everybody, is to be shown again


class ViewPart(Protocol):
    @property
    def widget(self) -> QWidget: ...
    def show(self, shown: Shown) -> None: ...
    def choose(self, number: str) -> bool: ...
    def choose_day(self, day: date) -> None: ...
    def current_day(self) -> date | None: ...
    def current_number(self) -> str | None: ...
    def selected_numbers(self) -> list[str]: ...
    def slot(self) -> datetime | None: ...
    def unfold(self, *, week_end: bool) -> None: ...


class AgendaPart:
    def __init__(self, desk: Desk, signals: ViewSignals) -> None:
        self._desk = desk
        self.widget = AgendaList(desk.look, desk.today)
        self.widget.current_changed.connect(signals.current_changed)
        self.widget.opened.connect(signals.opened)
        self.widget.moved.connect(signals.moved)
        self.widget.dropped.connect(signals.dropped)
        self.widget.beyond.connect(signals.beyond)

    def show(self, shown: Shown) -> None:
        self.widget.show_lines(shown.arranged, with_programme=self._desk.programme_id is None)

    def choose(self, number: str) -> bool:
        return self.widget.choose(number)

    def choose_day(self, day: date) -> None:
        self.widget.choose_day(day)

    def current_day(self) -> date | None:
        """That of the current item, which whoever asks knows."""
        return None

    def current_number(self) -> str | None:
        return self.widget.current_number()

    def selected_numbers(self) -> list[str]:
        return self.widget.selected_numbers()

    def slot(self) -> datetime | None:
        return None

    def unfold(self, *, week_end: bool) -> None:
        """It shows every day anyway."""


class MonthPart:
    def __init__(self, desk: Desk, signals: ViewSignals) -> None:
        self.widget = MonthGrid(desk.look, desk.today)
        self.widget.current_changed.connect(signals.current_changed)
        self.widget.opened.connect(signals.day_opened)
        self.widget.moved.connect(signals.moved)
        self.widget.dropped.connect(signals.dropped)
        self.widget.day_wanted.connect(signals.day_wanted)

    def show(self, shown: Shown) -> None:
        self.widget.show_month(shown.period, shown.by_day, shown.holidays, shown.rows)

    def choose(self, number: str) -> bool:
        return self.widget.choose(number)

    def choose_day(self, day: date) -> None:
        self.widget.choose_day(day)

    def current_day(self) -> date | None:
        return self.widget.current_day()

    def current_number(self) -> str | None:
        return self.widget.chosen_number()

    def selected_numbers(self) -> list[str]:
        return []

    def slot(self) -> datetime | None:
        return None

    def unfold(self, *, week_end: bool) -> None:
        """It shows every day anyway."""


class HoursPart:
    """A day or a week; of a week the work days, until the week-end is wanted or something on it is."""

    def __init__(self, desk: Desk, signals: ViewSignals, *, name: str, title: str) -> None:
        self._signals = signals
        self._shown: Shown | None = None
        self._week_end = False
        self.widget = HourGrid(desk.look, desk.today, name=name, title=title)
        self.widget.current_changed.connect(signals.current_changed)
        self.widget.opened.connect(signals.opened)
        self.widget.moved.connect(signals.moved)
        self.widget.laid.connect(signals.laid)
        self.widget.not_here.connect(signals.not_here)
        self.widget.begun.connect(signals.begun)
        self.widget.day_wanted.connect(signals.day_wanted)

    def show(self, shown: Shown) -> None:
        self._shown = shown
        self.widget.show_period(shown, week_end=self._week_end)

    def choose(self, number: str) -> bool:
        row = None if self._shown is None else self._shown.rows.get(number)
        if row is not None:
            self._unfold_for(row.day)
        return self.widget.choose(number)

    def choose_day(self, day: date) -> None:
        self._unfold_for(day)
        self.widget.choose_day(day)

    def current_day(self) -> date | None:
        return self.widget.current_day()

    def current_number(self) -> str | None:
        return self.widget.current_number()

    def selected_numbers(self) -> list[str]:
        return []

    def slot(self) -> datetime | None:
        return self.widget.current_slot()

    def unfold(self, *, week_end: bool) -> None:
        self._week_end = week_end
        if self._shown is not None:
            self.show(self._shown)

    def _unfold_for(self, day: date) -> None:
        if self._shown is not None and not self._week_end and self._shown.period.days > 1 and day.weekday() > 4:
            self._signals.week_end_wanted.emit()


class SemesterPart:
    def __init__(self, desk: Desk, signals: ViewSignals) -> None:
        title = tr("Semester")
        self.widget = SmallMonths(desk.look, desk.today, letters=True, name="semester", title=title)
        self.widget.current_changed.connect(signals.current_changed)
        self.widget.taken.connect(signals.day_opened)
        self.widget.day_wanted.connect(signals.day_wanted)

    def show(self, shown: Shown) -> None:
        self.widget.show_marks(shown.period, shown.marks, shown.holidays)

    def choose(self, number: str) -> bool:
        return False

    def choose_day(self, day: date) -> None:
        self.widget.choose_day(day)

    def current_day(self) -> date | None:
        return self.widget.current_day()

    def current_number(self) -> str | None:
        """It shows days, and no items."""
        return None

    def selected_numbers(self) -> list[str]:
        return []

    def slot(self) -> datetime | None:
        return None

    def unfold(self, *, week_end: bool) -> None:
        """It shows every day anyway."""


def _week(desk: Desk, signals: ViewSignals) -> ViewPart:
    return HoursPart(desk, signals, name="week", title=tr("Week"))


def _day(desk: Desk, signals: ViewSignals) -> ViewPart:
    return HoursPart(desk, signals, name="day", title=tr("Day"))


@dataclass(frozen=True, slots=True)
class ViewEntry:
    key: str
    title: Message
    showing: Message  # the command's name
    picture: str
    span: Span
    reading: Reading
    build: Callable[[Desk, ViewSignals], ViewPart]


AGENDA, WEEK, MONTH, SEMESTER, DAY, TABLE = "agenda", "week", "month", "semester", "day", "table"
VIEWS = (
    ViewEntry(AGENDA, msg("Agenda"), msg("Show the agenda"), "menu", Span.QUARTER, Reading.LINES, AgendaPart),
    ViewEntry(WEEK, msg("Week"), msg("Show the week"), "board", Span.WEEK, Reading.ROWS, _week),
    ViewEntry(MONTH, msg("Month"), msg("Show the month"), "calendar", Span.MONTH, Reading.GRID, MonthPart),
    ViewEntry(
        SEMESTER, msg("Semester"), msg("Show the semester"), "matrix", Span.HALF_YEAR, Reading.MARKS, SemesterPart
    ),
    ViewEntry(DAY, msg("Day"), msg("Show the day"), "today", Span.DAY, Reading.ROWS, _day),
)
"""In the order of their digits, Ctrl+1 to Ctrl+5 (UX 5.5)."""


def entry_of(key: str) -> ViewEntry:
    return next(entry for entry in VIEWS if entry.key == key)


def keys_of(entry: ViewEntry) -> str:
    return f"Ctrl+{VIEWS.index(entry) + 1}"
