"""The small form under the page's bar in which a plan is named, copied, renamed or noted on; what it does is the bar's.

A refusal stands beside the field, and what was typed stays in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.fields import TEXT_LENGTH, TextField
from mentordesk.i18n.message import Message, msg
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label


class Asked(Enum):
    NEW = auto()
    COPY = auto()
    RENAME = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class _Words:
    heading: Message
    button: Message


_WORDS: dict[Asked, _Words] = {
    Asked.NEW: _Words(msg("New plan"), msg("Make the plan")),
    Asked.COPY: _Words(msg("Copy of the plan"), msg("Copy the plan")),
    Asked.RENAME: _Words(msg("Another name for the plan"), msg("Rename the plan")),
    Asked.NOTE: _Words(msg("Note on the plan"), msg("Keep the note")),
}
_NAME = TextField("scenarioName", msg("Name of the plan"))
_NOTE = TextField("scenarioNote", msg("Your own words on this plan"), length=TEXT_LENGTH, lines=True)


class ScenarioLine(QFrame):
    entered = Signal(object, str)  # Asked; what was typed, as a field reads it
    left = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("scenarioLine")
        self._look = look
        self._today = today
        self._asked = Asked.NEW
        self._form: Form | None = None
        self._down: QVBoxLayout = column(look, within=self, edge=Space.AROUND)
        self.hide()

    def ask(self, asked: Asked, text: str) -> None:
        """`text` stands in the field, selected where it is a name."""
        clear(self._down)
        self._asked = asked
        look, words = self._look, _WORDS[asked]
        self.setAccessibleName(say(words.heading))
        self._down.addWidget(label(say(words.heading), "strong"))
        field = _NOTE if asked is Asked.NOTE else _NAME
        form = Form(look, [Row(field, required=field is _NAME)], today=self._today, name="scenarioForm", edge=0)
        form.be_as_high_as_fields()
        for part in form.findChildren(QWidget):
            part.setAutoFillBackground(False)  # the card shows through
        form.show_values({field.key: text or None})
        form.submitted.connect(self._submit)
        self._form = form
        self._down.addWidget(form)
        buttons = row(look)
        buttons.addWidget(button(say(words.button), self._submit, name="scenarioSubmit"))
        buttons.addWidget(button(tr("Cancel"), self.close_line, name="scenarioCancel", kind="quiet", keys="Esc"))
        buttons.addStretch(1)
        self._down.addLayout(buttons)
        control = form.editor(field.key).control
        if isinstance(control, QLineEdit):
            control.returnPressed.connect(self._submit)
            control.selectAll()
        self.show()
        form.focus(field.key)

    def refuse(self, reason: Message) -> None:
        if self._form is not None:
            self._form.mark(self._key, reason)
            self._form.focus(self._key)

    def close_line(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    @property
    def _key(self) -> str:
        return (_NOTE if self._asked is Asked.NOTE else _NAME).key

    def _submit(self) -> None:
        values = None if self._form is None else self._form.values()
        if values is not None:
            value = values[self._key]
            self.entered.emit(self._asked, value if isinstance(value, str) else "")
