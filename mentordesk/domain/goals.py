"""Goals of a mentee (R62): how they stand. What they say belongs to the pair."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class GoalStatus(StrEnum):
    OPEN = "open"
    ON_THE_WAY = "on_the_way"
    REACHED = "reached"
    DROPPED = "dropped"


GOAL_STATUS_NAMES: dict[GoalStatus, Message] = {
    GoalStatus.OPEN: msg("Not started"),
    GoalStatus.ON_THE_WAY: msg("On the way"),
    GoalStatus.REACHED: msg("Reached"),
    GoalStatus.DROPPED: msg("Dropped"),
}
