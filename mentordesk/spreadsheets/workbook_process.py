"""Reads a workbook in a process of its own, with little time and memory; `workbook` runs this file.

Knows the standard library and calamine only, so that it starts at once. The workbook comes on standard input;
out go lines of JSON, {"sheet": name} before the rows of each visible sheet. Formulas are not evaluated: a cell
holds what the spreadsheet program saved as its result.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

DAMAGED, PASSWORD, TOO_MUCH, TOO_MANY_SHEETS, TOO_MANY_ROWS, TOO_MANY_COLUMNS = 3, 4, 5, 6, 7, 8


class _Beyond(Exception):
    """A limit is passed; its argument is the exit status that says which."""


def main(seconds: int, memory: int, size: int, sheets: int, rows: int, columns: int) -> int:
    """`memory` and `size`, which is how much goes out at most, are in bytes. Gives back the exit status."""
    _limit(seconds, memory)
    status = read(sys.stdin.buffer, sys.stdout.buffer, size, sheets, rows, columns)
    sys.stdout.buffer.flush()
    return status


def read(workbook: IO[bytes], out: IO[bytes], size: int, sheets: int, rows: int, columns: int) -> int:
    """Within the limits that are ours to count; those of time and memory are the system's. Gives back as main."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(workbook.read()))
        if len(book.sheet_names) > sheets:
            return TOO_MANY_SHEETS
        for line in _lines(book, rows, columns):
            size -= len(line)
            if size < 0:
                return TOO_MUCH
            out.write(line)
    except _Beyond as limit:
        return int(limit.args[0])
    except PasswordError:
        return PASSWORD
    except (CalamineError, OSError, ValueError):
        return DAMAGED
    except MemoryError:
        return TOO_MUCH
    return 0


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows, where `workbook` stops the process after a while
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lines(book: CalamineWorkbook, rows: int, columns: int) -> Iterator[bytes]:
    for index, sheet in enumerate(book.sheets_metadata):
        if sheet.typ != SheetTypeEnum.WorkSheet or sheet.visible != SheetVisibleEnum.Visible:
            continue
        cells = book.get_sheet_by_index(index)
        if cells.total_height > rows:
            raise _Beyond(TOO_MANY_ROWS)
        if cells.total_width > columns:
            raise _Beyond(TOO_MANY_COLUMNS)
        yield _line({"sheet": sheet.name})
        left: list[object] = [""] * (cells.start[1] if cells.start else 0)
        for row in cells.iter_rows():
            yield _line(left + [_plain(cell) for cell in _until_last(row)])


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _until_last(row: Sequence[object]) -> Sequence[object]:
    filled = len(row)
    while filled and row[filled - 1] == "":
        filled -= 1
    return row[:filled]


def _plain(cell: object) -> object:
    match cell:
        case datetime() if cell.time() != time():
            return {"moment": cell.replace(microsecond=0).isoformat()}
        case date():
            return {"day": cell.isoformat()[:10]}
        case time() | timedelta():
            return str(cell)
        case _:
            return cell


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
