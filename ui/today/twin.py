"""The same tasks as a plain table (F9), for whoever reads better so."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.alerts import URGENCY_NAMES, Urgency
from mentordesk.i18n.message import msg
from mentordesk.queries.today import SECTIONS
from ui.desk import Desk
from ui.language import say, spoken, tr
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.today.rows import Task
from ui.widgets.due_words import due

_TONES = {Urgency.OVERDUE: "bad", Urgency.TODAY: "accent", Urgency.THIS_WEEK: "plain", Urgency.WAITING: "plain"}


def columns(today: date) -> tuple[Column[Task], ...]:
    """In the language of the window."""

    def due_words(task: Task) -> str:
        return "" if task.entry.due is None else say(due(task.entry.due, today))

    return (
        Column(
            key="section",
            title=msg("When"),
            text=_when,
            sort=lambda task: len(SECTIONS) if task.hiding else SECTIONS.index(task.entry.section),
            tone=lambda task: "plain" if task.hiding else _TONES[task.entry.section],
            width=150,
        ),
        Column(key="who", title=msg("Who"), text=lambda task: task.entry.subject.name, width=220, disc=True),
        Column(key="what", title=msg("What"), text=lambda task: say(task.entry.sentence), width=380),
        Column(
            key="due",
            title=msg("Due"),
            text=due_words,
            sort=lambda task: task.entry.due,
            hint=lambda task: "" if task.entry.due is None else spoken().date(task.entry.due, "full"),
            width=130,
        ),
        Column(key="next", title=msg("Next step"), text=lambda task: say(task.action), width=220),
        Column(key="rule", title=msg("Rule"), text=lambda task: say(task.entry.rule), width=380),
        Column(key="programme", title=msg("Programme"), text=lambda task: task.entry.programme, width=200),
    )


def _when(task: Task) -> str:
    if task.hiding is not None:
        return tr("Hidden until {day}", day=task.hiding.until)
    return say(URGENCY_NAMES[task.entry.section])


def table_twin(desk: Desk, today: date) -> tuple[RecordTable[Task], TableView]:
    table: RecordTable[Task] = RecordTable(columns(today), lambda task: task.key)
    view = TableView(desk, table, say(msg("What is to be done")), tab="today")
    view.setObjectName("taskTable")
    table.setParent(view)
    return table, view
