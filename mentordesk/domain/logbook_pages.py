"""The logbook (R60, R61): whose it is, and what a page for one conversation asks.

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper and its test follow. The pages are the mentee's, and nothing of them is ever read in; what may
be sent is on conversation_slip.py.
"""

from __future__ import annotations

from mentordesk.domain.checklists import BOTH, Point
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import msg

WHOSE_IT_IS = msg("Whose it is")
HOW_TO_USE_IT = msg("How to use it")
OUR_CONVERSATIONS = msg("Our conversations")
BEFORE = msg("Before we meet")
TOGETHER = msg("When we meet")
PARTING = msg("Before we part")

_MENTEE = (Side.MENTEE,)

PROMISE = (
    Point("mentees-own", WHOSE_IT_IS, msg("The logbook is the mentee’s, and it is confidential.")),
    Point(
        "not-handed-in",
        WHOSE_IT_IS,
        msg("Nobody can ask to see it. What is sent in is the conversation slip, never the logbook."),
    ),
    Point(
        "only-that-you-met",
        WHOSE_IT_IS,
        msg(
            "The coordinator notes only that you met: date, length, form and place, and whether a topic was sent "
            "and a summary written. Only the table below is ever read in."
        ),
    ),
    Point(
        "sharing-is-a-choice",
        WHOSE_IT_IS,
        msg("More is passed on only if the mentee chooses to share it, and that choice can be taken back."),
    ),
)
USE = (
    Point("topic-ahead", HOW_TO_USE_IT, msg("Agree the day, and send the topic to your mentor well ahead."), _MENTEE),
    Point("few-words", HOW_TO_USE_IT, msg("A few words are enough; write them while you remember."), _MENTEE),
    Point("no-names", HOW_TO_USE_IT, msg("Leave out names, so that nobody can be recognised."), _MENTEE),
)
PAGE = (
    Point("look-back", BEFORE, msg("Looking back: what has happened since last time?"), _MENTEE),
    Point("check-in", TOGETHER, msg("Check-in: how are we today, and what matters most right now?"), BOTH),
    Point("talked-about", TOGETHER, msg("What did we talk about, and what do I take with me?"), _MENTEE),
    Point("actions", PARTING, msg("What will I do until next time?"), _MENTEE),
    Point("check-out", PARTING, msg("Check-out: was it worth the time, and what do we want to do differently?"), BOTH),
)
"""In the order of a page."""

LOGBOOK_POINTS = (*PROMISE, *USE, *PAGE)
