"""What is asked of a goal, and who sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentordesk.domain.fields import LETTER_LENGTH, ChoiceField, Choices, DateField, FieldValue, TextField
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.i18n.message import msg
from ui.forms.form import Row

STATUSES = Choices(tuple((status, name, "") for status, name in GOAL_STATUS_NAMES.items()))
SET_ON = Row(DateField("goalSetOn", msg("Set on")), required=True)
DUE_ON = DateField("goalDueOn", msg("To be reached by"))
WORDS = Row(
    TextField("goalWords", msg("What the goal says"), length=LETTER_LENGTH, lines=True),
    hint=msg("Those who run the programme see it, until the mentee takes it back."),
)
MEASURE = Row(
    TextField("goalMeasure", msg("How the mentee notices that it is reached"), length=LETTER_LENGTH, lines=True),
    hint=msg("Those who run the programme see it, until the mentee takes it back."),
)
GIVEN_ON = DateField("goalGivenOn", msg("Shared by the mentee on"))
STATUS = Row(ChoiceField("goalStatus", msg("How it stands"), choices=STATUSES), required=True)
SINCE = Row(DateField("goalSince", msg("From")), required=True)
AGREED_ON = DateField("documentAgreedOn", msg("Agreed on"))
MID_SEEN_ON = DateField("documentMidSeenOn", msg("Seen at mid-term"))
CLOSED_ON = DateField("documentClosedOn", msg("Closed"))
NEXT_REVIEW_ON = DateField("documentNextReviewOn", msg("Next review"))


def day_in(values: Mapping[str, FieldValue], key: str) -> date | None:
    found = values.get(key)
    return found if isinstance(found, date) else None


def words_in(values: Mapping[str, FieldValue], key: str) -> str:
    return str(values.get(key) or "")


def status_in(values: Mapping[str, FieldValue], key: str) -> GoalStatus | None:
    found = values.get(key)
    return found if isinstance(found, GoalStatus) else None
