"""The left side of the page: the steps in, the list of tasks, its table twin, or the news that all is on track."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.domain.alerts import Urgency
from ui.desk import Desk
from ui.language import tr
from ui.theme import Space
from ui.today.overview import Ahead, Overview
from ui.today.row_shape import RowShaper
from ui.today.rows import Line, Task, rows_of
from ui.today.steps import StepsCard
from ui.today.task_view import TaskView
from ui.today.twin import table_twin
from ui.widgets.due_words import when
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column

_GUIDE = 720  # pixels at 100 %: the steps where they stand alone
_ANY_WIDTH = 16_777_215  # Qt's own for "no limit"


class TaskPane(QWidget):
    opened = Signal(object)  # Task: its button
    received = Signal(object)  # Task: its paper came
    menu_wanted = Signal(object, QPoint)  # Task; where, on the screen
    calendar_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("tasks")
        self._look = desk.look
        self._tasks: dict[str, Task] = {}
        self._opened: frozenset[Urgency] = frozenset()
        self._day: date | None = None
        self._as_table = False
        self._with_hidden = False
        self._card: QWidget | None = None
        self.steps = StepsCard(desk.look)
        self.list = TaskView(desk)
        self._table, self.table = table_twin(desk, desk.today)
        self._calm: EmptyPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.table)
        down = column(desk.look, within=self, space=Space.AROUND)
        down.addWidget(self.steps)
        down.addWidget(self._stack, 1)
        self._down = down
        self._listen()

    def _listen(self) -> None:
        self.list.opened.connect(lambda key: self.opened.emit(self._tasks[key]))
        self.list.received.connect(lambda key: self.received.emit(self._tasks[key]))
        self.list.menu_wanted.connect(lambda key, where: self.menu_wanted.emit(self._tasks[key], where))
        self.list.more_wanted.connect(self._show_more)
        self.list.hidden_wanted.connect(self._show_hidden)
        self.table.opened.connect(lambda key: self.opened.emit(self._tasks[key]))
        self.table.menu_wanted.connect(self._on_table_menu)

    def show_overview(self, overview: Overview, tasks: Sequence[Task]) -> None:
        self.steps.show_steps(overview)
        self._tasks = {task.key: task for task in tasks}
        self._day = overview.today.day
        if self._as_table:
            self._table.show(self.tasks)
        self._fill(RowShaper(self._look, overview.today.day))
        self._choose_side()

    def show_calm(self, ahead: Ahead) -> None:
        """Said only where nothing is to be done."""
        self._drop_calm()
        text = tr("Nothing is planned after today.")
        if ahead.next is not None:
            text = tr("Next: {what} {when}.", what=ahead.next.title, when=when(ahead.next.day, ahead.day))
        way_on = WayOn(tr("Open the calendar"), self.calendar_wanted.emit, "openCalendar")
        self._calm = EmptyPage(
            self._look, picture="done", heading=tr("Everything is on track."), text=text, ways_on=(way_on,)
        )
        self._stack.addWidget(self._calm)
        self._choose_side()

    def toggle_table(self) -> None:
        """The current task stays the current one."""
        focused = self.list.hasFocus() or self.table.hasFocus()
        before = self.table.current_id() if self._as_table else self.list.current_key()
        self._as_table = not self._as_table
        if self._as_table:
            self._table.show(self.tasks)
        if before:
            self._stand_on(before)
        self._choose_side()
        if focused:
            self.focus_tasks()

    def current(self) -> Task | None:
        """The task on which one stands."""
        key = self.table.current_id() if self._as_table else self.list.current_key()
        return self._tasks.get(key) if key else None

    def open_card(self, card: QWidget) -> None:
        """A small form above the tasks, in the place of one that was open."""
        self.close_card()
        self._card = card
        self._down.insertWidget(self._down.indexOf(self._stack), card)
        card.show()

    def close_card(self) -> None:
        if self._card is not None:
            self._down.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
            self.focus_tasks()

    def focus_tasks(self) -> None:
        (self.table if self._as_table else self.list).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def tasks(self) -> Sequence[Task]:
        return tuple(self._tasks.values())

    def _stand_on(self, key: str) -> None:
        if self._as_table:
            self.table.select_ids((key,))
            return
        place = self.list.tasks.place(key)
        if place is None and key in self._tasks:  # behind "show all", or among what can wait
            if self._tasks[key].hiding is None:
                self._show_more(self._tasks[key].entry.section)
            else:
                self._show_hidden()
            place = self.list.tasks.place(key)
        if place is not None:
            self.list.go_to(place)

    def _fill(self, shaper: RowShaper | None = None) -> None:
        view, key = self.list, self.list.current_key()
        row, scrolled = view.currentIndex().row(), view.verticalScrollBar().value()
        view.tasks.show(rows_of(self.tasks, self._opened, with_hidden=self._with_hidden), shaper)
        if row < 0:
            return
        place = view.tasks.place(key)
        if place is None:  # it is done: the one that took its place is current
            stops = view.tasks.stops()
            place = next((stop for stop in stops if stop >= row), stops[-1] if stops else None)
        if place is not None:
            view.setCurrentIndex(view.tasks.index(place))
        view.scroll_back(scrolled)

    def _show_more(self, section: Urgency) -> None:
        """All of a section, or fewer again; one stands on the first that is new, or on the heading's first."""
        before = len(self._lines_of(section))
        self._opened = self._opened ^ {section}
        self._fill()
        places = self._lines_of(section)
        self.list.go_to(places[before] if before < len(places) else places[0])

    def _lines_of(self, section: Urgency) -> list[int]:
        return [
            place
            for place, row in enumerate(self.list.tasks.rows)
            if isinstance(row, Line) and row.task.hiding is None and row.task.entry.section is section
        ]

    def _show_hidden(self) -> None:
        """What can wait is listed under its line, or no more."""
        self._with_hidden = not self._with_hidden
        self._fill()
        place = self.list.tasks.place("hidden")
        if place is not None:
            self.list.go_to(place)

    def _choose_side(self) -> None:
        if self._tasks:
            self._drop_calm()
            self._stack.setCurrentWidget(self.table if self._as_table else self.list)
        elif self._calm is not None:
            self._stack.setCurrentWidget(self._calm)
        guided = not self._tasks and not self.steps.isHidden()
        self._stack.setVisible(not guided)
        self._guide(alone=guided)

    def _guide(self, *, alone: bool) -> None:
        """The steps above the list, or in the middle of a page that has nothing else yet."""
        top = Qt.AlignmentFlag.AlignTop
        self._down.setAlignment(self.steps, top | Qt.AlignmentFlag.AlignHCenter if alone else top)
        wide = self._look.px(_GUIDE)
        self.steps.setMinimumWidth(min(wide, self.width()) if alone else 0)
        self.steps.setMaximumWidth(wide if alone else _ANY_WIDTH)

    def _drop_calm(self) -> None:
        if self._calm is not None:
            self._stack.removeWidget(self._calm)
            self._calm.deleteLater()
            self._calm = None

    def _on_table_menu(self, ids: tuple[str, ...], where: QPoint) -> None:
        if ids:
            self.menu_wanted.emit(self._tasks[ids[0]], where)
