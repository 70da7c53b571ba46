"""A tab of several views: which is shown, its tools in the head, its keys, and where the keyboard goes.

What each view shows is its own; what stands around them is the tab's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.views import View, ViewBar, ViewEntry, Views, keys_of


class PageView(View):
    """A view with commands of its own; their keys are bound by the tab, and are the view's while it is shown."""

    tools: QWidget | None = None  # what stands in the page's head meanwhile

    def reload(self, programme: ProgrammeId | None) -> None:
        """`programme`: None shows all of them."""
        raise NotImplementedError

    def commands(self) -> Sequence[PageCommand]:
        """For the palette; those with keys are bound, too."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self,)

    def please_show(self, subject: Subject, number: str) -> None:
        """Brings one thing into view; another tab asked for it, perhaps before the rows are there."""


Kind = TypeVar("Kind", bound=PageView)


class ViewsPage(Page, Generic[Kind]):
    """Subclasses lay out `self.bar` and `self.views`, then `begin`."""

    leads: ClassVar[Mapping[str, str]] = {}
    """What a number begins with that leads to a view of its own -> that view's key."""

    def __init__(self, desk: Desk, title: Message, name: str, views: Sequence[ViewEntry[Kind]]) -> None:
        """`name` is the tab's key."""
        super().__init__(desk, title)
        self.setObjectName(f"{name}Page")
        self._name = name
        self._entries = views
        self._keys: set[str] = set()
        self._tools: dict[str, QWidget] = {}
        self._to_enter = False
        self._stood: QWidget | None = None  # where the keyboard was when a view was asked for
        self.views = Views[Kind](desk, views)
        self.bar = ViewBar(desk.look, views, self.show_view)
        self.views.told.connect(self._on_told)
        self.views.refused.connect(self.show_refusal)
        for digit, entry in enumerate(views, start=1):
            shortcut(self, keys_of(digit), partial(self.show_view, entry.key))

    def begin(self) -> None:
        """With the first view; its rows come when the page is seen."""
        self._bring(self._entries[0].key)

    def reload(self) -> None:
        self.views.view.reload(self.desk.programme_id)

    def please_show(self, subject: Subject, number: str) -> None:
        """In the view that holds it: now, or as soon as it is read."""
        key = next((entry.key for entry in self._entries if subject in entry.holds), self._entries[0].key)
        for before, lead in self.leads.items():
            if number.startswith(before):
                key, number = lead, number.removeprefix(before)
        if key != self.views.shown:
            self.show_view(key)
        self.views.view.please_show(subject, number)

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(
                entry.title, f"{self._name}{entry.key.title()}", partial(self.show_view, entry.key), keys_of(digit)
            )
            for digit, entry in enumerate(self._entries, start=1)
        )
        return (*self.views.view.commands(), *views)

    def panes(self) -> Sequence[QWidget]:
        return self.views.view.panes()

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [partial(self._made, entry.key) for entry in self._entries]

    def show_view(self, key: str) -> None:
        """The keyboard follows when its rows are there."""
        self._bring(key)
        self._to_enter = True
        self._stood = QApplication.focusWidget()
        self.reload_now()

    def _bring(self, key: str) -> None:
        self._made(key)
        self.views.show_view(key)
        self.bar.mark(key)
        for each, tools in self._tools.items():
            tools.setVisible(each == key)

    def _made(self, key: str) -> None:
        view = self.views.made(key)
        for command in view.commands():
            if command.keys and command.keys not in self._keys:
                self._keys.add(command.keys)
                shortcut(self, command.keys, partial(self._press, command.keys))
        if view.tools is not None and key not in self._tools:
            self._tools[key] = view.tools
            view.tools.setVisible(key == self.views.shown)
            self.tools.addWidget(view.tools)

    def _press(self, keys: str) -> None:
        """Keys are those of the view that is shown."""
        for command in self.views.view.commands():
            if command.keys == keys:
                command.run()

    def _on_told(self, key: str) -> None:
        if key != self.views.shown:
            return
        self.show_content()
        if self._to_enter:
            self._to_enter = False
            view, now = self.views.view, QApplication.focusWidget()
            if now is None or now is self._stood or not view.isAncestorOf(now):  # else somebody was quicker
                view.enter()
