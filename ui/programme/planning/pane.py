"""Moving the start: a day, what that would do row by row, and the button that does it; until then nothing moves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentordesk.actions.replanning import Replanned, move_start
from mentordesk.domain.fields import DateField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.replan import Preview, preview
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.forms.editor import Remark
from ui.forms.form import Form, Row
from ui.language import ntr, say, tr
from ui.programme.planning.rows import Fate, PlanRow, rows_of, table_of_plan
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_START = DateField("newStart", msg("The programme starts on"))


class _PlanTable(TableView):
    """Space leaves a row's meeting where it is, or lets it move again."""

    left_alone = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        number = self.current_id()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and number is not None:
            self.left_alone.emit(number)
        else:
            super().keyPressEvent(event)


class PlanningPane(QWidget):
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("planningPane")
        self._desk = desk
        self._programme: ProgrammeId | None = None
        self._start: date | None = None  # that is shown in the table
        self._leave: set[str] = set()
        self._rows: dict[str, PlanRow] = {}
        look = desk.look
        down = self._room()
        down.addWidget(label(tr("Move the start of the programme"), "heading", wrap=True))
        words = tr(
            "Meetings, deadlines and the pairs’ conversations follow the start; what was held, done or moved by hand "
            "stays. Nothing is moved before you press the button. Space leaves a row where it is."
        )
        down.addWidget(label(words, "second", wrap=True))
        down.addWidget(self._asking())
        self._remark = Remark(look)
        down.addWidget(self._remark)
        self._sum = label("", "strong", wrap=True)
        self._sum.setObjectName("planningSum")
        down.addWidget(self._sum)
        self._table = table_of_plan(self)
        self.list = _PlanTable(desk, self._table, tr("What moves and what stays"), tab="programme", key="planning")
        self.list.setObjectName("planningTable")
        self.list.left_alone.connect(self._toggle)
        self.list.setMinimumHeight(look.px(160))
        down.addWidget(self.list, 1)
        down.addLayout(self._buttons())
        shortcut(self, "Esc", self.left.emit)
        shortcut(self.list, "Ctrl+Return", self._do)  # the form has its own

    def begin(self, programme: ProgrammeId, starts_on: date) -> None:
        """With the start as it is: what a new plan would change without moving it is seen at once."""
        self._programme, self._start = programme, None
        self._leave.clear()
        self._form.show_values({_START.key: starts_on})
        self._look_at(starts_on)

    def reload(self) -> None:
        """What is shown may have changed meanwhile."""
        if self._start is not None and self.isVisible():
            self._look_at(self._start)

    def enter(self) -> None:
        self._form.focus(_START.key)
        control = self._form.editor(_START.key).control
        if isinstance(control, QLineEdit):
            control.selectAll()

    def _room(self) -> QVBoxLayout:
        """In large type all of it scrolls."""
        look = self._desk.look
        if look.zoom < NARROW_FROM:
            return column(look, within=self, space=Space.BETWEEN)
        content = QWidget()
        column(look, within=self).addWidget(scrolling(content))
        return column(look, within=content, space=Space.BETWEEN)

    def _asking(self) -> QWidget:
        asking = QWidget()
        across = row(self._desk.look, within=asking)
        self._form = Form(
            self._desk.look, (Row(_START, required=True),), today=self._desk.today, name="planningFields", edge=0
        )
        self._form.be_as_high_as_fields()
        self._form.submitted.connect(self._do)
        control = self._form.editor(_START.key).control
        if isinstance(control, QLineEdit):
            control.returnPressed.connect(self._show)
        across.addWidget(self._form, 1)
        across.addWidget(button(tr("Show what moves"), self._show, name="planningShow"))
        return asking

    def _buttons(self) -> QHBoxLayout:
        buttons = row(self._desk.look)
        self._main = button(tr("Move the start"), self._do, name="planningMain", kind="main", keys="Ctrl+Return")
        self._main.setEnabled(False)
        buttons.addWidget(self._main)
        buttons.addWidget(button(tr("Not now"), self.left.emit, name="planningBack", keys="Esc"))
        buttons.addStretch()
        return buttons

    def _show(self) -> None:
        day = self._written()
        if day is not None:
            self._look_at(day)

    def _written(self) -> date | None:
        values = self._form.values()
        day = None if values is None else values[_START.key]
        return day if isinstance(day, date) else None

    def _look_at(self, day: date) -> None:
        programme, today, leave = self._programme, self._desk.today, frozenset(self._leave)
        if programme is not None:
            self._desk.work.ask(
                "programme planning",
                lambda store: preview(store, programme, day, today=today, leave=leave),
                self._found,
                self._refuse,
            )

    def _found(self, found: Preview) -> None:
        if found.programme.id != self._programme:
            return
        self._start = found.starts_on
        self._remark.set("", wrong=False)
        rows = rows_of(found.replan)
        self._rows = {each.number: each for each in rows}
        self._table.show(rows)
        self._sum.setText(_in_words(found))
        self._main.setEnabled(not found.changes_nothing)

    def _refuse(self, no: Refused) -> None:
        self._start = None
        self._rows = {}
        self._table.show(())
        self._sum.setText("")
        self._remark.set(say(no.message), wrong=True)
        self._main.setEnabled(False)

    def _toggle(self, number: str) -> None:
        """Only what moves, or what was left before, can be left."""
        one = self._rows.get(number)
        if one is None or self._start is None:
            return
        if self._leave.issuperset(one.ids) and one.ids:
            self._leave.difference_update(one.ids)
        elif one.fate is Fate.MOVES:
            self._leave.update(one.ids)
        self._look_at(self._start)

    def _do(self) -> None:
        """Another day than the one shown is shown first."""
        written = self._written()
        if written != self._start:
            self._show()
            return
        programme, day, today, leave = self._programme, self._start, self._desk.today, frozenset(self._leave)
        if programme is None or day is None or not self._main.isEnabled():
            return
        self._desk.work.change(
            lambda store: move_start(store, programme, starts_on=day, today=today, leave=leave),
            self._done,
            self._refuse,
        )

    def _done(self, _: Replanned) -> None:
        self._start = None
        self.left.emit()


def _in_words(found: Preview) -> str:
    replan = found.replan
    if found.changes_nothing:
        return tr("Everything lies where the plan from {day} wants it.", day=found.starts_on)
    said = [
        ntr("{count} moves", "{count} move", len(replan.moves)),
        ntr("{count} stays where it is", "{count} stay where they are", len(replan.stays)),
    ]
    if replan.new:
        said.append(ntr("{count} comes anew", "{count} come anew", len(replan.new)))
    if replan.gone:
        said.append(ntr("{count} is cancelled", "{count} are cancelled", len(replan.gone)))
    return tr("{what}. The programme lasts until {day}.", what=", ".join(said), day=found.ends_on)
