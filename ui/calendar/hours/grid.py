"""The hands on the board of hours: arrows go from slot to slot and day to day, Alt moves the chosen meeting.

Shift and Alt stretch it. Up from the first slot, or Home, lead to the dates above the hours; Ctrl and an arrow go
through everything that lies on the day; typing begins a new meeting in the slot.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from mentordesk.domain.slots import slot_beside
from mentordesk.queries.agenda import MeetingRow
from ui.calendar.hours.asking import Asked, asked_by
from ui.calendar.hours.board import HourBoard
from ui.calendar.hours.columns import has_hours, time_at
from ui.calendar.hours.dragging import Drag
from ui.calendar.items import is_over, line_of, number_of
from ui.widgets.labels import plain_tip

_LAST_SLOT = time(23, 30)
_DRAGGED = 6  # px at 100 % before a press becomes a drag
_EDGE = 6  # px at 100 %: the lower edge, by which a meeting is stretched
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HourGrid(HourBoard):
    """One slot, or the strip of dates, is current; of the items there one is chosen, if there is any."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and asked_by(event):
            event.accept()  # here Alt+Left moves a meeting; it is Back everywhere else
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QHelpEvent):
            at, row = self._under(event.pos())
            words = line_of(row) if row is not None else "" if at is None else self._grid.columns[at].holiday
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = asked_by(event)
        if asked is not None:
            self._ask(asked)
        elif held == Qt.KeyboardModifier.ControlModifier and key in _DOWN:
            self._step_item(_DOWN[key])
        elif not held and key in _ALONG:
            self._reach(self._day + timedelta(_ALONG[key]), _ALONG[key])
        elif not held and key in _DOWN:
            self._step_slot(_DOWN[key])
        elif not held and key in _PAGES:
            self.day_wanted.emit(self._day + timedelta(_PAGES[key] * (7 if len(self._grid.columns) > 1 else 1)))
        elif not held and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_at(None if key == Qt.Key.Key_Home else _LAST_SLOT)
        elif key in _ENTER and self._chosen is not None:
            self.opened.emit()
        elif key in _ENTER or (event.text().strip().isprintable() and event.text().strip() and not _commands(held)):
            self.begun.emit("" if key in _ENTER else event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        spot = event.position().toPoint()
        at, row = self._under(spot)
        if at is None:
            return
        column, places = self._grid.columns[at], self._places()
        if row is not None:
            self._stand_on(at, row)
            if isinstance(row, MeetingRow) and has_hours(row) and not is_over(row):
                self._drag = Drag(row, spot, stretches=self._on_edge(spot, row))
        else:
            self._day, self._in_dates, self._chosen = column.day, spot.y() < places.head, None
            if not self._in_dates:
                self._slot = time_at(self._grid.hours, places.minutes_at(spot.y()))
        self._go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        spot, drag = event.position().toPoint(), self._drag
        if drag is None:
            _, row = self._under(spot)
            on_edge = isinstance(row, MeetingRow) and not is_over(row) and self._on_edge(spot, row)
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.ArrowCursor)
            return
        if not drag.begun and (spot - drag.pressed).manhattanLength() < self._look.px(_DRAGGED):
            return
        at = self._places().column_at(spot.x())
        by = (spot.y() - drag.pressed.y()) * 60 // self._places().hour
        drag.to(None if at is None else self._grid.columns[at].day, by)
        self.viewport().update()

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        drag, self._drag = self._drag, None
        self.viewport().update()
        if drag is not None and drag.begun and (drag.starts, drag.ends) != (drag.row.starts_at, drag.row.ends_at):
            self.laid.emit(number_of(drag.row), drag.starts, drag.ends)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        at, row = self._under(event.position().toPoint())
        if row is not None:
            self.opened.emit()
        elif at is not None and not self._in_dates:
            self.begun.emit("")

    def _on_edge(self, spot: QPoint, row: MeetingRow) -> bool:
        places, found = self._places(), self._grid.place_of(number_of(row))
        if found is None:
            return False
        placed = next((each for each in self._grid.columns[found[0]].placed if each.row is row), None)
        return placed is not None and places.item(found[0], placed).bottom() - spot.y() <= self._look.px(_EDGE)

    def _stand_at(self, slot: time | None) -> None:
        self._in_dates = slot is None
        self._slot = slot or self._slot
        self._choose(None)
        self._go()

    def _step_slot(self, step: int) -> None:
        if self._in_dates:
            if step > 0:
                self._stand_at(self._slot)
        elif step < 0 and self._slot == time.min:
            self._stand_at(None)
        else:
            self._stand_at(slot_beside(self._slot, step))

    def _step_item(self, step: int) -> None:
        rows = self._column.rows
        numbers = [number_of(row) for row in rows]
        if numbers:
            at = numbers.index(self._chosen) + step if self._chosen in numbers else 0 if step > 0 else -1
            self._stand_on(self._column_number(), rows[at % len(rows)])
            self._go()

    def _reach(self, day: date, step: int) -> None:
        if self._grid.column_of(day) is None:
            beyond = self._grid.columns[0].day if step < 0 else self._grid.columns[-1].day
            if (
                len(self._grid.columns) > 1
                and (day - beyond).days * step > 0
                and day.weekday() >= len(self._grid.columns)
            ):
                day += timedelta(7 - day.weekday()) if step > 0 else timedelta(-(day.weekday() - 4))
            self.day_wanted.emit(day)
        else:
            self._day = day
            self._choose(None)
            self._go()

    def _ask(self, asked: Asked) -> None:
        found = None if self._chosen is None else self._grid.place_of(self._chosen)
        if found is None:
            return
        row = found[1]
        if asked.days:
            self.moved.emit(number_of(row), asked.days)
        elif isinstance(row, MeetingRow) and has_hours(row):
            there = asked.times(row.starts_at, row.ends_at)
            if there is not None:
                self.laid.emit(number_of(row), *there)
        else:
            self.not_here.emit()


def _commands(held: Qt.KeyboardModifier) -> bool:
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
