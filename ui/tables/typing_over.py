"""A half-typed cell over a reload: Qt throws its editor away, and nothing typed may be lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QTableView

from ui.tables.model import RecordTable


@dataclass(frozen=True, slots=True)
class Unfinished:
    number: str  # the row's id
    column: int
    text: str
    cursor: int

    def go_on(self, view: QTableView, table: RecordTable[Any]) -> None:
        """Opens the cell again as it was, unless its row is gone."""
        place = table.rows.place(self.number)
        if place is None:
            return
        index = table.index(place, self.column)
        view.setCurrentIndex(index)
        view.edit(index)
        editor = view.indexWidget(index)
        if isinstance(editor, QLineEdit):
            editor.setText(self.text)
            editor.setModified(True)
            editor.setCursorPosition(self.cursor)


def unfinished(view: QTableView, table: RecordTable[Any]) -> Unfinished | None:
    """What is being typed into the current cell now."""
    index = view.currentIndex()
    editor = view.indexWidget(index)
    if not isinstance(editor, QLineEdit):
        return None
    return Unfinished(table.rows.id_at(index.row()), index.column(), editor.text(), editor.cursorPosition())
