"""How a day of the month is painted: its number, its holiday, its items as lines, and how many more there are."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentordesk.queries.agenda import AgendaRow
from ui.calendar.agenda_painter import paint_mark
from ui.calendar.items import begins_at, is_cancelled, number_of, title_of
from ui.calendar.month_model import Day, MonthModel
from ui.calendar.period import month_name
from ui.icons import pixmap
from ui.language import ntr, ptr
from ui.theme import Look, Size

_Index = QModelIndex | QPersistentModelIndex
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
_SATURDAY = 5
_LINE = 20  # px at 100 %
_HEAD = 28
LOWEST = _HEAD + _LINE + 4  # px at 100 %: a day with one line in it
_SHORTEST = 34  # px at 100 %: less of a title says nothing


class DayMarks(Protocol):
    """What the view knows and a day does not."""

    drop_index: QModelIndex

    def chosen_number(self) -> str | None: ...


class MonthPainter(QStyledItemDelegate):
    def __init__(self, look: Look, month: MonthModel, marks: DayMarks, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._month = month
        self._marks = marks
        self._caption = look.font(Size.CAPTION)
        self._caption.setFeature(QFont.Tag("tnum"), 1)
        self._strong = look.font(Size.SMALL, strong=True)
        self._plain = look.font(Size.SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        day = self._month.day(index)
        if day is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, day, current=current, drop=index == self._marks.drop_index)
        self._paint_head(painter, rect, day)
        self._paint_items(painter, rect, day, current=current)
        if state & QStyle.StateFlag.State_HasFocus:
            thick = self._look.px(2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), thick))
            inset = thick / 2 + 1
            painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()

    def item_at(self, rect: QRect, day: Day, y: int) -> AgendaRow | None:
        """The item that is painted at this height of the cell."""
        line = (y - rect.top() - self._look.px(_HEAD)) // self._look.px(_LINE)
        return day.rows[line] if 0 <= line < self._lines_shown(rect, day) else None

    def _paint_ground(self, painter: QPainter, rect: QRect, day: Day, *, current: bool, drop: bool) -> None:
        look = self._look
        quiet = day.outside or day.day.weekday() >= _SATURDAY
        token = "select" if current else "soft" if day.holiday else "canvas" if quiet else "surface"
        painter.fillRect(rect, look.colour(token))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        if drop:
            painter.setPen(QPen(look.colour("accent"), look.px(2)))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_head(self, painter: QPainter, rect: QRect, day: Day) -> None:
        look = self._look
        head = QRect(rect.left() + look.px(6), rect.top() + look.px(3), rect.width() - look.px(10), look.px(_HEAD - 4))
        number = str(day.day.day)
        metrics = QFontMetrics(self._strong)
        wide = max(head.height(), metrics.horizontalAdvance(number))
        if day.day == self._month.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QRectF(head.left() - look.px(2), head.top(), head.height(), head.height()))
            spot = QRect(head.left() - look.px(2), head.top(), head.height(), head.height())
            self._text(painter, spot, number, self._strong, "on_accent", Qt.AlignmentFlag.AlignHCenter)
        else:
            self._text(painter, head, number, self._plain if day.outside else self._strong, _ink(day))
            wide = metrics.horizontalAdvance(number)
        rest = head.adjusted(wide + look.px(6), 0, 0, 0)
        words = month_name(day.day) if day.day.day == 1 else ""
        if day.holiday and not day.rows:
            below = QRect(head.left(), rect.top() + look.px(_HEAD), head.width(), rect.height() - look.px(_HEAD))
            self._paint_holiday(painter, below, day.holiday)
        elif day.holiday:
            words = day.holiday
        self._text(painter, rest, words, self._caption, "ink_2")

    def _paint_holiday(self, painter: QPainter, room: QRect, name: str) -> None:
        """In several lines where there is room for them."""
        metrics = QFontMetrics(self._caption)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name)
        if room.contains(wrapped):
            painter.setFont(self._caption)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, name)
        else:
            room.setHeight(self._look.px(_LINE))
            self._text(painter, room, name, self._caption, "ink")

    def _paint_items(self, painter: QPainter, rect: QRect, day: Day, *, current: bool) -> None:
        look = self._look
        shown = self._lines_shown(rect, day)
        left, wide = rect.left() + look.px(6), rect.width() - look.px(10)
        for number, row in enumerate(day.rows[:shown]):
            top = rect.top() + look.px(_HEAD) + number * look.px(_LINE)
            room = QRect(left, top, wide, look.px(_LINE))
            if current and len(day.rows) > 1 and number_of(row) == self._marks.chosen_number():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("surface"))
                painter.drawRoundedRect(QRectF(room.adjusted(-look.px(3), 0, look.px(2), 0)), 4, 4)
            self._paint_item(painter, room, row, day)
        if (more := len(day.rows) - shown) > 0:
            top = rect.top() + look.px(_HEAD) + shown * look.px(_LINE)
            room = QRect(left, top, wide, look.px(_LINE))
            words = ntr("+{count} more", "+{count} more", more)
            if QFontMetrics(self._caption).horizontalAdvance(words) > wide:
                words = ptr("in a small cell", "+{count}", count=more)
            self._text(painter, room, words, self._caption, "ink_2")

    def _paint_item(self, painter: QPainter, room: QRect, row: AgendaRow, day: Day) -> None:
        """Mark and time, and as much of the title as there is room for."""
        look = self._look
        side = look.px(15)
        square = QRect(room.left(), room.center().y() - side // 2, side, side)
        paint_mark(painter, look, square, row.mark)
        rest = room.adjusted(side + look.px(5), 0, 0, 0)
        if row.conflicts and rest.width() > look.px(60):
            sign = pixmap("warning", look.colour("warn"), look.px(13), painter.device().devicePixelRatioF())
            painter.drawPixmap(rest.right() - look.px(12), room.center().y() - look.px(6), sign)
            rest.setRight(rest.right() - look.px(16))
        ink = "ink_2" if day.outside or is_cancelled(row) else "ink"
        font = QFont(self._caption)
        font.setStrikeOut(is_cancelled(row))
        title, time = title_of(row), begins_at(row)
        metrics = QFontMetrics(font)
        both = f"{time} {title}".strip()
        if time and metrics.horizontalAdvance(time) + look.px(_SHORTEST) > rest.width():
            both = time if metrics.horizontalAdvance(time) <= rest.width() else ""
        self._text(painter, rest, both, font, ink)

    def _lines_shown(self, rect: QRect, day: Day) -> int:
        """How many items fit; the last line is kept for the number of the others."""
        fit = max(0, (rect.height() - self._look.px(_HEAD)) // self._look.px(_LINE))
        return len(day.rows) if len(day.rows) <= fit else max(0, fit - 1)

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        token: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        painter.drawText(room, _ONE_LINE | align, shown)


def _ink(day: Day) -> str:
    return "ink_2" if day.outside or day.day.weekday() >= _SATURDAY else "ink"
