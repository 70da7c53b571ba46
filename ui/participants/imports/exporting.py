"""Writing what a table shows to a file, its rows in their order, so that it can be read in again (R14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from mentordesk.domain.fields import Cell
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.progress import Progress
from mentordesk.spreadsheets.export import write_table
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.tables.columns import Column
from ui.tables.model import RecordTable

_ENDINGS = (".xlsx", ".csv", ".json")
_AT_A_TIME = 200  # rows between two words about how far it is


def export_rows(desk: Desk, table: RecordTable[Any], *, leave_out: Callable[[Any], bool] | None = None) -> None:
    """Asks for a file and writes the rows that are shown, with all columns of the table.

    `leave_out` tells the rows that may be seen and not handed out, such as those of people whose data are restricted.
    """
    shown = [table.rows.row(place) for place in range(len(table.rows.shown))]
    rows = shown if leave_out is None else [row for row in shown if not leave_out(row)]
    if not rows:
        desk.tell(msg("There are no rows to export."), NoticeKind.NOTE)
        return
    kind = FileKind(tr("Spreadsheets"), _ENDINGS)
    path = desk.ask.save_file(tr("Export the list"), tr("Participants") + _ENDINGS[0], kind)
    if path is not None:
        _Export(desk).write(path if path.suffix else path.with_suffix(_ENDINGS[0]), table.columns, rows)


class _Export(QObject):
    """One export; it lives until the file is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def write(self, path: Path, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        self._desk.work.compute(
            f"export {path}",
            lambda progress: _written(path, columns, rows, progress),
            partial(self._on_written, path),
            title=nmsg("Exporting {count} row", "Exporting {count} rows", len(rows)),
            refused=self._on_refused,
        )

    def _on_written(self, path: Path, count: int) -> None:
        self._desk.tell(
            nmsg("{count} row written to {path}.", "{count} rows written to {path}.", count, path=str(path)),
            NoticeKind.DONE,
        )
        self.deleteLater()

    def _on_refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.ERROR)
        self.deleteLater()


def _written(path: Path, columns: Sequence[Column[Any]], rows: Sequence[Any], progress: Progress) -> int:
    table: list[list[Cell]] = []
    for at, row in enumerate(rows):
        if at % _AT_A_TIME == 0:
            progress.step(at, len(rows))
        table.append([_cell(column, row) for column in columns])
    headings = [say(column.title) for column in columns]
    write_table(path, headings, table, subject="participants", keys=[column.key for column in columns])
    return len(table)


def _cell(column: Column[Any], row: Any) -> Cell:  # of whatever table it is
    """As an import reads it; what cannot be entered as it is shown."""
    return (column.text(row) or None) if column.entry is None else column.entry(row)
