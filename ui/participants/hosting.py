"""Which view of the tab is in front: the grid of people, or one of those in views.py; each is made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QPushButton, QSizePolicy, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.language import say, tr
from ui.participants.view_page import ViewPage
from ui.participants.views import PEOPLE, VIEWS, View
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import row
from ui.widgets.in_place import InPlace
from ui.widgets.stack import Stack

TITLES: dict[str, Message] = {PEOPLE: msg("People"), **{view.key: view.title for view in VIEWS}}
"""In the order of their keys, Ctrl+1 and on."""


class Hosting(Stack):
    brought = Signal(str)  # key of the view
    person_wanted = Signal(str)
    left = Signal()  # the view is left for the grid

    def __init__(self, desk: Desk, people: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._views = {view.key: InPlace(partial(self._make, view), partial(self._place, view.key)) for view in VIEWS}
        self._stale: set[str] = set()
        self._to_enter = False
        self.key = PEOPLE
        self._people = people
        self.addWidget(people)
        ignored = QSizePolicy.Policy.Ignored
        self.setSizePolicy(ignored, ignored)  # else those that are hidden ask for room too
        desk.changes.touched.connect(self._on_touched)
        desk.programme_chosen.connect(self._on_programme)

    @property
    def view(self) -> ViewPage | None:
        """The one in front; None: the grid of people."""
        return None if self.key == PEOPLE else self._views[self.key].if_there

    @property
    def _there(self) -> dict[str, ViewPage]:
        found = ((key, view.if_there) for key, view in self._views.items())
        return {key: made for key, made in found if made is not None}

    def bring(self, key: str) -> None:
        """With the keyboard in it, when its rows are there."""
        self.key = key
        self._to_enter = key != PEOPLE
        self.setCurrentWidget(self._people if key == PEOPLE else self._views[key].get())
        self._reload_stale()
        self.brought.emit(key)

    def reload(self) -> None:
        """The view in front, unless it is the grid."""
        if (view := self.view) is not None:
            self._stale.discard(self.key)
            view.reload()

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [turn for view in self._views.values() for turn in view.turns()]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        super().showEvent(event)
        self._reload_stale()

    def _make(self, view: View) -> ViewPage:
        made = view.build(self._desk)
        look = self._desk.look
        across, down = look.px(Space.GROUPS), look.px(Space.AROUND)
        made.setContentsMargins(across, down, across, down)
        made.shown.connect(self._on_shown)
        made.person_wanted.connect(self.person_wanted)
        made.left.connect(self.left)
        return made

    def _place(self, key: str, made: ViewPage) -> None:
        self._stale.add(key)
        self.addWidget(made)

    def _reload_stale(self) -> None:
        if self.key in self._stale and self.isVisible():
            self.reload()
        elif self._to_enter:
            self._on_shown()

    def _on_shown(self) -> None:
        view = self.view
        if self._to_enter and view is not None and self.isVisible():
            self._to_enter = False
            view.enter()

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        self._stale |= {key for key, made in self._there.items() if subjects & made.subjects}
        self._reload_stale()

    def _on_programme(self) -> None:
        self._stale |= self._there.keys()
        self._reload_stale()


class ViewBar(QWidget):
    """A button for each view, the one in front down."""

    chosen = Signal(str)

    def __init__(self, look: Look, *, wraps: bool) -> None:
        """`wraps`: it goes on in a second line where there is no room for one."""
        super().__init__()
        self.setObjectName("viewBar")
        self.setAccessibleName(tr("Views"))
        flow: QLayout = Flow(look.px(Space.WITHIN), self) if wraps else row(look, within=self, space=Space.WITHIN)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for at, (key, title) in enumerate(TITLES.items(), start=1):
            made = button(
                say(title), partial(self.chosen.emit, key), name=f"view{key.title()}", kind="quiet", keys=f"Ctrl+{at}"
            )
            made.setCheckable(True)
            made.setChecked(key == PEOPLE)
            group.addButton(made)
            flow.addWidget(made)
            self._buttons[key] = made

    def mark(self, key: str) -> None:
        self._buttons[key].setChecked(True)
