"""The life of a pair (R40 to R42): statuses, ways to end, the fit question. No free text on why a pair ended.

Where a pair stands on the board is pair_stages.py; what may be done with it then, pair_steps.py.
"""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg, pmsg


class PairStatus(StrEnum):
    PROPOSED = "proposed"
    SIGNED = "signed"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    DISSOLVED = "dissolved"
    DECLINED = "declined"  # one of the two said no, or the programme took the proposal back


PAIR_STATUS_NAMES: dict[PairStatus, Message] = {
    PairStatus.PROPOSED: msg("Approved, contract to be signed"),
    PairStatus.SIGNED: msg("Contract signed"),
    PairStatus.ACTIVE: msg("Active"),
    PairStatus.ON_HOLD: msg("On hold"),
    PairStatus.COMPLETED: msg("Completed"),
    PairStatus.DISSOLVED: msg("Ended by agreement"),
    PairStatus.DECLINED: msg("Came to nothing"),
}
RUNNING = frozenset({PairStatus.PROPOSED, PairStatus.SIGNED, PairStatus.ACTIVE, PairStatus.ON_HOLD})
WERE_TOGETHER = frozenset({PairStatus.COMPLETED, PairStatus.DISSOLVED})  # whom "not together again" is about


class Ending(StrEnum):
    """Why a pair ended by agreement: a category, never words (settled with R40)."""

    FIT = "fit"
    TIME = "time"
    NEW_POSITION = "new_position"
    DEPENDENCE = "dependence"
    LEAVE = "leave"
    GOALS_REACHED = "goals_reached"
    OTHER = "other"


ENDING_NAMES: dict[Ending, Message] = {
    Ending.FIT: msg("The two don't fit well enough"),
    Ending.TIME: msg("There is too little time"),
    Ending.NEW_POSITION: msg("One of them has a new position"),
    Ending.DEPENDENCE: msg("A position of dependence has come up"),
    Ending.LEAVE: msg("One of them is on leave"),
    Ending.GOALS_REACHED: msg("The goals are reached"),
    Ending.OTHER: msg("Something else"),
}


class FitValue(StrEnum):
    GOOD = "good"
    DECIDING = "deciding"
    NOT_GOOD = "not_good"


FIT_NAMES: dict[FitValue, Message] = {
    FitValue.GOOD: pmsg("fit", "Good"),
    FitValue.DECIDING: pmsg("fit", "Still deciding"),
    FitValue.NOT_GOOD: pmsg("fit", "Not good"),
}
FIT_AFTER = (1, 3)  # after which conversations both are asked (R41)


class Side(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"

    @property
    def other(self) -> Side:
        return Side.MENTOR if self is Side.MENTEE else Side.MENTEE
