"""The month: six weeks with their numbers; arrows go from day to day, Ctrl and an arrow through a day's items."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda import AgendaRow
from ui.calendar.items import number_of, title_of
from ui.calendar.month_model import Day, MonthModel, RowsByDay
from ui.calendar.month_painter import LOWEST, MonthPainter
from ui.calendar.moving_items import carried, days_asked, drag
from ui.calendar.period import Period
from ui.language import tr
from ui.theme import Look, Size

_Cursor = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QTableView):
    """One day is current; of its items one is chosen: the first, until another one is."""

    current_changed = Signal()
    opened = Signal(date)
    moved = Signal(str, int)  # an item's number, days
    dropped = Signal(str, date)
    day_wanted = Signal(date)  # a key led to a day of another month

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.setObjectName("month")
        self.setAccessibleName(tr("Month"))
        self.setProperty("ownFocus", True)  # the current day bears the mark
        self._look = look
        self._days = MonthModel(today, self)
        self._chosen: str | None = None
        self._telling = True
        self.drop_index = QModelIndex()
        self.setModel(self._days)
        self._painter = MonthPainter(look, self._days, self, self)
        self.setItemDelegate(self._painter)
        self._dress()
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_month(
        self,
        period: Period,
        by_day: RowsByDay,
        holidays: Mapping[date, Sayable],
        rows: Mapping[str, AgendaRow],
    ) -> None:
        day, chosen = self.current_day(), self._chosen
        self._telling = False
        self._days.show(period, by_day, holidays, rows)
        moved_to = None if chosen is None else self._days.day_with(chosen)
        if moved_to is not None:
            day = moved_to
        if day is None or not self._days.index_of(day).isValid():
            day = self._days.today if self._days.today in period else period.first
        self._go(day)
        self._choose(chosen)
        self._telling = True
        self.current_changed.emit()

    def choose_day(self, day: date) -> None:
        self._go(day)

    def choose(self, number: str) -> bool:
        """Makes an item the chosen one of its day; False where the month does not hold it."""
        day = self._days.day_with(number)
        if day is not None:
            self._go(day)
            self._choose(number)
            self.current_changed.emit()
        return day is not None

    def current_day(self) -> date | None:
        day = self._days.day(self.currentIndex())
        return None if day is None else day.day

    def chosen_number(self) -> str | None:
        return self._chosen

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and days_asked(event):
            event.accept()  # here Alt+Left moves the item; it is Back everywhere else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        day = self._days.day(self.currentIndex())
        if day is None:
            super().keyPressEvent(event)
        elif (days := days_asked(event)) != 0:
            if self._chosen is not None:
                self.moved.emit(self._chosen, days)
        elif held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_item(day, 1 if key == Qt.Key.Key_Down else -1)
        elif key in _STEPS and not held:
            self._reach(day.day + timedelta(_STEPS[Qt.Key(key)]))
        elif key in _PAGES and not held:
            self.day_wanted.emit(_month_later(day.day, _PAGES[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(day.day)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  # Qt's name
        """Days have no names to jump to."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        super().mousePressEvent(event)
        day = self._days.day(index)
        if day is not None:
            row = self._painter.item_at(self.visualRect(index), day, spot.y())
            if row is not None:
                self._choose(number_of(row))
                self.current_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        day = self._days.day(self.indexAt(event.position().toPoint()))
        if day is not None:
            self.opened.emit(day.day)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802  # Qt's name
        day = self._days.day(self.currentIndex())
        row = None if day is None else next((row for row in day.rows if number_of(row) == self._chosen), None)
        if row is not None:
            drag(self, self._look, number_of(row), title_of(row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        if carried(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  # Qt's name
        index = self.indexAt(event.position().toPoint())
        self._mark_drop(index)
        if index.isValid() and carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  # Qt's name
        self._mark_drop(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        day, number = self._days.day(self.indexAt(event.position().toPoint())), carried(event.mimeData())
        self._mark_drop(QModelIndex())
        self.setState(self.State.NoState)
        if day is not None and number:
            event.acceptProposedAction()
            self.dropped.emit(number, day.day)

    def _dress(self) -> None:
        look = self._look
        self.setVerticalHeader(WeekNumbers(look, self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(1)
            header.setFont(look.font(Size.SMALL))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(look.px(40))
        down.setAccessibleName(tr("Week numbers"))
        across.setAccessibleName(tr("Weekdays"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        down.setMinimumSectionSize(look.px(LOWEST))
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(self.DragDropMode.DragDrop)

    def _reach(self, day: date) -> None:
        index = self._days.index_of(day)
        there = self._days.day(index)
        if there is None or there.outside:
            self.day_wanted.emit(day)
        else:
            self._go(day)

    def _go(self, day: date) -> None:
        index = self._days.index_of(day)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _step_item(self, day: Day, step: int) -> None:
        numbers = [number_of(row) for row in day.rows]
        if self._chosen in numbers:
            self._choose(numbers[(numbers.index(self._chosen) + step) % len(numbers)])
            self.current_changed.emit()

    def _choose(self, number: str | None) -> None:
        day = self._days.day(self.currentIndex())
        numbers = [] if day is None else [number_of(row) for row in day.rows]
        self._chosen = number if number in numbers else numbers[0] if numbers else None
        self.viewport().update()

    def _mark_drop(self, index: QModelIndex) -> None:
        if index != self.drop_index:
            self.drop_index = index
            self.viewport().update()

    def _on_current(self) -> None:
        if self._telling:
            self._choose(None)
            self.current_changed.emit()


class WeekNumbers(QHeaderView):
    """Quiet, with the hairlines of the days beside them."""

    def __init__(self, look: Look, month: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, month)
        self._look = look

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  # Qt's name
        look = self._look
        painter.save()
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.setFont(look.font(Size.SMALL))
        painter.setPen(look.colour("ink_2"))
        week = str(self.model().headerData(section, Qt.Orientation.Vertical))
        top = rect.adjusted(0, look.px(3), 0, 0)
        top.setHeight(look.px(24))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, week)
        painter.restore()


def day_in_month(day: date, month: date) -> date:
    """The same day of another month, or its last one."""
    return month.replace(day=min(day.day, Period.around(month, 1).last.day))


def _month_later(day: date, months: int) -> date:
    return day_in_month(day, Period.around(day, 1).moved(months).first)
