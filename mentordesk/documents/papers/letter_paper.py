"""A letter on paper, for whoever has no e-mail or is better written to by post: the words of the draft, and no others.

What it says is messages/letters.py's; a line that begins with a dash is an item of a list, as in an e-mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import Block, Bullets, Document, Letterhead, Paragraph, Title
from mentordesk.i18n.message import msg

LETTER_TITLE = msg("Letter")
_DASHES = ("– ", "- ", "• ", "* ")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """`body`: paragraphs apart by an empty line; what is in it is never markup."""

    letterhead: Letterhead
    made_on: date
    to: str  # "" where nobody knows the reader's name
    subject: str
    body: str


def letter_paper(content: LetterContent) -> Document:
    people = (content.to,) if content.to else ()
    return Document(LETTER_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: LetterContent) -> Iterator[Block]:
    under = msg("To {name}, {day}", name=content.to, day=content.made_on) if content.to else content.made_on
    yield Title(content.subject or LETTER_TITLE, under)
    lines = (line.strip() for line in content.body.splitlines())
    for listed, group in groupby((line for line in lines if line), key=_is_item):
        found = tuple(group)
        if listed:
            yield Bullets(tuple(line[2:].strip() for line in found))
        else:
            yield from (Paragraph(line) for line in found)


def _is_item(line: str) -> bool:
    return line.startswith(_DASHES) and bool(line[2:].strip())
