"""A small form beside a list or within a part: what it is for, its fields, one main button and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from ui.forms.editor import Remark
from ui.forms.form import Form, Heading, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class AskingForm(QFrame):
    """Enter in a line presses the button, as Ctrl+Enter does; Esc leads back; what is refused stays written."""

    submitted = Signal(object)  # Mapping[str, FieldValue], all of which the fields take
    given_back = Signal()

    def __init__(
        self,
        look: Look,
        *,
        heading: str,
        text: str = "",
        fields: Sequence[Field | Row | Heading],
        main: str,
        name: str,
        today: date,
        inset: bool = False,
    ) -> None:
        """`inset`: a card among other things, which scroll with it; else it has a pane to itself."""
        super().__init__()
        self.look = look
        self.setObjectName(name)
        self.setAccessibleName(heading)
        if inset:
            self.setProperty("kind", "card")
        space, edge = (Space.BETWEEN, Space.AROUND - 4) if inset else (Space.AROUND, Space.AROUND)
        down = column(look, within=self, space=space, edge=edge)
        down.addWidget(label(heading, "strong" if inset else "heading", wrap=True))
        if text:
            down.addWidget(label(text, "caption" if inset else "second", wrap=True))
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.submitted.connect(self.submit)
        self.form.submit_by_enter()
        self.first = next(_key(field) for field in fields if not isinstance(field, Heading))  # where writing begins
        if inset:
            self.form.be_as_high_as_fields()
        down.addWidget(self.form, 0 if inset else 1)
        self.remark = Remark(look)
        down.addWidget(self.remark)
        buttons = row(look)
        buttons.addWidget(button(main, self.submit, name=f"{name}Main", kind="main", keys="Ctrl+Return"))
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name=f"{name}Back", keys="Esc"))
        buttons.addStretch()
        down.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)

    def begin(self, values: Mapping[str, FieldValue]) -> None:
        self.form.show_values(values)
        self.form.stand_in(self.first)

    def refuse(self, no: Refused) -> None:
        self.remark.set(say(no.message), wrong=True)

    def submit(self) -> None:
        self.remark.set("", wrong=False)
        values = self.form.values()
        if values is not None:
            self.submitted.emit(values)


def _key(field: Field | Row) -> str:
    return field.field.key if isinstance(field, Row) else field.key
