"""A small form within a part of a pair's detail: what it is for, its fields, one main button and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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

_LINES_AROUND = 5  # that are kept in view around a field


class PartForm(QFrame):
    """Enter in a line presses the button, as Ctrl+Enter does; Esc leads back; what is refused stays written."""

    submitted = Signal(object)  # Mapping[str, FieldValue], all of which the fields take
    given_back = Signal()

    def __init__(
        self,
        look: Look,
        *,
        heading: str,
        text: str,
        fields: Sequence[Field | Row | Heading],
        main: str,
        name: str,
        today: date,
    ) -> None:
        super().__init__()
        self.look = look
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self.setProperty("kind", "card")
        self._edited = False
        down = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND - 4)
        down.addWidget(label(heading, "strong", wrap=True))
        if text:
            down.addWidget(label(text, "caption", wrap=True))
        self.form = Form(look, fields, today=today, name=f"{name}Fields", edge=0)
        self.form.be_as_high_as_fields()  # the detail scrolls
        self.form.submitted.connect(self.submit)
        self.form.committed.connect(self._on_committed)
        self.form.submit_by_enter()
        self._first = next(_key(field) for field in fields if not isinstance(field, Heading))
        down.addWidget(self.form)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        buttons = row(look)
        buttons.addWidget(button(main, self.submit, name=f"{name}Main", kind="main", keys="Ctrl+Return"))
        buttons.addWidget(button(tr("Not now"), self.given_back.emit, name=f"{name}Back", keys="Esc"))
        buttons.addStretch()
        down.addLayout(buttons)
        shortcut(self, "Esc", self.given_back.emit)

    @property
    def touched(self) -> bool:
        return self._edited or self.form.pending

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self.form.editor(self._first).control

    def begin(self, values: Mapping[str, FieldValue]) -> None:
        self.form.show_values(values)
        self.form.stand_in(self._first)

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
        QTimer.singleShot(0, self, partial(bring_into_view, self._remark))  # it has its place by then

    def submit(self) -> None:
        self._remark.set("", wrong=False)
        values = self.form.values()
        if values is not None:
            self.submitted.emit(values)

    def _on_committed(self, _key: str, _value: object) -> None:
        self._edited = True


def bring_into_view(widget: QWidget) -> None:
    """With what is above and below it, in whatever scrolls it."""
    over = widget.parentWidget()
    while over is not None:
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(widget, 0, widget.fontMetrics().height() * _LINES_AROUND)
        over = over.parentWidget()


def _key(field: Field | Row) -> str:
    return field.field.key if isinstance(field, Row) else field.key
