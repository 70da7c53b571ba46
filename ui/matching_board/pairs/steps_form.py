"""A small form for one step of a pair's life: what is asked, what follows from it, and one button that does it.

Which steps ask what is pair_steps_offers.py; nothing here asks the file or changes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, frame, row
from ui.widgets.labels import label, unaccelerated

Told = Mapping[str, FieldValue]


class StepForm(QFrame):
    """Enter goes on from wherever the focus is, Esc gives up; what is written stays when it is refused."""

    told = Signal(object)  # Told
    edited = Signal()  # something else is written than before
    given_up = Signal()
    grew = Signal(object)  # the part that came into it and should be in view

    def __init__(
        self, look: Look, heading: Sayable, fields: Sequence[Field | Row], does: Sayable, *, today: date, name: str
    ) -> None:
        """`does`: what the button says; `name`: of the step, in the names of form and button."""
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"{name}Form")
        self.setAccessibleName(say(heading))
        self._look = look
        self.keys = [each.field.key if isinstance(each, Row) else each.key for each in fields]
        inside: QVBoxLayout = column(look, within=self, edge=Space.AROUND)
        inside.addWidget(label(say(heading), "strong", wrap=True))
        self._hints = column(look, space=Space.WITHIN)
        inside.addLayout(self._hints)
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.be_as_high_as_fields()
        for key in self.keys:
            self.form.editor(key).changed.connect(self.edited)
        self.form.submitted.connect(self.submit)
        inside.addWidget(self.form)
        self.form.setVisible(bool(fields))  # not before: alone it would be a window for a moment
        self._middle = column(look)
        inside.addLayout(self._middle)
        self._effect = frame("card")
        self._effect.setObjectName(f"{name}Effect")
        self._effect.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a reader comes to it before the button
        self._lines = column(look, within=self._effect, space=Space.WITHIN, edge=Space.BETWEEN)
        self._effect.hide()
        inside.addWidget(self._effect)
        self._after = column(look)
        inside.addLayout(self._after)
        self._remark = Remark(look)
        inside.addWidget(self._remark)
        self._buttons = row(look)
        self.does: QPushButton = button(say(does), self.submit, name=f"{name}Do", kind="main")
        self._buttons.addWidget(self.does)
        self._buttons.addWidget(button(tr("Not now"), self.given_up.emit, name=f"{name}Leave", kind="quiet"))
        self._buttons.addStretch(1)
        inside.addLayout(self._buttons)

    def say_first(self, sentences: Sequence[Sayable]) -> None:
        """Under the heading."""
        clear(self._hints)
        for sentence in sentences:
            self._hints.addWidget(label(say(sentence), "second", wrap=True))

    def show_effect(self, sentences: Sequence[Sayable]) -> None:
        """What would happen, above the button; none hides it."""
        clear(self._lines)
        for at, sentence in enumerate(sentences):
            self._lines.addWidget(label(say(sentence), "" if at else "strong", wrap=True))
        self._effect.setAccessibleName("\n".join(say(sentence) for sentence in sentences))
        self._effect.setVisible(bool(sentences))
        if sentences:
            self.grew.emit(self._effect)

    def name_button(self, does: Sayable) -> None:
        self.does.setText(unaccelerated(say(does)))
        self.does.setAccessibleName(say(does))

    def add_before_button(self, part: QWidget) -> None:
        """Whatever else a step asks, above its effect."""
        self._middle.addWidget(part)

    def add_after_effect(self, part: QWidget) -> None:
        """What is asked only once the effect is known."""
        self._after.addWidget(part)

    def begin(self, values: Told) -> None:
        self.form.show_values(values)
        (self.form.editor(self.keys[0]) if self.keys else self.does).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        self._remark.set("", wrong=False)
        values = self.form.values()
        if values is not None:
            self.told.emit(values)

    def refuse(self, no: Refused, key: str = "") -> None:
        """Beside the field that it concerns; else above the button."""
        if key in self.keys:
            self.form.mark(key, no.message)
            self.form.focus(key)
            return
        self._remark.set("\n".join(say(each) for each in (no.message, *no.details)), wrong=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)
