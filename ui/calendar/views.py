"""Agenda, month and table over the same items: which one is seen, which item is current, which are selected.

The month and the table are made when they are first wanted, or in an idle turn before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from mentordesk.queries.agenda import AgendaRow
from ui.calendar.agenda_list import AgendaList
from ui.calendar.month_grid import MonthGrid
from ui.calendar.period import title_of
from ui.calendar.reading import Shown
from ui.calendar.twin import twin_table
from ui.desk import Desk
from ui.language import tr
from ui.tables.view import TableView
from ui.widgets.empty_page import EmptyPage, WayOn

AGENDA, MONTH, TABLE = "agenda", "month", "table"


class CalendarViews(QStackedWidget):
    current_changed = Signal()
    opened = Signal()  # the current item
    day_opened = Signal(date)  # of the month
    moved = Signal(str, int)
    dropped = Signal(str, date)
    beyond = Signal(int)
    day_wanted = Signal(date)
    deleted = Signal()
    all_wanted = Signal()  # every kind is to be shown again

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = AGENDA
        self.as_table = False
        self._rows: Mapping[str, AgendaRow] = {}
        self._empty: EmptyPage | None = None
        self.agenda = AgendaList(desk.look, desk.today)
        self._table = twin_table()
        self.addWidget(self.agenda)
        self.agenda.current_changed.connect(self.current_changed)
        self.agenda.opened.connect(self.opened)
        self.agenda.moved.connect(self.moved)
        self.agenda.dropped.connect(self.dropped)
        self.agenda.beyond.connect(self.beyond)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.month, lambda: self.table)

    @cached_property
    def month(self) -> MonthGrid:
        made = MonthGrid(self._desk.look, self._desk.today)
        made.current_changed.connect(self.current_changed)
        made.opened.connect(self.day_opened)
        made.moved.connect(self.moved)
        made.dropped.connect(self.dropped)
        made.day_wanted.connect(self.day_wanted)
        self.addWidget(made)
        return made

    @cached_property
    def table(self) -> TableView:
        made = TableView(self._desk, self._table, tr("The same as a table"), tab="calendar")
        made.setObjectName("twin")
        made.current_changed.connect(lambda _: self.current_changed.emit())
        made.opened.connect(lambda _: self.opened.emit())
        made.peeked.connect(lambda _: self.opened.emit())
        made.deleted.connect(lambda _: self.deleted.emit())
        self.addWidget(made)
        return made

    def show_period(self, shown: Shown) -> None:
        self._rows = shown.rows
        self.agenda.show_lines(shown.arranged, with_programme=self._desk.programme_id is None)
        if self.view == MONTH:
            self.month.show_month(shown.period, shown.by_day, shown.holidays)
        self._table.show(shown.seen if self.as_table else ())
        if not shown.seen and not shown.all_kinds:
            self._show_nothing_fits(shown)
        else:
            self._show_view()

    def focus_on(self, day: date | None, number: str | None) -> None:
        """An item, else a day, comes into view and becomes current."""
        view = self.month if self.view == MONTH else self.agenda
        if self.as_table and number is not None:
            self.table.select_ids([number])
        elif not (number is not None and view.choose(number)) and day is not None:
            view.choose_day(day)

    def current_row(self) -> AgendaRow | None:
        number = self._current_number()
        return None if number is None else self._rows.get(number)

    def row(self, number: str) -> AgendaRow | None:
        return self._rows.get(number)

    def current_day(self) -> date | None:
        if self.view == MONTH and not self.as_table:
            return self.month.current_day()
        row = self.current_row()
        return None if row is None else row.day

    def selected_rows(self) -> list[AgendaRow]:
        """Those that are selected, else the current one."""
        numbers: list[str] = []
        if self.as_table:
            numbers = list(self.table.selected_ids())
        elif self.view == AGENDA:
            numbers = self.agenda.selected_numbers()
        if not numbers and (current := self._current_number()) is not None:
            numbers = [current]
        return [self._rows[number] for number in numbers if number in self._rows]

    def enter(self) -> None:
        """The keyboard goes to the view that is seen."""
        if (seen := self.currentWidget()) is not None:
            seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current_number(self) -> str | None:
        if self.as_table:
            return self.table.current_id()
        return self.month.chosen_number() if self.view == MONTH else self.agenda.current_number()

    def _show_view(self) -> None:
        self.setCurrentWidget(self.table if self.as_table else self.month if self.view == MONTH else self.agenda)
        if self._empty is not None:
            self._empty.deleteLater()  # and leaves its place then, in a turn of its own
            self._empty = None

    def _show_nothing_fits(self, shown: Shown) -> None:
        self._show_view()
        self._empty = EmptyPage(
            self._desk.look,
            picture="filter",
            heading=tr("Nothing of these kinds"),
            text=tr("Some kinds are hidden, and the others have no dates in {period}.", period=title_of(shown.period)),
            ways_on=(WayOn(tr("Show all kinds"), self.all_wanted.emit, "showAllKinds"),),
        )
        self.addWidget(self._empty)
        self.setCurrentWidget(self._empty)
