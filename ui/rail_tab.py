"""The tabs as they stand on the rail, in their order; what each shows is tabs.py's.

To add one: a line here and one there. The numbers are settled for all nine (ux.md 4.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.i18n.message import Message, msg


@dataclass(frozen=True, slots=True)
class RailTab:
    key: str
    number: int  # Alt and this digit lead there
    title: Message
    picture: str


TODAY = RailTab("today", 1, msg("Today"), "today")
PROGRAMME = RailTab("programme", 2, msg("Programme"), "programme")
PARTICIPANTS = RailTab("participants", 3, msg("Participants"), "participants")
MATCHING = RailTab("matching", 4, msg("Matching"), "matching")
CALENDAR = RailTab("calendar", 5, msg("Calendar"), "calendar")
LOGBOOKS = RailTab("logbooks", 6, msg("Logbooks"), "logbooks")
DOCUMENTS = RailTab("documents", 8, msg("Documents"), "documents")
RAIL_TABS = (TODAY, PROGRAMME, PARTICIPANTS, MATCHING, CALENDAR, LOGBOOKS, DOCUMENTS)
