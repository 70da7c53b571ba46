"""A table as a person uses it: keys as in Excel, whole rows, ids instead of indexes; Tab leaves it (ux.md 4.3).

What to do with an opened, pasted or deleted row is the page's: everything is told by a signal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from ui.desk import Desk
from ui.tables.cells import CellPainter
from ui.tables.first_column import FirstColumnStays
from ui.tables.header import TableHeader
from ui.tables.keys import TableKeys
from ui.tables.model import RecordTable
from ui.tables.typing_over import Unfinished, unfinished

_Select = QItemSelectionModel.SelectionFlag
_Hint = QAbstractItemDelegate.EndEditHint


class TableView(FirstColumnStays):
    """Selection, current row and a half-typed cell survive every reload, sort and filter: by id."""

    selected = Signal(object)  # tuple[str, ...] of ids, in the order shown
    current_changed = Signal(object)  # str | None
    opened = Signal(str)
    peeked = Signal(str)
    deleted = Signal(object)  # tuple[str, ...]
    menu_wanted = Signal(object, QPoint)  # tuple[str, ...]; where, on the screen
    pasted = Signal(object, str, str)  # Block; id and column key it begins at, both "" in an empty table
    filled_down = Signal(object, str, str)  # tuple[str, ...] of ids below the first; column key; the first one's entry

    def __init__(self, desk: Desk, table: RecordTable[Any], name: str, *, tab: str, key: str = "table") -> None:
        """`name`: what a screen reader calls it; `tab` and `key`: where the preferences keep its columns."""
        super().__init__(desk.look)
        self._desk = desk
        self._table = table
        self.hovered = -1
        self._wanted: tuple[str, ...] = ()
        self._current: str | None = None
        self._current_key = 0  # column
        self._told: tuple[tuple[str, ...], str | None] = ((), None)
        self._resetting = False
        self._row_before = -1
        self._open: Unfinished | None = None
        self._committing = False
        self._keys = TableKeys(desk, self, table)
        self.setAccessibleName(name)
        if desk.file.read_only is not None:
            table.lock()
        self.setModel(table)
        self.setItemDelegate(CellPainter(desk.look, table, self, self))
        self._dress(TableHeader(desk.look, table, self), tab, key)
        self._listen()

    def selected_ids(self) -> tuple[str, ...]:
        """Of the rows that are selected and shown."""
        rows = {
            row for part in self.selectionModel().selection().toList() for row in range(part.top(), part.bottom() + 1)
        }
        return tuple(self._table.rows.id_at(row) for row in sorted(rows))

    def current_id(self) -> str | None:
        index = self.currentIndex()
        return self._table.rows.id_at(index.row()) if index.isValid() else None

    def current_key(self) -> str:
        """Of the column in which the current cell stands."""
        index = self.currentIndex()
        return self._table.columns[index.column()].key if index.isValid() else ""

    def select_ids(self, ids: Iterable[str]) -> None:
        """Selects these, and brings the first into view; one that is hidden is selected when it is shown again."""
        self._wanted = tuple(ids)
        self._current = self._wanted[0] if self._wanted else None
        self._restore()
        self.scrollTo(self.currentIndex())

    def is_outermost(self, column: int) -> tuple[bool, bool]:
        """Whether the column is the first, and whether it is the last, for the eye."""
        place = self.horizontalHeader().visualIndex(column)
        return place == 0, place == self.horizontalHeader().count() - 1

    def frames_whole_rows(self) -> bool:
        """A cell is a place of its own only where something can be entered."""
        return all(column.edit is None for column in self._table.columns)

    def _dress(self, header: TableHeader, tab: str, key: str) -> None:
        look = self._desk.look
        self.setHorizontalHeader(header)
        header.keep_in(self._desk.preferences, tab, key)
        self.setSortingEnabled(True)  # sorts by what the header kept
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(max(28, look.row_height))
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # between the scroll bars Qt would draw a frame
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAutoScroll(False)  # a click on a cell half in view moves nothing under the mouse
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        triggers = self.EditTrigger.AnyKeyPressed | self.EditTrigger.EditKeyPressed | self.EditTrigger.DoubleClicked
        self.setEditTriggers(triggers)

    def _listen(self) -> None:
        self._table.modelAboutToBeReset.connect(self._before_reset)
        self._table.modelReset.connect(self._after_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        self.entered.connect(self._on_entered)

    def _before_reset(self) -> None:
        self._resetting = True
        self._open = None if self._committing else unfinished(self, self._table)
        self._row_before = self.currentIndex().row()

    def _after_reset(self) -> None:
        self._resetting = False
        self.hovered = -1
        gone = self._current is not None and self._table.rows.known(self._current) is None
        if gone and self._row_before >= 0:  # somebody wanted before the rows are there is waited for
            self._move_to_neighbour()
        self._restore()
        if self._open is not None:
            self._open.go_on(self, self._table)
            self._open = None

    def _move_to_neighbour(self) -> None:
        """The current row was taken away: the one that took its place is current, so that Delete goes on."""
        left = len(self._table.rows.shown)
        gone_from = self._row_before
        self._current = self._table.rows.id_at(min(gone_from, left - 1)) if left and gone_from >= 0 else None
        if not any(self._table.rows.known(number) is not None for number in self._wanted):
            self._wanted = () if self._current is None else (self._current,)

    def _restore(self) -> None:
        """Selects what is wanted and shown, run by run; tells it once."""
        places = (self._table.rows.place(number) for number in self._wanted)
        selection = QItemSelection()
        for first, last in _runs(sorted(place for place in places if place is not None)):
            selection.select(self._table.index(first, 0), self._table.index(last, len(self._table.columns) - 1))
        place = None if self._current is None else self._table.rows.place(self._current)
        self._resetting = True  # only the outcome is told
        current = QModelIndex() if place is None else self._table.index(place, self._current_key)
        self.selectionModel().setCurrentIndex(current, _Select.NoUpdate)
        self.selectionModel().select(selection, _Select.ClearAndSelect | _Select.Rows)
        self._resetting = False
        self._mark_own_focus()
        self._tell()

    def _mark_own_focus(self) -> None:
        """The current row or cell bears the focus mark; where there is none, the table is ringed as any other."""
        self.setProperty("ownFocus", self.currentIndex().isValid())

    def _tell(self) -> None:
        ids, current = self.selected_ids(), self.current_id()
        told_ids, told_current = self._told
        self._told = ids, current
        if ids != told_ids:
            self.selected.emit(ids)
        if current != told_current:
            self.current_changed.emit(current)

    def _on_selection(self) -> None:
        if not self._resetting:
            self._wanted = self.selected_ids()
            self._tell()

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        self._mark_own_focus()
        if self.frames_whole_rows():  # the frame goes round the whole row, not only its current cell
            self._repaint_row(before.row())
            self._repaint_row(current.row())
        if not self._resetting and current.isValid():
            self._current, self._current_key = self._table.rows.id_at(current.row()), current.column()
            self._tell()

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self._table.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self._table.rows.id_at(index.row()))

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        before, self.hovered = self.hovered, row
        if before != row:
            self._repaint_row(before)
            self._repaint_row(row)

    def _repaint_row(self, row: int) -> None:
        if 0 <= row < len(self._table.rows.shown):
            self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if self.state() == self.State.EditingState and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the editor commits it, and passes it on
        elif self._keys.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  # Qt's name
        """Qt calls it for letters that no editor took."""
        if search.isprintable():
            self._keys.jump(search)

    def commitData(self, editor: QWidget) -> None:  # noqa: N802  # Qt's name
        self._committing = True  # what is told now is finished: rows that come at once don't open it again
        super().commitData(editor)
        self._committing = False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802  # Qt's name
        """Enter goes down; Tab goes on to the next cell in which something can be entered."""
        index = self.currentIndex()
        super().closeEditor(editor, hint if hint == _Hint.RevertModelCache else _Hint.NoHint)
        if hint == _Hint.SubmitModelCache and index.row() + 1 < len(self._table.rows.shown):
            self.setCurrentIndex(self._table.index(index.row() + 1, index.column()))
        elif hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self._edit_beside(index, 1 if hint == _Hint.EditNextItem else -1)

    def _edit_beside(self, index: QModelIndex, step: int) -> None:
        """The next editable cell for the eye, in the next row after the last one."""
        header = self.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        columns = [at for at in sections if self._table.columns[at].edit is not None and not header.isSectionHidden(at)]
        place = columns.index(index.column()) + step + index.row() * len(columns)
        if 0 <= place < len(self._table.rows.shown) * len(columns):
            beside = self._table.index(place // len(columns), columns[place % len(columns)])
            self.setCurrentIndex(beside)
            self.edit(beside)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(self.selected_ids(), where)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours."""
    first = last = -1
    for place in places:
        if first >= 0 and place == last + 1:
            last = place
            continue
        if first >= 0:
            yield first, last
        first = last = place
    if first >= 0:
        yield first, last
