"""A page over the list, with a way back by Alt+Left: what stands beside the list where there is room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Look
from ui.widgets.frames import column


class BackPage(QWidget):
    left = Signal()

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        around = column(look, within=self)
        around.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        around.addWidget(inside)

    def event(self, event: QEvent) -> bool:
        """The key is taken here before the window's own way back, to the tab before, gets it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if _is_back(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_back(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Left
