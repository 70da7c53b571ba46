"""What each tab shows; its page is built when it is first looked at.

To add one: a line in TABS and in rail_tab.py, and its folder with a Page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentordesk.domain.subjects import Subject
from ui.rail_tab import CALENDAR, LOGBOOKS, MATCHING, PARTICIPANTS, PROGRAMME, TODAY, RailTab

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.page import Page


def _today(desk: Desk) -> Page:
    from ui.today.tab import TodayPage

    return TodayPage(desk)


def _programme(desk: Desk) -> Page:
    from ui.programme.tab import ProgrammePage

    return ProgrammePage(desk)


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
    Tab(TODAY, _today),
    Tab(PROGRAMME, _programme),
    Tab(
        PARTICIPANTS,
        _participants,
        frozenset({Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.CRITERIA, Subject.INTERVIEWS}),
    ),
    Tab(MATCHING, _matching, frozenset({Subject.SCENARIOS, Subject.PAIRS})),
    Tab(CALENDAR, _calendar, frozenset({Subject.MEETINGS})),
    Tab(LOGBOOKS, _logbooks, frozenset({Subject.LOGBOOKS, Subject.GOALS})),
)
MODULES = tuple(
    f"ui.{folder}.tab" for folder in ("today", "programme", "participants", "matching_board", "calendar", "logbooks")
)
"""Where the pages are; loaded on the file's thread before the first of them is built."""
