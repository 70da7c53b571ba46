"""Two to four people side by side on paper: a row to a fact, and a word for whether they differ (UX 5.3).

What is compared, and how it is said, comes in with the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import Block, Bullets, Document, Letterhead, Paragraph, Said, Table, Title
from mentordesk.i18n.message import Listed, Message, msg

COMPARED_TITLE = msg("People compared")
_AROUND = {2: (0.22, 0.18), 3: (0.22, 0.17), 4: (0.19, 0.17)}  # of the width, for the fact and for the likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFact:
    """`values`: one for each person, in their order; `likeness`: whether they differ, in a word."""

    title: str
    values: tuple[str, ...]
    likeness: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleComparedContent:
    letterhead: Letterhead
    made_on: date
    names: tuple[str, ...]
    facts: tuple[ComparedFact, ...]
    summary: Message
    warnings: tuple[Message, ...] = ()  # of whom among them works in one line


def people_compared(content: PeopleComparedContent) -> Document:
    """The comparison as blocks."""
    return Document(COMPARED_TITLE, content.names, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: PeopleComparedContent) -> Iterator[Block]:
    yield Title(COMPARED_TITLE, msg("{people} side by side", people=Listed(content.names)))
    yield Paragraph(content.summary)
    if content.warnings:
        yield Bullets(content.warnings)
    fact, likeness = _AROUND[len(content.names)]
    share = (1 - fact - likeness) / len(content.names)
    head: tuple[Said, ...] = (msg("Fact"), *content.names, msg("Compared"))
    rows = tuple(_row(fact) for fact in content.facts)
    yield Table(head, rows, (fact, *(share,) * len(content.names), likeness), named_rows=True)


def _row(fact: ComparedFact) -> tuple[Said, ...]:
    return (fact.title, *fact.values, fact.likeness)
