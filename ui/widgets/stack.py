"""Pages of which one is seen, and only that one is asked for room: it takes what there is, and scrolls the rest itself.

Qt asks all pages of a stack, hidden ones too, whenever a label around it changes: with all tabs that took 20 ms.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        seen = self.currentWidget()
        return QSize() if seen is None else seen.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        seen = self.currentWidget()
        return QSize() if seen is None else seen.minimumSizeHint()
