"""What each tab shows; its page is built when it is first looked at.

To add one: a line in TABS and in rail_tab.py, and its folder with a Page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mentordesk.domain.subjects import Subject
from ui.rail_tab import CALENDAR, DOCUMENTS, LOGBOOKS, MATCHING, PARTICIPANTS, PROGRAMME, TODAY, RailTab

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.page import Page

Turns: TypeAlias = "Iterator[Page | None]"
"""How a page is built: what takes long by itself in a turn of the event loop each, and at last the page."""


def _today(desk: Desk) -> Turns:
    from ui.today.tab import TodayPage

    yield TodayPage(desk)


def _programme(desk: Desk) -> Turns:
    from ui.programme.tab import ProgrammePage

    yield ProgrammePage(desk)


def _participants(desk: Desk) -> Turns:
    from ui.participants.grid import Grid
    from ui.participants.tab import ParticipantsPage, detail_of

    grid = Grid(desk)
    yield None
    detail = detail_of(desk)
    yield None
    yield ParticipantsPage(desk, grid, detail)


def _matching(desk: Desk) -> Turns:
    from ui.matching_board.tab import MatchingPage

    yield MatchingPage(desk)


def _calendar(desk: Desk) -> Turns:
    from ui.calendar.tab import CalendarPage

    yield CalendarPage(desk)


def _logbooks(desk: Desk) -> Turns:
    from ui.logbooks.tab import LogbooksPage

    yield LogbooksPage(desk)


def _documents(desk: Desk) -> Turns:
    from ui.documents.tab import DocumentsPage

    yield DocumentsPage(desk)


@dataclass(frozen=True, slots=True)
class Tab:
    on_rail: RailTab
    build: Callable[[Desk], Turns]
    holds: frozenset[Subject] = frozenset()  # "please show" one of these leads here

    @property
    def key(self) -> str:
        return self.on_rail.key


TABS = (
    Tab(TODAY, _today, frozenset({Subject.ALERTS})),
    Tab(PROGRAMME, _programme, frozenset({Subject.TEAM})),
    Tab(
        PARTICIPANTS,
        _participants,
        frozenset({Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.CRITERIA, Subject.INTERVIEWS}),
    ),
    Tab(MATCHING, _matching, frozenset({Subject.SCENARIOS, Subject.PAIRS})),
    Tab(CALENDAR, _calendar, frozenset({Subject.MEETINGS})),
    Tab(LOGBOOKS, _logbooks, frozenset({Subject.LOGBOOKS, Subject.GOALS})),
    Tab(DOCUMENTS, _documents, frozenset({Subject.DOCUMENTS, Subject.LETTERS})),
)
MODULES = tuple(
    f"ui.{folder}.tab"
    for folder in ("today", "programme", "participants", "matching_board", "calendar", "logbooks", "documents")
)
"""Where the pages are; loaded on the file's thread before the first of them is built."""
