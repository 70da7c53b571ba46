"""The parts of a pair's detail, in their order: each has its button in the bar, and is made when it is first chosen.

To add one: a line in PARTS, and its class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from mentordesk.i18n.message import Message, msg
from mentordesk.queries.logbooks import PairStrip
from ui.desk import Desk
from ui.language import say, tr
from ui.logbooks.contract_part import ContractPart
from ui.logbooks.conversations_part import ConversationsPart
from ui.logbooks.goals.part import GoalsPart
from ui.logbooks.next_part import NextPart
from ui.logbooks.part import PairPart
from ui.logbooks.relation_part import RelationPart
from ui.logbooks.shared_part import SharedPart
from ui.logbooks.talks.part import TalksPart
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.stack import Stack


@dataclass(frozen=True, slots=True)
class PartEntry:
    key: str
    title: Message
    build: type[PairPart]


CONVERSATIONS, RELATION = "conversations", "relation"
PARTS = (
    PartEntry(CONVERSATIONS, msg("Conversations"), ConversationsPart),
    PartEntry("next", msg("Next meeting"), NextPart),
    PartEntry(RELATION, msg("Relation check"), RelationPart),
    PartEntry("shared", msg("Shared"), SharedPart),
    PartEntry("goals", msg("Goals"), GoalsPart),
    PartEntry("talks", msg("Pair talks"), TalksPart),
    PartEntry("contract", msg("Contract"), ContractPart),
)


class PartBar(QWidget):
    """One stop for Tab; the arrows go from part to part and show each."""

    def __init__(self, look: Look, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("partBar")
        self.setAccessibleName(tr("Parts of the pair"))
        group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        line = Flow(look.px(Space.WITHIN), self)
        for entry in PARTS:
            made = button(
                say(entry.title), partial(choose, entry.key), name=f"{entry.key}Part", kind="quiet", keys="Ctrl+PgDown"
            )
            made.setCheckable(True)
            group.addButton(made)
            self._buttons[entry.key] = made
            line.addWidget(made)

    def mark(self, key: str) -> None:
        for each, made in self._buttons.items():
            made.setChecked(each == key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def enter(self, key: str) -> None:
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)


class Parts(Stack):
    done = Signal()

    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__()
        self._desk = desk
        self._paged = paged
        self._made: dict[str, PairPart] = {}
        self.shown = PARTS[0].key

    @property
    def part(self) -> PairPart:
        return self.made(self.shown)

    def choose(self, key: str, strip: PairStrip | None) -> PairPart:
        self.shown = key
        part = self.made(key)
        if strip is not None:
            part.show_strip(strip)
        self.setCurrentWidget(part)
        return part

    def made(self, key: str) -> PairPart:
        if key not in self._made:
            entry = next(each for each in PARTS if each.key == key)
            part = entry.build(self._desk, paged=self._paged)
            part.done.connect(self.done)
            self._made[key] = part
            self.addWidget(part)
        return self._made[key]
