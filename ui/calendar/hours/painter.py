"""How the grid of hours is painted: where everything lies, and what it looks like. Keys and mouse are grid.py's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen

from mentordesk.domain.slots import HourRow
from mentordesk.queries.agenda import AgendaRow
from ui.calendar.agenda_painter import paint_mark
from ui.calendar.hours.columns import Column, Grid, Placed
from ui.calendar.items import MARK_COLOURS, begins_at, is_cancelled, times_of, title_of, who_of
from ui.calendar.period import weekday_name
from ui.icons import pixmap
from ui.language import ntr, ptr, spoken, tr
from ui.theme import Look, Size

_GUTTER = 56  # px at 100 %
_HOUR = 48
_DAY_HEAD = 30
_LINE = 22
_MOST_DATES = 5
_SATURDAY = 5
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Places:
    """Where on the viewport things lie; `scrolled` in pixels."""

    look: Look
    grid: Grid
    wide: int
    scrolled: int

    @property
    def gutter(self) -> int:
        return self.look.px(_GUTTER)

    @property
    def hour(self) -> int:
        return self.look.px(_HOUR)

    @property
    def lines(self) -> int:
        """Of the strip of dates."""
        return max(1, min(_MOST_DATES, max((len(each.dates) for each in self.grid.columns), default=0)))

    @property
    def head(self) -> int:
        return self.look.px(_DAY_HEAD) + self.lines * self.look.px(_LINE) + self.look.px(6)

    @property
    def tall(self) -> int:
        """Of all the hours."""
        return len(self.grid.hours) * self.hour

    def column(self, at: int) -> tuple[int, int]:
        """Left edge and width."""
        count = max(1, len(self.grid.columns))
        room = self.wide - self.gutter
        left = self.gutter + room * at // count
        return left, self.gutter + room * (at + 1) // count - left

    def y(self, minutes: int) -> int:
        return self.head + minutes * self.hour // 60 - self.scrolled

    def slot(self, at: int, slot: time) -> QRect:
        left, wide = self.column(at)
        before = sum(hour.hour < slot.hour for hour in self.grid.hours)
        return QRect(left, self.y(before * 60 + slot.minute), wide, self.hour // 2)

    def item(self, at: int, placed: Placed) -> QRect:
        left, wide = self.column(at)
        room = wide - self.look.px(8)
        begin = left + self.look.px(3) + room * placed.beside.lane // placed.beside.lanes
        end = left + self.look.px(3) + room * (placed.beside.lane + 1) // placed.beside.lanes
        top = self.y(placed.top)
        return QRect(begin, top + 1, end - begin - 2, max(self.hour // 2 - 2, self.y(placed.bottom) - top - 2))

    def date_line(self, at: int, number: int) -> QRect:
        left, wide = self.column(at)
        top = self.look.px(_DAY_HEAD) + number * self.look.px(_LINE)
        return QRect(left + self.look.px(4), top, wide - self.look.px(8), self.look.px(_LINE))

    def column_at(self, x: int) -> int | None:
        return next(
            (at for at in range(len(self.grid.columns)) if 0 <= x - self.column(at)[0] < self.column(at)[1]), None
        )

    def minutes_at(self, y: int) -> int:
        return max(0, (y - self.head + self.scrolled) * 60 // self.hour)


class HourPainter:
    def __init__(self, look: Look, painter: QPainter, places: Places, today: date) -> None:
        self._look, self._painter, self._places, self._today = look, painter, places, today
        self._caption = look.font(Size.CAPTION)
        self._caption.setFeature(QFont.Tag("tnum"), 1)
        self._small = look.font(Size.SMALL)
        self._strong = look.font(Size.SMALL, strong=True)

    def hours(self) -> None:
        """Ground, lines and the hours' names; what the clock skips is hatched."""
        places, look, painter = self._places, self._look, self._painter
        for at, column in enumerate(places.grid.columns):
            left, wide = places.column(at)
            quiet = column.day.weekday() >= _SATURDAY
            ground = "soft" if column.holiday else "canvas" if quiet else "surface"
            painter.fillRect(QRect(left, places.head, wide, places.tall), look.colour(ground))
            for place, hour in enumerate(places.grid.hours):
                if hour in column.missing:
                    self._missing(QRect(left, places.y(place * 60), wide, places.hour), hour)
        for place, hour in enumerate(places.grid.hours):
            top = places.y(place * 60)
            painter.fillRect(QRect(places.gutter, top, places.wide, 1), look.colour("line"))
            half = QPen(look.colour("line"), 1, Qt.PenStyle.DotLine)
            painter.setPen(half)
            painter.drawLine(places.gutter, top + places.hour // 2, places.wide, top + places.hour // 2)
            room = QRect(0, top, places.gutter - look.px(6), look.px(20))
            name = spoken().time(time(hour.hour))
            self._text(room, name, self._caption, "ink_2", Qt.AlignmentFlag.AlignRight)
            if hour.again:
                room.translate(0, look.px(16))
                again = ptr("an hour that comes twice", "again")
                self._text(room, again, self._caption, "ink_2", Qt.AlignmentFlag.AlignRight)

    def head(self) -> None:
        """The days, and under each its dates: what has a day and no hour."""
        places, look, painter = self._places, self._look, self._painter
        painter.fillRect(QRect(0, 0, places.wide, places.head), look.colour("surface"))
        for at, column in enumerate(places.grid.columns):
            left, wide = places.column(at)
            if column.holiday:
                painter.fillRect(QRect(left, 0, wide, places.head), look.colour("soft"))
            name = QRect(left + look.px(6), 0, wide - look.px(10), look.px(_DAY_HEAD))
            self._day(column, name, places.date_line(at, 0))
            more = len(column.dates) - places.lines
            shown = column.dates if more <= 0 else column.dates[: places.lines - 1]
            for number, row in enumerate(shown):
                self._date(places.date_line(at, number), row)
            if more > 0:
                words = ntr("+{count} more", "+{count} more", more + 1)
                self._text(places.date_line(at, places.lines - 1), words, self._caption, "ink_2")
            if column.day == self._today:
                painter.fillRect(QRect(left, places.head - look.px(3), wide, look.px(3)), look.colour("accent"))
        painter.fillRect(QRect(0, places.head - 1, places.wide, 1), look.colour("edge"))

    def separators(self, tall: int) -> None:
        for at in range(len(self._places.grid.columns)):
            left, _ = self._places.column(at)
            self._painter.fillRect(QRect(left, 0, 1, tall), self._look.colour("line"))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._look.colour("line"), 1))
        self._painter.drawRect(QRect(0, 0, self._places.wide - 1, tall - 1))

    def item(self, at: int, placed: Placed, *, chosen: bool) -> None:
        look, painter, row = self._look, self._painter, placed.row
        box = self._places.item(at, placed)
        colours = MARK_COLOURS[row.mark]
        painter.setPen(
            QPen(look.colour(colours.edge), 1, Qt.PenStyle.DashLine if is_cancelled(row) else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(look.colour("select" if chosen else "raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if not is_cancelled(row):
            painter.fillRect(QRect(box.left(), box.top() + 2, look.px(4), box.height() - 4), look.colour(colours.edge))
        side, air = look.px(15), look.px(4)
        inner = box.adjusted(look.px(4) + air, look.px(3), -air, -look.px(2))
        line = QRect(inner.left(), inner.top(), inner.width(), look.px(17))
        if inner.width() > side + look.px(20):
            paint_mark(painter, look, QRect(line.left(), line.top() + 1, side, side), row.mark)
            line.setLeft(line.left() + side + air)
        if row.conflicts and line.width() > look.px(40):
            sign = pixmap("warning", look.colour("warn"), look.px(13), painter.device().devicePixelRatioF())
            painter.drawPixmap(line.right() - look.px(12), line.top() + look.px(2), sign)
            line.setRight(line.right() - look.px(16))
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        short = box.height() < look.px(40)
        title, times = title_of(row), times_of(row)
        font = QFont(self._strong)
        font.setStrikeOut(is_cancelled(row))
        ink = "ink_2" if is_cancelled(row) else "ink"
        self._text(line, f"{begins_at(row)} {title}" if short else times, font if short else self._caption, ink)
        rest = QRect(inner.left(), line.bottom() + 1, inner.width(), look.px(17))
        for words, face in () if short else ((title, font), (who_of(row), self._caption), (row.place, self._caption)):
            if words and rest.bottom() <= box.bottom():
                self._text(rest, words, face, ink)
                rest.translate(0, look.px(17))
        painter.restore()

    def ring(self, box: QRect) -> None:
        thick = self._look.px(2)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._look.colour("focus"), thick))
        self._painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)

    def ghost(self, box: QRect, words: str) -> None:
        """Where a dragged item would come to lie, with the day and time in words beside it."""
        look, painter = self._look, self._painter
        painter.setPen(QPen(look.colour("accent"), look.px(2), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box), 4, 4)
        wide = QFontMetrics(self._strong).horizontalAdvance(words) + look.px(16)
        left = max(0, min(box.left(), self._places.wide - wide))
        room = QRect(left, max(self._places.head, box.top() - look.px(26)), wide, look.px(24))
        painter.fillRect(room, look.colour("accent"))
        self._text(room, words, self._strong, "on_accent", Qt.AlignmentFlag.AlignHCenter)

    def _day(self, column: Column, room: QRect, below: QRect) -> None:
        """What is known of the day stands beside its name, else below it where no date needs the line."""
        look = self._look
        name = weekday_name(column.day.isoweekday(), short=room.width() < look.px(150))
        words = f"{name} {column.day.day}"
        today = column.day == self._today
        self._text(room, words, self._strong, "accent" if today else "ink")
        used = QFontMetrics(self._strong).horizontalAdvance(words) + look.px(8)
        beside = column.holiday or (tr("Today") if today else "")
        rest = room.adjusted(used, 0, 0, 0)
        if not column.dates and QFontMetrics(self._caption).horizontalAdvance(beside) > rest.width():
            rest = below.adjusted(look.px(2), -look.px(2), 0, -look.px(2))
        self._text(rest, beside, self._caption, "ink_2")

    def _date(self, room: QRect, row: AgendaRow) -> None:
        look = self._look
        side = look.px(15)
        paint_mark(self._painter, look, QRect(room.left(), room.center().y() - side // 2, side, side), row.mark)
        font = QFont(self._caption)
        font.setStrikeOut(is_cancelled(row))
        words = who_of(row) or title_of(row)
        self._text(room.adjusted(side + look.px(5), 0, 0, 0), words, font, "ink_2" if is_cancelled(row) else "ink")

    def _missing(self, box: QRect, hour: HourRow) -> None:
        painter, look = self._painter, self._look
        painter.fillRect(box, look.colour("canvas"))
        painter.fillRect(box, QBrush(look.colour("edge"), Qt.BrushStyle.BDiagPattern))
        if not hour.again:
            room = box.adjusted(look.px(4), look.px(4), -look.px(4), -look.px(4))
            words = tr("The clock skips this hour")
            told = QFontMetrics(self._caption).boundingRect(room, Qt.TextFlag.TextWordWrap, words)
            if not room.contains(told):
                words = tr("No such hour")
                told = QFontMetrics(self._caption).boundingRect(room, Qt.TextFlag.TextWordWrap, words).intersected(room)
            painter.fillRect(told.adjusted(-2, -1, 2, 1), look.colour("surface"))
            painter.setFont(self._caption)
            painter.setPen(look.colour("ink"))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, words)

    def _text(
        self,
        room: QRect,
        text: str,
        font: QFont,
        token: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        self._painter.setFont(font)
        self._painter.setPen(self._look.colour(token))
        self._painter.drawText(room, _ONE_LINE | align, shown)
