"""The timeline as one painted view: only what is in sight is painted, and every mark can be reached by keys.

Arrows go along a row and to the next one; Alt and an arrow ask for a move, with Shift by a week.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from mentordesk.queries.timeline import Timeline
from ui.language import tr
from ui.programme.timeline.axis import Axis
from ui.programme.timeline.painter import HEAD, PAIR, Painter, Placed
from ui.programme.timeline.rows import ChartRow, Item, beside, item_in_words, place_of
from ui.programme.timeline.shelf import Shelf
from ui.theme import Look

NAMES = 184  # px at 100 %
SEMESTER = 184  # days
_NEAR = 4  # px at 100 %, around a mark
_DRAGGED = 6  # px at 100 % before a press becomes a drag
_WEEK = 7
_AIR = timedelta(7)  # before the first and behind the last day
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Chart(QAbstractScrollArea):
    current_changed = Signal(str)  # the words of what the keyboard stands on
    opened = Signal(object)  # Item
    moved = Signal(object, int)  # Item, days
    zoom_changed = Signal()

    def __init__(self, look: Look, today: date, *, whole: bool = True) -> None:
        super().__init__()
        self.setObjectName("timelineChart")
        self.setAccessibleName(tr("Timeline of the programme"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setFrameShape(self.Shape.NoFrame)
        self._look, self._today = look, today
        self._found: Timeline | None = None
        self._rows: tuple[ChartRow, ...] = ()
        self._shelf = Shelf(look, ())
        self._at = (0, 0)  # row, item
        self._whole = whole
        self._pressed: QPoint | None = None
        self._dragged = 0  # days
        self.verticalScrollBar().setSingleStep(look.px(PAIR))
        self.horizontalScrollBar().setSingleStep(look.px(40))

    def show_timeline(self, found: Timeline, rows: tuple[ChartRow, ...]) -> None:
        """What the keyboard stood on stays current wherever it lies now."""
        before = self.current()
        self._found, self._rows = found, rows
        self._shelf = Shelf(self._look, self._rows)
        self._at = place_of(self._rows, None if before is None else before[1].number, self._today)
        self._measure()
        if before is None:
            self._reveal()
        self.viewport().update()
        self._tell(aloud=before is not None and self.current() != before)

    def current(self) -> tuple[ChartRow, Item] | None:
        row, place = self._at
        if row < len(self._rows) and place < len(self._rows[row].items):
            return self._rows[row], self._rows[row].items[place]
        return None

    def choose(self, number: str) -> None:
        """Makes an item the current one."""
        self._go(*place_of(self._rows, number, self._today))

    @property
    def whole(self) -> bool:
        """The whole programme in view; else a semester."""
        return self._whole

    def set_whole(self, whole: bool) -> None:
        if whole != self._whole:
            self._whole = whole
            self._measure()
            self._reveal()
            self.viewport().update()
            self.zoom_changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _days_asked(event):
            event.accept()  # here Alt+Left moves a bar; it is Back everywhere else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row, place = self._at
        if (days := _days_asked(event)) != 0:
            self._ask_to_move(days)
        elif held == Qt.KeyboardModifier.ControlModifier and key in _ACROSS:
            self.set_whole(key == Qt.Key.Key_Down)
        elif held:
            super().keyPressEvent(event)
        elif key in _ALONG:
            self._go(row, place + _ALONG[key])
        elif key in _ACROSS:
            self._step(_ACROSS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows:
            self._go(row, 0 if key == Qt.Key.Key_Home else len(self._rows[row].items) - 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(-10 if key == Qt.Key.Key_PageUp else 10)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        spot = event.position().toPoint()
        there = self._item_at(spot)
        if there is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(*there)
            self._pressed, self._dragged = spot, 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        current = self.current()
        if self._pressed is None or current is None or current[1].moves is None:
            return
        by = event.position().toPoint().x() - self._pressed.x()
        if self._dragged or abs(by) >= self._look.px(_DRAGGED):
            self._dragged = round(by / self._axis().per_day)
            self.viewport().update()

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        days, self._pressed, self._dragged = self._dragged, None, 0
        if days:
            self._ask_to_move(days)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        if self._item_at(event.position().toPoint()) is not None:
            self._open()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_whole(event.angleDelta().y() < 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  # Qt's name
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        found, look, port = self._found, self._look, self.viewport()
        painter = QPainter(port)
        painter.fillRect(port.rect(), look.colour("surface"))
        if found is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, head, wide, tall = look.px(NAMES), look.px(HEAD), port.width(), port.height()
        of_days = self._painter(painter)
        seen = list(self._seen())
        bottom = min(tall, max((each.top + each.height for each in seen), default=head))
        painter.setClipRect(left, 0, wide - left, tall)
        of_days.ground(found, head, bottom)
        first, last = self._axis().day(self._scrolled()), self._axis().day(self._scrolled() + wide - left)
        painter.setClipRect(left, head, wide - left, tall - head)
        of_days.today(self._today, head, bottom)
        for placed in seen:
            of_days.items(placed, first, last)
        self._paint_current(of_days, seen)
        painter.setClipRect(left, 0, wide - left, head)
        of_days.head(found, 0, wide)
        painter.setClipRect(0, head, wide, tall - head)
        for placed in seen:
            of_days.name(placed, left)
            painter.fillRect(QRect(0, placed.top + placed.height - 1, wide, 1), look.colour("line"))

    def _paint_current(self, of_days: Painter, seen: list[Placed]) -> None:
        current = self.current()
        if current is None:
            return
        for placed in seen:
            if placed.row is current[0]:
                box = of_days.box(current[1], placed)
                if self._dragged:
                    of_days.ghost(box.translated(self._dragged * self._axis().per_day, 0))
                if self.hasFocus():
                    of_days.focus(box)

    def _painter(self, painter: QPainter) -> Painter:
        return Painter(self._look, painter, self._axis(), self._look.px(NAMES), self._scrolled())

    def _axis(self) -> Axis:
        found = self._found
        assert found is not None, "asked for only when there is a timeline"
        room = self.viewport().width() - self._look.px(NAMES) - self._look.px(12)
        return Axis.fitting(found.first - _AIR, found.last + _AIR, room, None if self._whole else SEMESTER)

    def _scrolled(self) -> int:
        return self.horizontalScrollBar().value()

    def _seen(self) -> Iterator[Placed]:
        return self._shelf.seen(self.verticalScrollBar().value(), self.viewport().height())

    def _measure(self) -> None:
        if self._found is None:
            return
        port, look = self.viewport(), self._look
        tall = self._shelf.height
        self.verticalScrollBar().setRange(0, max(0, tall - port.height()))
        self.verticalScrollBar().setPageStep(port.height())
        room = port.width() - look.px(NAMES) - look.px(12)
        self.horizontalScrollBar().setRange(0, max(0, self._axis().length - room))
        self.horizontalScrollBar().setPageStep(room)

    def _item_at(self, spot: QPoint) -> tuple[int, int] | None:
        of_days, near = self._painter(QPainter()), self._look.px(_NEAR)
        if self._found is None or spot.x() < self._look.px(NAMES) or spot.y() < self._look.px(HEAD):
            return None
        for placed in self._seen():
            if placed.top <= spot.y() < placed.top + placed.height:
                row = next(at for at, each in enumerate(self._rows) if each is placed.row)
                for place, item in reversed(list(enumerate(placed.row.items))):
                    box: QRectF = of_days.box(item, placed)
                    if box.adjusted(-near, -near, near, near).contains(spot):
                        return row, place
        return None

    def _step(self, by: int) -> None:
        there = beside(self._rows, self._at, by, self._today)
        if there is not None:
            self._go(*there)

    def _go(self, row: int, place: int) -> None:
        if row >= len(self._rows) or not 0 <= place < len(self._rows[row].items):
            return
        self._at = row, place
        self._reveal()
        self.viewport().update()
        self._tell(aloud=True)

    def _reveal(self) -> None:
        """Scrolls as little as will do."""
        current = self.current()
        if current is None or self._found is None:
            return
        look, axis = self._look, self._axis()
        top, height = self._shelf.place(self._at[0])
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        room = self.viewport().height() - look.px(HEAD)
        down.setValue(max(min(down.value(), top), top + height - room))
        left, right = axis.x(current[1].first), axis.x(current[1].last + timedelta(1)) + look.px(80)
        room = self.viewport().width() - look.px(NAMES) - look.px(12)
        across.setValue(round(min(max(across.value(), right - room), max(left - look.px(20), 0))))

    def _tell(self, *, aloud: bool) -> None:
        current = self.current()
        words = "" if current is None else item_in_words(*current)
        self.setAccessibleDescription(words)
        if aloud and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.current_changed.emit(words)

    def _ask_to_move(self, days: int) -> None:
        current = self.current()
        if current is not None:
            self.moved.emit(current[1], days)

    def _open(self) -> None:
        current = self.current()
        if current is not None:
            self.opened.emit(current[1])


def _days_asked(event: QKeyEvent) -> int:
    """Alt and an arrow along the row: a day, with Shift a week; 0 for any other key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    if held not in (alt, alt | shift):
        return 0
    return _ALONG.get(Qt.Key(event.key()), 0) * (_WEEK if held & shift else 1)
