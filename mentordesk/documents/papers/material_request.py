"""The sheet on which a mentee or a mentor asks for material or training, with room for the answer (R66)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Checklist,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Title,
    Together,
    Writing,
)
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Sayable, msg

MATERIAL_REQUEST_TITLE = msg("Request for material or training")
_NOBODY = Party("")


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRequestContent:
    """`titles` are what the library has for the role. Without a name the sheet is for anybody of it."""

    letterhead: Letterhead
    made_on: date
    role: Role
    party: Party = _NOBODY
    titles: tuple[Sayable, ...] = ()
    coordinator: Contact | None = None


def material_request(content: MaterialRequestContent) -> Document:
    """One page, as long as the library is small."""
    people = (content.party.name,) if content.party.name else ()
    return Document(MATERIAL_REQUEST_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: MaterialRequestContent) -> Iterator[Block]:
    yield Title(MATERIAL_REQUEST_TITLE, content.party.name)
    yield Paragraph(
        msg(
            "Whether you are new in your role or want support along the way: tick or write what you would like, and "
            "hand the sheet in to the coordinator. You will get an answer."
        )
    )
    coordinator = (content.coordinator.fact(),) if content.coordinator else ()
    yield Facts((content.party.fact(content.role), *coordinator))
    yield Heading(msg("What I would like"))
    yield Checklist((*content.titles, msg("Training, or a course"), msg("Something else")))
    yield Writing(4, (msg("In your own words"),))
    yield Facts((Fact(msg("I need it by"), ()), Fact(msg("Date"), ())))
    yield Together(
        (
            Heading(msg("The answer")),
            Writing(3),
            Facts((Fact(msg("Answered on"), ()), Fact(msg("By whom"), ()))),
        )
    )
