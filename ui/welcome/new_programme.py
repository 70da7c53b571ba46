"""The form that makes a programme: which template, what it is called, when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.domain.fields import DateField, TextField
from mentordesk.domain.template_names import TEMPLATES
from mentordesk.i18n.message import msg
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_WEEKS_AHEAD = 8  # people have to be found and matched first


@dataclass(frozen=True, slots=True)
class WantedProgramme:
    template: str
    name: str
    starts_on: date


class NewProgrammeForm(QWidget):
    wanted = Signal(object)  # WantedProgramme
    turned_back = Signal()

    def __init__(self, look: Look, template: str, today: date, *, button_text: str) -> None:
        super().__init__()
        self.setObjectName("newProgrammeForm")
        self._template = template
        lines = column(look, within=self, space=Space.AROUND)
        lines.addWidget(label(tr("New programme"), "title"))
        lines.addWidget(label(say(TEMPLATES[template]), "second", wrap=True))
        fields = (
            Row(TextField("name", msg("Name of the programme")), required=True),
            Row(DateField("starts_on", msg("First day")), required=True),
        )
        self.form = Form(look, fields, today=today, name="newProgramme", edge=0)
        starts = _monday_after(today + timedelta(weeks=_WEEKS_AHEAD))
        self.form.show_values({"name": _suggested_name(template, starts), "starts_on": starts})
        self.form.submitted.connect(self._submit)
        self.form.be_as_high_as_fields()
        lines.addWidget(self.form)
        lines.addWidget(
            label(
                tr("Meetings and deadlines are laid out from this day, never on a public holiday."),
                "second",
                wrap=True,
            )
        )
        buttons = row(look)
        buttons.addWidget(button(button_text, self._submit, name="makeProgramme", kind="main"))
        buttons.addWidget(button(tr("Back"), self.turned_back.emit, name="turnBack"))
        buttons.addStretch()
        lines.addLayout(buttons)
        lines.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _submit(self) -> None:
        values = self.form.values()
        if values is None:
            return
        name, starts_on = values["name"], values["starts_on"]
        assert isinstance(name, str)  # both are required, and of these kinds
        assert isinstance(starts_on, date)
        self.wanted.emit(WantedProgramme(self._template, name, starts_on))


def _suggested_name(template: str, starts: date) -> str:
    if template == "nu":
        return tr("Mentors for new managers {year}", year=str(starts.year))
    return tr("Mentoring programme {year}", year=str(starts.year))


def _monday_after(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7)
