"""The semester's round of pair talks: window, planned, held, outcome; and experiences for the report (R64)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mentordesk.documents.declared.pair_kinds import TALK_SHEET
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.talks import TalkRow, talks
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.pairs_view import PairsView
from ui.logbooks.printing import ForParticipants
from ui.logbooks.talks.experiences import ExperiencesPane
from ui.logbooks.talks.part import TalksPart
from ui.logbooks.talks.words import figures, pair_columns, pair_name
from ui.widgets.buttons import button
from ui.widgets.page import PageCommand


class TalksView(PairsView[TalkRow]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TalksPart, pair_columns(), msg("Pair talks of this semester"), key="talks")
        self.setObjectName("talksViewPage")
        self._papers = ForParticipants(desk, self)
        self._print = partial(self._papers.print, TALK_SHEET)
        self.experiences = ExperiencesPane(desk)
        self.experiences.left.connect(self._leave_experiences)
        self.lay_aside(self.experiences)
        self._switch = button(tr("For the report"), self._turn, name="showExperiences", keys="F9")
        self._switch.setCheckable(True)
        self._new = button(tr("Note a talk …"), self.add, name="newTalk", kind="main", keys="Ctrl+N")
        self.lay_out_tools(
            self._switch,
            button(tr("Print talk sheets …"), self._print, name="printTalkSheets"),
            self._new,
        )

    def pair_of(self, each: TalkRow) -> PairId:
        return each.pair

    def names_of(self, each: TalkRow) -> str:
        return pair_name(each)

    def reload(self, programme: ProgrammeId | None) -> None:
        today = self.desk.today
        self.desk.work.ask(
            "talks of all", lambda store: talks(store, programme, today=today), self._take, self.refused.emit
        )
        self.experiences.reload(programme)

    def add(self) -> None:
        """Ctrl+N: a talk of the chosen pair, or an experience where those are shown."""
        if self._switch.isChecked():
            self.experiences.add()
        else:
            super().add()

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Note a talk"), "note_talk", self.add, "Ctrl+N"),
            PageCommand(msg("Experiences for the report"), "show_experiences", self._switch.click, "F9"),
            PageCommand(msg("Print: {paper}", paper=TALK_SHEET.title), "print_talk_sheets", self._print),
        )

    def _take(self, rows: tuple[TalkRow, ...]) -> None:
        self.show_rows(rows, figures(rows) if rows else "")

    def _turn(self) -> None:
        """The round, or what may stand in the report."""
        self._new.setVisible(not self._switch.isChecked())  # they have a button of their own
        self.show_aside(wanted=self._switch.isChecked())
        if self._switch.isChecked():
            self.experiences.enter()

    def _leave_experiences(self) -> None:
        self._switch.setChecked(False)
        self._turn()
