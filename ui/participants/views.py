"""The views of the tab beside the grid of people, each made when it is first shown.

To add one: a line in VIEWS and its class, made from ViewPage. The digit of its key is its place. What is in the grid
stands in grid.py, and which view is in front is known by hosting.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.participants.applications.reading_view import ReadingView
from ui.participants.bank.view import BankView
from ui.participants.selection.view import SelectionView
from ui.participants.units.view import UnitsView
from ui.participants.view_page import ViewPage


@dataclass(frozen=True, slots=True)
class View:
    key: str
    title: Message
    build: Callable[[Desk], ViewPage]


PEOPLE = "people"
VIEWS = (
    View("bank", msg("Mentor bank"), BankView),
    View("units", msg("Units"), UnitsView),
    View("selection", msg("Selection"), SelectionView),
    View("reading", msg("Applications"), ReadingView),
)
"""Those beside the grid, which is the first: Ctrl+1."""
