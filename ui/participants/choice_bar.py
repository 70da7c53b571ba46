"""The row of filters above the grid: who, in which state, and what one looks for; all of it by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from mentordesk.domain.people import STATUS_NAMES, ParticipationStatus, Role
from ui.forms.choosing import DropDown
from ui.language import say, tr
from ui.participants.choosing import Choice
from ui.participants.flow import Flow
from ui.theme import Look, Space
from ui.widgets.buttons import button


class ChoiceBar(QWidget):
    chosen = Signal(object)  # Choice

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("choiceBar")
        self._look = look
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
        self._status = DropDown(look)
        self._status.setObjectName("statusChoice")
        self._status.setAccessibleName(tr("Status"))
        self._status.addItem(tr("Any status"), "")
        for status in ParticipationStatus:
            self._status.addItem(say(STATUS_NAMES[status]), status.value)
        flow.addWidget(self._status)
        self._missing = self._toggle(tr("Something missing"), "onlyMissing")
        self._unpaired = self._toggle(tr("Without a pair"), "onlyUnpaired")
        self._free = self._toggle(tr("Free mentors"), "onlyFree")
        self._clear = button(tr("Clear the filter"), self.clear, name="clearChoice", kind="link", keys="Esc")
        for made in (self._missing, self._unpaired, self._free, self._clear):
            flow.addWidget(made)
        self._told = Choice()
        self._put(self._told)
        self._status.currentIndexChanged.connect(lambda _: self._tell())

    @property
    def choice(self) -> Choice:
        status = str(self._status.currentData())
        return Choice(
            next(role for role, made in self._roles.items() if made.isChecked()),
            ParticipationStatus(status) if status else None,
            self._missing.isChecked(),
            self._unpaired.isChecked(),
            self._free.isChecked(),
        )

    def choose(self, choice: Choice) -> None:
        self._put(choice)
        self._tell()

    def clear(self) -> None:
        self.choose(Choice())

    def _put(self, choice: Choice) -> None:
        self._status.blockSignals(True)
        self._roles[choice.role].setChecked(True)
        self._status.setCurrentIndex(self._status.findData(choice.status.value if choice.status else ""))
        self._status.blockSignals(False)
        self._missing.setChecked(choice.missing)
        self._unpaired.setChecked(choice.unpaired)
        self._free.setChecked(choice.free)
        self._clear.setVisible(choice.narrows)

    def _toggle(self, text: str, name: str) -> QPushButton:
        made = button(text, self._tell, name=name)
        made.setCheckable(True)
        return made

    def _tell(self) -> None:
        choice = self.choice
        self._clear.setVisible(choice.narrows)
        if choice != self._told:
            self._told = choice
            self.chosen.emit(choice)
