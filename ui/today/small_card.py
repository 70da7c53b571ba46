"""A small form above the list: what it is about, a few fields, one main button and the way back (Esc)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class SmallCard(QFrame):
    submitted = Signal(object)  # Mapping[str, FieldValue], all of which the fields take
    given_back = Signal()

    def __init__(
        self,
        look: Look,
        *,
        heading: Message,
        about: str,
        fields: Sequence[Row],
        today: date,
        main: Message,
        name: str,
        days: Sequence[tuple[Message, date]] = (),
    ) -> None:
        """`days`: what people choose most often, each a button that fills in the field "until"."""
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(name)
        self.setAccessibleName(say(heading))
        self._keys = [each.field.key for each in fields]
        down = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND)
        down.addWidget(label(say(heading), "heading", wrap=True))
        if about:
            down.addWidget(label(about, "second", wrap=True))
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.be_as_high_as_fields()
        self.form.submitted.connect(self.submit)
        if days:
            quick = row(look)
            for number, (words, day) in enumerate(days):
                quick.addWidget(button(say(words), partial(self.fill, day), name=f"{name}Day{number}"))
            quick.addStretch()
            down.addLayout(quick)
        down.addWidget(self.form)
        buttons = row(look)
        buttons.addWidget(button(say(main), self.submit, name=f"{name}Main", kind="main"))
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name=f"{name}Back"))
        buttons.addStretch()
        down.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)
        self.form.submit_by_enter()

    def begin(self, values: Mapping[str, FieldValue]) -> None:
        """Shows values and stands in the first field, all of which is chosen."""
        self.form.show_values(values)
        self.form.stand_in(self._keys[0])

    def refuse(self, no: Refused, key: str) -> None:
        """What the action said stands at the field that it is about."""
        self.form.mark(key, no.message)
        self.form.focus(key)

    def submit(self) -> None:
        values = self.form.values()
        if values is not None:
            self.submitted.emit(values)

    def fill(self, day: date) -> None:
        """A day that was chosen by its button; what is written stays, and the next field is where one writes on."""
        self.form.editor("until").show_value(day)
        self.form.stand_in(self._keys[-1])
