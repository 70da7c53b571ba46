"""Rows of a sheet as units: name, what each is part of, area and cost centre (R5, R13). Which are new says actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.fields import Cell, Field, FieldValue
from mentordesk.domain.people import PERSON_FIELDS, UNIT_FIELDS
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.sheet import Sheet

_NAME = next(field for field in PERSON_FIELDS if field.key == "unit")
FIELDS: tuple[Field, ...] = (_NAME, *UNIT_FIELDS)
_NO_DAY = date.min  # no Field of a unit holds a day


@dataclass(frozen=True, slots=True)
class UnitRow:
    """None where nothing is told."""

    number: int  # of the row in the file
    name: str
    parent: str | None = None
    area: str | None = None
    cost_centre: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedUnits:
    rows: tuple[UnitRow, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]  # headings of columns that are no Field of a unit


def parse_units(sheet: Sheet) -> ParsedUnits:
    """Every row that has no fault, and why the others cannot be taken.

    Raises:
        UnusableInput: no column is the units' name.
    """
    mapping = guess(sheet.headings, FIELDS)
    if _NAME not in mapping.fields:
        raise UnusableInput(msg("No column is known as the name of a unit. Write “Unit” above it, and try again."))
    rows: list[UnitRow] = []
    problems: list[Problem] = []
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        values: dict[str, str] = {}
        faults: list[Problem] = []
        for heading, field, cell in zip(mapping.headings, mapping.fields, cells, strict=True):
            if field is None:
                continue
            try:
                value = _parsed(field, cell)
            except Refused as no:
                faults.append(Problem(number, heading, no.message))
                continue
            if isinstance(value, str):
                values[field.key] = value
        if not faults and _NAME.key not in values:
            faults.append(Problem(number, "", msg("The row names no unit.")))
        problems += faults
        if not faults:
            told = (values.get(field.key) for field in UNIT_FIELDS)
            rows.append(UnitRow(number, values[_NAME.key], *told))
    return ParsedUnits(tuple(rows), tuple(problems), mapping.ignored)


def _parsed(field: Field, cell: Cell) -> FieldValue:
    return None if cell is None else field.parse(cell, _NO_DAY)
