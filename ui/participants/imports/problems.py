"""Rows that would not be taken, mended where they stand: the entry of a cell typed anew, or the row left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.fields import Cell, TextField, as_text
from mentordesk.i18n.message import msg
from mentordesk.spreadsheets.people import Problem
from mentordesk.spreadsheets.sheet import Sheet
from ui.desk import Desk, NoticeKind
from ui.language import ntr, say, tr
from ui.participants.imports.places import heading_column, row_column
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_LONGEST = 200  # letters of a cell that are shown
_IN_VIEW = 6  # rows; the others are scrolled to
_ENTRY = TextField("entry", msg("What stands there"), length=1_000_000)
_Numbered = tuple[int, Problem, str]  # place among the problems, and what stands in the cell


class ProblemTable(QWidget):
    mended = Signal(int, str, str)  # row, column, entry
    skip_wanted = Signal(object)  # rows
    unskip_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = self._look = desk.look
        self._problems: tuple[Problem, ...] = ()
        lines = column(look, within=self)
        self._how = label(
            tr("Type what is right under “What stands there”, leave the row out, or mend the list and read it again."),
            "second",
            wrap=True,
        )
        self._title = label(tr("Rows that are not taken"), "strong")
        lines.addWidget(self._title)
        lines.addWidget(self._how)
        self._table: RecordTable[_Numbered] = RecordTable(_columns(), lambda each: str(each[0]), self)
        self._table.edited.connect(self._on_edited)
        self._list = TableView(desk, self._table, tr("Rows that are not taken"), tab="participants", key="problems")
        self._list.setObjectName("importProblems")
        self._list.horizontalHeader().setStretchLastSection(True)
        self._list.deleted.connect(self._on_deleted)
        lines.addWidget(self._list)
        buttons = Flow(look.px(Space.BETWEEN))
        self._skip = button(tr("Leave these rows out"), self._skip_selected, name="importSkipRows")
        self._save = button(
            tr("Save the rows that are not taken …"),
            self.save_wanted.emit,
            name="importRejects",
            picture="export",
            look=look,
        )
        self._unskip = button("", self.unskip_wanted.emit, name="importUnskip", kind="link")
        for each in (self._skip, self._save, self._unskip):
            buttons.addWidget(each)
        lines.addLayout(buttons)

    def show_problems(self, problems: tuple[Problem, ...], sheet: Sheet | None, skipped: int) -> None:
        self._problems = problems
        stands = _reader(sheet)
        self._table.show(tuple((at, problem, stands(problem)) for at, problem in enumerate(problems)))
        for each in (self._title, self._how, self._list, self._skip, self._save):
            each.setVisible(bool(problems))
        self._list.setFixedHeight(self._look.row_height * (2 + min(len(problems), _IN_VIEW)))
        self._unskip.setText(ntr("Take {count} row in again", "Take {count} rows in again", skipped))
        self._unskip.setVisible(skipped > 0)
        self.setVisible(bool(problems) or skipped > 0)

    def _on_edited(self, number: str, _: str, entry: str) -> None:
        problem = self._problems[int(number)]
        if problem.column:
            self.mended.emit(problem.row, problem.column, entry)
        else:
            self._table.put_back(number, _ENTRY.key)
            self._desk.tell(msg("This is about the whole row. Leave it out, or mend it in the list."), NoticeKind.NOTE)

    def _on_deleted(self, numbers: tuple[str, ...]) -> None:
        self._skip_rows(numbers)

    def _skip_selected(self) -> None:
        numbers = self._list.selected_ids()
        if numbers:
            self._skip_rows(numbers)
        else:
            self._desk.tell(msg("Select the rows to leave out first."), NoticeKind.NOTE)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _skip_rows(self, numbers: tuple[str, ...]) -> None:
        self.skip_wanted.emit(frozenset(self._problems[int(number)].row for number in numbers))


def _columns() -> tuple[Column[_Numbered], ...]:
    return (
        row_column(lambda each: each[1].row),
        heading_column(lambda each: each[1].column),
        Column(key=_ENTRY.key, title=_ENTRY.title, text=lambda each: each[2], width=200, edit=_ENTRY),
        Column(key="reason", title=msg("Reason"), text=lambda each: say(each[1].message), width=520),
    )


def _reader(sheet: Sheet | None) -> Callable[[Problem], str]:
    """What stands in the cell of a problem."""
    if sheet is None:
        return lambda _: ""
    rows = {number: at for at, number in enumerate(sheet.numbers)}
    places = {heading: at for at, heading in enumerate(sheet.headings)}

    def stands(problem: Problem) -> str:
        at, place = rows.get(problem.row), places.get(problem.column)
        cell: Cell = None if at is None or place is None else sheet.rows[at][place]
        return "".join(filter(str.isprintable, " ".join(as_text(cell).split())))[:_LONGEST]

    return stands
