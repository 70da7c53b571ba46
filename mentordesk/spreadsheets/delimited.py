"""Text tables: which separator, rows of cells, and cells that a spreadsheet would run made harmless and whole again."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets import limits

SEPARATORS = (";", ",", "\t")
_LOOKED_AT = 50  # rows from which the separator is guessed
_FIRST_LINE = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)  # how Excel writes the separator down
_END = "\x00end of the table\x00"  # a quotation mark that is never closed swallows it
_RUN = r"[=+\-@\t\r\n\x00]"  # first characters that make spreadsheets calculate (OWASP ASVS 1.2.10)
_DANGEROUS = re.compile(rf"'*{_RUN}")
_DEFUSED = re.compile(rf"''*{_RUN}")


def harmless(text: str) -> str:
    """With a quotation mark in front if a spreadsheet would run it; `restored` takes it off again."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restored(text: str) -> str:
    return text[1:] if _DEFUSED.match(text) else text


def read_rows(
    text: str, name: str, known: Callable[[str], bool], chosen: str = ""
) -> tuple[tuple[tuple[str, ...], ...], str]:
    """All rows, blank ones too, as a spreadsheet program would number them, and the separator; `known` tells a heading.

    `chosen`, one of SEPARATORS, goes before every guess.

    Raises:
        UnusableInput: a quotation mark is never closed, or there are too many rows or columns.
    """
    said = _FIRST_LINE.match(text)
    separator = chosen or (said[1] if said else _separator(text, known))
    skipped: list[tuple[str, ...]] = [()] if said else []
    rows = [*skipped, *_rows(text[said.end() :] if said else text, separator, name)]
    if len(rows) > limits.LAST_ROW:
        raise limits.too_many_rows(name)
    return tuple(rows), separator


def _rows(text: str, separator: str, name: str) -> Iterator[tuple[str, ...]]:
    number = 0
    reader = csv.reader(_lines(f"{text}\n{_END}\n"), delimiter=separator)
    try:
        for number, row in enumerate(reader, start=1):
            if row == [_END]:
                return
            if len(row) > limits.COLUMNS and any(row[limits.COLUMNS :]):
                raise limits.too_many_columns(name)
            if number > limits.LAST_ROW:
                raise limits.too_many_rows(name)
            yield tuple(map(restored, row))
    except csv.Error as error:  # a cell without an end: longer than the reader takes
        raise _never_closed(name, number) from error
    raise _never_closed(name, number)


def _lines(text: str) -> Iterator[str]:
    """Line by line with their ends, and not at the other characters at which str.splitlines breaks."""
    start = 0
    for end in re.finditer(r"\r\n|\r|\n", text):
        yield text[start : end.end()]
        start = end.end()


def _separator(text: str, known: Callable[[str], bool]) -> str:
    """The one that finds most known headings; then the one that cuts most rows into equally many cells."""
    return max(SEPARATORS, key=lambda separator: _fitness(text, separator, known))


def _fitness(text: str, separator: str, known: Callable[[str], bool]) -> tuple[int, float, int]:
    try:
        rows = list(islice(csv.reader(_lines(text), delimiter=separator), _LOOKED_AT))
    except csv.Error:
        return 0, 0.0, 0
    headings = max((sum(map(known, row)) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, times = widths.most_common(1)[0] if widths else (1, 0)
    return headings, times / max(1, len(rows)), width


def _never_closed(name: str, row: int) -> UnusableInput:
    return UnusableInput(
        msg("In “{name}” a quotation mark in row {row} is never closed. Correct it and try again.", name=name, row=row)
    )
