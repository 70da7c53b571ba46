"""The leaflet of a programme: why there is one, what it gives, how it works and how to take part (R65)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Columns,
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
from mentordesk.documents.papers.running import Running, conversation_facts, criteria_listed, values_said
from mentordesk.domain.checklists import Point
from mentordesk.domain.leaflet import (
    AS_A_MENTEE,
    AS_A_MENTOR,
    FRAME,
    MATCHED,
    MATCHING,
    MENTEES,
    MENTORING,
    MENTORING_IS,
    MENTORS,
    RUNNING,
    TAKING_PART,
)
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import CostRule, Intake
from mentordesk.i18n.message import Listed, Message, Sayable, msg, nmsg

LEAFLET_TITLE = msg("Programme leaflet")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletContent:
    """What is None, empty or False is left out. `factors` are what people are matched by, the weightiest first."""

    letterhead: Letterhead
    made_on: date
    introduction: Said
    running: Running
    intake: Intake = Intake.COHORT
    initiative: Sayable | None = None
    purposes: tuple[Sayable, ...] = ()
    goals: tuple[Sayable, ...] = ()
    of_mentees: tuple[Sayable, ...] = ()  # criteria
    of_mentors: tuple[Sayable, ...] = ()
    capacity: int | None = None
    interviews: bool = False
    factors: tuple[Message, ...] = ()
    cost_rule: CostRule | None = None
    surveys: bool = False
    research: bool = False
    closes_on: date | None = None  # the last day to apply
    confirmed: bool = False  # by the employer
    regional_programme: str = ""
    coordinator: Contact | None = None


def leaflet(content: LeafletContent) -> Document:
    """Two pages in one language."""
    return Document(LEAFLET_TITLE, (), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: LeafletContent) -> Iterator[Block]:
    under = msg("Part of: {initiative}", initiative=content.initiative) if content.initiative else ""
    yield Title(msg("A mentor on your way as a leader"), under)
    yield Paragraph(content.introduction)
    if content.purposes or content.goals:
        purposes = _listed(msg("What the programme is for"), content.purposes)
        goals = _listed(msg("What we want to achieve"), content.goals)
        yield from (Columns(purposes, goals),) if purposes and goals else (*purposes, *goals)
    yield Heading(MENTORING)
    yield from _said(MENTORING_IS)
    yield from values_said(content.running)
    yield Columns(
        (Heading(AS_A_MENTEE), *_said(MENTEES), *criteria_listed(Role.MENTEE, content.of_mentees)),
        (Heading(AS_A_MENTOR), *_said(MENTORS), *criteria_listed(Role.MENTOR, content.of_mentors)),
    )
    yield from _runs(content)
    yield Heading(MATCHING)
    yield Bullets(tuple(_matched(content)))
    borne = (Heading(msg("Costs")), Paragraph(costs(content.cost_rule))) if content.cost_rule else ()
    learning = tuple(_learning(content))
    yield from (Columns(borne, learning),) if borne and learning else (*borne, *learning)
    yield Together(tuple(_taking_part(content)))


def _listed(heading: Message, items: tuple[Sayable, ...]) -> tuple[Block, ...]:
    return (Heading(heading), Bullets(items)) if items else ()


def _said(points: tuple[Point, ...]) -> Iterator[Block]:
    yield Bullets(tuple(point.sentence for point in points))


def _runs(content: LeafletContent) -> Iterator[Block]:
    facts = tuple(_facts(content))
    yield Together((Heading(RUNNING), Paragraph(FRAME.sentence), *((Facts(facts),) if facts else ())))
    if content.running.meetings:
        yield meetings_table(content.running.meetings)


def _facts(content: LeafletContent) -> Iterator[Fact]:
    running = content.running
    if running.period:
        yield running.period.fact()
    yield from conversation_facts(running)
    if content.capacity:
        yield Fact(msg("Places"), (nmsg("{count} mentee", "{count} mentees", content.capacity),))
    if running.network is not None:
        yield Fact(msg("Mentor network"), (running.network,))
    if running.pair_talks:
        yield Fact(msg("Talk with the programme manager"), (msg("Once a semester, mentee and mentor together"),))


def _matched(content: LeafletContent) -> Iterator[Message]:
    if content.interviews:
        yield msg("First we talk with everybody, mentees and mentors alike.")
    if content.factors:
        yield msg("In the matching we look at {factors}.", factors=Listed(content.factors))
    yield from (point.sentence for point in MATCHED)


def _learning(content: LeafletContent) -> Iterator[Block]:
    """How the programme is followed up."""
    said: list[Message] = []
    if content.surveys:
        said.append(msg("We ask everybody before, along the way and afterwards, and use the answers to improve."))
    if content.research:
        said.append(msg("Researchers follow the programme, so that others can learn from it as well."))
    if said:
        yield Heading(msg("We learn along the way"))
        yield from map(Paragraph, said)


def _taking_part(content: LeafletContent) -> Iterator[Block]:
    yield Heading(TAKING_PART)
    if content.intake is Intake.ROLLING:
        yield Paragraph(
            msg(
                "Whoever takes up a post as a manager is offered a mentor through the appointing manager. You can also "
                "contact us yourself, as a mentee or as a mentor."
            )
        )
    elif content.closes_on is not None:
        yield Paragraph(msg("Apply by {day}.", day=content.closes_on))
    else:
        yield Paragraph(msg("Contact us if you want to be a mentee or a mentor."))
    if content.confirmed:
        yield Paragraph(msg("Your employer confirms that you can take part, and sees to it that you have the time."))
    if content.regional_programme:
        yield Paragraph(
            msg(
                "For managers with more years of experience there is also {programme}.",
                programme=content.regional_programme,
            )
        )
    if content.coordinator:
        yield Facts((content.coordinator.fact(),))
