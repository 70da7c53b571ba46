"""The one model of all tables: typed rows under declared columns, for Qt's views (design D9).

It tells what a person entered and shows what was refused; parsing and keeping are the listener's.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mentordesk.i18n.message import Message
from ui.language import say
from ui.tables.columns import Align, Column, Row
from ui.tables.rows import Rows

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SLICE = 0.006  # seconds at a time for getting texts ready while nobody waits
_ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ShownCell:
    """All that painting a cell needs."""

    text: str
    tone: str | None
    wrong: bool
    align: Align
    disc: bool
    locked: bool = False  # nothing can be entered in its row, and the row is grey


@dataclass(frozen=True, slots=True)
class _Entry:
    """What somebody typed and nobody has kept yet."""

    text: str
    refusal: Message | None = None


class RecordTable(QAbstractTableModel, Generic[Row]):
    edited = Signal(str, str, str)  # row's id, column's key, text as typed

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        number: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        found_by: Callable[[Row], str | None] | None = None,
        lock_of: Callable[[Row], Message | None] | None = None,
    ) -> None:
        """`number`: a row's id; `found_by`: what a search finds a row by besides its texts, None for a row that no
        search finds; `lock_of`: why nothing can be entered in a row, which is grey then and bears a padlock."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._titles = [say(column.title) for column in self.columns]
        self._rows = Rows(self.columns, number, found_by=found_by)
        self._lock_of = lock_of
        self._editable = True
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._preparing: Iterator[None] = iter(())
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._prepare)

    def show(self, rows: Sequence[Row], *, staying: frozenset[str] = frozenset()) -> None:
        """In place of what was there. The same rows in the same order leave an open editor alone.

        `staying`: ids of rows that are shown even if the words searched for are not in them any more.
        """
        before = self._rows.ids()
        self._entries = {at: entry for at, entry in self._entries.items() if entry.refusal is not None}
        fresh = self._rows.anew(rows, staying)
        if before == fresh.ids() and before:
            self._rows = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
        self._preparing = fresh.prepare()
        self._idle.start(0)

    def lay_out(self, columns: Sequence[Column[Row]]) -> None:
        """Other columns over the same rows; those that are in both stand first, in the same order."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._titles = [say(column.title) for column in self.columns]
        self._rows = self._rows.under(self.columns)
        self.endResetModel()

    def narrow(self, query: str) -> None:
        """Filters by words, as they are typed."""
        self.beginResetModel()
        self._rows.narrow(query)
        self.endResetModel()

    def lock(self) -> None:
        """Nothing can be entered any more: the file is open for reading."""
        self._editable = False

    def refuse(self, number: str, key: str, reason: Message) -> None:
        """What was entered is not kept: it stays to be seen and mended, marked wrong, with the reason as its tip."""
        row = self._rows.known(number)
        if row is None:
            return
        entry = self._entries.get((number, key))
        text = self.columns[self.column_of(key)].entry_text(row) if entry is None else entry.text
        self._entries[number, key] = _Entry(text, reason)
        self._changed(number, key)

    def put_back(self, number: str, key: str) -> None:
        """Forgets an entry that was refused: the cell shows what is kept."""
        if self._entries.pop((number, key), None) is not None:
            self._changed(number, key)

    def refusal(self, number: str, key: str) -> Message | None:
        entry = self._entries.get((number, key))
        return None if entry is None else entry.refusal

    @property
    def rows(self) -> Rows[Row]:
        """For reading: ids, places and rows as they are shown."""
        return self._rows

    def lock_at(self, place: int) -> Message | None:
        """Why nothing can be entered in this row."""
        return None if self._lock_of is None else self._lock_of(self._rows.row(place))

    def column_of(self, key: str) -> int:
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    def text(self, place: int, column: int) -> str:
        """As shown: also what was typed and is not kept yet."""
        if self._entries:
            return self.cell(place, column).text
        return self._rows.text(place, column)

    def cell(self, place: int, column: int) -> ShownCell:
        declared = self.columns[column]
        entry = self._entries.get((self._rows.id_at(place), declared.key)) if self._entries else None
        if entry is not None:
            return ShownCell(entry.text, None, entry.refusal is not None, declared.align, declared.disc)
        locked = self.lock_at(place) is not None
        tone = declared.tone(self._rows.row(place)) if declared.tone is not None and not locked else None
        return ShownCell(self._rows.text(place, column), tone, False, declared.align, declared.disc, locked)

    def entry_text(self, index: _Index) -> str:
        """What the editor opens with: also what was refused, so that it can be mended."""
        return self.entry_of(self._rows.row(index.row()), self._rows.id_at(index.row()), self.columns[index.column()])

    def entry_of(self, row: Row, number: str, declared: Column[Row]) -> str:
        entry = self._entries.get((number, declared.key))
        return declared.entry_text(row) if entry is None else entry.text

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        editable = self._editable and self.columns[index.column()].edit is not None
        if editable and self.lock_at(index.row()) is None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802  # Qt's name
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED[self.columns[section].align]
        return None

    def data(self, index: _Index, role: int = 0) -> object:
        if not index.isValid() or index.row() >= len(self._rows.shown):
            return None
        place, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(place, column).text
            case Qt.ItemDataRole.EditRole:
                return self.entry_text(index)
            case Qt.ItemDataRole.ToolTipRole:
                tip = self._tip(place, column)
                return f"<span>{html.escape(tip)}</span>" if tip else None  # else Qt guesses whether it is HTML
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNED[self.columns[column].align]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[column]}: {self.cell(place, column).text}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._tip(place, column) or None
            case _ if role == TONE_ROLE:
                return self.cell(place, column).tone
            case _ if role == ID_ROLE:
                return self._rows.id_at(place)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # Qt's name
        """Shows the text at once and tells it; `show` or `refuse` says what became of it."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        number, declared = self._rows.id_at(index.row()), self.columns[index.column()]
        text = str(value)
        if text == declared.entry_text(self._rows.row(index.row())):
            self.put_back(number, declared.key)
            return True
        self._entries[number, declared.key] = _Entry(text)
        self._changed(number, declared.key)
        self.edited.emit(number, declared.key, text)
        return True

    def enter(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Row's id, column's key and text of many cells at once, as `setData`; what becomes of them is told alike."""
        for number, key, text in entries:
            self._entries[number, key] = _Entry(text)
        if entries:
            last = self.index(len(self._rows.shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def refuse_many(self, refusals: Sequence[tuple[str, str, Message]]) -> None:
        for number, key, reason in refusals:
            if (entry := self._entries.get((number, key))) is not None:
                self._entries[number, key] = _Entry(entry.text, reason)
            else:
                self.refuse(number, key, reason)
        if refusals:
            last = self.index(len(self._rows.shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """-1: the order in which the rows came."""
        self.beginResetModel()
        self._rows.sort(column, descending=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _tip(self, place: int, column: int) -> str:
        declared = self.columns[column]
        refusal = self.refusal(self._rows.id_at(place), declared.key)
        if refusal is not None:
            return say(refusal)
        if declared.disc and (lock := self.lock_at(place)) is not None:
            return say(lock)
        return declared.hint(self._rows.row(place)) if declared.hint is not None else ""

    def _changed(self, number: str, key: str) -> None:
        place = self._rows.place(number)
        if place is not None:
            cell = self.index(place, self.column_of(key))
            self.dataChanged.emit(cell, cell)

    def _prepare(self) -> None:
        """A slice of time between two events."""
        end = perf_counter() + _SLICE
        while perf_counter() < end:
            if next(self._preparing, self) is self:
                self._idle.stop()
                return
