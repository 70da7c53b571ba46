"""The agenda: a list grouped by days, one line an item; arrows go from item to item, letters jump by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from time import monotonic

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.calendar.agenda_model import AgendaModel
from ui.calendar.agenda_painter import AgendaPainter
from ui.calendar.items import title_of
from ui.calendar.moving_items import carried, days_asked, drag
from ui.calendar.reading import Arranged
from ui.language import tr
from ui.theme import Look

_Cursor = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_TYPED_TOGETHER = 1.0  # seconds
_STEPS = {_Cursor.MoveDown: 1, _Cursor.MoveRight: 1, _Cursor.MoveUp: -1, _Cursor.MoveLeft: -1}


class AgendaList(QTableView):
    """Current item and selection survive new lines, by the items' numbers.

    A table of one column: Qt's list asks the model of every single line whenever new ones come.
    """

    current_changed = Signal()
    opened = Signal()  # Enter, Space or a double click on the current item
    moved = Signal(str, int)  # an item's number, days
    dropped = Signal(str, date)
    beyond = Signal(int)  # an arrow went past the first (-1) or last (1) item

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.setObjectName("agenda")
        self.setAccessibleName(tr("Agenda"))
        self._look = look
        self._lines = AgendaModel(today, self)
        self._typed = ""
        self._typed_at = 0.0
        self._telling = True
        self._low: Sequence[int] = ()  # lines that are lower than an item
        self.drop_day: date | None = None
        self.setModel(self._lines)
        self._painter = AgendaPainter(look, self._lines, self)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress(look)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def show_lines(self, arranged: Arranged, *, with_programme: bool) -> None:
        """Keeps the current item, the selection and what is scrolled into view."""
        current, chosen = self.current_number(), self.selected_numbers()
        scrolled = self.verticalScrollBar().value()
        self._telling = False
        self._lines.show(arranged, with_programme=with_programme)
        self._fit_lines()
        self._select([number for number in chosen if self._lines.place(number) is not None])
        place = None if current is None else self._lines.place(current)
        if place is None:
            place = self._lines.next_item(-1, 1)
        if place is not None:
            flag = _Flag.NoUpdate if chosen else _Flag.Select
            self.selectionModel().setCurrentIndex(self._lines.index(place), flag)
        self.verticalScrollBar().setValue(scrolled)
        self._telling = True
        self._mark_own_focus()
        self.current_changed.emit()

    def choose(self, number: str) -> bool:
        """Makes an item the current one, in view; False where it is not among the lines."""
        place = self._lines.place(number)
        if place is not None:
            self._go(place)
        return place is not None

    def choose_day(self, day: date) -> None:
        """The first item on that day or after it, else the last before it."""
        place = self._lines.first_from(day)
        if place is not None:
            self._go(place)
        heading = self._lines.heading_from(day)
        if heading is not None:
            self.scrollTo(self._lines.index(heading), self.ScrollHint.PositionAtTop)

    def current_number(self) -> str | None:
        index = self.currentIndex()
        return self._lines.number_at(index.row()) if index.isValid() else None

    def selected_numbers(self) -> list[str]:
        """In the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [number for number in map(self._lines.number_at, places) if number is not None]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and days_asked(event):
            event.accept()  # here Alt+Left moves the item; it is Back everywhere else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        number = self.current_number()
        if (days := days_asked(event)) != 0:
            if number is not None:
                self.moved.emit(number, days)
        elif number is not None and _opens(event):
            self.opened.emit()
        elif self._is_last_step(event):
            self.beyond.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802
        now = self.currentIndex().row()
        if action in _STEPS:
            place = self._lines.next_item(now, _STEPS[action])
        elif action == _Cursor.MoveHome:
            place = self._lines.next_item(-1, 1)
        elif action == _Cursor.MoveEnd:
            place = self._lines.next_item(self._lines.rowCount(), -1)
        else:
            far = super().moveCursor(action, modifiers).row()
            step = 1 if action == _Cursor.MovePageDown else -1
            place = self._lines.next_item(far - step, step)
            if place is None:
                place = self._lines.next_item(far, -step)
        return self._lines.index(now if place is None else place)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  # Qt's name
        """Letters typed in one go look for an item with a word that begins so, from the current one on."""
        now = monotonic()
        fresh = now - self._typed_at > _TYPED_TOGETHER
        self._typed = search if fresh else self._typed + search
        self._typed_at = now
        start = self.currentIndex().row() + (1 if fresh else 0)
        place = self._lines.with_word(self._typed, start)
        if place is not None:
            self._go(place)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802  # Qt's name
        place = self.currentIndex().row()
        row, number = self._lines.row_at(place), self._lines.number_at(place)
        if row is not None and number is not None:
            drag(self, self._look, number, title_of(row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        if carried(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  # Qt's name
        super().dragMoveEvent(event)  # scrolls at the edges
        self._mark_drop(self.day_at(event.position().toPoint()))
        if self.drop_day is not None and carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  # Qt's name
        self._mark_drop(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        day, number = self.day_at(event.position().toPoint()), carried(event.mimeData())
        self._mark_drop(None)
        self.setState(self.State.NoState)
        if day is not None and number:
            event.acceptProposedAction()
            self.dropped.emit(number, day)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """A click beside the items takes nothing away."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._lines.number_at(index.row()) is not None:
            super().mousePressEvent(event)

    def day_at(self, spot: QPoint) -> date | None:
        """The day under a spot of the viewport; None on a gap."""
        index = self.indexAt(spot)
        return self._lines.day_at(index.row()) if index.isValid() else None

    def _dress(self, look: Look) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self._painter.height)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)

    def _fit_lines(self) -> None:
        """In large type an item has two lines and the words between have one; few they are, whatever the items."""
        down = self.verticalHeader()
        if self._painter.height == self._painter.word_height:
            return
        count = self._lines.rowCount()
        low = self._lines.words()
        for place in set(self._low) - set(low):  # Qt keeps a line's height over a reset
            if place < count:
                down.resizeSection(place, self._painter.height)
        for place in low:
            down.resizeSection(place, self._painter.word_height)
        self._low = low

    def _go(self, place: int) -> None:
        index = self._lines.index(place)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _select(self, numbers: Sequence[str]) -> None:
        for number in numbers:
            place = self._lines.place(number)
            if place is not None:
                self.selectionModel().select(self._lines.index(place), _Flag.Select)

    def _is_last_step(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        return step is not None and self._lines.next_item(self.currentIndex().row(), step) is None

    def _mark_drop(self, day: date | None) -> None:
        if day != self.drop_day:
            self.drop_day = day
            self.viewport().update()

    def _mark_own_focus(self) -> None:
        """The current item bears the focus mark; where there is none, the list is ringed as any other."""
        self.setProperty("ownFocus", self.currentIndex().isValid())

    def _on_current(self) -> None:
        self._mark_own_focus()
        if self._telling:
            self.current_changed.emit()


def _opens(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Space:  # with Ctrl it selects
        return not event.modifiers()
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
