"""The news that something changed, as a set of Subjects (design D6); each page says which of them it shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    touched = Signal(object)  # frozenset[Subject]; after each change, undo and redo
