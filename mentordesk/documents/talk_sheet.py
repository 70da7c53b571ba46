"""The sheet of a talk between a pair and the programme manager (R64): three questions, and room to write.

What is noted on it is for the talk; the file keeps what is ticked. It bears no words of a goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Checklist,
    Columns,
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
from mentordesk.documents.goal_document import GoalLine
from mentordesk.documents.parties import Contact, Party, pair_paper
from mentordesk.domain.checklists import Point
from mentordesk.domain.goal_pages import TALK_EXPERIENCE, TALK_PROMISE, TALK_QUESTIONS
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.people import Role
from mentordesk.domain.talks import COLLABORATION_NAMES, TALK_CHALLENGES_NAMES, TALK_GOALS_NAMES
from mentordesk.i18n.message import Message, msg

TALK_SHEET_TITLE = msg("Sheet for the pair talk")
_LINES = 4  # of room for an answer
_ANSWERS: Mapping[str, tuple[Message, ...]] = {
    "talk-goals": tuple(TALK_GOALS_NAMES.values()),
    "talk-collaboration": tuple(COLLABORATION_NAMES.values()),
    "talk-challenges": tuple(TALK_CHALLENGES_NAMES.values()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkSheetContent:
    """`talk_on` is the day that is planned; of the goals there are numbers, days and how they stand."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    coordinator: Contact | None = None
    talk_on: date | None = None
    goals: tuple[GoalLine, ...] = ()


def talk_sheet(content: TalkSheetContent) -> Document:
    """The sheet as blocks."""
    return pair_paper(TALK_SHEET_TITLE, content, _blocks(content))


def _blocks(content: TalkSheetContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    yield Title(TALK_SHEET_TITLE, named)
    with_whom = () if content.coordinator is None else (content.coordinator.fact(),)
    yield Facts(
        (
            content.mentee.fact(Role.MENTEE),
            content.mentor.fact(Role.MENTOR),
            *with_whom,
            Fact(msg("Date"), _day(content.talk_on)),
        )
    )
    for number, point in enumerate(TALK_QUESTIONS, start=1):
        goals = _goals(content.goals) if point is TALK_QUESTIONS[0] else ()
        yield Together((Heading(point.heading), *goals, _asked(number, point, msg("To be kept"), _ANSWERS[point.id])))
    both = _asked(
        len(TALK_QUESTIONS) + 1, TALK_EXPERIENCE, msg("Both let it be used in the report"), (msg("Yes"), msg("No"))
    )
    yield Together((Heading(TALK_EXPERIENCE.heading), both))
    yield Together(
        (
            Facts((Fact(msg("Next talk"), ()),)),
            Heading(TALK_PROMISE[0].heading),
            Bullets(tuple(point.sentence for point in TALK_PROMISE)),
        )
    )


def _asked(number: int, point: Point, kept: Message, answers: tuple[Message, ...]) -> Columns:
    """The question with room to write, beside the answers of which one is ticked."""
    question = Questions((Question(point.sentence, Writing(_LINES)),), number)
    return Columns((question,), (Paragraph(kept, quiet=True, leads=True), Checklist(answers)))


def _goals(goals: tuple[GoalLine, ...]) -> tuple[Block, ...]:
    if not goals:
        return ()
    head = (msg("Goal"), msg("To be reached by"), msg("How it stands"), msg("From today"))
    rows = tuple(
        (str(goal.number), goal.due_on or "–", GOAL_STATUS_NAMES[goal.steps[-1][1]] if goal.steps else "–", "")
        for goal in goals
    )
    return (Table(head, rows, (0.14, 0.28, 0.29, 0.29), named_rows=True),)


def _day(day: date | None) -> tuple[Said, ...]:
    return () if day is None else (day,)
