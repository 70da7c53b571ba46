"""The views of the tab: the grid of people and those beside it, each made when it is first shown.

To add one: a line in VIEWS and its class, made from ViewPage. The digit of its key is its place. What is in the grid
stands in grid.py, and which view is in front is known by hosting.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.widgets.page import PageCommand


class ViewPage(QWidget):
    """A view. It asks for its rows when `reload` is called: when it comes to the front, and when one of its
    `subjects` was touched or another programme chosen while it is there."""

    subjects: ClassVar[frozenset[Subject]] = frozenset()
    shown = Signal()  # its rows are there, so that the keyboard can go in
    person_wanted = Signal(str)  # the number of a participation or a person, to be seen in the grid
    left = Signal()  # back to the grid, as by Esc

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look

    def reload(self) -> None:
        """Asks the desk's work for everything the view shows."""

    def please_show(self, number: str) -> bool:
        """Brings the participation, person or unit of this number into view; whether the view shows such."""
        return False

    def enter(self) -> None:
        """Gives the keyboard to what one came for."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self,)

    def commands(self) -> Sequence[PageCommand]:
        """For the palette and the page's menu while the view is in front."""
        return ()

    def close_topmost(self) -> bool:
        """Esc: closes what is open over the view; whether there was anything."""
        return False


@dataclass(frozen=True, slots=True)
class View:
    key: str
    title: Message
    build: Callable[[Desk], ViewPage]


def _made_in(module: str, name: str) -> Callable[[Desk], ViewPage]:
    """Read when it is first shown: nobody waits at the start for views that most days are not looked at."""

    def build(desk: Desk) -> ViewPage:
        made = getattr(import_module(module), name)(desk)
        assert isinstance(made, ViewPage)
        return made

    return build


def _views(declared: Sequence[tuple[str, Message, str, str]]) -> tuple[View, ...]:
    return tuple(View(key, title, _made_in(module, name)) for key, title, module, name in declared if _is_there(module))


def _is_there(module: str) -> bool:
    package = module.rpartition(".")[0]
    return find_spec(package) is not None and find_spec(module) is not None


PEOPLE = "people"
VIEWS: tuple[View, ...] = _views(
    (
        ("bank", msg("Mentor bank"), "ui.participants.bank.view", "BankView"),
        ("units", msg("Units"), "ui.participants.units.view", "UnitsView"),
        ("selection", msg("Selection"), "ui.participants.selection.view", "SelectionView"),
        ("reading", msg("Applications"), "ui.participants.applications.reading_view", "ReadingView"),
    )
)
"""Those beside the grid, which is the first: Ctrl+1."""
