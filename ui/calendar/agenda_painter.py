"""How a line of the agenda is painted: time, mark, title, who and where, state as a chip.

At large sizes an item takes two lines.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentordesk.queries.agenda import AgendaRow, Mark
from ui.calendar.agenda_model import AgendaModel
from ui.calendar.items import MARK_COLOURS, beside_title, is_cancelled, state_of, times_of, title_of
from ui.calendar.reading import Line, LineKind
from ui.icons import pixmap
from ui.language import tr
from ui.theme import Look, Size
from ui.widgets.chip import TONES

_Index = QModelIndex | QPersistentModelIndex
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
NARROW_FROM = 150  # per cent: from here on there is room for one pane only (ux.md 4.1)
_TIME = 92  # px at 100 %: room for "09:00–16:00"
_SIDE = 20  # of the mark's square


class AgendaPainter(QStyledItemDelegate):
    def __init__(self, look: Look, lines: AgendaModel, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._lines = lines
        self._body = look.font()
        self._strong = look.font(strong=True)
        self._figures = look.font(Size.SMALL)
        self._figures.setFeature(QFont.Tag("tnum"), 1)
        self._small = look.font(Size.SMALL)
        self._chip = look.font(Size.CAPTION, strong=True)
        self._narrow = look.zoom >= NARROW_FROM
        self.word_height = look.px(38)  # of headings, holidays and gaps
        self.height = look.px(56) if self._narrow else self.word_height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(200), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = self._lines.line(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            self._paint_words(painter, rect, line, self._lines.text(index.row()))
        else:
            self._paint_item(painter, rect, line.row, state)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: Line, text: str) -> None:
        look = self._look
        inside = rect.adjusted(look.px(20), 0, -look.px(16), 0)
        if line.kind is LineKind.DAY:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
            self._text(painter, inside, text, self._strong, "ink")
            if line.day == self._lines.today:
                left = inside.left() + QFontMetrics(self._strong).horizontalAdvance(text) + look.px(10)
                self._paint_chip(painter, left, inside.center().y(), tr("Today"), "accent")
        elif line.kind is LineKind.HOLIDAY:
            band = QRectF(inside.adjusted(0, look.px(4), 0, -look.px(4)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(band, look.px(6), look.px(6))
            words = inside.adjusted(look.px(8), 0, -look.px(8), 0)
            self._text(painter, words, text, self._small, "ink")
        else:
            self._text(painter, inside, text, self._small, "ink_2")

    def _paint_item(self, painter: QPainter, rect: QRect, row: AgendaRow, state: QStyle.StateFlag) -> None:
        look = self._look
        chosen, hovered = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
        if state & (chosen | hovered):
            painter.fillRect(rect, look.colour("select" if state & chosen else "raised"))
        inside = rect.adjusted(look.px(20), 0, -look.px(16), 0)
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height())
        beside = beside_title(row, with_programme=self._lines.with_programme)
        two_lines = self._narrow and (beside != "" or state_of(row) is not None)
        if two_lines:
            upper.setHeight(inside.height() // 2 + look.px(2))
        self._text(painter, upper, times_of(row) or tr("all day"), self._figures, "ink_2")
        square = QRect(upper.left() + look.px(_TIME), 0, look.px(_SIDE), look.px(_SIDE))
        square.moveTop(upper.center().y() - square.height() // 2 + 1)
        paint_mark(painter, look, square, row.mark)
        upper.setLeft(square.right() + look.px(10))
        lower = upper
        if two_lines:
            lower = QRect(upper.left(), upper.bottom(), upper.width(), inside.bottom() - upper.bottom() - look.px(2))
        self._paint_state(painter, lower, row)
        font = QFont(self._body)
        font.setStrikeOut(is_cancelled(row))
        used = self._text(painter, upper, title_of(row), font, "ink_2" if is_cancelled(row) else "ink")
        if not two_lines:
            lower.setLeft(upper.left() + used + look.px(12))
        if lower.width() > look.px(40):
            self._text(painter, lower, beside, self._small, "ink_2")
        if state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, QRectF(rect).adjusted(2, 1, -2, -1))

    def _paint_state(self, painter: QPainter, room: QRect, row: AgendaRow) -> None:
        """At the right end; `room` becomes what is left."""
        state = state_of(row)
        if state is None:
            return
        words, tone = state
        wide = self._chip_width(words, tone)
        self._paint_chip(painter, room.right() - wide, room.center().y(), words, tone)
        room.setRight(room.right() - wide - self._look.px(12))

    def _chip_width(self, words: str, tone: str) -> int:
        sign = self._look.px(18) if TONES[tone][2] else 0
        return QFontMetrics(self._chip).horizontalAdvance(words) + sign + self._look.px(20)

    def _paint_chip(self, painter: QPainter, left: int, middle: int, words: str, tone: str) -> None:
        look = self._look
        ink, ground, sign = TONES[tone]
        high = look.px(22)
        chip = QRect(left, middle - high // 2 + 1, self._chip_width(words, tone), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(QRectF(chip), high / 2, high / 2)
        inside = chip.adjusted(look.px(10), 0, 0, 0)
        if sign:
            side = look.px(14)
            picture = pixmap(sign, look.colour(ink), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(inside.left() - look.px(2), chip.center().y() - side // 2 + 1, picture)
            inside.setLeft(inside.left() + look.px(16))
        self._text(painter, inside, words, self._chip, ink)

    def _paint_focus(self, painter: QPainter, around: QRectF) -> None:
        thick = self._look.px(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("focus"), thick))
        half = thick / 2
        painter.drawRoundedRect(around.adjusted(half, half, -half, -half), self._look.px(6), self._look.px(6))

    def _text(self, painter: QPainter, room: QRect, text: str, font: QFont, token: str) -> int:
        """The pixels that the text took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        painter.drawText(room, _ONE_LINE, shown)
        return metrics.horizontalAdvance(shown)


def paint_mark(painter: QPainter, look: Look, square: QRect, mark: Mark) -> None:
    """Colour and letter; the word stands where there is room for it."""
    colours = MARK_COLOURS[mark]
    painter.setPen(QPen(look.colour(colours.edge), 1))
    painter.setBrush(look.colour(colours.ground))
    radius = max(2.0, square.width() / 5)
    painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    font = look.font(Size.CAPTION, strong=True)
    font.setPixelSize(max(9, round(square.height() * 0.65)))
    painter.setFont(font)
    painter.setPen(look.colour(colours.letter))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, mark.value)
