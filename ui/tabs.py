"""The tabs of the window, in their order; each is built when it is first looked at.

To add one: a line in TABS, and its folder with a Page. The numbers are settled for all nine (ux.md 4.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.rail_tab import RailTab

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.page import Page


def _today(desk: Desk) -> Page:
    from ui.today.tab import TodayPage

    return TodayPage(desk)


def _participants(desk: Desk) -> Page:
    from ui.participants.tab import ParticipantsPage

    return ParticipantsPage(desk)


def _matching(desk: Desk) -> Page:
    from ui.matching_board.tab import MatchingPage

    return MatchingPage(desk)


def _calendar(desk: Desk) -> Page:
    from ui.calendar.tab import CalendarPage

    return CalendarPage(desk)


def _logbooks(desk: Desk) -> Page:
    from ui.logbooks.tab import LogbooksPage

    return LogbooksPage(desk)


@dataclass(frozen=True, slots=True)
class Tab:
    on_rail: RailTab
    build: Callable[[Desk], Page]
    holds: frozenset[Subject] = frozenset()  # "please show" one of these leads here

    @property
    def key(self) -> str:
        return self.on_rail.key


TABS = (
    Tab(RailTab("today", 1, msg("Today"), "today"), _today),
    Tab(
        RailTab("participants", 3, msg("Participants"), "participants"),
        _participants,
        frozenset({Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.CRITERIA, Subject.INTERVIEWS}),
    ),
    Tab(RailTab("matching", 4, msg("Matching"), "matching"), _matching, frozenset({Subject.SCENARIOS})),
    Tab(RailTab("calendar", 5, msg("Calendar"), "calendar"), _calendar, frozenset({Subject.MEETINGS})),
    Tab(
        RailTab("logbooks", 6, msg("Logbooks"), "logbooks"),
        _logbooks,
        frozenset({Subject.PAIRS, Subject.LOGBOOKS, Subject.GOALS}),
    ),
)
MODULES = tuple(f"ui.{folder}.tab" for folder in ("today", "participants", "matching_board", "calendar", "logbooks"))
"""Where the pages are; loaded on the file's thread before the first of them is built."""
