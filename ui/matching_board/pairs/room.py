"""A room over the whole matching page, with a way back: what the short list and “no match” have in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from ui.desk import Desk
from ui.language import tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label


class Room(QWidget):
    """Subclasses set `subjects`, at whose change they ask anew; Esc goes back."""

    subjects: ClassVar[frozenset[Subject]]
    left = Signal()

    def __init__(self, desk: Desk, title: str, *, name: str, leave: str) -> None:
        """`name` and `leave`: of the room and of its Back button, for whoever looks for them."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "canvas")
        self.desk = desk
        look = desk.look
        self.down = column(look, within=self, edge=Space.AROUND)
        head = row(look)
        head.addWidget(button(tr("Back"), self.left.emit, name=leave, picture="left", look=look, keys="Esc"))
        head.addWidget(label(title, "heading"), 1)
        self.down.addLayout(head)
        desk.changes.touched.connect(self._on_touched)

    def ask(self) -> None:
        """Reads what it shows."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if self.isVisible() and subjects & self.subjects:
            self.ask()
