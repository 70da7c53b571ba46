"""How a day of the month is painted: its number, its holiday, its items as lines, and how many more there are."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentordesk.queries.agenda import AgendaRow, DeadlineRow, Mark
from ui.calendar.agenda_painter import paint_mark
from ui.calendar.items import begins_at, is_cancelled, number_of, title_of
from ui.calendar.month_model import Day, MonthModel
from ui.calendar.period import month_name
from ui.icons import pixmap
from ui.language import ntr, ptr
from ui.theme import Look, Size

_Index = QModelIndex | QPersistentModelIndex
_ONE_LINE = (Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter).value
_LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value  # put together once: a full month writes hundreds of lines
_MIDDLE = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter.value
_SATURDAY = 5
_LINE = 20  # px at 100 %
_HEAD = 28
LOWEST = _HEAD + _LINE + 4  # px at 100 %: a day with one line in it
_KEPT = 1_000  # lines, and texts cut to a width
_SHORTEST = 34  # px at 100 %: less of a title says nothing


class DayMarks(Protocol):
    """What the view knows and a day does not."""

    drop_index: QModelIndex

    def chosen_number(self) -> str | None: ...


class MonthPainter(QStyledItemDelegate):
    def __init__(self, look: Look, month: MonthModel, marks: DayMarks, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._px = cache(look.px)
        self._month = month
        self._marks = marks
        self._caption = look.font(Size.CAPTION)
        self._caption.setFeature(QFont.Tag("tnum"), 1)
        self._struck = QFont(self._caption)
        self._struck.setStrikeOut(True)
        self._strong = look.font(Size.SMALL, strong=True)
        self._plain = look.font(Size.SMALL)
        self._told: dict[object, str] = {}  # a full month says the same few things hundreds of times
        self._lines: dict[tuple[Mark, str, bool, bool, bool, int, float], QPixmap] = {}
        self._cut: dict[tuple[str, str, int], str] = {}

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
            thick = self._px(2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), thick))
            inset = thick / 2 + 1
            painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()

    def item_at(self, rect: QRect, day: Day, y: int) -> AgendaRow | None:
        """The item that is painted at this height of the cell."""
        line = (y - rect.top() - self._px(_HEAD)) // self._px(_LINE)
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
            painter.setPen(QPen(look.colour("accent"), self._px(2)))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_head(self, painter: QPainter, rect: QRect, day: Day) -> None:
        look = self._look
        head = QRect(
            rect.left() + self._px(6), rect.top() + self._px(3), rect.width() - self._px(10), self._px(_HEAD - 4)
        )
        number = str(day.day.day)
        metrics = QFontMetrics(self._strong)
        wide = max(head.height(), metrics.horizontalAdvance(number))
        if day.day == self._month.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QRectF(head.left() - self._px(2), head.top(), head.height(), head.height()))
            spot = QRect(head.left() - self._px(2), head.top(), head.height(), head.height())
            self._text(painter, spot, number, self._strong, "on_accent", _MIDDLE)
        else:
            self._text(painter, head, number, self._plain if day.outside else self._strong, _ink(day))
            wide = metrics.horizontalAdvance(number)
        rest = head.adjusted(wide + self._px(6), 0, 0, 0)
        words = month_name(day.day) if day.day.day == 1 else ""
        if day.holiday and not day.rows:
            below = QRect(head.left(), rect.top() + self._px(_HEAD), head.width(), rect.height() - self._px(_HEAD))
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
            room.setHeight(self._px(_LINE))
            self._text(painter, room, name, self._caption, "ink")

    def _paint_items(self, painter: QPainter, rect: QRect, day: Day, *, current: bool) -> None:
        look = self._look
        shown = self._lines_shown(rect, day)
        left, wide = rect.left() + self._px(6), rect.width() - self._px(10)
        for number, row in enumerate(day.rows[:shown]):
            top = rect.top() + self._px(_HEAD) + number * self._px(_LINE)
            room = QRect(left, top, wide, self._px(_LINE))
            if current and len(day.rows) > 1 and number_of(row) == self._marks.chosen_number():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("surface"))
                painter.drawRoundedRect(QRectF(room.adjusted(-self._px(3), 0, self._px(2), 0)), 4, 4)
            self._paint_item(painter, room, row, day)
        if (more := len(day.rows) - shown) > 0:
            top = rect.top() + self._px(_HEAD) + shown * self._px(_LINE)
            room = QRect(left, top, wide, self._px(_LINE))
            self._text(painter, room, self._more(more, wide), self._caption, "ink_2")

    def _paint_item(self, painter: QPainter, room: QRect, row: AgendaRow, day: Day) -> None:
        """Mark and time, and as much of the title as there is room for; lines that look alike are painted once."""
        side = self._px(15) + self._px(5)
        wide = room.width() - side
        warns = bool(row.conflicts) and wide > self._px(60)
        words = self._line(row, wide - (self._px(16) if warns else 0))
        ratio = painter.device().devicePixelRatioF()
        key = (row.mark, words, is_cancelled(row), day.outside, warns, room.width(), ratio)
        made = self._lines.get(key)
        if made is None:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            made = self._lines[key] = self._painted_line(
                room.size(), row, words, warns=warns, quiet=day.outside, ratio=ratio
            )
        painter.drawPixmap(room.topLeft(), made)

    def _painted_line(
        self, size: QSize, row: AgendaRow, words: str, *, warns: bool, quiet: bool, ratio: float
    ) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, side = QRect(QPoint(0, 0), size), self._px(15)
        paint_mark(painter, self._look, QRect(0, room.center().y() - side // 2, side, side), row.mark)
        rest = room.adjusted(side + self._px(5), 0, 0, 0)
        if warns:
            sign = pixmap("warning", self._look.colour("warn"), self._px(13), ratio)
            painter.drawPixmap(rest.right() - self._px(12), room.center().y() - self._px(6), sign)
            rest.setRight(rest.right() - self._px(16))
        ink = "ink_2" if quiet or is_cancelled(row) else "ink"
        self._text(painter, rest, words, self._struck if is_cancelled(row) else self._caption, ink)
        painter.end()
        return made

    def _line(self, row: AgendaRow, wide: int) -> str:
        """Time and title; the time alone where there is room for no more."""
        begins = None if isinstance(row, DeadlineRow) else row.starts_at.time()
        time = self._told.get(begins)
        if time is None:
            time = self._told[begins] = begins_at(row)
        title = self._title(row)
        if not time:
            return title
        room = QFontMetrics(self._caption).horizontalAdvance(time)
        if room + self._px(_SHORTEST) > wide:
            return time if room <= wide else ""
        return f"{time} {title}"

    def _title(self, row: AgendaRow) -> str:
        if isinstance(row, DeadlineRow) or row.days > 1:
            return title_of(row)
        said = self._told.get(row.title)
        if said is None:
            said = self._told[row.title] = title_of(row)
        return said

    def _more(self, count: int, wide: int) -> str:
        said = self._told.get((count, wide))
        if said is None:
            said = ntr("+{count} more", "+{count} more", count)
            if QFontMetrics(self._caption).horizontalAdvance(said) > wide:
                said = ptr("in a small cell", "+{count}", count=count)
            self._told[count, wide] = said
        return said

    def _lines_shown(self, rect: QRect, day: Day) -> int:
        """How many items fit; the last line is kept for the number of the others."""
        fit = max(0, (rect.height() - self._px(_HEAD)) // self._px(_LINE))
        return len(day.rows) if len(day.rows) <= fit else max(0, fit - 1)

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        token: str,
        flags: int = _LEFT,
    ) -> None:
        key = (text, font.key(), room.width())
        shown = self._cut.get(key)
        if shown is None:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
            self._cut[key] = shown
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        painter.drawText(room, flags, shown)


def _ink(day: Day) -> str:
    return "ink_2" if day.outside or day.day.weekday() >= _SATURDAY else "ink"
