"""A goal over time, and the life of a pair's goal document (R62): agreed, looked at halfway, closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.goals import GoalStatus
from mentordesk.i18n.message import Message, msg, pmsg

OPEN_GOALS = frozenset({GoalStatus.OPEN, GoalStatus.ON_THE_WAY})


class DocumentState(StrEnum):
    NONE = "none"
    DRAFT = "draft"
    AGREED = "agreed"
    MID_SEEN = "mid_seen"
    CLOSED = "closed"


DOCUMENT_STATE_NAMES: dict[DocumentState, Message] = {
    DocumentState.NONE: msg("No goals yet"),
    DocumentState.DRAFT: msg("Draft"),
    DocumentState.AGREED: pmsg("goal document", "Agreed"),
    DocumentState.MID_SEEN: msg("Seen at mid-term"),
    DocumentState.CLOSED: msg("Closed"),
}


@dataclass(frozen=True, slots=True)
class DocumentDays:
    """None: it has not come to that."""

    agreed_on: date | None = None
    mid_seen_on: date | None = None
    closed_on: date | None = None

    def state(self, goals: int) -> DocumentState:
        if self.closed_on is not None:
            return DocumentState.CLOSED
        if self.mid_seen_on is not None:
            return DocumentState.MID_SEEN
        if self.agreed_on is not None:
            return DocumentState.AGREED
        return DocumentState.DRAFT if goals else DocumentState.NONE


NO_DAY = DocumentDays()


@dataclass(frozen=True, slots=True)
class GoalStep:
    """From that day on a goal stood so; at most one a day."""

    reached_on: date
    status: GoalStatus


def status_on(steps: Iterable[GoalStep], day: date = date.max) -> GoalStatus:
    """Before the first step a goal is not started."""
    reached = [step for step in steps if step.reached_on <= day]
    return max(reached, key=lambda step: step.reached_on).status if reached else GoalStatus.OPEN
