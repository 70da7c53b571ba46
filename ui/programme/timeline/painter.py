"""How the timeline looks: months and weeks over it, days kept free behind it, bars and marks, today's line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from mentordesk.i18n.message import msg
from mentordesk.queries.timeline import Timeline
from ui.language import say, spoken
from ui.programme.timeline.axis import Axis
from ui.programme.timeline.rows import ChartRow, Item, Shape
from ui.theme import Look, Size

HEAD = 48  # px at 100 %, of months and weeks
LANE = 36
PAIR = 26
_WEEK_LEAST = 20  # px at 100 % that a week's number needs
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row where it is seen, in pixels of the viewport."""

    row: ChartRow
    top: int
    height: int


class Painter:
    """Paints what it is given; where it lies is the chart's."""

    def __init__(self, look: Look, painter: QPainter, axis: Axis, left: int, scrolled: int) -> None:
        """`left`: of the days; `scrolled`: so many pixels of them lie before it."""
        self._look, self._painter, self._axis = look, painter, axis
        self._left, self._scrolled = left, scrolled

    def x(self, day: date) -> float:
        return self._left - self._scrolled + self._axis.x(day)

    def ground(self, found: Timeline, top: int, bottom: int) -> None:
        """Days kept free, and where semesters begin."""
        for stretch in found.free:
            first, after = self.x(stretch.first), self.x(stretch.last + timedelta(1))
            box = QRectF(first, top, max(after - first, 1.0), bottom - top)
            self._painter.fillRect(box, self._look.colour("raised"))
        for semester in found.semesters:
            self._upright(self.x(semester.starts_on), top, bottom, "edge")

    def head(self, found: Timeline, top: int, width: int) -> None:
        look, painter = self._look, self._painter
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.CAPTION, strong=True))
        row = look.px(HEAD) // 3
        for semester in found.semesters:
            left = self.x(semester.starts_on) + look.px(4)
            room = QRectF(left, top, max(0.0, self.x(semester.ends_on) - left), row)
            self._text(room, say(msg("Semester {number}", number=semester.number)))
        painter.setFont(look.font(Size.CAPTION))
        for month, after in self._months():
            left = self.x(month)
            self._upright(left, top + row, top + look.px(HEAD), "line")
            painter.setPen(look.colour("ink_2"))
            self._text(QRectF(left + look.px(3), top + row, self.x(after) - left - look.px(4), row), _month(month))
        self._weeks(top + 2 * row, row)
        painter.fillRect(QRectF(0, top + look.px(HEAD) - 1, width, 1), look.colour("line"))

    def today(self, today: date, top: int, bottom: int) -> None:
        self._painter.fillRect(QRectF(self.x(today), top, self._look.px(2), bottom - top), self._look.colour("accent"))

    def items(self, placed: Placed, first: date, last: date) -> None:
        """Those that lie between the days; titles only where there is room before the next."""
        row = placed.row
        for number, item in enumerate(row.items):
            if item.last < first or item.first > last:
                continue
            self._item(item, placed)
            if item.shape in (Shape.BAR, Shape.SPAN, Shape.DEADLINE):
                after = row.items[number + 1].first if number + 1 < len(row.items) else None
                self._title(item, placed, after)

    def box(self, item: Item, placed: Placed) -> QRectF:
        """What is painted of it, and what the mouse finds it by."""
        look = self._look
        left, right = self.x(item.first), self.x(item.last + timedelta(1))
        middle = placed.top + placed.height / 2
        match item.shape:
            case Shape.WEEK:
                tall = item.height * (placed.height - look.px(6))
                bottom = placed.top + placed.height - 1
                return QRectF(left, bottom - tall, max(right - left - 1, 1.0), tall)
            case Shape.HELD | Shape.PLANNED:
                side = look.px(9)
                return QRectF((left + right - side) / 2, middle - side / 2, side, side)
            case Shape.GAP:
                return QRectF(left, middle - look.px(2), right - left, look.px(4))
            case Shape.DEADLINE:
                side = look.px(12)
                return QRectF((left + right - side) / 2, middle - side / 2, side, side)
            case _:
                tall = look.px(16)
                return QRectF(left, middle - tall / 2, max(right - left, float(look.px(6))), tall)

    def focus(self, box: QRectF) -> None:
        around = self._look.px(3)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
        self._painter.drawRoundedRect(box.adjusted(-around, -around, around, around), around, around)

    def ghost(self, box: QRectF) -> None:
        """Where a dragged bar would come to lie."""
        self._painter.setPen(QPen(self._look.colour("focus"), self._look.px(2), Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box)

    def name(self, placed: Placed, width: int) -> None:
        """At the left, over everything that scrolls by."""
        look, painter, row = self._look, self._painter, placed.row
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.SMALL, strong=row.strip is None))
        self._text(QRectF(look.px(8), placed.top, width - look.px(12), placed.height), row.name)

    def _item(self, item: Item, placed: Placed) -> None:
        look, painter, box = self._look, self._painter, self.box(item, placed)
        painter.setPen(Qt.PenStyle.NoPen)
        match item.shape:
            case Shape.BAR:
                painter.setBrush(look.colour("accent" if item.moves else "edge"))
                painter.drawRoundedRect(box, look.px(3), look.px(3))
            case Shape.SPAN:
                painter.setPen(QPen(look.colour("accent"), 1))
                painter.setBrush(look.colour("soft"))
                painter.drawRoundedRect(box, look.px(3), look.px(3))
            case Shape.DEADLINE:
                painter.setBrush(look.colour("ink" if item.moves else "edge"))
                middle = box.center()
                corners = (QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()))
                painter.drawPolygon(
                    QPolygonF([*corners, QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())])
                )
            case Shape.WEEK:
                painter.setBrush(look.colour("edge"))
                painter.drawRect(box)
            case Shape.GAP:
                painter.setBrush(look.colour("warn"))
                painter.drawRect(box)
            case Shape.HELD:
                painter.setBrush(look.colour("accent"))
                painter.drawEllipse(box)
            case Shape.PLANNED:
                painter.setPen(QPen(look.colour("edge"), look.px(2)))
                painter.setBrush(look.colour("surface"))
                painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if item.conflicts:
            painter.setPen(QPen(look.colour("warn"), look.px(2)))
            painter.drawLine(QLineF(box.left(), box.bottom() + look.px(3), box.right(), box.bottom() + look.px(3)))

    def _title(self, item: Item, placed: Placed, after: date | None) -> None:
        look, painter = self._look, self._painter
        left = self.box(item, placed).right() + look.px(4)
        right = left + look.px(320) if after is None else self.x(after) - look.px(8)
        painter.setFont(look.font(Size.CAPTION))
        if right - left < look.px(28):
            return
        painter.setPen(look.colour("ink"))
        self._text(QRectF(left, placed.top, right - left, placed.height), item.title)

    def _text(self, room: QRectF, text: str) -> None:
        metrics = QFontMetricsF(self._painter.font())
        self._painter.drawText(room, _CENTRE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def _upright(self, x: float, top: int, bottom: int, token: str) -> None:
        self._painter.fillRect(QRectF(x, top, 1, bottom - top), self._look.colour(token))

    def _months(self) -> Iterator[tuple[date, date]]:
        month = self._axis.first.replace(day=1)
        while month <= self._axis.last:
            after = (month + timedelta(31)).replace(day=1)
            yield month, after
            month = after

    def _weeks(self, top: int, row: int) -> None:
        """Numbers of ISO weeks, every second or fourth one where they are narrow."""
        wide = self._axis.per_day * 7
        step = next((step for step in (1, 2, 4, 8) if wide * step >= self._look.px(_WEEK_LEAST)), 13)
        monday = self._axis.first - timedelta(self._axis.first.weekday())
        while monday <= self._axis.last:
            week = monday.isocalendar().week
            if week % step == 0 or step == 1:
                self._text(QRectF(self.x(monday), top, wide * step, row), spoken().number(week))
            monday += timedelta(7)


def _month(month: date) -> str:
    """January with its year."""
    text = f"{month.month}"
    return f"{text}/{month:%y}" if month.month == 1 else text
