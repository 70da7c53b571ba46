"""Which mentors of the bank are shown: those who are free, who are to be asked, who have left; all by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from mentordesk.domain.bank import Stay
from mentordesk.queries.bank_list import BankRow
from ui.language import tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.search_box import SearchBox


class Which(Enum):
    ALL = auto()
    FREE = auto()
    AWAY = auto()  # rests, begins later, or her time is over
    TO_ASK = auto()  # whether they stay, or answered
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class BankChoice:
    which: Which = Which.ALL

    def takes(self, row: BankRow) -> bool:
        """Who left is seen only where one asks for them."""
        left = row.stay is Stay.LEFT
        match self.which:
            case Which.ALL:
                return not left
            case Which.FREE:
                return row.places.free > 0
            case Which.AWAY:
                return not left and not row.places.there
            case Which.TO_ASK:
                return row.stay in (Stay.TO_ASK, Stay.ASKED) and not row.restricted
            case Which.LEFT:
                return left


class BankChoices(QWidget):
    chosen = Signal(object)  # BankChoice

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bankChoices")
        self.search = SearchBox(look, tr("Search"), tr("Search the mentor bank"))
        flow = Flow(look.px(Space.BETWEEN), self)
        self._buttons: dict[Which, QPushButton] = {}
        group = QButtonGroup(self)
        for which, text, name in (
            (Which.ALL, tr("Everybody"), "bankAll"),
            (Which.FREE, tr("Free now"), "bankFree"),
            (Which.AWAY, tr("Away"), "bankAway"),
            (Which.TO_ASK, tr("Whether they stay"), "bankToAsk"),
            (Which.LEFT, tr("Have left"), "bankLeft"),
        ):
            made = button(text, self._tell, name=name)
            made.setCheckable(True)
            group.addButton(made)
            self._buttons[which] = made
            flow.addWidget(made)
        flow.addWidget(self.search)
        self._buttons[Which.ALL].setChecked(True)

    @property
    def choice(self) -> BankChoice:
        return BankChoice(next(which for which, made in self._buttons.items() if made.isChecked()))

    def choose(self, which: Which) -> None:
        self._buttons[which].setChecked(True)
        self._tell()

    def clear(self) -> None:
        self.search.clear()
        self.choose(Which.ALL)

    @property
    def narrows(self) -> bool:
        return bool(self.search.text()) or self.choice != BankChoice()

    def _tell(self) -> None:
        self.chosen.emit(self.choice)
