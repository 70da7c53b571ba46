"""What was taken from a cell because it cannot be seen, and how that is shown (trust 5.2, fault 61)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mentordesk.domain.cleaning import clean, is_plain
from mentordesk.domain.fields import Cell

_SHOWN = 80  # characters of a cell
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cell that is taken otherwise than it was written; `row` is its number in the file, `column` its heading."""

    row: int
    column: str
    before: str
    after: str


def cleaned(row: int, column: str, cell: Cell) -> Cleaned | None:
    """None where cleaning took no more than blanks and the ways to write the same letter."""
    if not isinstance(cell, str) or is_plain(cell):
        return None
    after = clean(cell)
    if "".join(after.split()) == "".join(unicodedata.normalize("NFC", cell).split()):
        return None
    return Cleaned(row, column, cell, after)


def visible(text: str) -> str:
    """With the name of each character in place of what cannot be seen; a heap of marks is counted."""
    short = _MARKS.sub(lambda heap: f"{heap[0][:1]}‹×{len(heap[0])}›", text)
    shown = " ".join("".join(map(_as_seen, short[: 2 * _SHOWN])).split())
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _as_seen(letter: str) -> str:
    return letter if letter.isprintable() or letter in "\n\t" else f"‹U+{ord(letter):04X}›"
