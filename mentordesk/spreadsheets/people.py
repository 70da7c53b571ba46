"""Rows of a sheet as people: values under the keys of Fields, or what is wrong with them (R13).

Whether a person is there already, and what her row changes, is actions' to say.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.dates import can_be_two_days, in_order
from mentordesk.domain.fields import Cell, DateField, Field, FieldValue, PaperField, SinceField
from mentordesk.domain.people import FULL_NAME
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.progress import SILENT, Progress
from mentordesk.spreadsheets.cleaned import Cleaned, cleaned
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.names import taken_apart
from mentordesk.spreadsheets.sheet import Sheet

_NAMES = ("given_name", "family_name")
_OF_DAYS = (DateField, SinceField, PaperField)
_AT_A_TIME = 200  # rows between two words about how far it is


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
    notices: tuple[Cleaned, ...]  # taken, but without what cannot be seen
    ignored: tuple[str, ...]  # headings nobody mapped, or that are never taken
    read: int  # rows, blank ones not counted
    two_ways: int  # cells that are two days, as long as nobody says whether the day or the month comes first
    left_out: tuple[int, ...]  # rows that have a fault and that somebody leaves out


def parse(
    sheet: Sheet,
    mapping: HeadingMapping,
    today: date,
    *,
    day_first: bool | None = None,
    skipped: Container[int] = (),
    progress: Progress = SILENT,
) -> Parsed:
    """Every row that has no fault; one bad cell keeps its whole row out, with the reason.

    `skipped` are numbers of rows that somebody leaves out: a fault of theirs is no problem.

    Raises:
        Cancelled: through `progress`.
    """
    fields = enumerate(zip(mapping.headings, mapping.fields, strict=True))
    columns = [_Column(at, heading, field) for at, (heading, field) in fields if field is not None]
    days = [column for column in columns if isinstance(column.field, _OF_DAYS)]
    rows: list[PersonRow] = []
    problems: list[Problem] = []
    notices: list[Cleaned] = []
    left_out: list[int] = []
    two_ways = 0
    for at, (number, cells) in enumerate(zip(sheet.numbers, sheet.rows, strict=True)):
        if at % _AT_A_TIME == 0:
            progress.step(at, len(sheet.rows))
        two_ways += sum(_two_days(cells[column.at]) for column in days)
        values, faults = _values(number, cells, columns, today, day_first)
        if faults and number in skipped:
            left_out.append(number)
        if faults:
            problems += [] if number in skipped else faults
            continue
        rows.append(PersonRow(number, values))
        notices += filter(None, (cleaned(number, column.heading, cells[column.at]) for column in columns))
    told = (tuple(rows), tuple(problems), tuple(notices))
    return Parsed(*told, mapping.ignored, len(sheet.rows), two_ways, tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    heading: str
    field: Field


def _values(
    number: int, cells: Sequence[Cell], columns: Sequence[_Column], today: date, day_first: bool | None
) -> tuple[Mapping[str, FieldValue], list[Problem]]:
    values: dict[str, FieldValue] = {}
    faults: list[Problem] = []
    for column in columns:
        cell = cells[column.at]
        if cell is None:
            continue
        if day_first is not None and isinstance(cell, str) and isinstance(column.field, _OF_DAYS):
            cell = in_order(cell, day_first=day_first)
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


def _two_days(cell: Cell) -> bool:
    return isinstance(cell, str) and can_be_two_days(cell)
