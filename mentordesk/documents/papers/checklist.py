"""The first-meeting checklist of a pair: what both prepare, what they decide, and the slip that goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.documents.blocks import (
    Block,
    Checklist,
    Columns,
    Document,
    Entries,
    Entry,
    Heading,
    Letterhead,
    Paragraph,
    Question,
    Questions,
    Said,
    Signature,
    Signatures,
    Slip,
    Title,
    Writing,
)
from mentordesk.documents.papers.parties import Contact, Party, pair_paper
from mentordesk.domain.checklists import (
    DECISIONS,
    FIRST_MEETING,
    FIRST_MEETING_DECISIONS,
    GROUND_RULES_ITEM,
    Point,
)
from mentordesk.domain.first_meeting_form import SLIP_FIELDS
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Message, msg

CHECKLIST_TITLE = msg("Checklist for the first meeting")
_LINES = 3  # of room for an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistContent:
    """The pair and its programme; the coordinator is who gets the slip back."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    coordinator: Contact | None = None
    stamp: Stamp | None = None


def checklist(content: ChecklistContent) -> Document:
    """The checklist as blocks."""
    return pair_paper(CHECKLIST_TITLE, content, _blocks(content), content.stamp)


def _blocks(content: ChecklistContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("for {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    yield Title(CHECKLIST_TITLE, named)
    yield Paragraph(
        msg(
            "Read the questions before you meet, and note a few words on each. Let this first meeting be a more formal "
            "one than those to come, and take the questions in turn, so that you get to know each other’s experience. "
            "You decide yourselves how much you tell. The paper is yours: only the slip at the end is handed in."
        )
    )
    number = 1
    for heading, group in groupby(FIRST_MEETING, key=lambda point: point.heading):
        points = tuple(group)
        yield Heading(heading)
        yield from _questions(points, number, content)
        number += len(points)
    yield Heading(DECISIONS)
    yield Checklist(tuple(point.sentence for point in FIRST_MEETING_DECISIONS))
    yield Slip(tuple(_slip(content)))


def _questions(points: tuple[Point, ...], first: int, content: ChecklistContent) -> Iterator[Block]:
    """Two questions of which each asks one side stand beside each other."""
    singles = [point for point in points if len(point.asks) == 1]
    if len(singles) == 2 and points[:2] == tuple(singles):
        left, right = (Questions((_question(point, content),), first + i) for i, point in enumerate(singles))
        yield Columns((left,), (right,))
        points, first = points[2:], first + 2
    yield Questions(tuple(_question(point, content) for point in points), first)


def _question(point: Point, content: ChecklistContent) -> Question:
    if point is GROUND_RULES_ITEM:
        return Question(point.sentence, Writing(_LINES))
    names: dict[Side, Said] = {
        Side.MENTEE: content.mentee.name or ROLE_NAMES[Role.MENTEE],
        Side.MENTOR: content.mentor.name or ROLE_NAMES[Role.MENTOR],
    }
    return Question(point.sentence, Writing(_LINES, tuple(names[side] for side in point.asks)))


def _slip(content: ChecklistContent) -> Iterator[Block]:
    yield Heading(_to(content.coordinator))
    yield Paragraph(msg("We have had our first meeting, and this is how we go on:"), leads=True)
    yield Entries(tuple(Entry(each) for each in SLIP_FIELDS), across=2)
    yield Signatures(
        (
            Signature(content.mentee.name, ROLE_NAMES[Role.MENTEE]),
            Signature(content.mentor.name, ROLE_NAMES[Role.MENTOR]),
        )
    )


def _to(coordinator: Contact | None) -> Message:
    if coordinator is None:
        return msg("Slip for the coordinator")
    return msg("Slip for {name}", name=coordinator.name)
