"""The rows that could not be taken, in a file to correct and import again: the reason in the first column (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.export import write_table
from mentordesk.spreadsheets.headings import HeadingMapping
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.sheet import Sheet


def write_rejects(
    path: Path, sheet: Sheet, mapping: HeadingMapping, problems: Iterable[Problem], catalog: Catalog
) -> int:
    """Writes each row that has a problem, and says how many; of its cells only those of mapped columns.

    Raises:
        Refused: the file cannot be written.
    """
    reasons: dict[int, list[str]] = {}
    for problem in problems:
        reasons.setdefault(problem.row, []).append(_reason(problem, catalog))
    kept = [column for column, field in enumerate(mapping.fields) if field is not None]
    rows = [
        ["\n".join(reasons[number]), number, *(cells[column] for column in kept)]
        for number, cells in zip(sheet.numbers, sheet.rows, strict=True)
        if number in reasons
    ]
    titles = [catalog.say(msg("Reason")), catalog.say(msg("Row"))]
    write_table(path, [*titles, *(mapping.headings[column] for column in kept)], rows)
    return len(rows)


def _reason(problem: Problem, catalog: Catalog) -> str:
    if not problem.column:
        return catalog.say(problem.message)
    return catalog.say(msg("{column}: {reason}", column=problem.column, reason=problem.message))
