"""Cells that come in otherwise than they were written: where, what stood there, and what is taken (fault 61)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.cleaned import Cleaned, visible
from ui.desk import Desk
from ui.language import ntr, tr
from ui.participants.imports.places import heading_column, row_column
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.frames import column
from ui.widgets.labels import label

_IN_VIEW = 4  # rows; the others are scrolled to
_Numbered = tuple[int, Cleaned]


class CleanedCells(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._look = desk.look
        lines = column(desk.look, within=self)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("importCleanedWords")
        lines.addWidget(self._words)
        self._table: RecordTable[_Numbered] = RecordTable(_columns(), lambda each: str(each[0]), self)
        self._list = TableView(desk, self._table, tr("Cleaned cells"), tab="participants", key="cleaned")
        self._list.setObjectName("importCleaned")
        self._list.horizontalHeader().setStretchLastSection(True)
        lines.addWidget(self._list)

    def show_cleaned(self, cells: Sequence[Cleaned]) -> None:
        self.setVisible(bool(cells))
        self._words.setText(
            ntr(
                "In {count} cell, characters that cannot be seen were removed.",
                "In {count} cells, characters that cannot be seen were removed.",
                len(cells),
            )
        )
        self._table.show(tuple(enumerate(cells)))
        self._list.setFixedHeight(self._look.row_height * (2 + min(len(cells), _IN_VIEW)))


def _columns() -> tuple[Column[_Numbered], ...]:
    return (
        row_column(lambda each: each[1].row),
        heading_column(lambda each: each[1].column),
        Column(key="before", title=msg("In the list"), text=lambda each: visible(each[1].before), width=240),
        Column(key="after", title=msg("Taken as"), text=lambda each: visible(each[1].after), width=240),
    )
