"""The window itself: its place on the screen, its first frame, and that it was closed. Its content is program.py's."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from ui.first_frame import FirstFrame
from ui.preferences import Preferences
from ui.theme import Look, tokens_at_first

_SMALLEST = (1100, 700)


class MainWindow(QMainWindow):
    closing = Signal()

    def __init__(self, preferences: Preferences, *, file_comes: bool) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._preferences = preferences
        self.resize(1280, 800)
        self.setMinimumSize(*_SMALLEST)
        if isinstance(kept := preferences.geometry, QByteArray):
            self.restoreGeometry(kept)
        look = Look(tokens_at_first(preferences.theme), preferences.zoom)
        self.setCentralWidget(FirstFrame(look, with_rail=file_comes))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        self._preferences.geometry = self.saveGeometry()
        self.closing.emit()
        super().closeEvent(event)
