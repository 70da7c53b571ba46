"""What the goal document (R62) and the sheet of a pair talk (R64) say and ask.

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the paper and its test follow.
"""

from __future__ import annotations

from mentordesk.domain.checklists import BOTH, Point
from mentordesk.domain.logbook_pages import WHOSE_IT_IS
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import msg

GOOD_GOALS = msg("Goals that help")
THE_GOALS = msg("The goals")
THE_COLLABORATION = msg("The collaboration")
WHAT_IS_DIFFICULT = msg("What is difficult")
WHAT_WENT_WELL = msg("What went well")
WHAT_IS_KEPT = msg("What is kept of the talk")

_MENTEE = (Side.MENTEE,)

GOALS_PROMISE = (
    Point("goals-mentees-own", WHOSE_IT_IS, msg("The mentee sets the goals, and the paper stays with the two of you.")),
    Point(
        "goals-kept",
        WHOSE_IT_IS,
        msg("The coordinator keeps how many goals there are, their dates and how they stand."),
    ),
    Point(
        "goals-words",
        WHOSE_IT_IS,
        msg("What a goal says is kept only if your contract says that you share it, and you can take that back."),
    ),
)
GOALS_ADVICE = (
    Point("goals-few", GOOD_GOALS, msg("A few goals are enough: choose what matters most to you."), _MENTEE),
    Point("goals-measure", GOOD_GOALS, msg("Write how you will notice that you are there."), _MENTEE),
    Point("goals-day", GOOD_GOALS, msg("Give each goal a day; look at them together halfway and at the end."), BOTH),
)
REACH = msg("What do I want to reach?")
NOTICE = msg("How do I notice that I am there?")
GOAL_DOCUMENT_POINTS = (*GOALS_PROMISE, *GOALS_ADVICE)

TALK_QUESTIONS = (
    Point("talk-goals", THE_GOALS, msg("How do the goals stand, and do any of them need to change?"), BOTH),
    Point(
        "talk-collaboration",
        THE_COLLABORATION,
        msg("How do the two of you work together, and what would make it better?"),
        BOTH,
    ),
    Point("talk-challenges", WHAT_IS_DIFFICULT, msg("What is difficult, and who can do something about it?"), BOTH),
)
TALK_EXPERIENCE = Point(
    "talk-experience", WHAT_WENT_WELL, msg("What has gone well that others could learn from?"), BOTH
)
TALK_PROMISE = (
    Point(
        "talk-answers-kept",
        WHAT_IS_KEPT,
        msg("The file keeps the three answers that are ticked, how the goals stand, and the day of the next talk."),
    ),
    Point(
        "talk-issues-kept",
        WHAT_IS_KEPT,
        msg("What somebody has to see to goes on the team’s list of issues, in words that you agree on here."),
    ),
    Point(
        "talk-notes-not-kept",
        WHAT_IS_KEPT,
        msg("What is written on this sheet is for the talk, and is not kept."),
    ),
)
TALK_SHEET_POINTS = (*TALK_PROMISE, *TALK_QUESTIONS, TALK_EXPERIENCE)
