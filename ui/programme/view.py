"""What the views of the Programme tab have in common: what they ask for, and what they answer to keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ProgrammeId
from ui.desk import Desk, NoticeKind


class View(QWidget):
    """Subclasses answer `reload` and, where something can be added, `add`; `told` comes with their first rows."""

    told = Signal()
    refused = Signal(object)  # Refused: the rows could not be read

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.programme: ProgrammeId | None = None

    def reload(self, programme: ProgrammeId) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        """The keyboard goes to what one wants here first."""
        raise NotImplementedError

    def add(self) -> None:
        """Ctrl+N; nothing where nothing can be added."""

    def may_change(self) -> bool:
        """Else it says why not."""
        reason = self.desk.file.read_only
        if reason is not None:
            self.desk.tell(reason, NoticeKind.NOTE)
        return reason is None
