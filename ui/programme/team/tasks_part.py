"""Who of the team does what, by when, from which meeting or issue (R4); a reminder of one's own stands here, too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from mentordesk.actions.team_tasks import add_task, edit_task, finish_task, remove_task, reopen_task
from mentordesk.domain.fields import DateField, Field, FieldValue, TextField
from mentordesk.domain.ids import ParticipationId, ProgrammeId, TaskId
from mentordesk.i18n.message import msg
from mentordesk.queries.team import TeamMember, team
from mentordesk.queries.team_meetings import TaskRow, team_tasks
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import ntr, ptr, tr
from ui.programme.list_part import ListPart
from ui.programme.team.owners import OWNER, Owners, owner_told
from ui.tables.columns import Column, day_column
from ui.widgets.buttons import button
from ui.widgets.page import shortcut

_TEXT = "taskText"
TASK = TextField(_TEXT, msg("What is to be done"))
DUE = DateField("taskDue", msg("By when"))


def _state(task: TaskRow) -> str:
    return ptr("task", "Open") if task.done_on is None else tr("Done on {day}", day=task.done_on)


def _from(task: TaskRow) -> str:
    if task.issue_title:
        return tr("Issue: {title}", title=task.issue_title)
    return "" if task.meeting_day is None else tr("Meeting on {day}", day=task.meeting_day)


COLUMNS: tuple[Column[TaskRow], ...] = (
    Column(key="task", title=msg("Task"), text=lambda task: task.text, width=300),
    Column(key="owner", title=msg("Owner"), text=lambda task: task.owner_name, width=150),
    day_column("due", msg("By when"), lambda task: task.due_on),
    Column(key="from", title=msg("Comes from"), text=_from, width=200),
    Column(key="state", title=msg("State"), text=_state, width=170),
)


def task_fields(owners: Owners, *, required: bool = True) -> tuple[Field | Row, ...]:
    """Of one task: what, who, by when."""
    return (Row(TASK, required=required), *owners.field(), DUE)


def told_task(values: Mapping[str, FieldValue]) -> tuple[str, ParticipationId | None, date | None]:
    """Words, owner and day of a task's fields; "" where none is meant."""
    due = values.get(DUE.key)
    return (
        str(values.get(_TEXT) or ""),
        owner_told(values.get(OWNER)),
        due if isinstance(due, date) else None,
    )


class TasksPart(ListPart[TaskRow]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, COLUMNS, msg("Tasks of the team"), key="tasks", table="taskTable", form="taskForm")
        self._members: tuple[TeamMember, ...] = ()
        self._with_done = False
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        self._switch = button(tr("Those that are done, too"), self._toggle_done, name="doneTasks")
        self._switch.setCheckable(True)
        self.lay_out(
            button(tr("Add a task …"), self.add, name="addTask", kind="main", keys="Ctrl+N"),
            button(tr("Done or open again"), self._finish, name="finishTask", keys="Ctrl+Return"),
            self._switch,
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.shown, keys, self._finish)

    def number_of(self, each: TaskRow) -> str:
        return each.id

    def reload(self, programme: ProgrammeId) -> None:
        self.turn_to(programme)
        done = self._with_done
        self.desk.work.ask(
            "programme tasks",
            lambda store: (programme, team_tasks(store, programme, done=done), team(store, programme)),
            self._show,
            self.refused.emit,
        )

    def add(self) -> None:
        if self.programme is not None and self.desk.may_change():
            fields = task_fields(Owners(self._members))
            form = self.ask(tr("A task of the team"), fields, tr("Add the task"))
            form.submitted.connect(self._on_new)
            form.begin({})

    def _show(self, found: tuple[ProgrammeId, tuple[TaskRow, ...], tuple[TeamMember, ...]]) -> None:
        programme, rows, self._members = found
        if programme != self.programme:
            return
        open_ones = sum(task.done_on is None for task in rows)
        self.words.setText(
            ntr("{count} task is open.", "{count} tasks are open.", open_ones)
            if open_ones
            else tr("No task is open. Tasks come from meetings of the team, and stand on Today when their day comes.")
        )
        self.show_rows(rows)
        self.told.emit()

    def _open(self, number: str) -> None:
        task = self.rows.get(number)
        if task is not None and task.done_on is None and self.desk.may_change():
            owners = Owners(self._members, also=(task.owner, task.owner_name))
            form = self.ask(tr("A task of the team"), task_fields(owners), tr("Keep it so"), _from(task))
            form.submitted.connect(partial(self._on_edited, task.id))
            form.begin({_TEXT: task.text, OWNER: owners.value(task.owner), DUE.key: task.due_on})

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, form, text, owner, due = self.programme, self.form, *told_task(values)
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: add_task(store, programme=programme, text=text, due_on=due, owner=owner),
                self.added,
                form.refuse,
            )

    def _on_edited(self, task: TaskId, values: Mapping[str, FieldValue]) -> None:
        form, text, owner, due = self.form, *told_task(values)
        if form is not None:
            self.desk.work.change(
                lambda store: edit_task(store, task, text=text, due_on=due, owner=owner), self.done, form.refuse
            )

    def _finish(self) -> None:
        task, today = self.current, self.desk.today
        if task is None or not self.desk.may_change():
            return
        number = task.id
        if task.done_on is None:
            self.desk.work.change(lambda store: finish_task(store, number, on=today))
        else:
            self.desk.work.change(lambda store: reopen_task(store, number))

    def _remove(self, numbers: tuple[str, ...]) -> None:
        if numbers and self.desk.may_change():
            task = TaskId(numbers[0])
            self.desk.work.change(lambda store: remove_task(store, task), self.done)

    def _toggle_done(self) -> None:
        self._with_done = self._switch.isChecked()
        if self.programme is not None:
            self.reload(self.programme)
