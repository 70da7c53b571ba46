"""A list of people on paper, as it was filtered and sorted on screen: columns that do not fit stand in a further table.

Each table names everybody again in its first column. What the cells say comes in with the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Document, Heading, Letterhead, Paragraph, Said, Table, Title
from mentordesk.i18n.message import Message, msg, nmsg

PEOPLE_TITLE = msg("List of participants")
MOST_PEOPLE = 1_000
"""More of them are a spreadsheet's, not paper's."""
_ROOM = 760  # of widths as on screen that fit beside each other
_LEAST = 110  # of a column, that its words need not be broken
_BLANK = "–"  # an empty cell would be room to write in


@dataclass(frozen=True, slots=True)
class ListColumn:
    title: Said
    width: int  # as on screen; what counts is how they are to each other


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleListContent:
    """The first column names the person. `about` says which people these are, and in which order."""

    letterhead: Letterhead
    made_on: date
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    about: tuple[Message, ...] = ()


def people_list(content: PeopleListContent) -> Document:
    """The list as blocks."""
    return Document(PEOPLE_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def tables_of(widths: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Which columns stand in each table, the first in all of them; as many as find room, at least one beside it."""
    first, *others = (max(_LEAST, width) for width in widths)
    tables: list[list[int]] = [[]]
    room = _ROOM - first
    for at, width in enumerate(others, start=1):
        if tables[-1] and width > room:
            tables.append([])
            room = _ROOM - first
        tables[-1].append(at)
        room -= width
    return tuple((0, *each) for each in tables)


def _blocks(content: PeopleListContent) -> Iterator[Block]:
    count = len(content.rows)
    yield Title(PEOPLE_TITLE, nmsg("{count} participant", "{count} participants", count))
    for sentence in content.about:
        yield Paragraph(sentence, quiet=True)
    tables = tables_of(tuple(column.width for column in content.columns))
    for number, chosen in enumerate(tables, start=1):
        if len(tables) > 1:
            yield Heading(msg("Columns, part {number} of {total}", number=number, total=len(tables)))
        yield _table(content, chosen)


def _table(content: PeopleListContent, chosen: tuple[int, ...]) -> Table:
    columns = [content.columns[at] for at in chosen]
    whole = sum(max(_LEAST, column.width) for column in columns)
    rows = tuple(tuple(row[at] or _BLANK for at in chosen) for row in content.rows)
    shares = tuple(max(_LEAST, column.width) / whole for column in columns)
    return Table(tuple(column.title for column in columns), rows, shares, named_rows=True)
