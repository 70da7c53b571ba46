"""How well two fit, asked of one of them on a page of her own (R41)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Title,
)
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.domain.fit_form import AFTER, FIT_PROMISE, HOW_YOU_FIT, TALK, VALUE, WHAT_COMES_OF_IT
from mentordesk.domain.form_answers import SIGNED_ON
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg

FIT_TITLE = msg("How do the two of you fit?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FitContent:
    """`side` answers; `after` is the conversation after which she is asked, None where that is left open."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    side: Side
    after: int | None = None
    coordinator: Contact | None = None
    stamp: Stamp | None = None

    @property
    def reader(self) -> Party:
        return self.mentee if self.side is Side.MENTEE else self.mentor


def fit_form(content: FitContent) -> Document:
    """The form as blocks."""
    people = (content.reader.name,) if content.reader.name else ()
    return Document(
        FIT_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)), stamp=content.stamp
    )


def _blocks(content: FitContent) -> Iterator[Block]:
    name = content.reader.name
    yield Title(FIT_TITLE, msg("a question to {name}", name=name) if name else "")
    yield Paragraph(
        msg(
            "After your first conversation and again after your third we ask both of you how you fit. One tick is "
            "enough; there is nothing to write."
        )
    )
    to = (content.coordinator.fact(),) if content.coordinator else ()
    yield Facts((content.mentee.fact(Role.MENTEE), content.mentor.fact(Role.MENTOR), *to))
    yield Heading(HOW_YOU_FIT)
    yield Entries((Entry(AFTER, "" if content.after is None else str(content.after)), Entry(VALUE), Entry(TALK)))
    yield Entries((Entry(SIGNED_ON),), across=2)
    yield Heading(WHAT_COMES_OF_IT)
    yield Bullets(tuple(point.sentence for point in FIT_PROMISE))
