"""The views of the Programme tab, in their order: each has its digit (Ctrl+1 …), and is made when it is first shown.

To add one: a line in VIEWS, and its class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QWidget

from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.language import say
from ui.programme.beside import NARROW_FROM
from ui.programme.call_view import CallView
from ui.programme.frame_view import FrameView
from ui.programme.guides_view import GuidesView
from ui.programme.requirements_view import RequirementsView
from ui.programme.rounds_view import RoundsView
from ui.programme.team_view import TeamView
from ui.programme.timeline.view import TimelineView
from ui.programme.view import View
from ui.theme import Look, Space
from ui.widgets.buttons import icon_button
from ui.widgets.frames import row
from ui.widgets.labels import unaccelerated


@dataclass(frozen=True, slots=True)
class ViewEntry:
    key: str
    title: Message
    picture: str
    build: Callable[[Desk], View]


TIMELINE = "timeline"
VIEWS = (
    ViewEntry(TIMELINE, msg("Timeline"), "calendar", TimelineView),
    ViewEntry("frame", msg("Frame"), "programme", FrameView),
    ViewEntry("requirements", msg("Requirements"), "done", RequirementsView),
    ViewEntry("team", msg("Team"), "participants", TeamView),
    ViewEntry("call", msg("Call"), "mail", CallView),
    ViewEntry("rounds", msg("Rounds"), "compare", RoundsView),
    ViewEntry("guides", msg("Guides"), "logbooks", GuidesView),
)


def keys_of(entry: ViewEntry) -> str:
    return f"Ctrl+{VIEWS.index(entry) + 1}"


class ViewBar(QWidget):
    """One of the views; in large type the signs alone."""

    def __init__(self, look: Look, choose: Callable[[str], object]) -> None:
        super().__init__()
        group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        line = row(look, within=self, space=Space.WITHIN)
        for entry in VIEWS:
            made = icon_button(
                entry.picture,
                say(entry.title),
                partial(choose, entry.key),
                name=f"{entry.key}View",
                look=look,
                keys=keys_of(entry),
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


class Views(QStackedWidget):
    told = Signal(str)  # the key of a view that shows its rows
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, View] = {}
        self.shown = VIEWS[0].key

    @property
    def view(self) -> View:
        return self.made(self.shown)

    def show_view(self, key: str) -> View:
        self.shown = key
        view = self.made(key)
        self.setCurrentWidget(view)
        return view

    def made(self, key: str) -> View:
        if key not in self._made:
            entry = next(each for each in VIEWS if each.key == key)
            view = entry.build(self._desk)
            view.told.connect(partial(self.told.emit, key))
            view.refused.connect(self.refused)
            self._made[key] = view
            self.addWidget(view)
        return self._made[key]

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [partial(self.made, entry.key) for entry in VIEWS]
