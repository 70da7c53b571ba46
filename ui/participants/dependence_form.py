"""Where a position of dependence is recorded: with whom, on which day it became known, and why (R30)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.fields import TEXT_LENGTH, DateField, FieldValue, TextField
from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.dependences import Dependences
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.participants.people_picker import PeoplePicker
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column

_ON = DateField("recorded_on", msg("Recorded on"))
_REASON = TextField("dependence_reason", msg("Why it is one"), length=TEXT_LENGTH)


class DependenceForm(QWidget):
    """For one participant; whoever is shown another makes another."""

    told = Signal(object, date, str)  # tuple[PersonId, ...], the day, the reason
    left = Signal()

    def __init__(self, look: Look, of: Dependences, *, today: date) -> None:
        super().__init__()
        self.setObjectName("dependenceForm")
        self.participation = of.participation
        self._today = today
        down = column(look, within=self, space=Space.AROUND)
        hint = tr("They are not proposed together. What is on record is passed only by two confirmations and a reason.")
        self._picker = PeoplePicker(look, tr("With whom"), "dependence", of.choosable, ranked=False, hint=hint)
        down.addWidget(self._picker)
        self._nobody = Remark(look)
        down.addWidget(self._nobody)
        fields = (Row(_ON, required=True), Row(_REASON, required=True))
        self._form = Form(look, fields, today=today, name="dependenceFields", edge=0)
        self._form.be_as_high_as_fields()
        self._form.show_values({_ON.key: today})
        self._form.submitted.connect(self.tell)
        down.addWidget(self._form)
        self._remark = Remark(look)
        down.addWidget(self._remark)
        buttons = Flow(look.px(Space.BETWEEN))
        buttons.addWidget(button(tr("Record it"), self.tell, name="recordDependence", kind="main"))
        buttons.addWidget(button(tr("Not now"), self.left.emit, name="leaveDependence", kind="quiet"))
        down.addLayout(buttons)

    def enter(self) -> None:
        line = self._picker.findChild(QWidget, "dependenceLine")
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        for remark in (self._nobody, self._remark):
            remark.set("", wrong=False)
        chosen: tuple[PersonId, ...] = self._picker.chosen
        values: Mapping[str, FieldValue] | None = self._form.values()
        if not chosen:
            self._nobody.set(tr("Choose whom the position of dependence is with."), wrong=True)
            self.enter()
        elif values is not None:
            self.told.emit(chosen, values[_ON.key], values[_REASON.key])

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)
