"""What comes back on the sheet of a pair talk (R64): three answers and what follows from them. Its notes do not."""

from __future__ import annotations

from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.form_answers import one_of, yes_or_no
from mentordesk.domain.forms import AnswerKind, Form, FormField, rows
from mentordesk.domain.goal_form import GOAL, MOST_GOALS
from mentordesk.domain.goal_pages import TALK_EXPERIENCE, TALK_QUESTIONS
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.talks import COLLABORATION_NAMES, TALK_CHALLENGES_NAMES, TALK_GOALS_NAMES
from mentordesk.i18n.message import msg

_KEPT = msg("To be kept")
HELD_ON = FormField("held_on", msg("Date"), AnswerKind.DAY)
ANSWERS = {
    "talk-goals": one_of("goals", _KEPT, TALK_GOALS_NAMES),
    "talk-collaboration": one_of("collaboration", _KEPT, COLLABORATION_NAMES),
    "talk-challenges": one_of("challenges", _KEPT, TALK_CHALLENGES_NAMES),
}
"""By the point that asks."""

NOTES = {
    point.id: FormField(
        f"notes.{point.id.removeprefix('talk-')}", point.sentence, AnswerKind.LINES, taken=False, lines=4
    )
    for point in TALK_QUESTIONS
}
ISSUE = FormField(
    "issue",
    msg("For the team’s list of issues, in words that you agree on"),
    AnswerKind.LINES,
    lines=2,
    longest=TEXT_LENGTH,
)
EXPERIENCE = FormField("experience", TALK_EXPERIENCE.sentence, AnswerKind.LINES, lines=4, longest=TEXT_LENGTH)
EXPERIENCE_AGREED = yes_or_no("experience_agreed", msg("Both agree that it may be used in the report"))
GOAL_NOW = one_of("now", msg("From today"), GOAL_STATUS_NAMES)
NEXT_ON = FormField("next_on", msg("Next talk"), AnswerKind.DAY)
TALK_FORM = Form(
    "talk-sheet",
    1,
    (
        HELD_ON,
        *ANSWERS.values(),
        *NOTES.values(),
        ISSUE,
        EXPERIENCE,
        EXPERIENCE_AGREED,
        *rows(GOAL, (GOAL_NOW,), MOST_GOALS),
        NEXT_ON,
    ),
)
"""`experience` is taken only where both agreed; what is in `notes` never is."""
