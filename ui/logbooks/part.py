"""What each part of a pair's detail is: it shows the pair anew when it is chosen, and when something has changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk


class PairPart(QWidget):
    """Subclasses lay themselves out and answer `show_strip` and `enter`; only the part in view is shown anything.

    What they ask the file for is asked in `show_strip`, under a key of their own, and is left where `self.strip` has
    become another pair meanwhile.
    """

    done = Signal()  # saved or given up: the keyboard goes back to the list

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        """`paged`: the detail has the page to itself."""
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.paged = paged
        self.strip: PairStrip | None = None

    def show_strip(self, strip: PairStrip) -> None:
        """The same pair anew, or another one."""
        raise NotImplementedError

    def enter(self) -> None:
        """The keyboard goes to what one wants here first."""
        raise NotImplementedError
