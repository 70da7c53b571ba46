"""The agenda of a meeting of the team (R4): open issues, open tasks, and room for what is decided.

It names who does what in the team, and nobody of a pair: an issue stands here by its title alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.documents.blocks import (
    Block,
    Bullets,
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
    Writing,
)
from mentordesk.i18n.message import Sayable, msg

AGENDA_TITLE = msg("Agenda of the team")
_BLANK = "–"  # an empty cell would be room to write in
_ROOM = 3  # lines for a new issue, for a decision
_SPARE = 4  # rows for tasks that are shared out at the meeting


@dataclass(frozen=True, slots=True)
class OpenIssue:
    title: str
    owner: str = ""
    next_step: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenTask:
    text: str
    owner: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAgendaContent:
    """`decisions`: what was noted already; a meeting to come has none."""

    letterhead: Letterhead
    made_on: date
    title: Sayable
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    decisions: tuple[str, ...] = ()
    issues: tuple[OpenIssue, ...] = ()
    tasks: tuple[OpenTask, ...] = ()


def team_agenda(content: TeamAgendaContent) -> Document:
    """Issues first, then tasks, then room for decisions and new tasks."""
    return Document(AGENDA_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: TeamAgendaContent) -> Iterator[Block]:
    yield Title(AGENDA_TITLE, content.title)
    yield Facts(tuple(_facts(content)))
    yield Heading(msg("Open issues"))
    if content.issues:
        head = (msg("Issue"), msg("Owner"), msg("Next step"), msg("By when"))
        yield Table(head, tuple(_issue(each) for each in content.issues), (0.31, 0.23, 0.28, 0.18), named_rows=True)
    else:
        yield Paragraph(msg("No issue is open."))
    yield Heading(msg("Open tasks"))
    tasks: tuple[tuple[Said, ...], ...] = tuple(
        (each.text, each.owner or _BLANK, _day(each.due_on)) for each in content.tasks
    )
    yield Table((msg("Task"), msg("Owner"), msg("By when")), (*tasks, *(("", "", ""),) * _SPARE), (0.58, 0.24, 0.18))
    yield Heading(msg("What was decided"))
    if content.decisions:
        yield Bullets(content.decisions)
    yield Questions(
        (
            Question(msg("Decisions of this meeting"), Writing(_ROOM)),
            Question(msg("Issues that came up, with an owner and a next step"), Writing(_ROOM)),
            Question(msg("The next meeting of the team"), Writing(1)),
        )
    )


def _facts(content: TeamAgendaContent) -> Iterator[Fact]:
    yield Fact(msg("Day"), (content.starts_at.date(),))
    span = msg("{from_time} to {to_time}", from_time=content.starts_at.time(), to_time=content.ends_at.time())
    yield Fact(msg("Time"), (span,))
    if content.place:
        yield Fact(msg("Place"), (content.place,))


def _issue(each: OpenIssue) -> tuple[Said, ...]:
    return each.title, each.owner or _BLANK, each.next_step or _BLANK, _day(each.next_on)


def _day(on: date | None) -> Said:
    """As short as a table's column."""
    return msg("{day}", day=on) if on else _BLANK
