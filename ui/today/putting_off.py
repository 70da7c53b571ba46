"""What is written on this page: until when a task can wait and why, that a step was taken, a reminder of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.fields import TEXT_LENGTH, DateField, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId, SnoozeId, TaskId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say
from ui.today.rows import Task
from ui.today.small_card import SmallCard
from ui.today.task_pane import TaskPane

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_UNTIL = Row(DateField("until", msg("Hide until")), required=True)
_REASON = Row(TextField("reason", msg("Why it can wait"), length=TEXT_LENGTH), required=True)
_TASK = Row(TextField("task", msg("What is to be done")), required=True)
_DUE = Row(DateField("until", msg("By when")), required=True)
_TOMORROW, _WEEK = timedelta(1), timedelta(7)


class PuttingOff(QObject):
    def __init__(self, desk: Desk, pane: TaskPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._card: SmallCard | None = None
        self._task: Task | None = None
        self._programme: ProgrammeId | None = None

    def ask(self, task: Task) -> None:
        """Ctrl+H: the form for the task on which one stands; of one that is hidden already, for another day."""
        if not self._desk.may_change():
            return
        today, name = self._desk.today, task.entry.subject.name
        about = f"{name} · {say(task.entry.sentence)}" if name else say(task.entry.sentence)
        card = SmallCard(
            self._desk.look,
            heading=msg("Hide this task for a time"),
            about=about,
            fields=(_UNTIL, _REASON),
            today=today,
            main=msg("Hide it"),
            name="hideTask",
            days=self._usual_days(),
        )
        self._task, self._card = task, card
        card.submitted.connect(self._hide)
        card.given_back.connect(self._pane.close_card)
        self._pane.open_card(card)
        if task.hiding is None:
            card.begin({"until": today + _WEEK})
        else:
            card.begin({"until": task.hiding.until, "reason": task.hiding.reason})

    def remind(self, task: Task | None) -> None:
        """Ctrl+N: a reminder of one's own, in the programme in view or in that of the task on which one stands."""
        programme = self._desk.programme_id or (None if task is None else task.entry.subject.programme)
        if not self._desk.may_change():
            return
        if programme is None:
            self._desk.tell(msg("Choose a programme first: a reminder belongs to one."))
            return
        today = self._desk.today
        card = SmallCard(
            self._desk.look,
            heading=msg("A reminder of your own"),
            about="",
            fields=(_TASK, _DUE),
            today=today,
            main=msg("Add the reminder"),
            name="ownReminder",
            days=self._usual_days(),
        )
        self._card, self._programme = card, programme
        card.submitted.connect(self._add)
        card.given_back.connect(self._pane.close_card)
        self._pane.open_card(card)
        card.begin({"until": today + _WEEK})

    def show_again(self, hiding: SnoozeId) -> None:
        if self._desk.may_change():
            self._desk.work.change(lambda store: _lifted(store, hiding))

    def note(self, task: Task, step: LadderStep) -> None:
        """Taken today."""
        if self._desk.may_change():
            day = self._desk.today
            self._desk.work.change(lambda store: _noted(store, task, step, day))

    def _usual_days(self) -> tuple[tuple[Message, date], ...]:
        today = self._desk.today
        return (msg("Tomorrow"), today + _TOMORROW), (msg("In a week"), today + _WEEK)

    def _add(self, values: Mapping[str, FieldValue]) -> None:
        programme, text, due = self._programme, values["task"], values["until"]
        if programme is not None and isinstance(text, str) and isinstance(due, date):
            self._desk.work.change(lambda store: _added(store, programme, text, due), self._done, self._refused)

    def _hide(self, values: Mapping[str, FieldValue]) -> None:
        task, until, reason = self._task, values["until"], values["reason"]
        if task is not None and isinstance(until, date) and isinstance(reason, str):
            self._desk.work.change(lambda store: _hidden(store, task, until, reason), self._done, self._refused)

    def _done(self, _made: object) -> None:
        self._pane.close_card()

    def _refused(self, no: Refused) -> None:
        if self._card is not None:
            self._card.refuse(no, "until")


def _hidden(store: Store, task: Task, until: date, reason: str) -> SnoozeId:
    from mentordesk.actions.snoozing import snooze

    about = task.entry.subject
    return snooze(
        store, programme=about.programme, alert=task.entry.alert, about=about.about, until=until, reason=reason
    )


def _added(store: Store, programme: ProgrammeId, text: str, due: date) -> TaskId:
    from mentordesk.actions.team_tasks import add_task

    return add_task(store, programme=programme, text=text, due_on=due)


def _lifted(store: Store, hiding: SnoozeId) -> None:
    from mentordesk.actions.snoozing import lift

    lift(store, hiding)


def _noted(store: Store, task: Task, step: LadderStep, day: date) -> None:
    from mentordesk.actions.laddering import note_step

    about = task.entry.subject
    note_step(store, programme=about.programme, alert=task.entry.alert, about=about.about, step=step, on=day)
