"""What is typed, pasted or filled down in the grid, on its way into the file; the Field decides what fits.

A block is one change with one undo; a cell that does not fit stays to be seen and mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.domain.fields import Home
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.participants import ParticipantRow
from mentordesk.spreadsheets.headings import is_known
from ui.desk import Desk, NoticeKind
from ui.participants.columns import lock_of
from ui.tables.blocks import Block, block_text
from ui.tables.model import RecordTable
from ui.tables.view import TableView

_HEADINGS = 2  # so many known ones make a first line a line of headings


class Entering(QObject):
    refused = Signal(str, str)  # row's id and column's key: marked in the grid, with its reason
    kept = Signal(str, str)
    list_pasted = Signal(str)  # text with headings: a list of people, not a block of cells

    def __init__(self, desk: Desk, table: RecordTable[ParticipantRow], view: TableView) -> None:
        super().__init__(view)
        self._desk = desk
        self._table = table
        self._view = view
        table.edited.connect(self._on_edited)
        view.pasted.connect(self._on_pasted)
        view.filled_down.connect(self._on_filled)

    def _on_edited(self, number: str, key: str, text: str) -> None:
        edit = self._read(number, key, text)
        if edit is not None:
            self._change([edit], partial(self._on_kept, number, key), partial(self._on_refused, number, key))

    def _on_kept(self, number: str, key: str, changed: int) -> None:
        if not changed:  # nothing will be reloaded: the cell shows what is kept again
            self._table.put_back(number, key)
        self.kept.emit(number, key)

    def _on_refused(self, number: str, key: str, no: Refused) -> None:
        self._refuse(number, key, no.message)

    def _on_pasted(self, block: Block, number: str, key: str) -> None:
        if not number or sum(is_known(cell) for cell in block[0]) >= _HEADINGS:
            self.list_pasted.emit(block_text(block))
            return
        rows = self._table.rows
        first = rows.place(number)
        if first is None:
            return
        ids = [rows.id_at(place) for place in range(first, min(first + len(block), len(rows.shown)))]
        keys = self._keys_from(key)
        edits = self._enter_all(
            [
                (id_, at, text)
                for id_, cells in zip(ids, block, strict=False)
                for at, text in zip(keys, cells, strict=False)
            ]
        )
        left_over = len(block) - len(ids)
        if left_over:
            self._desk.tell(
                nmsg(
                    "{count} row of the block lies below the list and was left out. New people come in by Import.",
                    "{count} rows of the block lie below the list and were left out. New people come in by Import.",
                    left_over,
                ),
                NoticeKind.WARNING,
            )
        self._change_block(edits)

    def _on_filled(self, ids: Sequence[str], key: str, entry: str) -> None:
        self._change_block(self._enter_all([(id_, key, entry) for id_ in ids]))

    def _keys_from(self, key: str) -> list[str]:
        """The columns from this one on, in the order of the eye."""
        header = self._view.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        shown = [self._table.columns[at].key for at in sections if not header.isSectionHidden(at)]
        return shown[shown.index(key) :]

    def _enter_all(self, cells: Sequence[tuple[str, str, str]]) -> Sequence[Edit]:
        """The entries are in the cells from now on, so that nothing is lost if they are refused."""
        columns = {column.key: column for column in self._table.columns}
        told = []
        for number, key, text in cells:
            row, column = self._table.rows.known(number), columns[key]
            if row is not None and column.edit is not None and text != self._table.entry_of(row, number, column):
                told.append((number, key, text))
        self._table.enter(told)
        edits, refusals = [], []
        for number, key, text in told:
            try:
                edits.append(self._parsed(number, key, text))
            except Refused as no:
                refusals.append((number, key, no.message))
        self._table.refuse_many(refusals)
        if refusals:
            self.refused.emit(*refusals[-1][:2])
        return edits

    def _read(self, number: str, key: str, text: str) -> Edit | None:
        try:
            return self._parsed(number, key, text)
        except Refused as no:
            self._refuse(number, key, no.message)
            return None

    def _parsed(self, number: str, key: str, text: str) -> Edit:
        """
        Raises:
            Refused: what is wrong with the entry, or that nothing can be entered of this person.
        """
        row = self._table.rows.known(number)
        field = self._table.columns[self._table.column_of(key)].edit
        assert row is not None  # the row in which something was typed just now
        assert field is not None
        if (lock := lock_of(row)) is not None:
            raise Refused(lock)
        value = field.parse(text, self._desk.today)
        if value is not None and field.home is Home.MENTOR and row.role is not Role.MENTOR:
            raise Refused(msg("Only mentors have this. Press Esc to leave the cell empty."))
        if value is not None and field.home is Home.CRITERION and key not in row.values:
            raise Refused(msg("This is not asked of {name}. Press Esc to leave the cell empty.", name=row.name))
        return Edit(ParticipationId(number), key, value)

    def _change_block(self, edits: Sequence[Edit]) -> None:
        if edits:
            self._change(edits, partial(self._on_block_kept, edits), partial(self._on_block_refused, edits))

    def _on_block_kept(self, edits: Sequence[Edit], _: int) -> None:
        for edit in edits:
            self.kept.emit(edit.id, edit.key)

    def _on_block_refused(self, edits: Sequence[Edit], no: Refused) -> None:
        for edit in edits:
            self._refuse(edit.id, edit.key, no.message)

    def _refuse(self, number: str, key: str, reason: Message) -> None:
        self._table.refuse(number, key, reason)
        self.refused.emit(number, key)

    def _change(self, edits: Sequence[Edit], then: partial[None], refused: partial[None]) -> None:
        today = self._desk.today
        self._desk.work.change(lambda store: edit_participants(store, edits, today=today), then, refused)
