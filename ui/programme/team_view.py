"""The team of the programme, in parts: who runs it (R3), its meetings, its tasks, and the issues it works on (R4)."""

from __future__ import annotations

from mentordesk.domain.ids import IssueId, ProgrammeId
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.programme.team.issues_part import IssuesPart
from ui.programme.team.meetings_part import MeetingsPart
from ui.programme.team.people_part import PeoplePart
from ui.programme.team.tasks_part import TasksPart
from ui.programme.view import View
from ui.widgets.frames import column
from ui.widgets.part_switch import PartEntry, PartSwitch

_HIGH = 360  # px at 100 %, that a part has in large type


class TeamView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.issues = IssuesPart(desk)
        entries: tuple[PartEntry[View], ...] = (
            PartEntry(msg("People"), "teamPeople", PeoplePart(desk)),
            PartEntry(msg("Meetings"), "teamMeetings", MeetingsPart(desk)),
            PartEntry(msg("Tasks"), "teamTasks", TasksPart(desk)),
            PartEntry(msg("Issues"), "teamIssues", self.issues),
        )
        self._switch = PartSwitch(desk.look, entries, high=_HIGH)
        self._switch.chosen.connect(self.enter)
        column(desk.look, within=self).addWidget(self._switch)
        for part in self._switch.parts:
            part.told.connect(self.told)
            part.refused.connect(self.refused)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        for part in self._switch.parts:
            part.reload(programme)

    def enter(self) -> None:
        self._switch.part.enter()

    def add(self) -> None:
        self._switch.part.add()

    def print_paper(self) -> bool:
        return self._switch.part.print_paper()

    def show_issue(self, issue: IssueId) -> None:
        """In its list; "" is the list as a whole."""
        self._switch.show_part(self._switch.parts.index(self.issues))
        self.issues.stand_on(issue)
