"""A list of people in which a key notes something of whoever is selected; a letter within a typed name is a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from ui.desk import Desk
from ui.tables.model import RecordTable
from ui.tables.view import TableView

_NONE, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class NotingTable(TableView):
    noted = Signal(object)  # what the key stands for, of the selected rows

    def __init__(
        self,
        desk: Desk,
        table: RecordTable[Any],
        name: str,
        notes: Mapping[Qt.Key, object],
        *,
        tab: str,
        key: str,
    ) -> None:
        """`notes`: letters among the keys are typed with Shift where they begin a name."""
        super().__init__(desk, table, name, tab=tab, key=key)
        self._notes = notes
        self._since_letter: QElapsedTimer | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~_KEYPAD == _NONE
        letter = event.text().isalpha()
        if plain and key in self._notes and not (letter and self._is_in_a_name()):
            self.noted.emit(self._notes[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  # Qt's name
        self._since_letter = QElapsedTimer()
        self._since_letter.start()
        super().keyboardSearch(search)

    def _is_in_a_name(self) -> bool:
        longest = QGuiApplication.styleHints().keyboardInputInterval()
        return self._since_letter is not None and self._since_letter.elapsed() < longest
