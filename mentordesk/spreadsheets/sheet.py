"""One table out of a file or a text: its headings, and its rows with their numbers as the file has them (R13).

A workbook is opened by a process of its own (`workbook`); text is taken apart here, within the limits of `limits`.
Which column is which Field is `headings`; what the cells mean is `people`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.fields import NAME_LENGTH, Cell, as_text
from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets import delimited, limits, text_encoding, workbook
from mentordesk.spreadsheets.headings import is_known
from mentordesk.spreadsheets.workbook import RawSheet

Row: TypeAlias = tuple[Cell, ...]

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
_SURELY = 2  # so many known headings tell the row of headings from all others
_NO_HEADING = re.compile(r"[\d.,:;/+\-\s]*|\S+@\S+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; each row is as wide as the headings, and blank rows are left out.

    A column without a heading, or with one that came before, is called by its letter, as in "(D)".
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]  # of each row in the file, counted from 1
    name: str = ""  # of the sheet in its workbook
    sheets: tuple[str, ...] = ()  # all that can be seen in its workbook
    encoding: str = ""  # of a text file
    separator: str = ""  # of its cells, in text

    def mended(self, cells: Mapping[tuple[int, str], Cell]) -> Sheet:
        """With other values in some cells, each named by the number of its row and the heading of its column."""
        if not cells:
            return self
        places = {heading: at for at, heading in enumerate(self.headings)}
        rows = list(self.rows)
        at_number = {number: at for at, number in enumerate(self.numbers)}
        for (number, heading), cell in cells.items():
            if number in at_number and heading in places:
                row = list(rows[at_number[number]])
                row[places[heading]] = cell
                rows[at_number[number]] = tuple(row)
        return replace(self, rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody chose where it is guessed otherwise; "" leaves it to the guess."""

    encoding: str = ""  # one of text_encoding.ENCODINGS
    separator: str = ""  # one of delimited.SEPARATORS
    sheet: str = ""  # by its name


GUESSED = Reading()


def read(path: Path, known: Callable[[str], bool] = is_known, reading: Reading = GUESSED) -> Sheet:
    """The table in a file; `known` tells a heading, by default that of a list of people.

    Raises:
        UnusableInput: no table can be read from it; the sentence says why and what to do.
    """
    content = _content(path)
    if workbook.looks_like_one(content):
        sheets = workbook.read_sheets(content, path.name)
        chosen = [sheet for sheet in sheets if sheet.name == reading.sheet] or sheets
        raw, at = _list_among(chosen, path.name, known)
        return replace(_table(raw, at, path.name), sheets=tuple(sheet.name for sheet in sheets))
    if path.suffix.lower() in WORKBOOKS:
        raise limits.not_a_spreadsheet(path.name)
    text, encoding = text_encoding.decoded(content, path.name, reading.encoding)
    return replace(_of_text(text, path.name, known, reading), encoding=encoding)


def read_text(text: str, name: str, known: Callable[[str], bool] = is_known, reading: Reading = GUESSED) -> Sheet:
    """The table in a text that was copied; it touches no drive. `name` is what sentences call it.

    Raises:
        UnusableInput: as `read`.
    """
    if len(text) > limits.FILE_BYTES:
        raise limits.too_large(name)
    return _of_text(text, name, known, reading)


def _of_text(text: str, name: str, known: Callable[[str], bool], reading: Reading) -> Sheet:
    rows, separator = delimited.read_rows(text, name, known, reading.separator)
    raw, at = _list_among((RawSheet("", rows),), name, known)
    return replace(_table(raw, at, name), separator=separator)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnusableInput(msg("“{name}” is a folder. Choose a file.", name=path.name))
        if not path.exists():
            raise UnusableInput(msg("There is no file “{name}”. Check the name and the folder.", name=path.name))
        if path.suffix.lower() not in (*WORKBOOKS, *TEXTS) or not path.is_file():
            raise limits.not_a_spreadsheet(path.name)
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnusableInput(
            msg("“{name}” cannot be opened. Close it in other programs and try again.", name=path.name)
        ) from error
    if len(content) > limits.FILE_BYTES:
        raise limits.too_large(path.name)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xfe\xff"):
        raise UnusableInput(msg("“{name}” is empty. Choose another file.", name=path.name))
    return content


def _list_among(sheets: Sequence[RawSheet], name: str, known: Callable[[str], bool]) -> tuple[RawSheet, int]:
    """The first sheet whose headings are known, else the first that has any; and their place in it."""
    found = [(sheet, *place) for sheet in sheets if (place := _heading_row(sheet.rows, known)) is not None]
    for sheet, at, sure in found:
        if sure:
            return sheet, at
    if found:
        sheet, at, _ = found[0]
        return sheet, at
    raise UnusableInput(
        msg("“{name}” has no row of headings. Write above each column what it holds, and try again.", name=name)
    )


def _heading_row(rows: Sequence[Row], known: Callable[[str], bool]) -> tuple[int, bool] | None:
    """Its place below titles and blank rows, and whether its words leave no doubt."""
    region = [[cell for cell in row if not _is_blank(cell)] for row in rows[: limits.ROWS_ABOVE]]
    counts = [sum(isinstance(cell, str) and known(cell) for cell in row) for row in region]
    most = max(counts, default=0)
    if most >= _SURELY:
        return next(at for at, count in enumerate(counts) if count >= _SURELY and 2 * count >= most), True
    widest = max(map(len, region), default=0)
    for at, (row, count) in enumerate(zip(region, counts, strict=True)):
        enough = 2 * len(row) >= widest and (len(row) > 1 or count)
        if enough and all(map(_may_be_heading, row)) and len(set(row)) == len(row):
            return at, False
    return None


def _may_be_heading(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= NAME_LENGTH and not _NO_HEADING.fullmatch(cell.strip())


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _table(raw: RawSheet, at: int, name: str) -> Sheet:
    body: list[Row] = []
    numbers: list[int] = []
    width = _width(raw.rows[at])
    for number, row in enumerate(raw.rows[at + 1 :], start=at + 2):
        if filled := _width(row):
            width = max(width, filled)
            body.append(row)
            numbers.append(number)
    if len(body) > limits.ROWS:
        raise limits.too_many_rows(name)
    if width > limits.COLUMNS:
        raise limits.too_many_columns(name)
    rows = tuple(_as_wide(row, width) for row in body)
    return Sheet(_headings(_as_wide(raw.rows[at], width), rows), rows, tuple(numbers), raw.name)


def _width(row: Row) -> int:
    """Cells up to the last that is filled."""
    filled = len(row)
    while filled and _is_blank(row[filled - 1]):
        filled -= 1
    return filled


def _as_wide(row: Row, width: int) -> Row:
    return tuple(None if cell == "" else cell for cell in row[:width]) + (None,) * (width - len(row))


def _headings(cells: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    headings: list[str] = []
    for column, cell in enumerate(cells):
        heading = one_line(as_text(cell))
        if heading in headings if heading else any(row[column] is not None for row in rows):
            heading = f"{heading} ({_letters(column)})".strip()
        headings.append(heading)
    return tuple(headings)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
