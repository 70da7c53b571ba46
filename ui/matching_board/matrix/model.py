"""The matrix for Qt: its size, the names on both sides, and each cell in words; nothing in it is painted from here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.language import tr
from ui.matching_board.bench_view import Moves
from ui.matching_board.matrix.cells import CellPrices, Cells

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


class MatrixModel(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cells: Cells | None = None
        self.prices: CellPrices | None = None  # shown instead of the points
        self.trial: Mapping[tuple[int, int], bool] = {}  # which cells weights on trial would bring in, or take out

    def show(self, cells: Cells) -> bool:
        """Whether the same people stand on both sides as before; then nothing is reset."""
        before, self.prices, self.trial = self.cells, None, {}
        same = before is not None and (before.row_of, before.column_of) == (cells.row_of, cells.column_of)
        if same:
            self.cells = cells
            self._tell()
            return True
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()
        return False

    def show_prices(self, prices: CellPrices | None) -> None:
        self.prices = prices
        self._tell()

    def show_trial(self, moves: Moves) -> None:
        """Marks the cells of those who would come together, and of those who would part."""
        if self.cells is None:
            return
        marked = {}
        for mentee, move in moves.items():
            for mentor, comes in ((move.before, False), (move.after, True)):
                if mentor is not None and mentee in self.cells.row_of:
                    marked[self.cells.row_of[mentee], self.cells.column_of[mentor]] = comes
        if marked != self.trial:
            self.trial = marked
            self._tell()

    def _tried(self, row: int, column: int) -> str:
        comes = self.trial.get((row, column))
        if comes is None:
            return ""
        return tr("would come into the plan") if comes else tr("would leave the plan")

    def words(self, row: int, column: int) -> str:
        if self.cells is None:
            return ""
        price = "" if self.prices is None else self.prices.words(row, column)
        return ", ".join(part for part in (self.cells.words(row, column), price, self._tried(row, column)) if part)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() or self.cells is None else self.cells.shape[0]

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() or self.cells is None else self.cells.shape[1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.words(index.row(), index.column()) if index.isValid() and role in _SPOKEN else None

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if self.cells is None or role not in _SPOKEN:
            return None
        people = self.cells.mentors if orientation is Qt.Orientation.Horizontal else self.cells.mentees
        return people[section].name if section < len(people) else None

    def _tell(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
