"""The life of a pair (R40 to R42): statuses, ways to end, the fit question. No free text on why a pair ended."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class PairStatus(StrEnum):
    PROPOSED = "proposed"
    SIGNED = "signed"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    DISSOLVED = "dissolved"


PAIR_STATUS_NAMES: dict[PairStatus, Message] = {
    PairStatus.PROPOSED: msg("Approved, contract to be signed"),
    PairStatus.SIGNED: msg("Contract signed"),
    PairStatus.ACTIVE: msg("Active"),
    PairStatus.ON_HOLD: msg("On hold"),
    PairStatus.COMPLETED: msg("Completed"),
    PairStatus.DISSOLVED: msg("Ended by agreement"),
}
RUNNING = frozenset({PairStatus.PROPOSED, PairStatus.SIGNED, PairStatus.ACTIVE, PairStatus.ON_HOLD})


class Ending(StrEnum):
    """Why a pair ended by agreement: a category, never words (settled with R40)."""

    FIT = "fit"
    TIME = "time"
    NEW_POSITION = "new_position"
    DEPENDENCE = "dependence"
    LEAVE = "leave"
    GOALS_REACHED = "goals_reached"
    OTHER = "other"


class FitValue(StrEnum):
    GOOD = "good"
    DECIDING = "deciding"
    NOT_GOOD = "not_good"


class Side(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
