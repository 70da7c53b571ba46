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
    Entries,
    Entry,
    EntryTable,
    Heading,
    Letterhead,
    OneAnswer,
    Said,
    Signature,
    Signatures,
    Table,
    Title,
    Together,
)
from mentordesk.documents.papers.parties import Party, pair_paper
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.goal_form import DAYS, GOAL, GOAL_FORM, MOST_GOALS, SHARE_WORDS
from mentordesk.domain.goal_life import NO_DAY, DocumentDays
from mentordesk.domain.goal_pages import GOALS_ADVICE, GOALS_PROMISE, GOOD_GOALS, NOTICE, REACH
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.domain.logbook_pages import WHOSE_IT_IS
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import msg

GOAL_DOCUMENT_TITLE = msg("Goal document")
_ROOM_FOR = 3  # goals at least


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
    stamp: Stamp | None = None


def goal_document(content: GoalDocumentContent) -> Document:
    """The goal document as blocks."""
    return pair_paper(GOAL_DOCUMENT_TITLE, content, _blocks(content), content.stamp)


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
        yield Together(tuple(_goal(known.get(number, GoalLine(number)), content.days)))
    yield Together(tuple(_days(content)))


def _goal(goal: GoalLine, days: DocumentDays) -> Iterator[Block]:
    yield Heading(msg("Goal {number}", number=goal.number))
    if goal.number > MOST_GOALS:  # nobody's form has so many
        yield Table((REACH, NOTICE), ((goal.words, goal.measure),), (0.5, 0.5))
        return
    words, measure, due_on = (
        GOAL_FORM.field(f"{GOAL}.{goal.number}.{name}") for name in ("words", "measure", "due_on")
    )
    yield Entries((Entry(words, goal.words), Entry(measure, goal.measure)), across=2)
    yield Entries((Entry(due_on, goal.due_on or ""),), across=2)
    rows = (*(_step(on, status) for on, status in goal.steps), *_to_tick(goal.number, days))
    if rows:
        head = (msg("How it stands"), *GOAL_STATUS_NAMES.values())
        yield EntryTable(head, rows, (0.24, 0.19, 0.19, 0.19, 0.19), named_rows=True)


def _step(on: date, status: GoalStatus) -> tuple[Said, ...]:
    """How it stood from a day on, as the file knows it."""
    return on, *("✓" if each is status else "" for each in GOAL_STATUS_NAMES)


def _to_tick(number: int, days: DocumentDays) -> Iterator[tuple[Said | OneAnswer, ...]]:
    """What is over is not asked any more."""
    for name, over in (("halfway", days.mid_seen_on), ("at_end", days.closed_on)):
        asked = GOAL_FORM.field(f"{GOAL}.{number}.{name}")
        if over is None:
            yield asked.label, *(OneAnswer(asked, status.value) for status in GOAL_STATUS_NAMES)


def _days(content: GoalDocumentContent) -> Iterator[Block]:
    days = content.days
    known = (days.agreed_on, days.mid_seen_on, content.next_review_on, days.closed_on)
    yield Heading(msg("Our days with the goals"))
    yield Entries(tuple(Entry(asked, on or "") for asked, on in zip(DAYS, known, strict=True)), across=2)
    yield Entries((Entry(SHARE_WORDS),))
    yield Signatures(
        (
            Signature(content.mentee.name, ROLE_NAMES[Role.MENTEE]),
            Signature(content.mentor.name, ROLE_NAMES[Role.MENTOR]),
        )
    )
