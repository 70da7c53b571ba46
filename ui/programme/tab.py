"""The Programme tab (ux.md 5.2): the page with its views; what each shows is its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import tr
from ui.programme.beside import NARROW_FROM
from ui.programme.views import VIEWS, ViewBar, Views, keys_of
from ui.widgets.frames import column
from ui.widgets.page import Page, PageCommand, shortcut


class ProgrammePage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            Subject.PROGRAMMES,
            Subject.PARTICIPATIONS,
            Subject.PEOPLE,
            Subject.APPLICATIONS,
            Subject.PAIRS,
            Subject.LOGBOOKS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Programme"))
        self.setObjectName("programmePage")
        look = desk.look
        self.views = Views(desk)
        self._bar = ViewBar(look, self.show_view)
        down = column(look, within=self.content)
        down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        if look.zoom >= NARROW_FROM:
            down.addWidget(self._bar)
        else:
            self.tools.addWidget(self._bar)
        down.addWidget(self.views, 1)
        self.views.told.connect(self._on_told)
        self.views.refused.connect(self.show_refusal)
        self.views.show_view(VIEWS[0].key)
        self._bar.mark(VIEWS[0].key)
        self._to_enter = False
        for command in self.commands():
            shortcut(self, command.keys, command.run)

    def reload(self) -> None:
        programme = self.desk.programme_id
        self._bar.setVisible(programme is not None)
        if programme is None:
            self._teach()
            return
        self.views.view.reload(programme)

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(
                entry.title, f"programme{entry.key.title()}", partial(self.show_view, entry.key), keys_of(entry)
            )
            for entry in VIEWS
        )
        return (PageCommand(msg("Add to this list"), "programmeAdd", self._add, "Ctrl+N"), *views)

    def panes(self) -> Sequence[QWidget]:
        return (self.views,) if self.desk.programme_id is not None else super().panes()

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return self.views.parts_to_come()

    def show_view(self, key: str) -> None:
        """The keyboard follows when its rows are there."""
        self.views.show_view(key)
        self._bar.mark(key)
        self._to_enter = True
        self.reload_now()

    def _add(self) -> None:
        if self.desk.programme_id is not None:
            self.views.view.add()

    def _on_told(self, key: str) -> None:
        if key != self.views.shown:
            return
        self.show_content()
        if self._to_enter:
            self._to_enter = False
            self.views.view.enter()

    def _teach(self) -> None:
        text = tr("Choose one in the list above the tabs.")
        self.show_empty("programme", tr("No programme is chosen"), text)
