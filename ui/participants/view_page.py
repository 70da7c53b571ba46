"""What a view of the Participants tab is; which there are stands in views.py, which is in front in hosting.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
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
