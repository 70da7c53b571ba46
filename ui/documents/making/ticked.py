"""A table whose rows are ticked: Space and a click on the box tick the row, or all that are selected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desk import Desk
from ui.icons import pixmap
from ui.language import tr
from ui.tables.cells import CellPainter
from ui.tables.columns import Column, Row
from ui.tables.model import RecordTable
from ui.tables.view import TableView

_Index = QModelIndex | QPersistentModelIndex
TICK = "tick"
_WIDE = 58  # px at 100 %


class TickedTable(RecordTable[Row]):
    """The first column is the box; which rows are ticked is kept by id, so that it survives a reload."""

    ticks_changed = Signal()

    def __init__(self, columns: Sequence[Column[Row]], number: Callable[[Row], str], title: Any) -> None:
        """`title` says what a tick means."""
        box: Column[Row] = Column(key=TICK, title=title, text=lambda _: "", width=_WIDE)
        super().__init__((box, *columns), number)
        self._off: set[str] = set()

    def is_ticked(self, number: str) -> bool:
        return number not in self._off

    def ticked_ids(self) -> tuple[str, ...]:
        """Of the rows shown, in their order."""
        shown = (self.rows.id_at(place) for place in range(len(self.rows.shown)))
        return tuple(number for number in shown if self.is_ticked(number))

    def tick(self, numbers: Collection[str], *, on: bool) -> None:
        self._off = self._off - set(numbers) if on else self._off | set(numbers)
        rows = len(self.rows.shown)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, 0))
        self.ticks_changed.emit()

    def tick_only(self, numbers: Collection[str]) -> None:
        every = {self.rows.id_at(place) for place in range(len(self.rows.shown))}
        self._off = every - set(numbers)
        self.tick((), on=True)

    def forget_ticks(self) -> None:
        """Everybody is ticked: other rows come."""
        self._off = set()

    def data(self, index: _Index, role: int = 0) -> object:
        if index.isValid() and index.column() == 0 and index.row() < len(self.rows.shown):
            ticked = self.is_ticked(self.rows.id_at(index.row()))
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return tr("ticked") if ticked else tr("not ticked")
        return super().data(index, role)


class TickPainter(CellPainter):
    def __init__(self, desk: Desk, table: TickedTable[Any], view: TableView) -> None:
        super().__init__(desk.look, table, view, view)
        self._ticks = table
        self._desk = desk

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if index.column() != 0:
            return
        look = self._desk.look
        side = look.px(16)
        rect: QRect = option.rect
        box = QRect(rect.left() + look.px(12), rect.center().y() - side // 2, side, side)
        ticked = self._ticks.is_ticked(self._ticks.rows.id_at(index.row()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("accent" if ticked else "edge"))
        painter.setBrush(look.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if ticked:
            inside = look.px(14)
            drawn = pixmap("tick", look.colour("on_accent"), inside, painter.device().devicePixelRatio())
            painter.drawPixmap(box.left() + (side - inside) // 2 + 1, box.top() + (side - inside) // 2 + 1, drawn)
        painter.restore()


class TickedList(TableView):
    def __init__(self, desk: Desk, table: TickedTable[Any], name: str, *, tab: str, key: str) -> None:
        super().__init__(desk, table, name, tab=tab, key=key)
        self._ticks = table
        self.setItemDelegate(TickPainter(desk, table, self))
        self.peeked.connect(self._toggle)
        self.clicked.connect(self._on_click)

    def _toggle(self, current: str) -> None:
        """All that are selected become what the current one was not."""
        chosen = set(self.selected_ids()) | {current}
        self._ticks.tick(chosen, on=not self._ticks.is_ticked(current))

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle(self._ticks.rows.id_at(index.row()))
