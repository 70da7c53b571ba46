"""Days as people write them; one that can be read two ways is refused, never guessed (trust, fault 63)."""

from __future__ import annotations

import re
from datetime import date

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg

_ISO = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00)?)?")
_NORDIC = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_YEARS = range(1900, 2200)


def read_day(entry: str) -> date:
    """2026-11-22, 22.11.2026 or 22/11/2026.

    Raises:
        Refused: no date, or one whose day and month could be swapped.
    """
    entry = entry.strip()
    if iso := _ISO.fullmatch(entry):
        year, month, day = int(iso[1]), int(iso[3]), int(iso[4])
    elif nordic := _NORDIC.fullmatch(entry):
        day, month, year = int(nordic[1]), int(nordic[2]), int(nordic[3])
    elif slashes := _SLASHES.fullmatch(entry):
        first, second, year = int(slashes[1]), int(slashes[3]), int(slashes[4])
        if first <= 12 and second <= 12 and first != second:
            raise Refused(msg("“{entry}” can be read as two different days. Write it as 2026-11-22.", entry=entry))
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        raise Refused(not_a_day(entry))
    if year not in _YEARS:
        raise Refused(not_a_day(entry))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Refused(msg("There is no such day as “{entry}”.", entry=entry)) from error


def can_be_two_days(entry: str) -> bool:
    """Whether day and month could stand in either order."""
    slashes = _SLASHES.fullmatch(entry.strip())
    return slashes is not None and int(slashes[1]) <= 12 and int(slashes[3]) <= 12 and slashes[1] != slashes[3]


def in_order(entry: str, *, day_first: bool) -> str:
    """An entry that could be two days, as the one it is in this order; any other as it stands."""
    slashes = _SLASHES.fullmatch(entry.strip())
    if slashes is None or not can_be_two_days(entry):
        return entry
    first, second, year = int(slashes[1]), int(slashes[3]), slashes[4]
    day, month = (first, second) if day_first else (second, first)
    return f"{year}-{month:02}-{day:02}"


def not_a_day(entry: str) -> Message:
    return msg("“{entry}” is not a date. Write it as 2026-11-22 or 22.11.2026.", entry=shortened(entry))


def shortened(text: str, length: int = 40) -> str:
    """For quoting an entry in a sentence."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= length else line[: length - 1] + "…"
