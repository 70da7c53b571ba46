"""How a programme runs, as the papers that tell of it say: rhythm, length and place of conversations, days.

Every figure comes with the content, for programmes differ on nearly all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import Block, Bullets, Days, Fact, Heading, Paragraph
from mentordesk.documents.papers.contract import JointMeeting
from mentordesk.documents.papers.phrases import how_long, rhythm_of, where, who_begins
from mentordesk.domain.checklists import Point
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import ConversationRule
from mentordesk.i18n.message import Listed, Message, Sayable, msg, nmsg

CRITERIA: dict[Role, Message] = {
    Role.MENTEE: msg("Criteria for mentees"),
    Role.MENTOR: msg("Criteria for mentors"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """From the programme's first day to its last; `months_each` where every pair has a time of its own."""

    starts_on: date
    ends_on: date
    semesters: int = 0
    months_each: int = 0

    def fact(self) -> Fact:
        if self.months_each:
            lasts = nmsg("A month for each pair", "{count} months for each pair", self.months_each)
            return Fact(msg("Period"), (lasts, msg("Counted from the day on which the two begin")))
        terms = (nmsg("{count} semester", "{count} semesters", self.semesters),) if self.semesters else ()
        return Fact(msg("Period"), (Days(self.starts_on, self.ends_on), *terms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What is None, empty or False, the programme does not have; `meetings` are those that the reader is asked to."""

    period: Period | None = None
    conversations: ConversationRule | None = None
    values: tuple[Sayable, ...] = ()
    meetings: tuple[JointMeeting, ...] = ()
    network: Message | None = None  # how often the mentors meet
    training: bool = False  # of the mentors, before they begin
    pair_talks: bool = False  # once a semester
    book: bool = False  # for mentors


def conversation_facts(running: Running) -> Iterator[Fact]:
    """How often, how long and where the two meet, and who makes the first contact."""
    rule = running.conversations
    if rule is None:
        return
    form = where(rule.mode, neutral=rule.neutral_place)
    yield Fact(msg("Conversations"), (rhythm_of(rule), how_long(rule.length_minutes)))
    yield Fact(msg("Where"), (form, who_begins(rule.first_contact)))


def values_said(running: Running) -> Iterator[Block]:
    if running.values:
        yield Paragraph(msg("Our cooperation builds on {values}.", values=Listed(running.values)))


def under_headings(points: Iterable[Point], level: int = 2) -> Iterator[Block]:
    """A heading, and under it its points."""
    for heading, group in groupby(points, key=lambda point: point.heading):
        yield Heading(heading, level)
        yield Bullets(tuple(point.sentence for point in group))


def criteria_listed(role: Role, criteria: tuple[Sayable, ...]) -> Iterator[Block]:
    if criteria:
        yield Heading(CRITERIA[role], 3)
        yield Bullets(criteria)
