"""What Today asks for, as it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from tests.ui.hands import find


def tasks(w):
    shown = find(w.program.window, "taskList")
    assert isinstance(shown, QAbstractItemView)
    model = shown.model()
    text = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(text)) for row in range(model.rowCount())]


def show_all(w):
    """A section shows its first twenty; Enter on its last line shows the others."""
    while (at := next((at for at, words in enumerate(tasks(w)) if words.startswith("Show all ")), None)) is not None:
        w.choose("taskList", at)
        w.key("Return")
