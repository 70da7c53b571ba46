"""The guide for whoever is a mentee or a mentor in a programme: what the role asks, and what it gives (R65)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Checklist,
    Columns,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Title,
    Together,
)
from mentordesk.documents.papers.contract import meetings_table
from mentordesk.documents.papers.parties import Contact
from mentordesk.documents.papers.running import Running, conversation_facts, criteria_listed, values_said
from mentordesk.domain import role_guides
from mentordesk.domain.checklists import Point
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Message, Sayable, msg

MENTEE_GUIDE_TITLE = msg("Guide for mentees")
MENTOR_GUIDE_TITLE = msg("Guide for mentors")
_ByHeading: TypeAlias = Mapping[Message, tuple[Message, ...]]
_Beside: TypeAlias = tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGuideContent:
    """Without a name the guide is for anybody of the role; `criteria` are what the programme asks of a mentor."""

    letterhead: Letterhead
    made_on: date
    greeting: Said
    running: Running
    name: str = ""
    criteria: tuple[Sayable, ...] = ()
    coordinator: Contact | None = None


def mentee_guide(content: RoleGuideContent) -> Document:
    """The mentee steers: what to expect, what to see to, what stays between the two."""
    said = _by_heading((*role_guides.MENTEE_GUIDE, *_of_both(content.running)))
    beside = (
        (_part(role_guides.EXPECT, said), _part(role_guides.STEER, said)),
        (_part(role_guides.SEE_TO, said), _part(role_guides.BETWEEN_YOU, said)),
    )
    return _guide(MENTEE_GUIDE_TITLE, content, said, beside)


def mentor_guide(content: RoleGuideContent) -> Document:
    """The mentor listens, gives feedback and does not tell what is right."""
    said = _by_heading((*role_guides.MENTOR_GUIDE, *_of_mentors(content.running), *_of_both(content.running)))
    gain = _part(role_guides.GAIN, said)
    beside = (
        (_part(role_guides.BRING, said), _part(role_guides.HELP, said)),
        (_part(role_guides.SEE_TO, said), _part(role_guides.BETWEEN_YOU, said)),
        (gain, tuple(criteria_listed(Role.MENTOR, content.criteria))),
    )
    return _guide(MENTOR_GUIDE_TITLE, content, said, beside)


def _of_mentors(running: Running) -> Iterator[Point]:
    if running.training:
        yield role_guides.TRAINING
    if running.network is not None:
        yield role_guides.NETWORK
    if running.book:
        yield role_guides.BOOK


def _of_both(running: Running) -> Iterator[Point]:
    if running.pair_talks:
        yield role_guides.PAIR_TALKS


def _by_heading(points: Iterable[Point]) -> _ByHeading:
    said: dict[Message, tuple[Message, ...]] = {}
    for point in points:
        said[point.heading] = (*said.get(point.heading, ()), point.sentence)
    return said


def _part(heading: Message, said: _ByHeading) -> tuple[Block, ...]:
    return Heading(heading), Bullets(said[heading])


def _guide(title: Message, content: RoleGuideContent, said: _ByHeading, beside: _Beside) -> Document:
    people = (content.name,) if content.name else ()
    blocks = tuple(_blocks(title, content, said, beside))
    return Document(title, people, content.letterhead, content.made_on, blocks)


def _blocks(title: Message, content: RoleGuideContent, said: _ByHeading, beside: _Beside) -> Iterator[Block]:
    running = content.running
    yield Title(title, msg("for {name}", name=content.name) if content.name else "")
    yield Paragraph(content.greeting)
    yield from values_said(running)
    if facts := tuple(conversation_facts(running)):
        yield Facts(facts)
    for left, right in beside:
        yield from (Columns(left, right),) if right else left
    if running.meetings:
        yield Together((Heading(msg("Days to set aside")), meetings_table(running.meetings)))
    yield Together((Heading(role_guides.AT_FIRST), Checklist(said[role_guides.AT_FIRST])))
    contact = (Facts((content.coordinator.fact(),)),) if content.coordinator else ()
    yield Together((*_part(role_guides.IF_YOU_NEED, said), *contact))
