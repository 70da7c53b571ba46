"""The interview guide on paper: the programme's questions with room to write, what is rated, wishes and vetoes (R23).

The same for whoever holds the interview as the form on screen; what is written on it is entered there afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.documents.blocks import (
    Block,
    Choice,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Question,
    Questions,
    Said,
    Table,
    Title,
    Together,
    Writing,
)
from mentordesk.documents.papers.parties import Party
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Message, Sayable, msg

GUIDE_TITLE = msg("Interview guide")
SCALE: tuple[Message, ...] = (
    msg("1 – not at all"),
    msg("2 – a little"),
    msg("3 – in part"),
    msg("4 – clearly"),
    msg("5 – very much"),
)
_NOBODY = Party("")
_ANSWER = 5  # lines
_EVIDENCE = 2
_RANKS = 3


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A question, with what the interviewer keeps in mind about it."""

    text: Sayable
    hint: Sayable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideContent:
    """Without a name the paper is for anybody of the role; `rated` are the titles of what gets 1 to 5."""

    letterhead: Letterhead
    role: Role
    banner: Message
    made_on: date
    party: Party = _NOBODY
    interviewer: str = ""
    when: datetime | None = None
    place: str = ""
    questions: tuple[GuideLine, ...] = ()
    rated: tuple[Sayable, ...] = ()


def interview_guide(content: GuideContent) -> Document:
    """The guide as blocks."""
    people = (content.party.name,) if content.party.name else ()
    return Document(GUIDE_TITLE, people, content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: GuideContent) -> Iterator[Block]:
    yield Title(GUIDE_TITLE, content.party.name or ROLE_NAMES[content.role])
    yield Facts(tuple(_facts(content)))
    yield Paragraph(content.banner)
    if content.questions:
        yield Heading(msg("Questions"))
        yield Questions(tuple(Question(_with_hint(line), Writing(_ANSWER)) for line in content.questions))
    yield Together(tuple(_strengths(content.role)))
    if content.rated:
        yield Heading(msg("Ratings"))
        yield Paragraph(msg("Tick one box each, and write in words what shows it."), quiet=True, leads=True)
        for title in content.rated:
            yield Together((Choice(title, SCALE), Writing(_EVIDENCE)))
    yield Heading(msg("Wishes and vetoes"))
    yield Paragraph(
        msg("Whom they would most like, and whom they would not want to be matched with. Nobody has to name anyone."),
        quiet=True,
        leads=True,
    )
    head = ("", msg("Wishes"), msg("Not together with"))
    yield Table(head, tuple((str(rank), "", "") for rank in range(1, _RANKS + 1)), (0.08, 0.46, 0.46), named_rows=True)
    yield Heading(msg("Notes"))
    yield Writing(6)


def _strengths(role: Role) -> Iterator[Block]:
    mentee = role is Role.MENTEE
    yield Heading(msg("Needs") if mentee else msg("Offers"))
    yield Paragraph(
        msg("What the mentee needs, in a few words each. The matching compares them with what mentors offer.")
        if mentee
        else msg("What the mentor offers, in a few words each. The matching compares them with what mentees need."),
        quiet=True,
    )
    yield Writing(3)


def _facts(content: GuideContent) -> Iterator[Fact]:
    if content.party.name:
        yield content.party.fact(content.role)
    yield Fact(msg("Interviewer"), (content.interviewer,) if content.interviewer else ())
    when: tuple[Said, ...] = ()
    if content.when is not None:
        when = (msg("{day}, {time}", day=content.when.date(), time=content.when.time()),)
        if content.place:
            when = (*when, content.place)
    yield Fact(msg("Held on") if content.when is None else msg("Planned for"), when)


def _with_hint(line: GuideLine) -> Said:
    if line.hint is None:
        return line.text
    return msg("{question} ({hint})", question=line.text, hint=line.hint)
