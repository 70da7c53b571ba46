"""Where somebody can stand in a programme, and what a status lets happen (R20, R25)."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class ParticipationStatus(StrEnum):
    """Where somebody stands in a programme; mentors and mentees share the list (R20, R25)."""

    SUGGESTED = "suggested"
    ASKED = "asked"
    RECEIVED = "received"
    COMPLETE = "complete"
    INTERVIEWED = "interviewed"
    SELECTED = "selected"
    WAITING = "waiting"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


STATUS_NAMES: dict[ParticipationStatus, Message] = {
    ParticipationStatus.SUGGESTED: msg("Suggested"),
    ParticipationStatus.ASKED: msg("Asked"),
    ParticipationStatus.RECEIVED: msg("Application received"),
    ParticipationStatus.COMPLETE: msg("Application complete"),
    ParticipationStatus.INTERVIEWED: msg("Interviewed"),
    ParticipationStatus.SELECTED: msg("Selected"),
    ParticipationStatus.WAITING: msg("Waiting list"),
    ParticipationStatus.DECLINED: msg("Declined"),
    ParticipationStatus.WITHDRAWN: msg("Withdrawn"),
    ParticipationStatus.COMPLETED: msg("Completed the programme"),
}
# Who can be matched: a coordinator who imports a list wants to see a plan at once; gates come at approval (R22).
MATCHABLE = frozenset(ParticipationStatus) - {
    ParticipationStatus.DECLINED,
    ParticipationStatus.WITHDRAWN,
    ParticipationStatus.COMPLETED,
}
