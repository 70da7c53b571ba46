"""How a cell is painted and edited: text, initials, chips; hover, selection, focus and refusal each in its own way."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mentordesk.domain.fields import ChoiceField, YesNoField
from mentordesk.i18n.message import msg
from ui.icons import pixmap
from ui.language import say
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable, ShownCell
from ui.theme import Look, Size
from ui.widgets.chip import TONES
from ui.widgets.disc import paint_disc
from ui.widgets.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = 400  # letters that are measured and painted; no column is wider
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class RowMarks(Protocol):
    """What the view knows of its rows and a cell does not."""

    hovered: int  # the row under the mouse; -1: none

    def frames_whole_rows(self) -> bool: ...

    def is_outermost(self, column: int) -> tuple[bool, bool]: ...


class CellPainter(QStyledItemDelegate):
    """Also makes the editors: a line in the cell, which completes the words of a choice."""

    def __init__(self, look: Look, table: RecordTable[Any], marks: RowMarks, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._table = table
        self._marks = marks
        self._font = look.font()
        self._figures = look.font()
        self._figures.setFeature(QFont.Tag("tnum"), 1)
        self._small = look.font(Size.CAPTION, strong=True)
        tokens = ("surface", "raised", "select", "line", "edge", "ink", "ink_2", "accent", "focus", "bad")
        self._colours = {token: look.colour(token) for token in tokens}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        """What a double click on the header's edge makes of the column."""
        cell = self._table.cell(index.row(), index.column())
        words = QFontMetrics(self._font_of(cell)).horizontalAdvance(_one_line(cell.text))
        around = 16 + (34 if cell.disc else 0) + (34 if cell.tone is not None or cell.wrong else 0)
        return QSize(words + self._look.px(around) + 2, self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell = self._table.cell(index.row(), index.column())
        painter.save()
        self._paint_ground(painter, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        inside = rect.adjusted(self._look.px(8), 0, -self._look.px(8), -1)
        if cell.disc and cell.text:
            side = self._look.px(24)
            top = rect.center().y() - side / 2 + 0.5
            if cell.locked:
                self._paint_padlock(painter, inside.left(), top, side)
            else:
                paint_disc(painter, self._look, cell.text, inside.left(), top, side)
            inside.setLeft(inside.left() + self._look.px(34))
        if cell.wrong:
            self._paint_wrong(painter, rect)
            inside.setRight(inside.right() - self._look.px(20))
        if cell.tone is not None and cell.text:
            self._paint_chip(painter, inside, cell.text, cell.tone)
        else:
            self._paint_text(painter, inside, cell)
        if self._has_focus(index, state):
            self._paint_focus(painter, rect, index.column())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        column: Column[Any] = self._table.columns[index.column()]
        made = QLineEdit(parent)
        made.setObjectName("cellEditor")
        made.setAccessibleName(say(column.title))
        made.setFont(self._font)
        words = _words_for(column)
        if words:
            completer = QCompleter(words, made)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            made.setCompleter(completer)
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802  # Qt's name
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():  # Qt asks again when rows come; what is being typed goes before them
            editor.setText(self._table.entry_text(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        editor.setGeometry(option.rect)

    def helpEvent(  # noqa: N802  # Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The cell's own tip; where it has none and its text is cut short, the whole text."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid() or index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        cell = self._table.cell(index.row(), index.column())
        if self.sizeHint(option, index).width() <= view.visualRect(index).width():
            QToolTip.hideText()
            return True
        QToolTip.showText(event.globalPos(), plain_tip(cell.text), view)
        return True

    def _font_of(self, cell: ShownCell) -> QFont:
        if cell.tone is not None:
            return self._small
        return self._figures if cell.align is Align.RIGHT else self._font

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index, *, selected: bool) -> None:
        hovered = self._marks.hovered == index.row()
        colours = self._colours
        painter.fillRect(rect, colours["select" if selected else "raised" if hovered else "surface"])
        line = rect.adjusted(0, rect.height() - 1, 0, 0)
        painter.fillRect(line, colours["line"])
        first, _ = self._marks.is_outermost(index.column())
        if not first:
            return
        if selected:  # a bar too, so that it is not told by colour alone
            painter.fillRect(rect.adjusted(0, 0, self._look.px(3) - rect.width(), -1), colours["accent"])
        elif hovered:
            painter.fillRect(rect.adjusted(0, 0, self._look.px(1) - rect.width(), -1), colours["edge"])

    def _paint_text(self, painter: QPainter, inside: QRect, cell: ShownCell) -> None:
        font = self._font_of(cell)
        painter.setFont(font)
        painter.setPen(self._colours["ink_2" if cell.locked else "ink"])
        right = cell.align is Align.RIGHT
        aligned = _ONE_LINE | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        text = QFontMetrics(font).elidedText(_one_line(cell.text), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(aligned), text)

    def _paint_chip(self, painter: QPainter, inside: QRect, text: str, tone: str) -> None:
        look = self._look
        ink, ground, picture = TONES[tone]
        before = look.px(26 if picture else 10)
        metrics = QFontMetrics(self._small)
        shown = metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, inside.width() - before - look.px(10))
        width, height = before + metrics.horizontalAdvance(shown) + look.px(10), look.px(22)
        top = inside.top() + (inside.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(QRectF(inside.left(), top, width, height), height / 2, height / 2)
        if picture:
            side = look.px(14)
            drawn = pixmap(picture, look.colour(ink), side, painter.device().devicePixelRatio())
            painter.drawPixmap(inside.left() + look.px(8), round(top + (height - side) / 2), drawn)
        painter.setPen(look.colour(ink))
        painter.setFont(self._small)
        words = QRectF(inside.left() + before, top, width - before, height)
        painter.drawText(words, int(_ONE_LINE | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_padlock(self, painter: QPainter, left: float, top: float, side: int) -> None:
        around = self._look.px(3)
        small = side - 2 * around
        drawn = pixmap("lock", self._colours["ink_2"], small, painter.device().devicePixelRatio())
        painter.drawPixmap(round(left + around), round(top + around), drawn)

    def _paint_wrong(self, painter: QPainter, rect: QRect) -> None:
        look = self._look
        _frame(painter, rect, look.px(2), self._colours["bad"])
        side = look.px(16)
        drawn = pixmap(TONES["bad"][2], self._colours["bad"], side, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.right() - side - look.px(6), rect.center().y() - side // 2, drawn)

    def _has_focus(self, index: _Index, state: QStyle.StateFlag) -> bool:
        """Qt gives it to the current cell alone; a frame round the whole row is painted by all cells of the row."""
        view = self.parent()
        if self._marks.frames_whole_rows() and isinstance(view, QAbstractItemView):
            return view.hasFocus() and view.currentIndex().row() == index.row()
        return bool(state & QStyle.StateFlag.State_HasFocus)

    def _paint_focus(self, painter: QPainter, rect: QRect, column: int) -> None:
        left, right = self._marks.is_outermost(column) if self._marks.frames_whole_rows() else (True, True)
        _frame(painter, rect, self._look.px(2), self._colours["focus"], left=left, right=right)


def _frame(painter: QPainter, rect: QRect, thick: int, colour: Any, *, left: bool = True, right: bool = True) -> None:
    painter.fillRect(rect.left(), rect.top(), rect.width(), thick, colour)
    painter.fillRect(rect.left(), rect.bottom() + 1 - thick, rect.width(), thick, colour)
    if left:
        painter.fillRect(rect.left(), rect.top(), thick, rect.height(), colour)
    if right:
        painter.fillRect(rect.right() + 1 - thick, rect.top(), thick, rect.height(), colour)


def _one_line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _words_for(column: Column[Any]) -> list[str]:
    if isinstance(column.edit, ChoiceField):
        return [say(label) for _, label, _ in column.edit.choices.options]
    return [say(msg("yes")), say(msg("no"))] if isinstance(column.edit, YesNoField) else []
