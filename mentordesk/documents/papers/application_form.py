"""The application form of a mentee (R20): two pages to fill in, with what is known of her already on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Title,
    Together,
)
from mentordesk.documents.papers.parties import Contact
from mentordesk.domain import application_form as asks
from mentordesk.domain.form_answers import SIGNATURE, SIGNED_ON
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.forms import FormField
from mentordesk.i18n.message import Listed, msg

APPLICATION_TITLE = msg("Application form")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContent:
    """`known` is by the names of the form's fields; of nobody it is empty, and the form is for whoever applies."""

    letterhead: Letterhead
    made_on: date
    name: str = ""
    introduction: Said = ""
    known: Mapping[str, Said] = field(default_factory=dict)
    newly_appointed: bool = False  # it is asked from when, and by whom
    channels: tuple[str, ...] = ()  # of the call
    employer_confirms: bool = True
    due_on: date | None = None
    coordinator: Contact | None = None
    stamp: Stamp | None = None


def application_form(content: ApplicationContent) -> Document:
    """The form as blocks."""
    people = (content.name,) if content.name else ()
    return Document(
        APPLICATION_TITLE,
        people,
        content.letterhead,
        content.made_on,
        tuple(_blocks(content)),
        stamp=content.stamp,
    )


def _blocks(content: ApplicationContent) -> Iterator[Block]:
    yield Title(APPLICATION_TITLE, msg("for mentees"))
    if content.introduction:
        yield Paragraph(content.introduction)
    to = _to(content)
    if to:
        yield Facts(to)
    yield Heading(asks.ABOUT_YOU)
    yield _asked(content, *asks.PERSONAL, across=2)
    yield _asked(content, asks.READS, asks.SPEAKS, across=2)
    yield Heading(asks.YOUR_WORK)
    appointed = (asks.TAKES_OFFICE, asks.APPOINTED_BY) if content.newly_appointed else ()
    yield _asked(content, *asks.LEADER[:2], *appointed, across=2)
    yield _asked(content, *asks.LEADER[2:])
    yield _asked(content, asks.LEVEL)
    yield _asked(content, asks.CARE_LEVEL, asks.EDUCATION, across=2)
    yield _asked(content, asks.LEADS, asks.WANTS)
    questions = Bullets(tuple(point.sentence for point in (asks.WHY, asks.SUPPORT, asks.DILEMMAS)))
    yield Together((Heading(asks.YOUR_MOTIVATION), questions, _asked(content, asks.LETTER)))
    yield Heading(asks.YOUR_DEVELOPMENT)
    yield _asked(content, asks.NEEDS, asks.WISHED, asks.HEARD)
    if content.channels:
        yield Paragraph(msg("The call was announced in: {channels}.", channels=Listed(content.channels)), quiet=True)
    yield Together(tuple(_sending(content)))


def _to(content: ApplicationContent) -> tuple[Fact, ...]:
    to = (content.coordinator.fact(),) if content.coordinator else ()
    return (*to, Fact(msg("To be sent by"), (content.due_on,))) if content.due_on else to


def _sending(content: ApplicationContent) -> Iterator[Block]:
    yield Heading(asks.HOW_YOU_SEND_IT)
    employer = (asks.EMPLOYER_CONFIRMS,) if content.employer_confirms else ()
    yield Bullets(tuple(point.sentence for point in (*employer, asks.WHO_READS_IT)))
    yield _asked(content, asks.TOLD)
    yield _asked(content, SIGNED_ON, SIGNATURE, across=2)


def _asked(content: ApplicationContent, *fields: FormField, across: int = 1) -> Entries:
    return Entries(tuple(Entry(each, content.known.get(each.name, "")) for each in fields), across)
