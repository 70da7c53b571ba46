"""Which papers go with letters, chosen in a menu that stays open, so that several are chosen in one go."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mentordesk.queries.enclosures import Enclosing
from ui.language import ntr, say, tr
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import unaccelerated


class EnclosedPapers(QWidget):
    chosen = Signal()

    def __init__(self, look: Look) -> None:
        from mentordesk.queries.enclosed_papers import enclosable_kinds  # knows every paper: not before somebody writes

        super().__init__()
        self._menu = _StaysOpen(self)
        self._menu.setObjectName("enclosureMenu")
        self._menu.setAccessibleName(tr("Papers that go with the letter"))
        self._actions: dict[str, QAction] = {}
        for kind in enclosable_kinds():
            action = self._menu.addAction(unaccelerated(say(kind.title)))
            action.setObjectName(f"enclose_{kind.key}")
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
            self._actions[kind.key] = action
        self._button: QPushButton = button("", self.open, name="lettersEnclosures", picture="documents", look=look)
        row(look, within=self).addWidget(self._button)
        self._name()

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the kinds that are chosen."""
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def enclosing(self, made_on: date) -> Enclosing | None:
        """None where no paper is chosen."""
        from mentordesk.queries.enclosed_papers import enclosed_papers

        return enclosed_papers(self.keys, made_on=made_on) if self.keys else None

    def open(self) -> None:
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _on_toggled(self, _: bool) -> None:
        self._name()
        self.chosen.emit()

    def _name(self) -> None:
        count = len(self.keys)
        words = ntr("With {count} paper …", "With {count} papers …", count) if count else tr("Without papers …")
        self._button.setText(unaccelerated(f" {words}"))
        self._button.setAccessibleName(words)


class _StaysOpen(QMenu):
    """A click or Space ticks and leaves it open."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        action = cast("QAction | None", self.actionAt(event.position().toPoint()))
        if action is not None and action.isEnabled():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        action = cast("QAction | None", self.activeAction())
        if action is not None and event.text() == " ":
            action.toggle()
        else:
            super().keyPressEvent(event)
