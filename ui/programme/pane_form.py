"""A small form beside a list: what it is for, its fields, one main button and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class PaneForm(QWidget):
    """Enter in a line presses the button, as Ctrl+Enter does; Esc leads back."""

    submitted = Signal(object)  # Mapping[str, FieldValue], all of which the fields take
    given_back = Signal()

    def __init__(
        self,
        look: Look,
        *,
        heading: str,
        text: str = "",
        fields: Sequence[Field | Row],
        today: date,
        main: str,
        name: str,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        down = column(look, within=self, space=Space.AROUND, edge=16)
        down.addWidget(label(heading, "heading", wrap=True))
        if text:
            down.addWidget(label(text, "second", wrap=True))
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.submitted.connect(self.submit)
        self.form.submit_by_enter()
        self._first = fields[0].field.key if isinstance(fields[0], Row) else fields[0].key
        down.addWidget(self.form, 1)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        buttons = row(look)
        buttons.addWidget(button(main, self.submit, name=f"{name}Main", kind="main", keys="Ctrl+Return"))
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name=f"{name}Back", keys="Esc"))
        buttons.addStretch()
        down.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)

    def begin(self, values: Mapping[str, FieldValue]) -> None:
        self.form.show_values(values)
        self.form.stand_in(self._first)

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)

    def submit(self) -> None:
        self._remark.set("", wrong=False)
        values = self.form.values()
        if values is not None:
            self.submitted.emit(values)
