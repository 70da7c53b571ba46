"""A line to write in, with its title above and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.editor import Remark
from ui.theme import Look, Space
from ui.widgets.frames import column
from ui.widgets.labels import dress, label


class AskedLine(QWidget):
    def __init__(self, look: Look, title: str, name: str, why: str) -> None:
        """`why`: what is said while it is empty and must not be."""
        super().__init__()
        self._why = why
        down = column(look, within=self, space=Space.WITHIN)
        words = label(title, "second", wrap=True)
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(title)
        words.setBuddy(self.line)
        self._remark = Remark(look)
        for part in (words, self.line, self._remark):
            down.addWidget(part)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def check(self) -> bool:
        """Whether something is written; else it says so."""
        empty = not self.text
        self._remark.set(self._why if empty else "", wrong=empty)
        dress(self.line, "wrong", empty)
        return not empty
