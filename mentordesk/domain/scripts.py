"""What the two go by when they meet (R63): every time, the first time, after the third, and the last time.

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper, the window and their tests follow. What the logbook, the checklist or the agenda of a kind of
meeting says already is taken from there. The wording is ours, the order that of the programmes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.checklists import Point
from mentordesk.domain.logbook_pages import PAGE
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import Message, msg

AHEAD = msg("Well before you meet")
OPENING = msg("When you begin")
MAIN = msg("The conversation")
CLOSING = msg("Before you part")
AFTERWARDS = msg("Afterwards")

_MENTEE = (Side.MENTEE,)
_PAGE = {point.id: point.sentence for point in PAGE}


@dataclass(frozen=True, slots=True)
class Script:
    """`asks_fit`: after it both are asked how well they fit, on the paper, too (R41)."""

    key: str
    title: Message
    points: tuple[Point, ...]
    asks_fit: bool = False


_AHEAD = (
    Point("plan-ahead", AHEAD, msg("Plan well ahead. The mentee makes sure that a time is set.")),
    Point("neutral-place", AHEAD, msg("Meet on neutral ground, or on screen, where nobody disturbs you.")),
    Point("send-topic", AHEAD, msg("The mentee sends the topic in advance."), _MENTEE),
    Point("agree-agenda", AHEAD, msg("Agree on what you will talk about.")),
    Point("prepared", AHEAD, msg("Come prepared, both of you.")),
)
_OPENING = (
    Point("look-back", OPENING, _PAGE["look-back"]),
    Point("check-in", OPENING, _PAGE["check-in"]),
    Point(
        "last-conclusions", OPENING, msg("What did you conclude last time, and what did it lead you to think or do?")
    ),
)
_MAIN = (
    Point(
        "mentee-steers", MAIN, msg("The mentee decides what it is about: what is pressing now, and the longer road.")
    ),
    Point("one-theme", MAIN, msg("Keep a part of the time for one topic.")),
    Point("in-confidence", MAIN, msg("What is said stays between you, as your ground rules say.")),
    Point("keep-time", MAIN, msg("Begin on time and end on time.")),
)
_CLOSING = (
    Point("next-steps", CLOSING, _PAGE["actions"]),
    Point("check-out", CLOSING, _PAGE["check-out"]),
)
_GOING_ON = (
    Point("value-question", CLOSING, msg("To the mentee: is it worth meeting again?"), _MENTEE),
    Point(
        "right-to-stop",
        CLOSING,
        msg("It is right to stop when there are reasons to. Say so openly, and tell the coordinator."),
    ),
    Point("next-day", CLOSING, msg("Agree on the day of your next conversation.")),
)
_AFTERWARDS = (Point("summary", AFTERWARDS, msg("The mentee writes a summary and keeps the logbook."), _MENTEE),)


def _of_agenda(kind: str, heading: Message, *ids: str) -> tuple[Point, ...]:
    """The points that the calendar shows for meetings of this kind, in its order."""
    agenda = meeting_kind(kind).agenda
    return tuple(Point(id_, heading, sentence) for id_, sentence in zip(ids, agenda, strict=True))


_FIRST = _of_agenda(
    "conversation_first", MAIN, "where-and-how-often", "background", "needs", "areas-first", "ground-rules"
)
_LAST = _of_agenda("conversation_last", MAIN, "evaluate", "lessons", "keep-in-touch")
_THIRD = Point("analysis", MAIN, meeting_kind("conversation_third").agenda[-1])

EVERY, FIRST, THIRD, LAST = "every", "first", "third", "last"
_SCRIPTS = (
    Script(
        FIRST,
        meeting_kind("conversation_first").title,
        (
            *_AHEAD[:2],
            Point("checklist", AHEAD, msg("Read the checklist for the first meeting, each for yourself.")),
            *_FIRST,
            *_CLOSING,
            *_GOING_ON,
            *_AFTERWARDS,
        ),
        asks_fit=True,
    ),
    Script(EVERY, msg("Every conversation"), (*_AHEAD, *_OPENING, *_MAIN, *_CLOSING, *_GOING_ON, *_AFTERWARDS)),
    Script(
        THIRD,
        meeting_kind("conversation_third").title,
        (*_AHEAD, *_OPENING, *_MAIN, _THIRD, *_CLOSING, *_GOING_ON, *_AFTERWARDS),
        asks_fit=True,
    ),
    Script(LAST, meeting_kind("conversation_last").title, (*_AHEAD, *_OPENING, *_LAST, *_CLOSING, *_AFTERWARDS)),
)
SCRIPTS: Mapping[str, Script] = {script.key: script for script in _SCRIPTS}
"""By key, in the order of a term."""


def script_of(kind: str | None, held: int) -> Script:
    """Of the next conversation: as its kind in the calendar says, else by how many were held before it."""
    if kind is not None and kind != "conversation":
        return SCRIPTS[meeting_kind(kind).script]
    return SCRIPTS[{0: FIRST, 2: THIRD}.get(held, EVERY)]
