"""Why the two were put together, a page for one of them: only reasons that may be shared, and no points (UX 5.4).

Which reasons may be shared is said by the factors; they come in as sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Title,
)
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Message, msg

WHY_TITLE = msg("Why you two")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyContent:
    """`reader` is whose page it is; `reasons` what speaks for the two, the weightiest first."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    reader: Role
    made_on: date
    reasons: tuple[Message, ...] = ()
    coordinator: Contact | None = None


def why_you_two(content: WhyContent) -> Document:
    """The page as blocks."""
    reader = content.mentee if content.reader is Role.MENTEE else content.mentor
    return Document(WHY_TITLE, (reader.name,), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: WhyContent) -> Iterator[Block]:
    mentee, mentor = content.mentee, content.mentor
    for_mentee = content.reader is Role.MENTEE
    reader, other = (mentee, mentor) if for_mentee else (mentor, mentee)
    yield Title(WHY_TITLE, msg("for {name}", name=reader.name))
    yield Paragraph(
        msg("{name} is your mentor.", name=other.name)
        if for_mentee
        else msg("You are the mentor of {name}.", name=other.name)
    )
    yield Facts((other.fact(Role.MENTOR if for_mentee else Role.MENTEE),))
    yield Heading(msg("What speaks for the two of you"))
    if content.reasons:
        yield Bullets(content.reasons)
    yield Paragraph(
        msg(
            "Those who lead the programme chose you for each other. A good match on paper is a beginning; what it "
            "becomes, the two of you decide."
        )
    )
    yield Heading(msg("If it does not feel right"))
    yield Paragraph(
        msg(
            "Say so early, to each other or to the coordinator. Nobody has to give a reason, and nobody is to blame: "
            "another mentor can be found."
        )
        if for_mentee
        else msg(
            "Say so early, to each other or to the coordinator. Nobody has to give a reason, and nobody is to blame: "
            "the mentee can be given another mentor."
        )
    )
    if content.coordinator is not None:
        yield Facts((content.coordinator.fact(),))
