"""Agenda, month and table over the same items: which one is seen, which item is current, which are selected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

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
        self.month = MonthGrid(desk.look, desk.today)
        self._table = twin_table()
        self.table = TableView(desk, self._table, tr("The same as a table"), tab="calendar")
        self.table.setObjectName("twin")
        for view in (self.agenda, self.month, self.table):
            self.addWidget(view)
        self._listen()

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

    def _listen(self) -> None:
        self.agenda.current_changed.connect(self.current_changed)
        self.month.current_changed.connect(self.current_changed)
        self.table.current_changed.connect(lambda _: self.current_changed.emit())
        self.agenda.opened.connect(self.opened)
        self.month.opened.connect(self.day_opened)
        self.table.opened.connect(lambda _: self.opened.emit())
        self.table.peeked.connect(lambda _: self.opened.emit())
        self.table.deleted.connect(lambda _: self.deleted.emit())
        for view in (self.agenda, self.month):
            view.moved.connect(self.moved)
            view.dropped.connect(self.dropped)
        self.agenda.beyond.connect(self.beyond)
        self.month.day_wanted.connect(self.day_wanted)

    def _show_view(self) -> None:
        if self._empty is not None:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        self.setCurrentWidget(self.table if self.as_table else self.month if self.view == MONTH else self.agenda)

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
