"""Applications (R20): how somebody came into a programme. Statuses stand in statuses.py, papers in criteria.py."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class Origin(StrEnum):
    """What brought somebody into a programme; mentors volunteer, are suggested or asked (R25)."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    ASKED = "asked"
    VOLUNTEERED = "volunteered"
    NOTICE = "notice"  # of a new manager
    REFERRED = "referred"


ORIGIN_NAMES: dict[Origin, Message] = {
    Origin.APPLIED: msg("Applied"),
    Origin.SUGGESTED: msg("Was suggested"),
    Origin.ASKED: msg("Was asked"),
    Origin.VOLUNTEERED: msg("Volunteered"),
    Origin.NOTICE: msg("Notice of a new manager"),
    Origin.REFERRED: msg("Was referred"),
}
