"""The employer's confirmation for a mentee or for a mentor (R20, R21): what it takes, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Days,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Table,
    Title,
    Together,
)
from mentordesk.documents.papers.contract import JointMeeting
from mentordesk.documents.papers.costs import costs
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.phrases import how_long, rhythm_of, where
from mentordesk.domain import confirmations as asks
from mentordesk.domain.checklists import Point
from mentordesk.domain.form_answers import SIGNATURE, SIGNED_ON
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import ConversationRule, CostRule
from mentordesk.i18n.message import Message, Sayable, msg

CONFIRMATION_TITLES: dict[Role, Message] = {
    Role.MENTEE: msg("Employer’s confirmation for a mentee"),
    Role.MENTOR: msg("Employer’s confirmation for a mentor"),
}
_INTRODUCTIONS: dict[Role, Message] = {
    Role.MENTEE: msg(
        "One of your employees applies to take part in our mentoring programme as a mentee. We ask you as the "
        "employer to confirm that she or he is given the time for it."
    ),
    Role.MENTOR: msg(
        "One of your employees would like to be a mentor in our mentoring programme. We ask you as the employer to "
        "confirm that she or he is given the time for it."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationContent:
    """A party without a name leaves room to write it; the meetings are those that the role is asked to."""

    letterhead: Letterhead
    made_on: date
    role: Role
    party: Party
    starts_on: date | None = None
    ends_on: date | None = None
    meetings: tuple[JointMeeting, ...] = ()
    training: bool = False  # of the mentors, before the start
    network: Sayable | None = None  # how often the mentors meet in it
    conversations: ConversationRule | None = None
    cost_rule: CostRule | None = None
    due_on: date | None = None
    coordinator: Contact | None = None
    stamp: Stamp | None = None


def confirmation(content: ConfirmationContent) -> Document:
    """The confirmation as blocks."""
    people = (content.party.name,) if content.party.name else ()
    title = CONFIRMATION_TITLES[content.role]
    return Document(
        title, people, content.letterhead, content.made_on, tuple(_blocks(title, content)), stamp=content.stamp
    )


def _blocks(title: Message, content: ConfirmationContent) -> Iterator[Block]:
    yield Title(title)
    yield Paragraph(_INTRODUCTIONS[content.role])
    party = content.party
    yield Entries((Entry(asks.PARTICIPANT, party.name), Entry(asks.PARTICIPANT_UNIT, party.unit)), across=2)
    yield Heading(asks.WHAT_IT_TAKES)
    yield Bullets(tuple(point.sentence for point in _points(content)))
    if content.meetings:
        rows = tuple((meeting.title, _days(meeting), meeting.place or "–") for meeting in content.meetings)
        yield Table((msg("Meeting"), msg("When"), msg("Where")), rows, (0.42, 0.33, 0.25), named_rows=True)
    facts = tuple(_facts(content))
    if facts:
        yield Facts(facts)
    if content.cost_rule:
        yield Paragraph(costs(content.cost_rule))
    yield Together(tuple(_answer()))


def _points(content: ConfirmationContent) -> Iterator[Point]:
    mentor = content.role is Role.MENTOR
    for point in asks.POINTS_FOR_MENTOR if mentor else asks.POINTS_FOR_MENTEE:
        absent = {asks.JOINT_MEETINGS: not content.meetings, asks.TRAINING: not content.training}
        if point is not asks.CONFIRMS and not absent.get(point, point is asks.NETWORK and not content.network):
            yield point


def _facts(content: ConfirmationContent) -> Iterator[Fact]:
    rule = content.conversations
    if rule:
        form = where(rule.mode, neutral=rule.neutral_place)
        yield Fact(msg("Conversations"), (rhythm_of(rule), how_long(rule.length_minutes), form))
    to = content.coordinator.fact() if content.coordinator else None
    if content.due_on:
        yield Fact(msg("To be sent by"), (content.due_on, *(to.lines if to else ())))
    elif to:
        yield to
    if content.starts_on and content.ends_on:
        yield Fact(msg("Period"), (Days(content.starts_on, content.ends_on),))
    if content.network:
        yield Fact(msg("Mentor network"), (content.network,))


def _days(meeting: JointMeeting) -> Said:
    if meeting.first is None:
        return msg("To be announced")
    return Days(meeting.first, meeting.last or meeting.first)


def _answer() -> Iterator[Block]:
    yield Heading(asks.OUR_ANSWER)
    yield Entries((Entry(asks.CONFIRMED),))
    yield Entries(tuple(Entry(each) for each in asks.CONFIRMER), across=2)
    yield Entries((Entry(SIGNED_ON), Entry(SIGNATURE)), across=2)
