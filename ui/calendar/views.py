"""The views over the same items: which one is seen, as itself or as a table, which item is current or selected.

Each is made when it is first wanted, or in an idle turn before; what they are is view_parts.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from mentordesk.queries.agenda import AgendaRow
from ui.calendar.period import title_of
from ui.calendar.reading import Reading, Shown
from ui.calendar.twin import twin_table
from ui.calendar.view_parts import AGENDA, VIEWS, WEEK, ViewPart, ViewSignals, entry_of
from ui.desk import Desk
from ui.language import tr
from ui.tables.view import TableView
from ui.widgets.empty_page import EmptyPage, WayOn


class CalendarViews(QStackedWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.signals = ViewSignals(self)
        self.view = AGENDA
        self.as_table = False
        self.week_end = False
        self._rows: Mapping[str, AgendaRow] = {}
        self._shown: Shown | None = None
        self._empty: EmptyPage | None = None
        self._parts: dict[str, ViewPart] = {}
        self._table = twin_table()
        self.part(AGENDA)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return (*(partial(self.part, entry.key) for entry in VIEWS), lambda: self.table)

    def part(self, key: str) -> ViewPart:
        if key not in self._parts:
            made = entry_of(key).build(self._desk, self.signals)
            self._parts[key] = made
            self.addWidget(made.widget)
        return self._parts[key]

    @cached_property
    def table(self) -> TableView:
        made = TableView(self._desk, self._table, tr("The same as a table"), tab="calendar")
        made.setObjectName("twin")
        made.current_changed.connect(lambda _: self.signals.current_changed.emit())
        made.opened.connect(lambda _: self.signals.opened.emit())
        made.peeked.connect(lambda _: self.signals.opened.emit())
        made.deleted.connect(lambda _: self.signals.deleted.emit())
        self.addWidget(made)
        return made

    @property
    def reading(self) -> Reading:
        """What must be read for what is seen."""
        needed = entry_of(self.view).reading
        return Reading.ROWS if self.as_table and needed is Reading.MARKS else needed

    def show_period(self, shown: Shown) -> None:
        self._rows, self._shown = shown.rows, shown
        self._table.show(shown.seen if self.as_table else ())
        self.part(self.view).show(shown)
        nothing = not shown.marks if self.reading is Reading.MARKS else not shown.seen
        if nothing and (shown.nobody or shown.filtered):
            self._show_nothing_fits(shown)
        else:
            self._show_view()

    def set_week_end(self, *, shown: bool) -> None:
        self.week_end = shown
        self.part(WEEK).unfold(week_end=shown)

    def focus_on(self, day: date | None, number: str | None) -> None:
        """An item, else a day, comes into view and becomes current."""
        part = self.part(self.view)
        if self.as_table and number is not None:
            self.table.select_ids([number])
        elif not (number is not None and part.choose(number)) and day is not None:
            part.choose_day(day)

    def current_row(self) -> AgendaRow | None:
        number = self._current_number()
        return None if number is None else self._rows.get(number)

    def row(self, number: str) -> AgendaRow | None:
        return self._rows.get(number)

    def current_day(self) -> date | None:
        day = None if self.as_table else self.part(self.view).current_day()
        row = self.current_row() if day is None else None
        return row.day if row is not None else day

    def current_slot(self) -> datetime | None:
        """The begin of the slot in which a new meeting would be put."""
        return None if self.as_table else self.part(self.view).slot()

    def day_in_words(self) -> str:
        """Of a view that shows days and no items."""
        of_days = self.reading is Reading.MARKS and not self.as_table
        return self.part(self.view).widget.accessibleDescription() if of_days else ""

    def selected_rows(self) -> list[AgendaRow]:
        """Those that are selected, else the current one."""
        numbers = list(self.table.selected_ids()) if self.as_table else self.part(self.view).selected_numbers()
        if not numbers and (current := self._current_number()) is not None:
            numbers = [current]
        return [self._rows[number] for number in numbers if number in self._rows]

    def enter(self) -> None:
        """The keyboard goes to the view that is seen."""
        if (seen := self.currentWidget()) is not None:
            seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current_number(self) -> str | None:
        return self.table.current_id() if self.as_table else self.part(self.view).current_number()

    def _show_view(self) -> None:
        self.setCurrentWidget(self.table if self.as_table else self.part(self.view).widget)
        if self._empty is not None:
            self._empty.deleteLater()  # and leaves its place then, in a turn of its own
            self._empty = None

    def _show_nothing_fits(self, shown: Shown) -> None:
        self._show_view()
        period = title_of(shown.period)
        if shown.nobody:
            heading, text = tr("Nobody is called “{name}”", name=shown.person), tr("Write how a name begins.")
        elif shown.person:
            heading = tr("Nothing for “{name}”", name=shown.person)
            text = tr("Nobody of that name is asked to anything of the kinds shown in {period}.", period=period)
        else:
            heading = tr("Nothing of these kinds")
            text = tr("Some kinds are hidden, and the others have no dates in {period}.", period=period)
        words = tr("Show everything") if shown.person else tr("Show all kinds")
        self._empty = EmptyPage(
            self._desk.look,
            picture="filter",
            heading=heading,
            text=text,
            ways_on=(WayOn(words, self.signals.all_wanted.emit, "showAllKinds"),),
        )
        self.addWidget(self._empty)
        self.setCurrentWidget(self._empty)
