"""Writing what a table shows to a file, its rows in their order, or a whole list; either can be read in again (R14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from mentordesk.domain.fields import Cell
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg, nmsg
from mentordesk.progress import Progress
from mentordesk.queries.list_columns import List
from mentordesk.queries.lists import listed
from mentordesk.spreadsheets.export import write_table
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken, tr
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
    columns = table.columns
    path = _place(desk, tr("Participants"))
    if path is not None:
        _Export(desk, path).write(len(rows), lambda progress: _written(path, columns, rows, progress))


def export_list(desk: Desk, subject: str, called: str) -> None:
    """Asks for a file and writes a whole list of the programme in view, as `mentordesk export` does.

    `called`: what the file is called unless somebody chooses.
    """
    path = _place(desk, called)
    if path is not None:
        _Export(desk, path).fetch(subject)


def _place(desk: Desk, called: str) -> Path | None:
    kind = FileKind(tr("Spreadsheets"), _ENDINGS)
    path = desk.ask.save_file(tr("Export the list"), called + _ENDINGS[0], kind)
    return path if path is None or path.suffix else path.with_suffix(_ENDINGS[0])


class _Export(QObject):
    """One export; it lives until the file is written."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._path = path

    def fetch(self, subject: str) -> None:
        programme = self._desk.programme_id
        key = f"export {subject} {self._path}"
        self._desk.work.ask(key, lambda store: listed(store, subject, programme), self._on_fetched, self._on_refused)

    def write(self, count: int, writing: Callable[[Progress], int]) -> None:
        self._desk.work.compute(
            f"export {self._path}",
            writing,
            self._on_written,
            title=nmsg("Exporting {count} row", "Exporting {count} rows", count),
            refused=self._on_refused,
        )

    def _on_fetched(self, found: List) -> None:
        if found.rows:
            path, catalog = self._path, spoken()
            self.write(len(found.rows), lambda _: _list_written(path, found, catalog))
        else:
            self._on_refused(Refused(msg("There are no rows to export.")))

    def _on_written(self, count: int) -> None:
        said = nmsg("{count} row written to {path}.", "{count} rows written to {path}.", count, path=str(self._path))
        self._desk.tell(said, NoticeKind.DONE)
        self.deleteLater()

    def _on_refused(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.ERROR)
        self.deleteLater()


def _list_written(path: Path, found: List, catalog: Catalog) -> int:
    keys = [column.key for column in found.columns]
    write_table(path, found.headings(catalog), found.cells(catalog), subject=found.subject, keys=keys)
    return len(found.rows)


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
