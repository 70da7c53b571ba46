"""The blank logbook of a mentee: whose it is, and a page for each conversation of a term; nothing of it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Question,
    Questions,
    Table,
    Title,
    Writing,
)
from mentordesk.documents.parties import Party, pair_paper
from mentordesk.domain.logbook_pages import HOW_TO_USE_IT, OUR_DAYS, PAGE, PROMISE, USE, WHOSE_IT_IS
from mentordesk.i18n.message import msg

LOGBOOK_TITLE = msg("Logbook")
_SHARES = (0.19, 0.25, 0.23, 0.33)
_LINES = {"look-back": 2, "check-in": 2, "talked-about": 4, "actions": 3, "check-out": 2}  # of room for an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LogbookContent:
    """The pair and its programme, and for how many conversations there is a page."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    conversations: int = 6


def logbook(content: LogbookContent) -> Document:
    """The logbook as blocks."""
    return pair_paper(LOGBOOK_TITLE, content, _blocks(content))


def _blocks(content: LogbookContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee}, in conversation with {mentor}", mentee=mentee, mentor=mentor)
    yield Title(LOGBOOK_TITLE, named if mentee and mentor else "")
    yield Heading(WHOSE_IT_IS)
    yield Bullets(tuple(point.sentence for point in PROMISE))
    yield Heading(HOW_TO_USE_IT)
    yield Bullets(tuple(point.sentence for point in USE))
    numbers = range(1, content.conversations + 1)
    head = (msg("Conversation"), msg("Date"), msg("From and to"), msg("Place, or digitally"))
    yield Heading(OUR_DAYS)
    yield Table(head, tuple((str(number), "", "", "") for number in numbers), _SHARES, named_rows=True)
    for number in numbers:
        yield PageBreak()
        yield from _page(number)


def _page(number: int) -> Iterator[Block]:
    yield Heading(msg("Conversation {number}", number=number))
    yield Paragraph(msg("This page is the mentee’s, and confidential."), quiet=True)
    yield Facts(
        (
            Fact(msg("Date"), ()),
            Fact(msg("From and to"), ()),
            Fact(msg("Place, or digitally"), ()),
            Fact(msg("Topic, and the day it was sent"), ()),
        )
    )
    asked = 1
    for heading, group in groupby(PAGE, key=lambda point: point.heading):
        points = tuple(group)
        yield Heading(heading, 3)
        yield Questions(tuple(Question(point.sentence, Writing(_LINES[point.id])) for point in points), asked)
        asked += len(points)
    yield Facts((Fact(msg("Next conversation"), ()), Fact(msg("Its topic"), ())))
