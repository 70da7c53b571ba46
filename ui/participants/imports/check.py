"""The third step of an import: what would happen, in figures; duplicates, rows not taken, cells that were cleaned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Listed
from ui.desk import Desk
from ui.forms.choosing import DropDown
from ui.language import ntr, say, tr
from ui.participants.imports.cleaning import CleanedCells
from ui.participants.imports.deciding import Preview
from ui.participants.imports.duplicates import Duplicates
from ui.participants.imports.importing import Importing
from ui.participants.imports.problems import ProblemTable
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label, unaccelerated

_AT_ONCE = 500  # rows of all tables together that are shown in one turn
_NAMED = 6  # units or people that are named; the others are counted


class CheckCard(QFrame):
    role_chosen = Signal(object)  # Role | None
    look_wanted = Signal()  # once more, after it was stopped

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
        flow = row(look, within=self._role_line)
        words = label(unaccelerated(tr("Role, where nothing tells")), "second")
        words.setBuddy(self._role)
        flow.addWidget(words)
        flow.addWidget(self._role)
        flow.addStretch()
        lines.addWidget(self._role_line)
        self._notes = label("", "second", wrap=True)
        self._notes.setObjectName("importNotes")
        lines.addWidget(self._notes)
        self._shown: Preview | None = None
        self._parts: list[Callable[[], None]] = []  # of what is shown, still to come
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._show_next)
        self.duplicates = Duplicates(desk)
        lines.addWidget(self.duplicates)
        self.problems = ProblemTable(desk)
        lines.addWidget(self.problems)
        self._cleaned = CleanedCells(desk)
        lines.addWidget(self._cleaned)
        self._again = button(tr("Look again"), self.look_wanted.emit, name="importLook")
        lines.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_import(self, importing: Importing) -> None:
        preview = importing.preview
        clear(self._chips)
        self._show_rows(importing)
        self._again.setVisible(importing.stopped)
        self._role_line.setVisible(importing.mapping is not None and self._asks_for_role(importing))
        self._role.blockSignals(True)
        self._role.setCurrentIndex(self._role.findData("" if importing.role is None else importing.role.value))
        self._role.blockSignals(False)
        if preview is None:
            self._notes.setText(_why_nothing(importing))
            self._notes.setVisible(True)
            return
        for text, tone in _figures(preview):
            self._chips.addWidget(Chip(self._look, text, tone))
        notes = _notes(preview)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _show_rows(self, importing: Importing) -> None:
        """The three tables; where they are long, each in a turn of its own."""
        preview = importing.preview
        if preview is self._shown:
            return
        self._shown = preview
        if preview is None:
            self.duplicates.show_matches((), ())
            self.problems.show_problems((), None, 0)
            self._cleaned.show_cleaned(())
            return
        self._parts = [
            lambda: self.duplicates.show_matches(preview.result.matches, importing.fields),
            lambda: self.problems.show_problems(preview.problems, importing.mended_sheet(), preview.skipped),
            lambda: self._cleaned.show_cleaned(preview.parsed.notices),
        ]
        if preview.length <= _AT_ONCE:
            while self._parts:
                self._parts.pop(0)()
        else:
            self._turns.start()

    def _show_next(self) -> None:
        if self._parts:
            self._parts.pop(0)()
        if not self._parts:
            self._turns.stop()

    def _asks_for_role(self, importing: Importing) -> bool:
        """Also while the role that was chosen is being looked at."""
        preview = importing.preview
        return importing.role is not None or (preview is not None and preview.result.without_role > 0)

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


def _notes(preview: Preview) -> list[str]:
    result = preview.result
    notes = []
    if result.new_units:
        notes.append(_units(result.new_units))
    if result.near_units:
        notes.append(_near_units(result.near_units))
    if result.unresolved:
        first = result.unresolved[:_NAMED]
        names = Listed((*first, "…") if len(result.unresolved) > _NAMED else first)
        notes.append(tr("Nobody in the file is called {names}; they are noted as they were written.", names=names))
    if result.updated or result.unchanged:
        notes.append(tr("A blank cell leaves what is known as it is: to empty something, do it in the list of people."))
    return notes


def _units(names: tuple[str, ...]) -> str:
    first, more = names[:_NAMED], len(names) - _NAMED
    if more <= 1:
        return tr("New units: {units}.", units=Listed(names))
    return tr("New units: {units}, and {count} more.", units=", ".join(first), count=more)


def _near_units(near: tuple[tuple[str, str], ...]) -> str:
    pairs = [tr("{new} beside {known}", new=new, known=known) for new, known in near[:_NAMED]]
    units = Listed((*pairs, "…") if len(near) > _NAMED else tuple(pairs))
    return tr(
        "New units, written nearly as one that is there: {units}. Mend the list if they are the same.", units=units
    )


def _why_nothing(importing: Importing) -> str:
    if importing.sheet is None:
        return tr("Nothing was read yet.")
    if importing.stopped:
        return tr("The looking was stopped, so nothing can be imported yet.")
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
        (preview.skipped, ntr("{count} left out", "{count} left out", preview.skipped), "plain"),
        (
            result.without_role,
            ntr("{count} without a role", "{count} without a role", result.without_role),
            "warn",
        ),
    )
    return [(text, tone) for count, text, tone in told if count]
