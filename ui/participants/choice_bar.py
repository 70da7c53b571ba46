"""The row of filters above the grid: who, in which state, where, and what one looks for; all of it by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from mentordesk.domain.criteria import PAPER_NAMES, PaperKind
from mentordesk.domain.ids import UnitId
from mentordesk.domain.people import STATUS_NAMES, ParticipationStatus, Role
from ui.forms.choosing import DropDown
from ui.language import say, tr
from ui.participants.choosing import Choice
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow

_TO_READ = "to_read"
_WIDEST = 220  # px at 100 %
_LONGEST = 40  # letters of a unit's name in the row


class ChoiceBar(QWidget):
    chosen = Signal(object)  # Choice

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("choiceBar")
        self._look = look
        self._offered: tuple[object, ...] = ()
        flow = Flow(look.px(Space.BETWEEN), self)
        self._roles: dict[Role | None, QPushButton] = {}
        group = QButtonGroup(self)
        for role, text, name in (
            (None, tr("Everybody"), "roleAll"),
            (Role.MENTEE, tr("Mentees"), "roleMentees"),
            (Role.MENTOR, tr("Mentors"), "roleMentors"),
        ):
            made = self._toggle(text, name)
            group.addButton(made)
            self._roles[role] = made
            flow.addWidget(made)
        self._status = self._drop_down("statusChoice", tr("Status"))
        _fill(self._status, tr("Any status"), [(_TO_READ, tr("To be read")), *_statuses()])
        self._unit = self._drop_down("unitChoice", tr("Unit"))
        self._field = self._drop_down("fieldChoice", tr("Specialty"))
        self._paper = self._drop_down("paperChoice", tr("Missing paper"))
        self._downs = (self._status, self._unit, self._field, self._paper)
        self._missing = self._toggle(tr("Something missing"), "onlyMissing")
        self._unpaired = self._toggle(tr("Without a pair"), "onlyUnpaired")
        self._free = self._toggle(tr("Free mentors"), "onlyFree")
        self._clear = button(tr("Clear the filter"), self.clear, name="clearChoice", kind="link", keys="Esc")
        for widget in (*self._downs, self._missing, self._unpaired, self._free, self._clear):
            flow.addWidget(widget)
        self._told = Choice()
        self._put(self._told)
        self.offer((), (), ())
        for down in self._downs:
            down.currentIndexChanged.connect(self._on_index)

    @property
    def choice(self) -> Choice:
        status, unit, paper = (str(down.currentData() or "") for down in (self._status, self._unit, self._paper))
        return Choice(
            next(role for role, made in self._roles.items() if made.isChecked()),
            ParticipationStatus(status) if status and status != _TO_READ else None,
            self._missing.isChecked(),
            self._unpaired.isChecked(),
            self._free.isChecked(),
            status == _TO_READ,
            UnitId(unit) if unit else None,
            str(self._field.currentData() or ""),
            PaperKind(paper) if paper else None,
        )

    def offer(
        self, units: Sequence[tuple[str, str, int]], specialties: Sequence[str], papers: Sequence[PaperKind]
    ) -> None:
        """What there is to choose from: units as id, name and depth. Where there is nothing, nothing is asked.

        The paper that is chosen is offered still when the last one has come in: the list is then said to be empty.
        """
        chosen = self.choice.paper
        papers = [kind for kind in PaperKind if kind in papers or kind is chosen]
        if (fresh := (tuple(units), tuple(specialties), tuple(papers))) == self._offered:
            return
        self._offered = fresh
        within = [(id_, "    " * depth + name[:_LONGEST]) for id_, name, depth in units]
        _fill(self._unit, tr("Any unit"), within)
        _fill(self._field, tr("Any specialty"), [(each, each[:_LONGEST]) for each in specialties])
        names = [(kind.value, tr("Missing: {paper}", paper=PAPER_NAMES[kind])) for kind in papers]
        _fill(self._paper, tr("Any paper"), names)
        for down in self._downs:
            down.setVisible(down.count() > 1)
        self._tell()

    def choose(self, choice: Choice) -> None:
        self._put(choice)
        self._tell()

    def enter(self) -> None:
        self._roles[self.choice.role].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        self.choose(Choice())

    def _put(self, choice: Choice) -> None:
        status = _TO_READ if choice.to_read else choice.status.value if choice.status else ""
        wanted = (status, choice.unit or "", choice.field, choice.paper.value if choice.paper else "")
        self._roles[choice.role].setChecked(True)
        for down, data in zip(self._downs, wanted, strict=True):
            down.blockSignals(True)
            down.setCurrentIndex(max(0, down.findData(data)))
            down.blockSignals(False)
        self._missing.setChecked(choice.missing)
        self._unpaired.setChecked(choice.unpaired)
        self._free.setChecked(choice.free)
        self._clear.setVisible(choice.narrows)

    def _drop_down(self, name: str, says: str) -> DropDown:
        made = DropDown(self._look)
        made.setObjectName(name)
        made.setAccessibleName(says)
        made.setMaximumWidth(self._look.px(_WIDEST))
        made.view().setMinimumWidth(self._look.px(_WIDEST))
        made.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        return made

    def _toggle(self, text: str, name: str) -> QPushButton:
        made = button(text, self._tell, name=name)
        made.setCheckable(True)
        return made

    def _on_index(self, _: int) -> None:
        self._tell()

    def _tell(self) -> None:
        choice = self.choice
        self._clear.setVisible(choice.narrows)
        if choice != self._told:
            self._told = choice
            self.chosen.emit(choice)


def _statuses() -> list[tuple[str, str]]:
    return [(status.value, say(STATUS_NAMES[status])) for status in ParticipationStatus]


def _fill(down: DropDown, anything: str, offered: Sequence[tuple[str, str]]) -> None:
    """What was chosen stays chosen, if it is still offered."""
    before = down.currentData()
    down.blockSignals(True)
    down.clear()
    down.addItem(anything, "")
    for data, words in offered:
        down.addItem(words, data)
    down.setCurrentIndex(max(0, down.findData(before)))
    down.blockSignals(False)
