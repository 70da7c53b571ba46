"""The goal document of a pair (R62): room for its goals, filled in as far as the file knows them.

It belongs to the pair; what a goal says is on it only where the pair shares it.
"""

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
    Question,
    Questions,
    Said,
    Signature,
    Signatures,
    Table,
    Title,
    Together,
    Writing,
)
from mentordesk.documents.parties import Party, pair_paper
from mentordesk.domain.goal_life import NO_DAY, DocumentDays
from mentordesk.domain.goal_pages import GOALS_ADVICE, GOALS_PROMISE, GOOD_GOALS, NOTICE, REACH
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.domain.logbook_pages import WHOSE_IT_IS
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import msg

GOAL_DOCUMENT_TITLE = msg("Goal document")
_ROOM_FOR = 3  # goals at least
_LINES = 2  # of room for an answer


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as the file knows it; without words there is room to write them."""

    number: int
    words: str = ""
    measure: str = ""
    due_on: date | None = None
    steps: tuple[tuple[date, GoalStatus], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDocumentContent:
    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    goals: tuple[GoalLine, ...] = ()
    days: DocumentDays = NO_DAY
    next_review_on: date | None = None


def goal_document(content: GoalDocumentContent) -> Document:
    """The goal document as blocks."""
    return pair_paper(GOAL_DOCUMENT_TITLE, content, _blocks(content))


def _blocks(content: GoalDocumentContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee}, in conversation with {mentor}", mentee=mentee, mentor=mentor)
    yield Title(GOAL_DOCUMENT_TITLE, named if mentee and mentor else "")
    yield Columns(
        (Heading(WHOSE_IT_IS), Bullets(tuple(point.sentence for point in GOALS_PROMISE))),
        (Heading(GOOD_GOALS), Bullets(tuple(point.sentence for point in GOALS_ADVICE))),
    )
    known = {goal.number: goal for goal in content.goals}
    for number in range(1, max((_ROOM_FOR, *known)) + 1):
        yield Together(tuple(_goal(known.get(number, GoalLine(number)))))
    yield Together(
        (
            Heading(msg("Our days with the goals")),
            Facts(
                (
                    Fact(msg("Agreed on"), _day(content.days.agreed_on)),
                    Fact(msg("Seen at mid-term"), _day(content.days.mid_seen_on)),
                    Fact(msg("Next review"), _day(content.next_review_on)),
                    Fact(msg("Closed"), _day(content.days.closed_on)),
                )
            ),
            Signatures(
                (
                    Signature(mentee, ROLE_NAMES[Role.MENTEE]),
                    Signature(mentor, ROLE_NAMES[Role.MENTOR]),
                )
            ),
        )
    )


def _goal(goal: GoalLine) -> Iterator[Block]:
    yield Heading(msg("Goal {number}", number=goal.number))
    if goal.words or goal.measure:
        head = (REACH, NOTICE)
        yield Table(head, ((goal.words, goal.measure),), (0.5, 0.5))
    else:
        yield Columns(
            (Questions((Question(REACH, Writing(_LINES)),)),),
            (Questions((Question(NOTICE, Writing(_LINES)),), 2),),
        )
    yield Facts((Fact(msg("To be reached by"), _day(goal.due_on)),))
    names = tuple(GOAL_STATUS_NAMES.values())
    if goal.steps:
        known = tuple((on, GOAL_STATUS_NAMES[status]) for on, status in goal.steps)
        yield Table((msg("From"), msg("How it stands")), (*known, ("", "")), (0.35, 0.65))
    else:
        blank: tuple[Said, ...] = ("",) * len(names)
        rows: tuple[tuple[Said, ...], ...] = ((msg("Halfway"), *blank), (msg("At the end"), *blank))
        yield Table((msg("How it stands"), *names), rows, (0.24, 0.19, 0.19, 0.19, 0.19), named_rows=True)


def _day(day: date | None) -> tuple[Said, ...]:
    return () if day is None else (day,)
