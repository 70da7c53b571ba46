"""A list as an .xlsx, through openpyxl; loaded when somebody exports. Where the file goes says `export`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as WrittenCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from mentordesk.domain.fields import Cell
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets import limits

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # in XML; a workbook writes them as _x000D_
_LOOKS_WRITTEN_SO = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_SHEET_NAME = 31
_NARROWEST, _WIDEST = 8, 60  # columns, in characters
_MEASURED = 100  # rows
_BOLD = Font(bold=True)
_WRAPPED = Alignment(vertical="top", wrap_text=True)


def write(file: IO[bytes], headings: Sequence[str], rows: Sequence[Sequence[Cell]], name: str) -> None:
    """Every text stays a text, whatever it begins with.

    Raises:
        Refused: a text is too long for a cell.
    """
    titles = [_writable(heading) for heading in headings]
    table = [[_writable(value) if isinstance(value, str) else value for value in row] for row in rows]
    book = Workbook(write_only=True)
    book.properties.creator = "MentorDesk"
    sheet = book.create_sheet(_NOT_IN_A_SHEET_NAME.sub(" ", name)[:_LONGEST_SHEET_NAME] or None)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(headings)))}{len(rows) + 1}"
    for column, width in enumerate(_widths(headings, rows), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    first = [WriteOnlyCell(sheet, title) for title in titles]
    for cell in first:
        cell.data_type = "s"
        cell.font = _BOLD
    sheet.append(first)
    for row in table:
        sheet.append([_cell(sheet, value) if isinstance(value, str) else value for value in row])
    whole = BytesIO()  # a package that meets a full drive half-way would try again when it is thrown away
    book.save(whole)
    file.write(whole.getvalue())


def _cell(sheet: WriteOnlyWorksheet, text: str) -> WrittenCell | str:
    """As it is where that is safe, for a cell of its own takes openpyxl ten times as long."""
    if not text.startswith(("=", "#")) and "\n" not in text:
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl makes a formula of what begins with =, an error of #N/A
    if "\n" in text:
        cell.alignment = _WRAPPED
    return cell


def _writable(text: str) -> str:
    if len(text) > limits.CELL_CHARACTERS:
        raise Refused(
            msg(
                "A text of {length} characters does not fit a cell of .xlsx. Export to .csv or .json.",
                length=len(text),
            )
        )
    return _UNWRITABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", _LOOKS_WRITTEN_SO.sub("_x005F_", text))


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    longest = [len(heading) for heading in headings]
    for row in rows[:_MEASURED]:
        for column, value in enumerate(row[: len(longest)]):
            lines = str(value).splitlines() if value is not None else []
            longest[column] = max([longest[column], *map(len, lines)])
    return [min(max(length + 2, _NARROWEST), _WIDEST) for length in longest]
