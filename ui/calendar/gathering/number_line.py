"""A line for a small number: digits, or the arrows up and down. Qt's own spin box cannot wear our sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import Look

_MOST = 99


class NumberLine(QLineEdit):
    """From 1 to the maximum; what cannot be read is 1."""

    def __init__(self, look: Look, name: str, words: str) -> None:
        super().__init__("1")
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMaxLength(2)
        self.setFixedWidth(look.px(56))
        self._most = _MOST
        self.setValidator(QIntValidator(1, _MOST, self))

    @property
    def value(self) -> int:
        text = self.text()
        return min(max(int(text), 1), self._most) if text.isascii() and text.isdigit() else 1

    def set_value(self, number: int) -> None:
        self.setText(str(min(max(number, 1), self._most)))

    def set_most(self, most: int) -> None:
        self._most = most
        self.set_value(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_value(self.value + step)
