"""Asking the user for a file or a decision; an object, so that a test answers by script (design D18)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file dialog offers: a title as said and its endings, such as (".xlsx", ".csv")."""

    title: str
    endings: tuple[str, ...]

    @property
    def pattern(self) -> str:
        return f"{self.title} ({' '.join('*' + ending for ending in self.endings)})"


class Ask(Protocol):
    """None and False mean that the user turned back."""

    def open_file(self, title: str, kind: FileKind) -> Path | None: ...

    def save_file(self, title: str, suggested: str, kind: FileKind) -> Path | None: ...

    def folder(self, title: str) -> Path | None: ...

    def confirm(self, title: str, text: str, button: str, turn_back: str) -> bool: ...


class AskInDialogs:
    """With the system's dialogs, over the window."""

    def __init__(self, over: QWidget) -> None:
        self._over = over

    def open_file(self, title: str, kind: FileKind) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._over, title, "", kind.pattern)
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, kind: FileKind) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._over, title, suggested, kind.pattern)
        return Path(name) if name else None

    def folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._over, title)
        return Path(name) if name else None

    def confirm(self, title: str, text: str, button: str, turn_back: str) -> bool:
        """Only for what cannot be undone (ux.md 3)."""
        box = QMessageBox(self._over)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # names in it are no markup
        box.setText(text)
        yes = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(turn_back, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is yes
