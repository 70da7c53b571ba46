"""The dates of a day, a week, a month or a semester on paper, in the order of time. What cells say comes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Document, Heading, Letterhead, Paragraph, Table, Title
from mentordesk.i18n.message import Message, msg, nmsg

DATES_TITLE = msg("Dates")
MOST_DATES = 1_000
"""More of them nobody reads on paper."""
_BLANK = "–"  # an empty cell would be room to write in
_COLUMNS = (msg("Time"), msg("What"), msg("Who"), msg("Place"), msg("State"))
_SHARES = (0.16, 0.28, 0.28, 0.16, 0.12)


@dataclass(frozen=True, slots=True)
class DayOfDates:
    """`rows`: time, what, who, place and state of each item."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesContent:
    letterhead: Letterhead
    made_on: date
    period: str
    days: tuple[DayOfDates, ...]
    about: tuple[Message, ...] = ()  # what was left out


def dates_list(content: DatesContent) -> Document:
    return Document(DATES_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: DatesContent) -> Iterator[Block]:
    count = sum(len(day.rows) for day in content.days)
    yield Title(DATES_TITLE, nmsg("{period}: {count} date", "{period}: {count} dates", count, period=content.period))
    for sentence in content.about:
        yield Paragraph(sentence, quiet=True)
    for day in content.days:
        yield Heading(day.title)
        yield Table(_COLUMNS, tuple(tuple(cell or _BLANK for cell in row) for row in day.rows), _SHARES)
