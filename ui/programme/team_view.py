"""The team of the programme, in parts: who runs it (R3), its meetings, its tasks, and the issues it works on (R4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from mentordesk.domain.ids import IssueId, ProgrammeId
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.language import tr
from ui.programme.team.issues_part import IssuesPart
from ui.programme.team.meetings_part import MeetingsPart
from ui.programme.team.people_part import PeoplePart
from ui.programme.team.tasks_part import TasksPart
from ui.programme.view import View
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row, scrolling
from ui.widgets.page import shortcut

_HIGH = 360  # px at 100 %, that a part has in large type


class TeamView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.issues = IssuesPart(desk)
        self._parts: tuple[View, ...] = (PeoplePart(desk), MeetingsPart(desk), TasksPart(desk), self.issues)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        across = row(desk.look)
        names = (
            (tr("People"), "teamPeople"),
            (tr("Meetings"), "teamMeetings"),
            (tr("Tasks"), "teamTasks"),
            (tr("Issues"), "teamIssues"),
        )
        for place, (words, name) in enumerate(names):
            switch = button(words, partial(self._show_part, place), name=name, keys="Ctrl+PgDown")
            switch.setCheckable(True)
            switch.setChecked(place == 0)
            self._group.addButton(switch, place)
            across.addWidget(switch)
        across.addStretch(1)
        down = column(desk.look, within=self, space=Space.AROUND)
        down.addLayout(across)
        if desk.look.zoom < NARROW_FROM:
            down.addWidget(self._stack, 1)
        else:  # a list and what is said under it do not fit: they scroll
            self._stack.setMinimumHeight(desk.look.px(_HIGH))
            down.addWidget(scrolling(self._stack), 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step, step))
        for part in self._parts:
            self._stack.addWidget(part)
            part.told.connect(self.told)
            part.refused.connect(self.refused)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        for part in self._parts:
            part.reload(programme)

    def enter(self) -> None:
        self._part.enter()

    def add(self) -> None:
        self._part.add()

    def print_paper(self) -> bool:
        return self._part.print_paper()

    def show_issue(self, issue: IssueId) -> None:
        """In its list; "" is the list as a whole."""
        self._show_part(self._parts.index(self.issues))
        self.issues.stand_on(issue)

    @property
    def _part(self) -> View:
        return self._parts[self._stack.currentIndex()]

    def _step(self, step: int) -> None:
        self._show_part((self._stack.currentIndex() + step) % len(self._parts))

    def _show_part(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self._part.enter()
