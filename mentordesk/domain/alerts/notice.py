"""What an alert is, and what it says. Which alerts there are: the tuples in this folder's __init__."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.i18n.message import Message, msg

View = TypeVar("View", contravariant=True)

WEEK = timedelta(7)  # "this week" is the next seven days: a Friday must show the Monday


class Urgency(StrEnum):
    """When something is to be done, the most urgent first."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    WAITING = "waiting"  # for others
    TOO_EARLY = "too_early"  # nothing to do: the rule can't be judged yet, and the page of a pair says so


URGENCY_NAMES: dict[Urgency, Message] = {
    Urgency.OVERDUE: msg("Overdue"),
    Urgency.TODAY: msg("Today"),
    Urgency.THIS_WEEK: msg("This week"),
    Urgency.WAITING: msg("Waiting for others"),
    Urgency.TOO_EARLY: msg("Too early to tell"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to do: what is the case, by which rule it matters, what comes next."""

    urgency: Urgency
    sentence: Message
    rule: Message
    action: Message
    due: date | None = None
    step: LadderStep | None = None  # that the action takes, where there is a ladder


@dataclass(frozen=True, slots=True)
class Alert(Generic[View]):
    """A duty that is watched; `look` says nothing (None) while it is kept."""

    key: str
    look: Callable[[View], Notice | None]


def by_day(due: date, today: date) -> Urgency | None:
    """How urgent something with a date is; None while it is more than a week away."""
    if due < today:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.TODAY
    return Urgency.THIS_WEEK if due <= today + WEEK else None
