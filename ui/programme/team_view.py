"""The team of the programme, in two parts: who runs it (R3), and the issues it works on (R4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from mentordesk.domain.ids import IssueId, ProgrammeId
from ui.desk import Desk
from ui.language import tr
from ui.programme.team.issues_part import IssuesPart
from ui.programme.team.people_part import PeoplePart
from ui.programme.view import View
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row


class TeamView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.people, self.issues = PeoplePart(desk), IssuesPart(desk)
        self._parts: tuple[View, ...] = (self.people, self.issues)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        across = row(desk.look)
        names = ((tr("People"), "teamPeople"), (tr("Issues"), "teamIssues"))
        for place, (words, name) in enumerate(names):
            switch = button(words, partial(self._show_part, place), name=name)
            switch.setCheckable(True)
            switch.setChecked(place == 0)
            self._group.addButton(switch, place)
            across.addWidget(switch)
        across.addStretch(1)
        down = column(desk.look, within=self, space=Space.AROUND)
        down.addLayout(across)
        down.addWidget(self._stack, 1)
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

    def show_issue(self, issue: IssueId) -> None:
        """In its list; "" is the list as a whole."""
        self._show_part(self._parts.index(self.issues))
        self.issues.stand_on(issue)

    @property
    def _part(self) -> View:
        return self._parts[self._stack.currentIndex()]

    def _show_part(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self._part.enter()
