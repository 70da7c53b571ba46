"""Where a pair stands, step by step, and how it came there (R40, UX 5.4): worked out from its days, never stored.

A status is what the file keeps; a stage also tells who has been asked and who said yes. What leads from one to
another is pair_steps.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.i18n.message import Message, msg


class Stage(StrEnum):
    PROPOSAL = "proposal"
    ASKED = "asked"
    ACCEPTED_BY_ONE = "accepted_by_one"
    AGREED = "agreed"
    SIGNED = "signed"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    DISSOLVED = "dissolved"
    DECLINED = "declined"


STAGE_NAMES: dict[Stage, Message] = {
    Stage.PROPOSAL: msg("Proposal"),
    Stage.ASKED: msg("Both asked"),
    Stage.ACCEPTED_BY_ONE: msg("Accepted by one"),
    Stage.AGREED: msg("Agreed"),
    Stage.SIGNED: msg("Contract signed"),
    Stage.ACTIVE: msg("Active"),
    Stage.ON_HOLD: msg("On hold"),
    Stage.COMPLETED: msg("Completed"),
    Stage.DISSOLVED: msg("Ended by agreement"),
    Stage.DECLINED: msg("Came to nothing"),
}
ENDED = frozenset({Stage.COMPLETED, Stage.DISSOLVED, Stage.DECLINED})
IN_LINE = (Stage.PROPOSAL, Stage.ASKED, Stage.ACCEPTED_BY_ONE, Stage.AGREED, Stage.SIGNED, Stage.ACTIVE)


class BoardColumn(StrEnum):
    """The columns of the board, in their order."""

    PROPOSAL = "proposal"
    ASKED = "asked"
    ACCEPTED_BY_ONE = "accepted_by_one"
    AGREED = "agreed"
    ACTIVE = "active"
    ENDED = "ended"


COLUMN_NAMES: dict[BoardColumn, Message] = {
    BoardColumn.PROPOSAL: msg("Proposal"),
    BoardColumn.ASKED: msg("Asked"),
    BoardColumn.ACCEPTED_BY_ONE: msg("Accepted by one"),
    BoardColumn.AGREED: msg("Agreed"),
    BoardColumn.ACTIVE: msg("Active"),
    BoardColumn.ENDED: msg("Ended"),
}
COLUMN_OF: dict[Stage, BoardColumn] = {
    Stage.PROPOSAL: BoardColumn.PROPOSAL,
    Stage.ASKED: BoardColumn.ASKED,
    Stage.ACCEPTED_BY_ONE: BoardColumn.ACCEPTED_BY_ONE,
    Stage.AGREED: BoardColumn.AGREED,
    Stage.SIGNED: BoardColumn.AGREED,
    Stage.ACTIVE: BoardColumn.ACTIVE,
    Stage.ON_HOLD: BoardColumn.ACTIVE,
    Stage.COMPLETED: BoardColumn.ENDED,
    Stage.DISSOLVED: BoardColumn.ENDED,
    Stage.DECLINED: BoardColumn.ENDED,
}


@dataclass(frozen=True, slots=True)
class Rest:
    """A time on hold; `resumed_on` is None while it lasts, and where the pair ended in it."""

    from_on: date
    until_on: date | None
    resumed_on: date | None


@dataclass(frozen=True, slots=True)
class PairDays:
    """A pair's status and the days of its life."""

    status: PairStatus
    approved_on: date
    asked_on: date | None = None
    mentee_agreed_on: date | None = None
    mentor_agreed_on: date | None = None
    signed_on: date | None = None
    began_on: date | None = None
    ended_on: date | None = None
    rests: tuple[Rest, ...] = ()  # the first first

    def agreed_on(self, side: Side) -> date | None:
        return self.mentee_agreed_on if side is Side.MENTEE else self.mentor_agreed_on

    @property
    def said_yes(self) -> tuple[date, ...]:
        """The earlier answer first."""
        return tuple(sorted(day for day in (self.mentee_agreed_on, self.mentor_agreed_on) if day is not None))

    @property
    def latest(self) -> date:
        """The day of the newest thing that happened; nothing new happens before it."""
        return max(each.on for each in history_of(self))


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage with the day on which it began."""

    stage: Stage
    on: date


def stage_of(days: PairDays) -> Stage:
    match days.status:
        case PairStatus.PROPOSED:
            return _before_the_contract(days)
        case PairStatus.SIGNED:
            return Stage.SIGNED
        case PairStatus.ACTIVE:
            return Stage.ACTIVE
        case PairStatus.ON_HOLD:
            return Stage.ON_HOLD
        case PairStatus.COMPLETED:
            return Stage.COMPLETED
        case PairStatus.DISSOLVED:
            return Stage.DISSOLVED
        case PairStatus.DECLINED:
            return Stage.DECLINED
        case never:
            assert_never(never)


def _before_the_contract(days: PairDays) -> Stage:
    if len(days.said_yes) == len(Side):
        return Stage.AGREED
    if days.said_yes:
        return Stage.ACCEPTED_BY_ONE
    return Stage.PROPOSAL if days.asked_on is None else Stage.ASKED


def stage_after_rest(days: PairDays) -> Stage:
    """Only a pair that has signed or begun is put on hold."""
    return Stage.SIGNED if days.began_on is None and days.signed_on is not None else Stage.ACTIVE


def history_of(days: PairDays) -> tuple[Reached, ...]:
    """What is known of its way, by day; a stage that was passed over, or whose day nobody noted, is not in it."""
    return tuple(sorted(_reached(days), key=lambda each: each.on))  # stable: on one day in the order of the stages


def _reached(days: PairDays) -> Iterator[Reached]:
    yield Reached(Stage.PROPOSAL, days.approved_on)
    if days.asked_on is not None:
        yield Reached(Stage.ASKED, days.asked_on)
    for stage, on in zip((Stage.ACCEPTED_BY_ONE, Stage.AGREED), days.said_yes, strict=False):
        yield Reached(stage, on)
    if days.signed_on is not None:
        yield Reached(Stage.SIGNED, days.signed_on)
    if days.began_on is not None:
        yield Reached(Stage.ACTIVE, days.began_on)
    for rest in days.rests:
        yield Reached(Stage.ON_HOLD, rest.from_on)
        if rest.resumed_on is not None:
            began = days.began_on is not None and days.began_on <= rest.from_on
            yield Reached(Stage.ACTIVE if began or days.signed_on is None else Stage.SIGNED, rest.resumed_on)
    if days.ended_on is not None:
        yield Reached(stage_of(days), days.ended_on)
