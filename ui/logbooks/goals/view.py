"""All pairs with their goals: how many, how they stand, what is due, and how far the goal document has come (R62)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mentordesk.documents.declared.pair_kinds import GOAL_DOCUMENT
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.goals import PairGoals, goals_of_programme
from ui.desk import Desk
from ui.language import tr
from ui.logbooks.goals.part import GoalsPart
from ui.logbooks.goals.words import figures, pair_columns, pair_name
from ui.logbooks.pairs_view import PairsView
from ui.logbooks.printing import ForParticipants
from ui.widgets.buttons import button
from ui.widgets.page import PageCommand


class GoalsView(PairsView[PairGoals]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, GoalsPart, pair_columns(), msg("Goals of all pairs"), key="goals")
        self.setObjectName("goalsViewPage")
        self._papers = ForParticipants(desk, self)
        self._print = partial(self._papers.print, GOAL_DOCUMENT)
        self.lay_out_tools(
            button(tr("Print goal documents …"), self._print, name="printGoalDocuments"),
            button(tr("Set a goal …"), self.add, name="newGoal", kind="main", keys="Ctrl+N"),
        )

    def pair_of(self, each: PairGoals) -> PairId:
        return each.pair

    def names_of(self, each: PairGoals) -> str:
        return pair_name(each)

    def reload(self, programme: ProgrammeId | None) -> None:
        self.desk.work.ask(
            "goals of all", partial(goals_of_programme, programme=programme), self._take, self.refused.emit
        )

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Set a goal"), "new_goal", self.add, "Ctrl+N"),
            PageCommand(msg("Print: {paper}", paper=GOAL_DOCUMENT.title), "print_goal_documents", self._print),
        )

    def _take(self, rows: tuple[PairGoals, ...]) -> None:
        self.show_rows(rows, figures(rows) if rows else "")
