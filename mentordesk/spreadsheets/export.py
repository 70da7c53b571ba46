"""Lists to .xlsx, .csv and .json, so that reading them back gives the same values (R14); nothing in them runs.

A file is written beside its place and moved there whole, readable by its owner alone.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import IO, TypeAlias

from mentordesk.domain.fields import Cell
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, msg
from mentordesk.spreadsheets.delimited import harmless
from mentordesk.whole_file import written_whole

Rows: TypeAlias = Sequence[Sequence[Cell]]


def write_table(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    subject: str = "",
    keys: Sequence[str] | None = None,
) -> None:
    """Writes a list in the form that the ending of `path` names.

    `subject` names the list in .json and the sheet in .xlsx; `keys` name the columns in .json, else the headings do.

    Raises:
        Refused: another ending, a text too long for a cell, or a place where nothing can be written.
    """
    table = [tuple(row) for row in rows]
    writers: dict[str, Callable[[IO[bytes]], None]] = {
        ".xlsx": lambda file: _write_workbook(file, headings, table, subject),
        ".csv": lambda file: _write_text(file, headings, table),
        ".json": lambda file: _write_json(file, keys or headings, table, subject),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise Refused(
            msg("“{name}” must end in {endings}.", name=path.name, endings=Listed(tuple(writers), any_of=True))
        )
    with written_whole(path) as file:
        writer(file)


def _write_workbook(file: IO[bytes], headings: Sequence[str], rows: Rows, subject: str) -> None:
    from mentordesk.spreadsheets import workbook_writing  # a tenth of a second, only when somebody exports

    workbook_writing.write(file, headings, rows, subject)


def _write_text(file: IO[bytes], headings: Sequence[str], rows: Rows) -> None:
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in headings])
    writer.writerows([_as_text(value) for value in row] for row in rows)
    file.write(text.getvalue().encode("utf-8-sig"))


def _as_text(value: Cell) -> str:
    """With a decimal comma, as programs that part cells with semicolons expect it."""
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value).replace(".", ",")
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _write_json(file: IO[bytes], keys: Sequence[str], rows: Rows, subject: str) -> None:
    objects = [dict(zip(keys, map(_as_json, row), strict=True)) for row in rows]
    content = {"subject": subject, "rows": objects}
    file.write(json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _as_json(value: Cell) -> str | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value
