"""What is asked of a talk with the programme manager, and who sees it (R64)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mentordesk.actions.talks import TalkTold
from mentordesk.domain.fields import (
    TEXT_LENGTH,
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    TextField,
    YesNoField,
)
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import GoalId
from mentordesk.domain.pairs import FitValue
from mentordesk.domain.talks import (
    COLLABORATION_NAMES,
    TALK_CHALLENGES_NAMES,
    TALK_GOALS_NAMES,
    TalkChallenges,
    TalkGoals,
)
from mentordesk.domain.time_field import TimeField
from mentordesk.i18n.message import msg
from mentordesk.queries.goals import GoalRow
from mentordesk.queries.talks import HeldTalk
from ui.forms.form import Row
from ui.logbooks.goals.fields import STATUSES, day_in, status_in, words_in


@dataclass(frozen=True)
class AnswerField(ChoiceField):
    """“None” is an answer here, not the lack of one."""

    nothing: ClassVar[frozenset[str]] = frozenset({""})


HELD_ON = Row(DateField("talkHeldOn", msg("Held on")), required=True)
GOALS = Row(
    ChoiceField(
        "talkGoals",
        msg("The goals"),
        choices=Choices(tuple((value, name, "") for value, name in TALK_GOALS_NAMES.items())),
    ),
    required=True,
)
COLLABORATION = Row(
    ChoiceField(
        "talkCollaboration",
        msg("The collaboration"),
        choices=Choices(tuple((value, name, "") for value, name in COLLABORATION_NAMES.items())),
    ),
    required=True,
)
CHALLENGES = Row(
    AnswerField(
        "talkChallenges",
        msg("Challenges"),
        choices=Choices(tuple((value, name, "") for value, name in TALK_CHALLENGES_NAMES.items())),
    ),
    required=True,
)
ISSUES = Row(
    TextField("talkIssues", msg("What is difficult"), length=TEXT_LENGTH, lines=True),
    hint=msg("A line for each. They go on the list of issues, and the programme’s team sees them."),
)
EXPERIENCE = Row(
    TextField("talkExperience", msg("What went well"), length=TEXT_LENGTH, lines=True),
    hint=msg("Only in words that both let be used: everybody who reads the report sees them."),
)
AGREED = YesNoField("talkAgreed", msg("Both let it be used"))
NEXT_ON = Row(DateField("talkNextOn", msg("Next talk")), hint=msg("It is put in the calendar of the pair."))
DAY = Row(DateField("talkDay", msg("Date")), required=True)
START = TimeField("talkStart", msg("Begins at"))


def goal_field(goal: GoalRow) -> Field:
    return ChoiceField(f"talkGoal{goal.number}", msg("Goal {number}", number=goal.number), choices=STATUSES)


def talk_fields(goals: Sequence[GoalRow]) -> tuple[Field | Row, ...]:
    """The three answers first; then what follows from them."""
    each = tuple(goal_field(goal) for goal in goals)
    return (HELD_ON, GOALS, *each, COLLABORATION, CHALLENGES, ISSUES, EXPERIENCE, AGREED, NEXT_ON)


def values_of(talk: HeldTalk, goals: Sequence[GoalRow]) -> Mapping[str, FieldValue]:
    """Of one that was noted; its issues stand on the list already, so that only new ones are written."""
    return {
        HELD_ON.field.key: talk.held_on,
        GOALS.field.key: talk.goals,
        COLLABORATION.field.key: talk.collaboration,
        CHALLENGES.field.key: talk.challenges,
        NEXT_ON.field.key: talk.next_on,
        **standing(goals),
    }


def standing(goals: Sequence[GoalRow]) -> Mapping[str, FieldValue]:
    return {goal_field(goal).key: goal.status for goal in goals}


def told_in(values: Mapping[str, FieldValue], goals: Sequence[GoalRow]) -> TalkTold | None:
    """None where an answer is missing, which the form has marked."""
    held_on = day_in(values, HELD_ON.field.key)
    on_goals, together = values.get(GOALS.field.key), values.get(COLLABORATION.field.key)
    challenges = values.get(CHALLENGES.field.key)
    if (
        held_on is None
        or not isinstance(on_goals, TalkGoals)
        or not isinstance(together, FitValue)
        or not isinstance(challenges, TalkChallenges)
    ):
        return None
    lines = words_in(values, ISSUES.field.key).splitlines()
    return TalkTold(
        held_on,
        on_goals,
        together,
        challenges,
        goal_steps=_moved(values, goals),
        issues=tuple(line.strip() for line in lines if line.strip()),
        experience=words_in(values, EXPERIENCE.field.key),
        agreed=values.get(AGREED.key) is True,
        next_on=day_in(values, NEXT_ON.field.key),
    )


def _moved(values: Mapping[str, FieldValue], goals: Sequence[GoalRow]) -> Mapping[GoalId, GoalStatus]:
    """Only those that stand otherwise than before."""
    told = {goal.id: status_in(values, goal_field(goal).key) for goal in goals}
    return {goal.id: status for goal in goals if (status := told[goal.id]) not in (None, goal.status)}
