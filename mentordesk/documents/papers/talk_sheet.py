"""The sheet of a talk between a pair and the programme manager (R64): three questions, and room to write.

What is noted on it is for the talk; the file keeps what is ticked. It bears no words of a goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Document,
    Entries,
    Entry,
    EntryTable,
    Facts,
    Heading,
    Letterhead,
    OneAnswer,
    Paragraph,
    Said,
    Title,
    Together,
)
from mentordesk.documents.papers.goal_document import GoalLine
from mentordesk.documents.papers.parties import Contact, Party, pair_paper
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.goal_form import GOAL, MOST_GOALS
from mentordesk.domain.goal_pages import TALK_EXPERIENCE, TALK_PROMISE, TALK_QUESTIONS
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.people import Role
from mentordesk.domain.talk_form import (
    ANSWERS,
    EXPERIENCE,
    EXPERIENCE_AGREED,
    GOAL_NOW,
    HELD_ON,
    ISSUE,
    NEXT_ON,
    NOTES,
    TALK_FORM,
)
from mentordesk.i18n.message import msg

TALK_SHEET_TITLE = msg("Sheet for the pair talk")


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
    stamp: Stamp | None = None


def talk_sheet(content: TalkSheetContent) -> Document:
    """The sheet as blocks."""
    return pair_paper(TALK_SHEET_TITLE, content, _blocks(content), content.stamp)


def _blocks(content: TalkSheetContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    yield Title(TALK_SHEET_TITLE, named)
    with_whom = () if content.coordinator is None else (content.coordinator.fact(),)
    yield Facts((content.mentee.fact(Role.MENTEE), content.mentor.fact(Role.MENTOR), *with_whom))
    yield Entries((Entry(HELD_ON, content.talk_on or ""), Entry(NEXT_ON)), across=2)
    yield Heading(TALK_PROMISE[0].heading)
    yield Bullets(tuple(point.sentence for point in TALK_PROMISE))
    for point in TALK_QUESTIONS:
        asked = _asked(Entry(NOTES[point.id]), Entry(ANSWERS[point.id]))
        goals = _goals(content.goals) if point is TALK_QUESTIONS[0] else ()
        if goals:
            yield Together((Heading(point.heading), *goals))
            yield Together((asked,))
        else:
            yield Together((Heading(point.heading), asked))
    yield Entries((Entry(ISSUE),))
    yield Together((Heading(TALK_EXPERIENCE.heading), _asked(Entry(EXPERIENCE), Entry(EXPERIENCE_AGREED))))


def _asked(room: Entry, kept: Entry) -> Columns:
    """The question with room to write, beside the answers of which one is ticked."""
    return Columns((Entries((room,)),), (Entries((kept,)),))


def _goals(goals: tuple[GoalLine, ...]) -> tuple[Block, ...]:
    """How each stands now, and boxes for how it stands from the talk on."""
    if not goals:
        return ()
    head = (msg("Goal"), msg("To be reached by"), msg("How it stands"), *GOAL_STATUS_NAMES.values())
    rows = tuple(
        (
            str(goal.number),
            goal.due_on or "–",
            GOAL_STATUS_NAMES[goal.steps[-1][1]] if goal.steps else "–",
            *_from_today(goal.number),
        )
        for goal in goals
    )
    tick = Paragraph(msg("Tick only what changes: how a goal stands from today."), leads=True)
    return tick, EntryTable(head, rows, (0.08, 0.22, 0.18, 0.13, 0.13, 0.13, 0.13), named_rows=True)


def _from_today(number: int) -> Iterator[Said | OneAnswer]:
    if number > MOST_GOALS:
        yield from [""] * len(GOAL_STATUS_NAMES)
        return
    asked = TALK_FORM.field(f"{GOAL}.{number}.{GOAL_NOW.name}")
    asked = replace(asked, label=msg("Goal {number}: {asked}", number=number, asked=asked.label))
    yield from (OneAnswer(asked, status.value) for status in GOAL_STATUS_NAMES)
