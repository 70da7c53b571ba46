"""Parts of a view of which one is seen: a button for each over them, Ctrl+PgDown and Ctrl+PgUp go round.

What a part shows is its own; that the chosen one gets the keyboard is the view's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from mentordesk.i18n.message import Message
from ui.language import say
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.page import shortcut
from ui.widgets.views import NARROW_FROM

Part = TypeVar("Part", bound=QWidget)


@dataclass(frozen=True, slots=True)
class PartEntry(Generic[Part]):
    title: Message
    name: str  # the button's object name
    part: Part


class PartSwitch(QWidget, Generic[Part]):
    chosen = Signal()  # another part is seen

    def __init__(self, look: Look, parts: Sequence[PartEntry[Part]], *, high: int) -> None:
        """`high`: pixels at 100 % that a part has in large type, where it scrolls."""
        super().__init__()
        self._look, self._high = look, high
        self.parts = tuple(entry.part for entry in parts)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        across = row(look)
        for place, entry in enumerate(parts):
            switch = button(say(entry.title), partial(self.show_part, place), name=entry.name, keys="Ctrl+PgDown")
            switch.setCheckable(True)
            switch.setChecked(place == 0)
            self._group.addButton(switch, place)
            across.addWidget(switch)
            self._stack.addWidget(entry.part)
        across.addStretch(1)
        down = column(look, within=self, space=Space.AROUND)
        down.addLayout(across)
        down.addWidget(self._stack if look.zoom < NARROW_FROM else scrolling(self._stack), 1)
        self.give_room(wanted=True)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step, step))

    @property
    def part(self) -> Part:
        return self.parts[self._stack.currentIndex()]

    def show_part(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self.chosen.emit()

    def give_room(self, *, wanted: bool) -> None:
        """In large type a list and what is said beside it do not fit: they scroll; an empty page stays within."""
        if self._look.zoom >= NARROW_FROM:
            self._stack.setMinimumHeight(self._look.px(self._high) if wanted else 0)

    def _step(self, step: int) -> None:
        self.show_part((self._stack.currentIndex() + step) % len(self.parts))
