"""The Documents tab (ux.md 5.8): the page with its views; what each shows is its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import CAME_BACK, LIBRARY_OF, Desk
from ui.documents.view import View
from ui.documents.views import VIEWS, keys_of
from ui.language import tr
from ui.theme import Space
from ui.widgets.frames import column
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.views import NARROW_FROM, ViewBar, Views

_LEADS = {CAME_BACK: "returned", LIBRARY_OF: "library"}
"""What a number begins with that leads to a view of its own."""


class DocumentsPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(Subject) - {
        Subject.ALERTS,
        Subject.VIEWS,
        Subject.SETTINGS,
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Documents"))
        self.setObjectName("documentsPage")
        look = desk.look
        self._keys: set[str] = set()
        self._tools: dict[str, QWidget] = {}
        self._to_enter = False
        self._stood: QWidget | None = None  # where the keyboard was when a view was asked for
        self.views = Views[View](desk, VIEWS)
        self._bar = ViewBar(look, VIEWS, self.show_view)
        down = column(look, within=self.content, space=Space.AROUND)
        if look.zoom >= NARROW_FROM:
            down.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
            down.addWidget(self._bar)
        else:
            down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
            self.facts.addWidget(self._bar)
        down.addWidget(self.views, 1)
        self.views.told.connect(self._on_told)
        self.views.refused.connect(self.show_refusal)
        for entry in VIEWS:
            shortcut(self, keys_of(entry), partial(self.show_view, entry.key))
        shortcut(self, "Esc", lambda: self.views.view.close_topmost())
        self._bring(VIEWS[0].key)

    def reload(self) -> None:
        programme = self.desk.programme_id
        if programme is None and self.views.view.of_one_programme:
            self._teach()
            return
        self.views.view.reload(programme)

    def please_show(self, subject: Subject, number: str) -> None:
        """In the view that holds it: now, or as soon as it is read."""
        key = next((entry.key for entry in VIEWS if subject in entry.holds), VIEWS[0].key)
        key = next((view for before, view in _LEADS.items() if number.startswith(before)), key)
        if key != self.views.shown:
            self.show_view(key)
        self.views.view.please_show(subject, number)

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(
                entry.title, f"documents{entry.key.title()}", partial(self.show_view, entry.key), keys_of(entry)
            )
            for entry in VIEWS
        )
        return (*self.views.view.commands(), *views)

    def panes(self) -> Sequence[QWidget]:
        if self.desk.programme_id is None and self.views.view.of_one_programme:
            return super().panes()
        return self.views.view.panes()

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [partial(self._made, entry.key) for entry in VIEWS]

    def show_view(self, key: str) -> None:
        """The keyboard follows when its rows are there."""
        self._bring(key)
        self._to_enter = True
        self._stood = QApplication.focusWidget()
        self.reload_now()

    def _bring(self, key: str) -> None:
        self._made(key)
        self.views.show_view(key)
        self._bar.mark(key)
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

    def _teach(self) -> None:
        text = tr("Choose one in the list above the tabs.")
        self.show_empty("documents", tr("No programme is chosen"), text)
