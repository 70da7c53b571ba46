"""The Programme tab (ux.md 5.2): the page with its views; what each shows is its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import IssueId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.language import tr
from ui.programme.team_view import TeamView
from ui.programme.timeline.view import TimelineView
from ui.programme.view import View
from ui.programme.views import TIMELINE, VIEWS, keys_of
from ui.widgets.frames import column
from ui.widgets.page import Page, PageCommand, shortcut
from ui.widgets.views import ViewBar, Views


class ProgrammePage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(
        {
            Subject.PROGRAMMES,
            Subject.PARTICIPATIONS,
            Subject.PEOPLE,
            Subject.APPLICATIONS,
            Subject.PAIRS,
            Subject.LOGBOOKS,
            Subject.MEETINGS,
            Subject.TEAM,
            Subject.DOCUMENTS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Programme"))
        self.setObjectName("programmePage")
        look = desk.look
        self.views = Views[View](desk, VIEWS)
        self._bar = ViewBar(look, VIEWS, self.show_view)
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

    def please_show(self, subject: Subject, number: str) -> None:
        """An issue of the team."""
        if subject is Subject.TEAM and self.desk.programme_id is not None:
            self.show_view("team")
            view = self.views.view
            if isinstance(view, TeamView):
                view.show_issue(IssueId(number))

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(
                entry.title, f"programme{entry.key.title()}", partial(self.show_view, entry.key), keys_of(entry)
            )
            for entry in VIEWS
        )
        return (
            PageCommand(msg("Add to this list"), "programmeAdd", self._add, "Ctrl+N"),
            PageCommand(msg("Move the start …"), "programmeMoveStart", self._plan_again, "Ctrl+M"),
            PageCommand(msg("Days kept free …"), "programmeFreeDays", self._show_free_days),
            PageCommand(msg("Timeline as a table"), "programmeTable", self._toggle_table, "F9"),
            PageCommand(msg("Print for the wall …"), "programmeWall", self._print, "Ctrl+P"),
            *views,
        )

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

    def _timeline(self) -> TimelineView | None:
        """The view, shown; None where no programme is chosen."""
        if self.desk.programme_id is None:
            return None
        if self.views.shown != TIMELINE:
            self.show_view(TIMELINE)
        view = self.views.view
        return view if isinstance(view, TimelineView) else None

    def _plan_again(self) -> None:
        if (view := self._timeline()) is not None:
            view.plan_again()

    def _show_free_days(self) -> None:
        if (view := self._timeline()) is not None:
            view.show_free_days()

    def _toggle_table(self) -> None:
        if (view := self._timeline()) is not None:
            view.toggle_table()

    def _print(self) -> None:
        """What is in view, where it has a paper; else the timeline."""
        if self.desk.programme_id is not None and self.views.view.print_paper():
            return
        if (view := self._timeline()) is not None:
            view.print_wall()

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
