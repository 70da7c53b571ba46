"""The Logbooks tab (ux.md 5.6): the sentence that says what is kept, always on top, and one of the views under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import TALKS_OF, Desk
from ui.logbooks.confidential import ConfidentialCard
from ui.logbooks.conversations_view import ConversationsView
from ui.logbooks.view import LogbookView
from ui.logbooks.views import VIEWS
from ui.theme import Space
from ui.widgets.flow import Flow
from ui.widgets.frames import column, scrolling
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.views import NARROW_FROM, ViewBar, Views, keys_of


class LogbooksPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            *(Subject.PAIRS, Subject.LOGBOOKS, Subject.GOALS, Subject.MEETINGS),
            *(Subject.PEOPLE, Subject.PROGRAMMES, Subject.TEAM),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Logbooks"))
        self._paged = desk.look.zoom >= NARROW_FROM
        self._keys: set[str] = set()
        self._tools: dict[str, QWidget] = {}
        self._to_enter = False
        self.views = Views[LogbookView](desk, VIEWS)
        self._bar = ViewBar(desk.look, VIEWS, self.show_view)
        self._build_content()
        self.views.told.connect(self._on_told)
        self.views.refused.connect(self.show_refusal)
        for digit, entry in enumerate(VIEWS, start=1):
            shortcut(self, keys_of(digit), partial(self.show_view, entry.key))
        self._bring(VIEWS[0].key)

    def reload(self) -> None:
        self.views.view.reload(self.desk.programme_id)

    def please_show(self, subject: Subject, number: str) -> None:
        """In the view that holds it: now, or as soon as it is read."""
        key = next((entry.key for entry in VIEWS if subject in entry.holds), VIEWS[0].key)
        if number.startswith(TALKS_OF):
            key, number = "talks", number.removeprefix(TALKS_OF)
        if key != self.views.shown:
            self.show_view(key)
            self._to_enter = False  # whatever is wanted gets the keyboard
        self.views.view.please_show(subject, number)

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(entry.title, f"logbooks{entry.key.title()}", partial(self.show_view, entry.key), keys_of(digit))
            for digit, entry in enumerate(VIEWS, start=1)
        )
        return (*self.views.view.commands(), *views)

    def panes(self) -> Sequence[QWidget]:
        return (self._card, *self.views.view.panes())

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [partial(self._made, entry.key) for entry in VIEWS]

    def show_view(self, key: str) -> None:
        """The keyboard follows when its rows are there."""
        self._bring(key)
        self._to_enter = True
        self.reload_now()

    def _build_content(self) -> None:
        look = self.look
        inside = QWidget() if self._paged else self.content
        down = column(look, within=inside, space=Space.AROUND)
        self._card = ConfidentialCard(look, self._return_logbook, narrow=self._paged)
        down.addWidget(self._card)
        if self._paged:
            line = Flow(look.px(Space.BETWEEN))  # longer words go on in the next line
            line.addWidget(self._bar)
            line.addWidget(self._card.ask)
            down.addLayout(line)
            down.setSpacing(look.px(Space.WITHIN))
            down.setContentsMargins(look.px(6), look.px(8), look.px(6), look.px(4))  # long words need the width
            self._area = scrolling(inside)
            column(look, within=self.content).addWidget(self._area)
        else:
            self.facts.addWidget(self._bar)
            down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        down.addWidget(self.views, 1)

    def _return_logbook(self) -> None:
        """To the mentee of the pair on which one stands, in whatever view."""
        pair = self.views.view.chosen
        view = self.views.made(VIEWS[0].key)
        if isinstance(view, ConversationsView):
            view.return_logbook_of(pair)

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
            self.views.view.enter()
