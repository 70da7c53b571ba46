"""The call for applications on paper: the programme's own text, then who can apply, when, and what to send (R26)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Days,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Title,
    Together,
)
from mentordesk.documents.papers.contract import meetings_table
from mentordesk.documents.papers.costs import costs
from mentordesk.documents.papers.parties import Contact
from mentordesk.documents.papers.running import Running, conversation_facts
from mentordesk.domain.programmes import CostRule
from mentordesk.i18n.message import Message, Sayable, msg, nmsg

CALL_TITLE = msg("Call for applications")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallContent:
    """What is None or empty is left out; `text` is the programme's own, a paragraph each."""

    letterhead: Letterhead
    made_on: date
    text: tuple[Said, ...]
    running: Running
    of_mentees: tuple[Sayable, ...] = ()  # criteria
    of_mentors: tuple[Sayable, ...] = ()
    capacity: int | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    papers: tuple[Message, ...] = ()  # that an application consists of
    cost_rule: CostRule | None = None
    coordinator: Contact | None = None


def call_paper(content: CallContent) -> Document:
    """One page or two, as long as the programme's own text is short."""
    return Document(CALL_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: CallContent) -> Iterator[Block]:
    under = msg("Apply by {day}.", day=content.closes_on) if content.closes_on else ""
    yield Title(CALL_TITLE, under)
    for paragraph in content.text:
        yield Paragraph(paragraph)
    yield from _who(content)
    if facts := tuple(_facts(content)):
        yield Together((Heading(msg("How it works")), Facts(facts)))
    if content.running.meetings:
        yield Together((Heading(msg("Days to set aside")), meetings_table(content.running.meetings)))
    yield Together(tuple(_at_the_end(content)))


def _who(content: CallContent) -> Iterator[Block]:
    mentees = _criteria(msg("Who can become a mentee"), content.of_mentees)
    mentors = _criteria(msg("Who can become a mentor"), content.of_mentors)
    yield from (Columns(mentees, mentors),) if mentees and mentors else (*mentees, *mentors)


def _criteria(heading: Message, criteria: tuple[Sayable, ...]) -> tuple[Block, ...]:
    return (Heading(heading), Bullets(criteria)) if criteria else ()


def _facts(content: CallContent) -> Iterator[Fact]:
    if content.running.period:
        yield content.running.period.fact()
    if content.capacity:
        yield Fact(msg("Places"), (nmsg("{count} mentee", "{count} mentees", content.capacity),))
    yield from conversation_facts(content.running)


def _at_the_end(content: CallContent) -> Iterator[Block]:
    applying = tuple(_how_to_apply(content))
    borne = (Heading(msg("Costs")), Paragraph(costs(content.cost_rule))) if content.cost_rule else ()
    yield from (Columns(applying, borne),) if borne else applying
    facts = [content.coordinator.fact()] if content.coordinator else []
    if content.opens_on and content.closes_on:
        facts.append(Fact(msg("Open for applications"), (Days(content.opens_on, content.closes_on),)))
    if facts:
        yield Facts(tuple(facts))


def _how_to_apply(content: CallContent) -> Iterator[Block]:
    yield Heading(msg("How to apply"))
    if content.papers:
        yield Paragraph(msg("If you want to be a mentee, send us:"), leads=True)
        yield Bullets(content.papers)
    yield Paragraph(msg("If you want to be a mentor, or know somebody who would be a good one, contact us."))
