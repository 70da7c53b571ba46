"""A table whose first column stays when the others are scrolled, so that one always sees whose row it is (ux.md 2b).

The column is painted over the others at the left edge, and a click there is a click on it. Where it would take more
than half the room, as at great zoom, it goes with the others. Not here: what a table of records does (view.py).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from ui.theme import Look

_MOST = 0.5  # of the table's width
_Index = QModelIndex | QPersistentModelIndex


class FirstColumnStays(QTableView):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._line = look.colour("edge")

    @property
    def staying(self) -> int:
        """The width of the column that stays, in px; 0 where nothing is scrolled away beneath it."""
        width = self.columnWidth(self._first)
        stays = self.horizontalScrollBar().value() > 0 and width <= self.viewport().width() * _MOST
        return width if stays else 0

    @property
    def _first(self) -> int:
        """For the eye: columns can be moved."""
        return self.horizontalHeader().logicalIndex(0)

    def indexAt(self, spot: QPoint) -> QModelIndex:  # noqa: N802  # Qt's name
        if spot.x() < self.staying:
            row = self.rowAt(spot.y())
            return QModelIndex() if row < 0 else self.model().index(row, self._first)
        return super().indexAt(spot)

    def scrollTo(  # noqa: N802  # Qt's name
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Also out from under the column that stays."""
        super().scrollTo(index, hint)
        hidden = self.staying - self.visualRect(index).left()
        if hidden > 0 and index.isValid() and index.column() != self._first:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def edit(  # type: ignore[override]  # Qt has two of this name; both come here
        self,
        index: _Index,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """The editor is opened where the cell itself is."""
        if self.staying and index.column() == self._first and trigger & self.editTriggers():
            self.horizontalScrollBar().setValue(0)
        return super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt's slot comes without an event

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  # Qt's name
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()  # what stays would be moved with the rest
            self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        if width := self.staying:
            painter = QPainter(self.viewport())
            self._paint_first(painter, width, event.rect())
            painter.end()

    def _paint_first(self, painter: QPainter, width: int, seen: QRect) -> None:
        row, below = max(0, self.rowAt(seen.top())), 0
        while row < self.model().rowCount() and self.rowViewportPosition(row) <= seen.bottom():
            index = self.model().index(row, self._first)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if self.hasFocus() and self.currentIndex() == index:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegateForIndex(index).paint(painter, option, index)
            row, below = row + 1, option.rect.bottom() + 1
        painter.fillRect(width - 1, 0, 1, below, self._line)
