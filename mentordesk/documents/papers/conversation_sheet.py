"""What a pair goes by when they meet (R63): a page for each kind of conversation; all but a slip is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import (
    Block,
    Checklist,
    Columns,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Slip,
    Title,
)
from mentordesk.documents.papers.parties import Contact, Party, pair_paper
from mentordesk.domain.pairs import FIT_NAMES
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.scripts import SCRIPTS, Script
from mentordesk.i18n.message import msg

SHEET_TITLE = msg("Conversation sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSheetContent:
    """The pair, and which conversations there is a page for; the coordinator is who gets the slips back."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    coordinator: Contact | None = None
    scripts: tuple[str, ...] = tuple(SCRIPTS)


def conversation_sheet(content: ConversationSheetContent) -> Document:
    """The sheets as blocks."""
    return pair_paper(SHEET_TITLE, content, _blocks(content))


def _blocks(content: ConversationSheetContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    yield Title(
        SHEET_TITLE, msg("for {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    )
    for number, key in enumerate(content.scripts):
        if number:
            yield PageBreak()
        yield from _page(SCRIPTS[key], content)


def _page(script: Script, content: ConversationSheetContent) -> Iterator[Block]:
    yield Heading(script.title)
    yield Paragraph(msg("This sheet is yours: nobody asks to see it."), quiet=True)
    yield Facts((Fact(msg("Date, from and to"), ()), Fact(msg("Place, or digitally"), ())))
    for heading, group in groupby(script.points, key=lambda point: point.heading):
        yield Heading(heading, 3)
        yield Checklist(tuple(point.sentence for point in group))
    if script.asks_fit:
        yield Slip(tuple(_fit(content)))


def _fit(content: ConversationSheetContent) -> Iterator[Block]:
    """A half for each of the two, so that neither sees what the other says."""
    yield Heading(msg("How well do the two of you fit?"))
    yield Paragraph(
        msg(
            "Cut the slip in two, tick one answer, and hand in each your own. The coordinator keeps the answer and "
            "whether you want to talk, and no words."
        )
    )
    mentee, mentor = (
        (
            Heading(party.name or ROLE_NAMES[role], 3),
            Checklist((*FIT_NAMES.values(), msg("I would like to talk with the coordinator."))),
        )
        for party, role in ((content.mentee, Role.MENTEE), (content.mentor, Role.MENTOR))
    )
    yield Columns(mentee, mentor)
