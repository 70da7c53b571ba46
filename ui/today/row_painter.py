"""How the rows look: a card a section, a hairline between tasks, one button each; hover, current row and focus."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import pixmap
from ui.language import spoken
from ui.theme import Look, Size
from ui.today.list_model import TaskList
from ui.today.row_shape import (
    GROUNDS,
    SECTION_SIGNS,
    Shape,
    Spot,
    heading_words,
    hidden_ones_words,
    more_words,
)
from ui.today.rows import Heading, HiddenOnes, Line, More, Row, key_of
from ui.today.wrapping import Piece, Wrapper

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_CORNER = 6


class Marks(Protocol):
    """What the view knows and a row does not."""

    hovered: str  # the row under the mouse, and which of its buttons
    pressable: str  # "button", "link" or ""

    def row_width(self) -> int: ...

    def hasFocus(self) -> bool: ...  # noqa: N802  # Qt's name


class RowPainter(QStyledItemDelegate):
    def __init__(self, look: Look, tasks: TaskList, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._marks = marks

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        row = self._tasks.row(index.row())
        width = self._marks.row_width()
        return QSize(width, 0 if row is None else self._tasks.shaper.height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._tasks.row(index.row())
        box = QRectF(option.rect)
        box.setWidth(self._marks.row_width())
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match row:
            case Heading():
                self._paint_heading(painter, box, row)
            case More():
                self._paint_link(painter, box, row, more_words(row), current)
            case HiddenOnes():
                self._paint_link(painter, box, row, hidden_ones_words(row), current)
            case Line():
                self._paint_task(painter, box, row, current)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        look = self._look
        picture, token = SECTION_SIGNS[row.section]
        line = box.adjusted(0, look.px(8), 0, 0)
        side = look.px(18)
        self._draw_icon(painter, picture, token, box.left(), line.center().y() - side / 2, side)
        line.setLeft(box.left() + side + look.px(8))
        strong = look.font(strong=True)
        painter.setFont(strong)
        painter.setPen(look.colour(token if token == "bad" else "ink"))  # noqa: S105  # a colour
        words = heading_words(row)
        painter.drawText(line, int(_LEFT), words)
        line.setLeft(line.left() + self._tasks.shaper.body.width(words, strong=True) + look.px(8))
        painter.setFont(look.font())
        painter.setPen(look.colour("ink_2"))
        painter.drawText(line, int(_LEFT), spoken().number(row.count))

    def _paint_link(self, painter: QPainter, box: QRectF, row: Row, words: str, current: bool) -> None:
        look = self._look
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("accent"))
        wide = self._tasks.shaper.body.width(words, strong=True)
        link = QRectF(box.left() + look.px(16), box.top() + look.px(6), wide + look.px(2), look.px(30))
        painter.drawText(link, int(_LEFT), words)
        if self._marks.hovered == key_of(row):
            self._underline(painter, link, wide)
        if current and self._marks.hasFocus():
            self._ring(painter, link.adjusted(-look.px(8), 0, look.px(8), 0))

    def _paint_task(self, painter: QPainter, box: QRectF, row: Line, current: bool) -> None:
        look, task = self._look, row.task
        shape = self._tasks.shaper.shape(task, int(box.width()))
        hovered = self._marks.hovered == task.key
        self._paint_ground(painter, box, row, "select" if current else "surface")
        painter.translate(box.topLeft())
        token = SECTION_SIGNS[task.entry.section][1] if task.hiding is None else "ink_2"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(GROUNDS[token]))
        painter.drawEllipse(shape.disc)
        side = look.px(18)
        corner = shape.disc.center() - QPointF(side / 2, side / 2)
        self._draw_icon(painter, task.picture, token, corner.x(), corner.y(), side)
        self._paint_words(painter, shape)
        painter.setFont(look.font(Size.SMALL, strong=token == "bad"))  # noqa: S105  # a colour
        painter.setPen(look.colour("bad" if token == "bad" else "ink_2"))  # noqa: S105
        painter.drawText(shape.due.box, int(_RIGHT if shape.beside else _LEFT), shape.due.text)
        self._paint_button(painter, shape.button, hovered and self._marks.pressable == "button")
        if shape.link is not None:
            painter.setPen(look.colour("accent"))
            painter.setFont(look.font(strong=True))
            painter.drawText(shape.link.box, int(_LEFT), shape.link.text)
            if hovered and self._marks.pressable == "link":
                self._underline(painter, shape.link.box, shape.link.box.width())
        if current and self._marks.hasFocus():
            self._ring(painter, QRectF(0, 0, box.width(), box.height()).adjusted(2, 2, -2, -2))

    def _paint_ground(self, painter: QPainter, box: QRectF, row: Line, token: str) -> None:
        """A card's part: its corners where the section begins and ends, a hairline to the next task."""
        look = self._look
        round_by = look.px(_CORNER)
        part = box.adjusted(0.5, 0.5 if row.first else -round_by * 2, -0.5, -0.5 if row.last else round_by * 2)
        outline = QPainterPath()
        outline.addRoundedRect(part, round_by, round_by)
        painter.save()
        painter.setClipRect(box)
        painter.fillPath(outline, look.colour(token))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawPath(outline)
        if not row.last:
            left = box.left() + look.px(16)
            painter.fillRect(QRectF(left, box.bottom() - 1, box.right() - left - look.px(16), 1), look.colour("line"))
        painter.restore()

    def _paint_words(self, painter: QPainter, shape: Shape) -> None:
        shaper = self._tasks.shaper
        top = self._draw_lines(painter, shaper.body, shape.lines, shape.text_left, shape.text_top, "ink")
        self._draw_lines(painter, shaper.small, shape.rule, shape.text_left, top + self._look.px(2), "ink_2")

    def _draw_lines(
        self,
        painter: QPainter,
        wrapper: Wrapper,
        lines: tuple[tuple[Piece, ...], ...],
        left: float,
        top: float,
        token: str,
    ) -> float:
        painter.setPen(self._look.colour(token))
        for line in lines:
            for piece in line:
                painter.setFont(wrapper.fonts[piece.strong])
                painter.drawText(QPointF(left + piece.left, top + wrapper.ascent), piece.text)
            top += wrapper.height
        return top

    def _paint_button(self, painter: QPainter, button: Spot, hovered: bool) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("raised" if hovered else "surface"))
        painter.drawRoundedRect(button.box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(_CORNER), look.px(_CORNER))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font())
        painter.drawText(button.box, int(_CENTRE), button.text)

    def _underline(self, painter: QPainter, box: QRectF, wide: float) -> None:
        y = box.center().y() + self._look.px(9)
        painter.fillRect(QRectF(box.left(), y, wide, self._look.px(1)), self._look.colour("accent"))

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), look.px(2)))
        painter.drawRoundedRect(box, look.px(_CORNER), look.px(_CORNER))

    def _draw_icon(self, painter: QPainter, picture: str, token: str, left: float, top: float, side: int) -> None:
        drawn = pixmap(picture, self._look.colour(token), side, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(left, top), drawn)
