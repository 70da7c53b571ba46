"""The cells that are more than text: two lines under each other, and the dot strip."""

from __future__ import annotations

from datetime import date
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mentordesk.queries.conversations import ConversationMark
from mentordesk.queries.logbooks import PairStrip
from ui.logbooks.columns import first_line, second_line
from ui.logbooks.strip import paint_strip
from ui.logbooks.strip_table import StripTable
from ui.tables.cells import CellPainter, RowMarks
from ui.tables.columns import Row
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Look, Size
from ui.widgets.disc import paint_disc

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 320  # px at 100 %, what a double click on the header's edge gives the column
_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _RowCell(CellPainter, Generic[Row]):
    """Ground, hover, selection and focus as in every table; inside, what a subclass paints of the row."""

    def __init__(self, look: Look, table: RecordTable[Row], view: TableView) -> None:
        marks: RowMarks = view
        super().__init__(look, table, marks, view)
        self._records = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        return QSize(self._look.px(_WIDEST), self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        inside = rect.adjusted(self._look.px(8), 0, -self._look.px(8), -1)
        self.paint_row(painter, inside, self._records.rows.row(index.row()))
        if self._has_focus(index, state):
            self._paint_focus(painter, rect, index.column())
        painter.restore()

    def paint_row(self, painter: QPainter, inside: QRect, row: Row) -> None:
        raise NotImplementedError

    def paint_lines(self, painter: QPainter, inside: QRect, first: str, second: str, *, strong: bool) -> None:
        """The second smaller and quieter; a lone first stands in the middle."""
        look = self._look
        half = (inside.height() - look.px(6)) // 2
        lines = ((first, look.font(strong=strong), "ink"), (second, look.font(Size.SMALL), "ink_2"))
        top = inside.top() + look.px(3) + (0 if second else half // 2)
        for number, (text, font, ink) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            box = QRect(inside.left(), top + number * half, inside.width(), half)
            words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(_LINE), words)


class StripCell(_RowCell[PairStrip]):
    def __init__(self, look: Look, table: RecordTable[PairStrip], view: StripTable, today: date) -> None:
        super().__init__(look, table, view)
        self._strips = view
        self._today = today

    def paint_row(self, painter: QPainter, inside: QRect, row: PairStrip) -> None:
        place = self._records.rows.place(row.pair)
        marked = None if place is None else self._strips.marked(place)
        paint_strip(painter, self._look, QRectF(inside), row, self._today, marked)


class OfTwo(Protocol):
    """What is of a pair has the names of both."""

    @property
    def mentee(self) -> str: ...

    @property
    def mentor(self) -> str: ...


Two = TypeVar("Two", bound=OfTwo)


class NamesCell(_RowCell[Two]):
    """The mentee over the mentor, with the mentee's initials."""

    def paint_row(self, painter: QPainter, inside: QRect, row: Two) -> None:
        look = self._look
        side = look.px(28)
        paint_disc(painter, look, row.mentee, inside.left(), inside.center().y() - side / 2 + 0.5, side)
        words = inside.adjusted(side + look.px(8), 0, 0, 0)
        self.paint_lines(painter, words, row.mentee, row.mentor, strong=True)


class ConversationCell(_RowCell[ConversationMark]):
    def paint_row(self, painter: QPainter, inside: QRect, row: ConversationMark) -> None:
        self.paint_lines(painter, inside, first_line(row), second_line(row), strong=False)
