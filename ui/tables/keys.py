"""The keys of a table outside of editing (ux.md 4.3): each tells the page by a signal of the view.

Moving, selecting and opening the editor by typing are Qt's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from mentordesk.i18n.message import msg
from ui.desk import Desk, NoticeKind
from ui.tables.blocks import block_text, read_block
from ui.tables.model import RecordTable

if TYPE_CHECKING:
    from ui.tables.view import TableView

_LONGEST_PASTE = 500_000  # letters: what is read without anybody noticing
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class TableKeys:
    def __init__(self, desk: Desk, view: TableView, table: RecordTable[Any]) -> None:
        self._desk = desk
        self._view = view
        self._table = table
        self._letters = ""
        self._since_letter = QElapsedTimer()
        self._since_letter.start()

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        for sequence, run in (
            (QKeySequence.StandardKey.Copy, self._copy),
            (QKeySequence.StandardKey.Paste, self._paste),
        ):
            if event.matches(sequence):
                run()
                return True
        modifiers = event.modifiers() & ~_KEYPAD
        if modifiers == _NONE:
            return self._press_plain(Qt.Key(event.key()))
        if modifiers == _CONTROL and event.key() in (Qt.Key.Key_D, Qt.Key.Key_Space):
            self._fill_down() if event.key() == Qt.Key.Key_D else self._mark()
            return True
        if modifiers == _CONTROL | _SHIFT and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._sort(descending=event.key() == Qt.Key.Key_Down)
            return True
        return False

    def jump(self, letter: str) -> None:
        """To the next row whose name begins with what was typed just now; one letter again and again goes on."""
        fresh = self._since_letter.restart() > QGuiApplication.styleHints().keyboardInputInterval()
        self._letters = letter if fresh else self._letters + letter
        columns = self._table.columns
        name = next((at for at, column in enumerate(columns) if column.disc), 0)
        row, rows = self._view.currentIndex().row(), self._table.rows
        found = rows.starting_with(self._letters, name, row + 1 if len(self._letters) == 1 else max(row, 0))
        if found is None and set(self._letters.casefold()) == {letter.casefold()}:
            found = rows.starting_with(letter, name, row + 1)
        if found is not None:
            self._view.setCurrentIndex(self._table.index(found, max(self._view.currentIndex().column(), 0)))

    def _press_plain(self, key: Qt.Key) -> bool:
        number = self._view.current_id()
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if number is not None:
                    self._view.opened.emit(number)
            case Qt.Key.Key_Space:
                if number is not None:
                    self._view.peeked.emit(number)
            case Qt.Key.Key_Delete:
                ids = self._view.selected_ids()
                if ids and self._desk.may_change():
                    self._view.deleted.emit(ids)
            case Qt.Key.Key_F2:
                return self._is_locked_entry() and not self._may_enter()
            case Qt.Key.Key_Home | Qt.Key.Key_End if self._view.frames_whole_rows():
                self._go_to(0 if key == Qt.Key.Key_Home else len(self._table.rows.shown) - 1)
            case Qt.Key.Key_Escape:
                return self._put_back()
            case _:
                return False
        return True

    def _copy(self) -> None:
        """The selected rows as they are shown, in the columns that are shown, in their order for the eye."""
        header = self._view.horizontalHeader()
        columns = [header.logicalIndex(place) for place in range(header.count())]
        columns = [column for column in columns if not header.isSectionHidden(column)]
        rows = self._table.rows
        places = [place for number in self._view.selected_ids() if (place := rows.place(number)) is not None]
        if places:
            block = ([self._table.text(place, column) for column in columns] for place in places)
            QGuiApplication.clipboard().setText(block_text(block))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text or not self._desk.may_change():
            return
        if len(text) > _LONGEST_PASTE:
            self._desk.tell(
                msg("That is too much to paste at once. Save it as a file and import that."), NoticeKind.WARNING
            )
            return
        self._view.pasted.emit(read_block(text), self._view.current_id() or "", self._view.current_key())

    def _mark(self) -> None:
        """The current row too, or no more; Qt would open the cell where something can be entered."""
        flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
        self._view.selectionModel().select(self._view.currentIndex(), flags)

    def _fill_down(self) -> None:
        ids, index = self._view.selected_ids(), self._view.currentIndex()
        if len(ids) < 2 or not index.isValid() or self._table.columns[index.column()].edit is None:
            return
        place = self._table.rows.place(ids[0])
        if place is not None and self._desk.may_change():
            entry = self._table.entry_text(self._table.index(place, index.column()))
            self._view.filled_down.emit(ids[1:], self._view.current_key(), entry)

    def _sort(self, *, descending: bool) -> None:
        column = max(self._view.currentIndex().column(), 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._view.sortByColumn(column, order)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self._table.rows.shown):
            index = self._table.index(place, max(self._view.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._view.selectionModel().setCurrentIndex(index, flags)

    def _put_back(self) -> bool:
        """Esc on a cell that was refused gives up the entry; elsewhere it is the page's."""
        number, key = self._view.current_id(), self._view.current_key()
        if number is None or self._table.refusal(number, key) is None:
            return False
        self._table.put_back(number, key)
        return True

    def _is_locked_entry(self) -> bool:
        index = self._view.currentIndex()
        return index.isValid() and self._table.columns[index.column()].edit is not None

    def _may_enter(self) -> bool:
        """As `_may_change`, and nothing is against it in the current row."""
        lock = self._table.lock_at(self._view.currentIndex().row())
        if lock is not None and self._desk.file.read_only is None:
            self._desk.tell(lock, NoticeKind.NOTE)
            return False
        return self._desk.may_change()
