"""The third step of an import: what would happen, in figures, and the rows that would not be taken, with reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Listed, msg
from mentordesk.spreadsheets.people import Problem
from ui.desk import Desk
from ui.forms.choosing import DropDown
from ui.language import ntr, say, tr
from ui.participants.flow import Flow
from ui.participants.importing import Importing, Preview
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column
from ui.widgets.labels import label, unaccelerated

_NAMED = 6  # units that are named; the others are counted
_Numbered = tuple[int, Problem]


class CheckCard(QFrame):
    role_chosen = Signal(object)  # Role | None
    save_wanted = Signal()  # of the rows that are not taken

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = self._look = desk.look
        self.setProperty("kind", "card")
        self.setObjectName("importCheck")
        self.setAccessibleName(tr("3. Check"))
        lines = column(look, within=self, edge=Space.AROUND)
        lines.addWidget(label(tr("3. Check"), "strong"))
        chips = QWidget()
        chips.setObjectName("importFigures")
        self._chips = Flow(look.px(Space.BETWEEN), chips)
        lines.addWidget(chips)
        self._role = self._role_choice()
        self._role_line = QWidget()
        flow = Flow(look.px(Space.BETWEEN), self._role_line)
        words = label(unaccelerated(tr("Role, where nothing tells")), "second")
        words.setBuddy(self._role)
        flow.addWidget(words)
        flow.addWidget(self._role)
        lines.addWidget(self._role_line)
        self._notes = label("", "second", wrap=True)
        self._notes.setObjectName("importNotes")
        lines.addWidget(self._notes)
        self._problems: RecordTable[_Numbered] = RecordTable(_columns(), lambda each: str(each[0]), self)
        self._list = TableView(desk, self._problems, tr("Rows that are not taken"), tab="participants", key="problems")
        self._list.setObjectName("importProblems")
        self._list.horizontalHeader().setStretchLastSection(True)
        lines.addWidget(self._list)
        self._save = button(
            tr("Save the rows that are not taken …"),
            self.save_wanted.emit,
            name="importRejects",
            picture="export",
            look=look,
        )
        lines.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)

    def show_import(self, importing: Importing) -> None:
        preview = importing.preview
        clear(self._chips)
        self._show_problems(() if preview is None else preview.problems)
        self._role_line.setVisible(importing.mapping is not None and self._asks_for_role(importing))
        self._role.blockSignals(True)
        self._role.setCurrentIndex(self._role.findData("" if importing.role is None else importing.role.value))
        self._role.blockSignals(False)
        if preview is None:
            self._notes.setText(_why_nothing(importing))
            return
        result = preview.result
        for text, tone in _figures(preview):
            self._chips.addWidget(Chip(self._look, text, tone))
        notes = []
        if result.new_units:
            notes.append(_units(result.new_units))
        if result.unresolved:
            names = Listed(result.unresolved)
            notes.append(tr("Nobody in the file is called {names}; they are noted as they were written.", names=names))
        if preview.parsed.notices:
            count = len(preview.parsed.notices)
            notes.append(
                ntr(
                    "In {count} cell, characters that cannot be seen were removed.",
                    "In {count} cells, characters that cannot be seen were removed.",
                    count,
                )
            )
        if preview.problems:
            notes.append(tr("Mend the rows below in the sheet and read it again, or import the others without them."))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _asks_for_role(self, importing: Importing) -> bool:
        """Also while the role that was chosen is being looked at."""
        preview = importing.preview
        return importing.role is not None or (preview is not None and preview.result.without_role > 0)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._problems.show(tuple(enumerate(problems)))
        self._list.setVisible(bool(problems))
        self._list.setFixedHeight(self._look.row_height * (2 + min(len(problems), 4)))
        self._save.setVisible(bool(problems))

    def _role_choice(self) -> DropDown:
        made = DropDown(self._look)
        made.setObjectName("importRole")
        made.setAccessibleName(tr("Role, where nothing tells"))
        made.addItem(tr("none: not in the programme"), "")
        for role in (Role.MENTEE, Role.MENTOR):
            made.addItem(say(ROLE_NAMES[role]), role.value)
        made.currentIndexChanged.connect(lambda _: self._tell_role())
        return made

    def _tell_role(self) -> None:
        kept = str(self._role.currentData())
        self.role_chosen.emit(Role(kept) if kept else None)


def _columns() -> tuple[Column[_Numbered], ...]:
    return (
        Column(
            key="row",
            title=msg("Row"),
            text=lambda each: str(each[1].row),
            sort=lambda each: each[1].row,
            align=Align.RIGHT,
            width=70,
        ),
        Column(key="column", title=msg("Column"), text=lambda each: each[1].column, width=200),
        Column(key="reason", title=msg("Reason"), text=lambda each: say(each[1].message), width=640),
    )


def _units(names: tuple[str, ...]) -> str:
    first, more = names[:_NAMED], len(names) - _NAMED
    if more <= 1:
        return tr("New units: {units}.", units=Listed(names))
    return tr("New units: {units}, and {count} more.", units=", ".join(first), count=more)


def _why_nothing(importing: Importing) -> str:
    if importing.sheet is None:
        return tr("Nothing was read yet.")
    if importing.mapping is not None and not importing.names_people:
        return tr("No column is known as a name or an e-mail address. Choose above which one is.")
    return tr("Looking …") if importing.busy else ""


def _figures(preview: Preview) -> list[tuple[str, str]]:
    """Words and tones of what there would be; nothing is said of what there is none of."""
    result = preview.result
    rows_left = len({problem.row for problem in preview.problems})
    told = (
        (result.added, ntr("{count} new", "{count} new", result.added), "good"),
        (result.updated, ntr("{count} brought up to date", "{count} brought up to date", result.updated), "accent"),
        (result.unchanged, ntr("{count} as before", "{count} as before", result.unchanged), "plain"),
        (
            len(result.new_units),
            ntr("{count} new unit", "{count} new units", len(result.new_units)),
            "plain",
        ),
        (rows_left, ntr("{count} row not taken", "{count} rows not taken", rows_left), "bad"),
        (
            result.without_role,
            ntr("{count} without a role", "{count} without a role", result.without_role),
            "warn",
        ),
    )
    return [(text, tone) for count, text, tone in told if count]
