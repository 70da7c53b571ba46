"""Months as small as can be read: a day's number with dots, or with the letters of what lies on it.

Arrows go from day to day, Page Up and Page Down by a month, Enter or Space takes the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip

from mentordesk.i18n.message import Sayable
from mentordesk.queries.agenda_days import Marks
from mentordesk.queries.agenda_marks import Mark
from ui.calendar.agenda_painter import paint_mark
from ui.calendar.items import KIND_TITLES, MARK_COLOURS, day_line
from ui.calendar.months.places import WEEKS, MonthPlaces
from ui.calendar.period import Period, capitalised, month_name, plus_months, weekday_name
from ui.language import say, tr
from ui.theme import Look, Size
from ui.widgets.labels import plain_tip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MIDDLE = (Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine).value  # put together once for all days
_LETTERS = 2  # fit under a number
_DOTS = 3


class SmallMonths(QAbstractScrollArea):
    current_changed = Signal()
    taken = Signal(date)  # Enter, Space or a double click; of a single month a click, too
    day_wanted = Signal(date)  # a key led out of the months

    def __init__(self, look: Look, today: date, *, letters: bool, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look, self._today, self._letters = look, today, letters
        self._caption = look.font(Size.CAPTION)
        self._caption.setFeature(QFont.Tag("tnum"), 1)
        self._period = Period.around(today, 1)
        self._marks: Mapping[date, Marks] = {}
        self._holidays: Mapping[date, Sayable] = {}
        self._day = today
        if not letters:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setFixedHeight(self._places().tall)

    def show_marks(
        self, period: Period, marks: Mapping[date, Marks], holidays: Mapping[date, Sayable], day: date | None = None
    ) -> None:
        """`day` becomes current; without one the current day stays where it is among them."""
        self._period, self._marks, self._holidays = period, marks, holidays
        if day is not None:
            self._day = day
        if self._day not in period:
            self._day = self._today if self._today in period else period.first
        self._measure()
        self._tell(aloud=False)

    def choose_day(self, day: date, *, aloud: bool = True) -> bool:
        """False for a day of another month than those shown."""
        if day not in self._period:
            return False
        self._day = day
        self._reveal()
        self._tell(aloud=aloud)
        return True

    def current_day(self) -> date:
        return self._day

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(240), self._places().tall)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QHelpEvent):
            day = self._places().day_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if day is None else plain_tip(self._words(day)), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._reach(self._day + timedelta(_STEPS[key]))
        elif key in _PAGES:
            month = plus_months(self._day, _PAGES[key])
            self._reach(month.replace(day=min(self._day.day, Period.around(month, 1).last.day)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            whole = Period.around(self._day, 1)
            self._reach(whole.first if key == Qt.Key.Key_Home else whole.last)
        elif key in _TAKES:
            self.taken.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        day = self._places().day_at(event.position().toPoint())
        if day is not None:
            self.choose_day(day)
            if not self._letters:
                self.taken.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        day = self._places().day_at(event.position().toPoint())
        if day is not None:
            self.taken.emit(day)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        places = self._places()
        for month, block in places.each_month():
            if block.intersects(self.viewport().rect()):
                self._paint_month(painter, places, month, block)

    def _paint_month(self, painter: QPainter, places: MonthPlaces, month: date, block: QRect) -> None:
        title = capitalised(f"{month_name(month)} {month.year}")
        caption = self._caption
        self._text(painter, places.title(block), title, self._look.font(Size.SMALL, strong=True), "ink")
        for number in range(1, 8):
            name = weekday_name(number, short=True)[: 2 if places.letters else 1]
            self._text(painter, places.cell(block, -1, number), name, caption, "ink_2")
        days = (plus_months(month, 1) - month).days
        for row in range(WEEKS):
            monday = month + timedelta(7 * row - month.weekday())
            if (monday - month).days < days:
                week = str(monday.isocalendar().week)
                cell = places.cell(block, row, 0)
                self._text(painter, QRect(cell.topLeft(), QSize(cell.width(), self._figure)), week, caption, "ink_2")
        for number in range(days):
            day, at = month + timedelta(number), month.weekday() + number
            self._paint_day(painter, places.cell(block, at // 7, at % 7 + 1), day)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        look = self._look
        inner = QRectF(cell).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "select" if day == self._day else "soft" if day in self._holidays else ""
        if not ground and self._letters and day.weekday() >= 5:
            ground = "canvas"
        if ground:
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(inner, 4, 4)
        figure = QRect(cell.left(), cell.top(), cell.width(), self._figure)
        ink = "ink_2" if day.weekday() >= 5 else "ink"
        if day == self._today:
            side = self._figure - look.px(3)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(
                QRectF(figure.center().x() - side / 2 + 1, figure.center().y() - side / 2 + 1, side, side)
            )
            ink = "on_accent"
        self._text(painter, figure, str(day.day), self._caption, ink)
        self._paint_marks(painter, cell, self._marks.get(day, {}))
        if day == self._day and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), look.px(2)))
            painter.drawRoundedRect(inner, 4, 4)

    def _paint_marks(self, painter: QPainter, cell: QRect, marks: Marks) -> None:
        look = self._look
        count = min(len(marks), _LETTERS if self._letters else _DOTS)
        side, air = (look.px(13), look.px(1)) if self._letters else (look.px(4), look.px(2))
        left = cell.center().x() + 1 - (count * (side + air) - air) // 2
        top = cell.top() + self._figure
        for number, mark in enumerate(list(marks)[:count]):
            box = QRect(left + number * (side + air), top, side, side)
            if self._letters:
                paint_mark(painter, look, box, mark)
            else:
                self._dot(painter, QPoint(box.left(), cell.bottom() - look.px(5)), mark)
        if self._letters and len(marks) > count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink_2"))
            painter.drawEllipse(QRectF(cell.right() - look.px(4), top + side - look.px(3), look.px(3), look.px(3)))

    def _dot(self, painter: QPainter, spot: QPoint, mark: Mark) -> None:
        side = self._look.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(MARK_COLOURS[mark].edge))
        painter.drawEllipse(QRectF(spot.x(), spot.y(), side, side))

    @property
    def _figure(self) -> int:
        """The height that a day's number has."""
        return self._look.px(20 if self._letters else 18)

    def _places(self) -> MonthPlaces:
        months = max(1, self._period.months)
        wide = self.viewport().width()
        return MonthPlaces(
            self._look, self._period.first, months, wide, self.verticalScrollBar().value(), self._letters
        )

    def _measure(self) -> None:
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, self._places().tall - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.viewport().update()

    def _reach(self, day: date) -> None:
        if day in self._period:
            self.choose_day(day)
        else:
            self.day_wanted.emit(day)

    def _reveal(self) -> None:
        box, bar = self._places().box(self._day), self.verticalScrollBar()
        if box is not None and box.top() < 0:
            bar.setValue(bar.value() + box.top() - self._look.px(48))
        elif box is not None and box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 1)
        self.viewport().update()

    def _words(self, day: date) -> str:
        marks = self._marks.get(day, {})
        holiday = say(self._holidays[day]) if day in self._holidays else ""
        kinds = [tr("{kind}: {count}", kind=KIND_TITLES[mark], count=count) for mark, count in marks.items()]
        return ". ".join([day_line(day, sum(marks.values()), holiday), *kinds])

    def _tell(self, *, aloud: bool) -> None:
        words = self._words(self._day)
        self.setAccessibleDescription(words)
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.current_changed.emit()

    def _text(self, painter: QPainter, room: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        painter.drawText(room, _MIDDLE, text)
