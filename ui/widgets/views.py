"""The views of a tab: each has its digit (Ctrl+1 …) and its place in a bar, and is made when it is first shown.

A tab declares its own in a tuple of ViewEntry; what a view shows is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.language import say
from ui.theme import Look, Space
from ui.widgets.buttons import icon_button
from ui.widgets.frames import row
from ui.widgets.labels import unaccelerated
from ui.widgets.stack import Stack

NARROW_FROM = 150
"""Per cent: from here there is no room for two things side by side (ux.md 4.1)."""


class View(QWidget):
    """Subclasses say how they are reloaded; `told` comes with their first rows."""

    told = Signal()
    refused = Signal(object)  # Refused: the rows could not be read

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look

    def enter(self) -> None:
        """The keyboard goes to what one wants here first."""
        raise NotImplementedError

    def add(self) -> None:
        """Ctrl+N; nothing where nothing can be added."""


Kind = TypeVar("Kind", bound=View)


@dataclass(frozen=True, slots=True)
class ViewEntry(Generic[Kind]):
    key: str
    title: Message
    picture: str
    build: Callable[[Desk], Kind]
    holds: frozenset[Subject] = frozenset()  # "please show" one of these leads here


class ViewBar(QWidget):
    """One of the views; in large type the signs alone."""

    def __init__(self, look: Look, views: Iterable[ViewEntry[Kind]], choose: Callable[[str], object]) -> None:
        super().__init__()
        group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        line = row(look, within=self, space=Space.WITHIN)
        for digit, entry in enumerate(views, start=1):
            made = icon_button(
                entry.picture,
                say(entry.title),
                partial(choose, entry.key),
                name=f"{entry.key}View",
                look=look,
                keys=keys_of(digit),
            )
            made.setCheckable(True)
            if look.zoom < NARROW_FROM:
                made.setText(unaccelerated(say(entry.title)))
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            group.addButton(made)
            self._buttons[entry.key] = made
            line.addWidget(made)
        line.addStretch()

    def mark(self, key: str) -> None:
        """Tab stops at the view that is shown; Qt would go on stopping at the first one."""
        for each, made in self._buttons.items():
            made.setChecked(each == key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)


class Views(Stack, Generic[Kind]):
    told = Signal(str)  # the key of a view that shows its rows
    refused = Signal(object)

    def __init__(self, desk: Desk, views: Sequence[ViewEntry[Kind]]) -> None:
        super().__init__()
        self._desk = desk
        self._entries = {entry.key: entry for entry in views}
        self._made: dict[str, Kind] = {}
        self.shown = views[0].key

    @property
    def view(self) -> Kind:
        return self.made(self.shown)

    def show_view(self, key: str) -> Kind:
        self.shown = key
        view = self.made(key)
        self.setCurrentWidget(view)
        return view

    def made(self, key: str) -> Kind:
        if key not in self._made:
            view = self._entries[key].build(self._desk)
            view.told.connect(partial(self.told.emit, key))
            view.refused.connect(self.refused)
            self._made[key] = view
            self.addWidget(view)
        return self._made[key]

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [partial(self.made, key) for key in self._entries]


def keys_of(digit: int) -> str:
    return f"Ctrl+{digit}"
