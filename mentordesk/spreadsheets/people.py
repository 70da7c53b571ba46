"""Rows of a sheet as people: values under the keys of Fields, or what is wrong with them (R13).

Whether a person is there already, and what her row changes, is actions' to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.cleaning import clean, is_plain
from mentordesk.domain.fields import Cell, Field, FieldValue
from mentordesk.domain.people import FULL_NAME
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.names import taken_apart
from mentordesk.spreadsheets.sheet import Sheet

_NAMES = ("given_name", "family_name")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row tells of a person; a key that is missing is unknown."""

    number: int  # of the row in the file
    values: Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell of a cell, or of a whole row (column "")."""

    row: int
    column: str  # its heading
    message: Message


@dataclass(frozen=True, slots=True)
class Parsed:
    """What can be taken of a sheet, and why the other rows cannot."""

    rows: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]  # one or more for each row that is not taken
    notices: tuple[Problem, ...]  # taken, but cleaned of what cannot be seen
    ignored: tuple[str, ...]  # headings nobody mapped, or that are never taken
    read: int  # rows, blank ones not counted


def parse(sheet: Sheet, mapping: HeadingMapping, today: date) -> Parsed:
    """Every row that has no fault; one bad cell keeps its whole row out, with the reason."""
    fields = enumerate(zip(mapping.headings, mapping.fields, strict=True))
    columns = [_Column(at, heading, field) for at, (heading, field) in fields if field is not None]
    rows: list[PersonRow] = []
    problems: list[Problem] = []
    notices: list[Problem] = []
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        values, faults = _values(number, cells, columns, today)
        if faults:
            problems += faults
            continue
        rows.append(PersonRow(number, values))
        notices += (
            Problem(number, column.heading, msg("Characters that cannot be seen were removed."))
            for column in columns
            if _hides_something(cells[column.at])
        )
    return Parsed(tuple(rows), tuple(problems), tuple(notices), mapping.ignored, len(sheet.rows))


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    heading: str
    field: Field


def _values(
    number: int, cells: Sequence[Cell], columns: Sequence[_Column], today: date
) -> tuple[Mapping[str, FieldValue], list[Problem]]:
    values: dict[str, FieldValue] = {}
    faults: list[Problem] = []
    for column in columns:
        cell = cells[column.at]
        if cell is None:
            continue
        try:
            value = column.field.parse(cell, today)
        except Refused as no:
            faults.append(Problem(number, column.heading, no.message))
            continue
        if value is not None:
            values[column.field.key] = value
    whole = values.pop(FULL_NAME.key, None)
    if isinstance(whole, str):
        for key, part in zip(_NAMES, taken_apart(whole), strict=True):
            if part:
                values.setdefault(key, part)
    if not faults and values.keys().isdisjoint((*_NAMES, "email")):
        faults.append(Problem(number, "", msg("The row has neither a name nor an e-mail address.")))
    return values, faults


def _hides_something(cell: Cell) -> bool:
    """Whether cleaning took more from a text than blanks and the ways to write the same letter."""
    if not isinstance(cell, str) or is_plain(cell):
        return False
    return "".join(clean(cell).split()) != "".join(unicodedata.normalize("NFC", cell).split())
