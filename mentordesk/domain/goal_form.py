"""What comes back on a goal document (R62): days and status of every goal; its words only where they are shared."""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.form_answers import one_of
from mentordesk.domain.forms import AnswerKind, Form, FormField, rows
from mentordesk.domain.goal_pages import NOTICE, REACH
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.ground_rules import GOALS_SHARED
from mentordesk.i18n.message import msg

MOST_GOALS = 9
GOAL = "goal"  # "goal.1.due_on" and so on; the number is the goal's

GOAL_FIELDS = (
    FormField("words", REACH, AnswerKind.LINES, lines=3, longest=TEXT_LENGTH),
    FormField("measure", NOTICE, AnswerKind.LINES, lines=3, longest=TEXT_LENGTH),
    FormField("due_on", msg("To be reached by"), AnswerKind.DAY),
    one_of("halfway", msg("Halfway"), GOAL_STATUS_NAMES),
    one_of("at_end", msg("At the end"), GOAL_STATUS_NAMES),
)
"""How a goal stood halfway and at the end is so from `mid_seen_on` and `closed_on` on."""

DAYS = (
    FormField("agreed_on", msg("Agreed on"), AnswerKind.DAY),
    FormField("mid_seen_on", msg("Seen at mid-term"), AnswerKind.DAY),
    FormField("next_review_on", msg("Next review"), AnswerKind.DAY),
    FormField("closed_on", msg("Closed"), AnswerKind.DAY),
)
SHARE_WORDS = FormField("share_words", GOALS_SHARED.sentence, AnswerKind.TICK)
ONLY_WITH: Mapping[str, str] = {"words": SHARE_WORDS.name, "measure": SHARE_WORDS.name}
"""Of a goal: what is taken only where the box of the whole form is ticked and the pair shares its goals."""

GOAL_FORM = Form("goal-document", 1, (*rows(GOAL, GOAL_FIELDS, MOST_GOALS), *DAYS, SHARE_WORDS))
