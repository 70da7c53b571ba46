"""The logbook of a mentee: whose it is, what may be known of each conversation, and a page for each that is her own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Title,
)
from mentordesk.documents.papers.kept_table import kept_table
from mentordesk.documents.papers.parties import Party, pair_paper
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.forms import FormField
from mentordesk.domain.logbook_form import (
    LOGBOOK_FORM,
    OWN_ANSWERS,
    OWN_DAY,
    OWN_NEXT,
    OWN_PLACE,
    OWN_TOPIC,
    PAGES,
)
from mentordesk.domain.logbook_pages import HOW_TO_USE_IT, OUR_CONVERSATIONS, PAGE, PROMISE, USE, WHOSE_IT_IS
from mentordesk.i18n.message import msg

LOGBOOK_TITLE = msg("Logbook")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogbookContent:
    """The pair and its programme, and for how many conversations there is a page; `planned` are the days of the first
    of them."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    conversations: int = 6
    planned: tuple[date, ...] = ()
    stamp: Stamp | None = None


def logbook(content: LogbookContent) -> Document:
    """The logbook as blocks."""
    return pair_paper(LOGBOOK_TITLE, content, _blocks(content), content.stamp)


def _blocks(content: LogbookContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee}, in conversation with {mentor}", mentee=mentee, mentor=mentor)
    yield Title(LOGBOOK_TITLE, named if mentee and mentor else "")
    yield Heading(WHOSE_IT_IS)
    yield Bullets(tuple(point.sentence for point in PROMISE))
    yield Heading(HOW_TO_USE_IT)
    yield Bullets(tuple(point.sentence for point in USE))
    yield Heading(OUR_CONVERSATIONS)
    yield kept_table(LOGBOOK_FORM, content.conversations)
    for number in range(1, content.conversations + 1):
        yield PageBreak()
        yield from _page(number, content.planned[number - 1] if number <= len(content.planned) else None)


def _page(number: int, planned: date | None) -> Iterator[Block]:
    yield Heading(msg("Conversation {number}", number=number))
    yield Paragraph(msg("This page is the mentee’s, and confidential."), quiet=True)
    yield Entries((Entry(_own(number, OWN_DAY), planned or ""), Entry(_own(number, OWN_PLACE))), across=2)
    yield Entries((Entry(_own(number, OWN_TOPIC)),))
    for heading, group in groupby(PAGE, key=lambda point: point.heading):
        yield Heading(heading, 3)
        yield Entries(tuple(Entry(_own(number, OWN_ANSWERS[point.id])) for point in group))
    yield Entries((Entry(_own(number, OWN_NEXT)),))


def _own(number: int, field: FormField) -> FormField:
    return LOGBOOK_FORM.field(f"{PAGES}.{number}.{field.name}")
