"""Where an interview is planned: its day and time, how long, where, and who holds it (R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentordesk.actions.interview_plan import plan_interview
from mentordesk.domain.fields import (
    ChoiceField,
    Choices,
    DateField,
    FieldValue,
    NameField,
    NumberField,
    TextField,
)
from mentordesk.domain.ids import MeetingId, ParticipationId
from mentordesk.domain.interviews import LONGEST
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.time_field import TimeField, time_of
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame
from ui.widgets.labels import label

_USUAL_START = "09:00"

_DAY = DateField("plan_day", msg("Day"))
_START = TimeField("plan_start", msg("Begins at"))
_MINUTES = NumberField("plan_minutes", msg("Minutes"), low=1, high=LONGEST)
_MODE = ChoiceField("plan_mode", msg("How"), choices=Choices(tuple((mode, MODE_NAMES[mode], "") for mode in Mode)))
_PLACE = TextField("plan_place", msg("Place"))
_INTERVIEWER = NameField("plan_interviewer", msg("Interviewer"))


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """What the form says, as the action takes it."""

    day: date
    start: time
    minutes: int
    mode: Mode
    place: str
    interviewer: str


class PlanForm(QWidget):
    planned = Signal(object)  # PlannedTime
    left = Signal()

    def __init__(self, look: Look, *, today: date) -> None:
        super().__init__()
        self.setObjectName("planForm")
        card = frame("card")
        column(look, within=self).addWidget(card)
        lines = column(look, within=card, edge=Space.AROUND)
        lines.addWidget(label(tr("Plan an interview"), "strong"))
        lines.addWidget(
            label(
                tr("It stands in your calendar with the name; nobody else's calendar shows it."), "caption", wrap=True
            )
        )
        rows = (
            Row(_DAY, required=True),
            Row(_START, required=True),
            Row(_MINUTES, required=True),
            Row(_MODE, required=True),
            _PLACE,
            _INTERVIEWER,
        )
        self._form = Form(look, rows, today=today, name="planFields", edge=0)
        self._form.be_as_high_as_fields()
        usual: dict[str, FieldValue] = {
            _START.key: _USUAL_START,
            _MINUTES.key: meeting_kind("interview").minutes,
            _MODE.key: Mode.PHYSICAL,
        }
        self._form.show_values(usual)
        self._form.submitted.connect(self.tell)
        lines.addWidget(self._form)
        self._remark = Remark(look)
        lines.addWidget(self._remark)
        holder = QWidget()
        buttons = Flow(look.px(Space.BETWEEN), holder)
        buttons.addWidget(button(tr("Put it in the calendar"), self.tell, name="planKeep", kind="main"))
        buttons.addWidget(button(tr("Not now"), self.left.emit, name="planLeave", kind="quiet"))
        lines.addWidget(holder)

    def enter(self) -> None:
        self._form.focus(_DAY.key)

    def tell(self) -> None:
        self._remark.set("", wrong=False)
        values = self._form.values()
        if values is None:
            return
        day, minutes = values[_DAY.key], values[_MINUTES.key]
        assert isinstance(day, date)
        assert isinstance(minutes, int | float)
        self.planned.emit(
            PlannedTime(
                day,
                time_of(values[_START.key]),
                int(minutes),
                Mode(str(values[_MODE.key])),
                str(values[_PLACE.key] or ""),
                str(values[_INTERVIEWER.key] or ""),
            )
        )

    def refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)


class Planning(QObject):
    """The form above the interviews, while one is planned."""

    planned = Signal()
    left = Signal()

    def __init__(self, desk: Desk, lines: QVBoxLayout, area: QScrollArea) -> None:
        super().__init__(area)
        self._desk = desk
        self._lines = lines
        self._area = area
        self._form: PlanForm | None = None
        self._of: ParticipationId | None = None

    def offer(self, participation: ParticipationId) -> None:
        if self._form is not None:
            return
        self._of = participation
        self._form = PlanForm(self._desk.look, today=self._desk.today)
        self._form.planned.connect(self._keep)
        self._form.left.connect(self.leave)
        self._lines.insertWidget(1, self._form)
        self._form.enter()
        QTimer.singleShot(0, self._bring)  # once it has its place

    def leave(self) -> None:
        if self._form is not None:
            self._lines.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self.left.emit()

    def _bring(self) -> None:
        if self._form is not None:
            self._area.ensureWidgetVisible(self._form.findChild(QWidget, "plan_day") or self._form)

    def _keep(self, wanted: PlannedTime) -> None:
        of, form = self._of, self._form
        if of is None or form is None:
            return
        self._desk.work.change(
            lambda store: plan_interview(
                store,
                of,
                day=wanted.day,
                start=wanted.start,
                minutes=wanted.minutes,
                mode=wanted.mode,
                place=wanted.place,
                interviewer=wanted.interviewer,
            ),
            self._on_planned,
            refused=form.refuse,
        )

    def _on_planned(self, _: MeetingId) -> None:
        self.planned.emit()
        self.leave()
