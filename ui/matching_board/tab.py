"""The Matching tab: a coordinator's bench. It asks for the board, lays out the bench, and shows it in its views.

What can be done is `deeds`; what lies in the middle of the page is `views`; the values are `bench`, `cards` and `why`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.actions.files import user
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.refusals import NotYet
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.board import Board, board
from ui.desk import Desk
from ui.language import tr
from ui.matching_board.bench import Bench, Stage, lay_out
from ui.matching_board.candidates_view import MENTEES, CandidatesView
from ui.matching_board.deeds import Deeds
from ui.matching_board.head import Head
from ui.matching_board.lessons import lesson_before
from ui.matching_board.moved_line import MovedLine
from ui.matching_board.outdated_line import OutdatedLine
from ui.matching_board.pair_acts import PairActs
from ui.matching_board.pair_lines import PairLine
from ui.matching_board.pairs.rooms import PairRooms
from ui.matching_board.papers import Papers
from ui.matching_board.plan_header import PlanHeader
from ui.matching_board.plans.scenario_bench import ScenarioBench
from ui.matching_board.views import OF_WHO_WAITS, SWITCH, TABLES, TWINS, WITH_A_BUTTON, View, Views
from ui.theme import Space
from ui.widgets.empty_page import WayOn
from ui.widgets.frames import column
from ui.widgets.page import Page, PageCommand, shortcut

_NOT_OURS = {Subject.MEETINGS, Subject.LOGBOOKS, Subject.GOALS, Subject.TEAM, Subject.ALERTS}


class MatchingPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(Subject) - _NOT_OURS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Matching"))
        look = desk.look
        self.setObjectName("matchingPage")
        self.bench: Bench | None = None
        self._of = desk.programme_id  # whose bench it is
        self.view = self._left_for_table = View.CANDIDATES
        self.deeds = Deeds(desk, self)
        self.papers = Papers(desk, self)
        self.header_line = PlanHeader(look, self.facts, self.tools, self)
        down = column(look, within=self.content, space=Space.BETWEEN)
        down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        self.views = Views(desk)
        self.plans = ScenarioBench(desk, self.views, self)
        self._head = Head(look, self.header_line, self.facts, self.plans.bar)
        down.addLayout(self._head.under)
        self.outdated = OutdatedLine(look)
        down.addWidget(self.outdated)
        self.moved = MovedLine(look)
        down.addWidget(self.moved)
        down.addWidget(self.plans.bar.line)
        down.addWidget(self.plans, 1)
        self.acts = PairActs(desk, self.views, self.deeds, self._show_view, self.content)
        self.rooms = PairRooms(desk, self, [each.keys for each in self.commands()])
        self._listen()

    @property
    def candidates(self) -> CandidatesView:
        return self.views.candidates

    def reload(self) -> None:
        programme, today, scenario = self.desk.programme_id, self.desk.today, self.plans.scenario
        if programme is None:
            self._teach(tr("No programme is chosen"), tr("Choose one in the list above the tabs."))
            return
        self.desk.work.ask(
            "matching board",
            lambda store: board(store, programme, today=today, scenario=scenario),
            self._on_board,
            self.show_refusal,
        )

    def please_show(self, subject: Subject, number: str) -> None:
        if self.rooms.open_found(subject, number):
            return
        self._show_view(View.CANDIDATES)
        if self.bench is not None and number in self.bench.question.row:
            self.candidates.choose(ParticipationId(number))

    def commands(self) -> Sequence[PageCommand]:
        views = (
            PageCommand(title, f"matching{view.name.title()}", partial(self._enter_view, view), keys)
            for view, title, _, keys in SWITCH
        )
        return (
            PageCommand(msg("Next step of the plan"), "matchingNext", self._next, "Ctrl+Return"),
            PageCommand(msg("Find the best plan"), "matchingFind", self.deeds.find_plan),
            PageCommand(msg("Approve the plan"), "matchingApprove", self.deeds.approve),
            PageCommand(msg("Print contracts and checklists"), "matchingPrint", self.papers.print_all),
            PageCommand(msg("Match one mentee now"), "matchingShortList", self._open_short_list),
            PageCommand(msg("Without a mentor in this round"), "matchingNoMatch", self._open_no_match),
            PageCommand(msg("Who would rather have each other"), "matchingBlocking", self._show_blocking),
            *self.acts.commands(),
            *self.plans.commands(),
            *views,
            PageCommand(msg("Show as table"), "matchingTable", self._toggle_table, "F9"),
        )

    def panes(self) -> Sequence[QWidget]:
        if not self.rooms.isHidden():
            return (self.rooms,)
        if self.bench is None:  # it teaches
            return super().panes()
        if self.plans.is_covered:
            return self.plans.panes
        of_view = (self.views,) if self.views.shown is None else self.views.shown.panes
        return (*of_view, *self.plans.panes)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return self.views.parts_to_come()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Less than the bar wants with all its words: it drops them one by one."""
        return QSize(self.look.px(480), self.look.px(240))

    def _listen(self) -> None:
        self.header_line.next_wanted.connect(self._next)
        self.outdated.as_it_is_wanted.connect(self.deeds.approve)
        self.header_line.view_wanted.connect(self._show_view)
        self.header_line.table_wanted.connect(self._toggle_table)
        self.deeds.not_yet.connect(self._on_not_yet)
        self.deeds.approved.connect(self._on_approved)
        self.views.line_opened.connect(self._open_line)
        self.views.excepted.connect(self.deeds.approve)
        self.views.approval_left.connect(self._leave_approval)
        self.views.blocking_wanted.connect(self._show_blocking)
        self.views.pair_opened.connect(self._open_pair)
        self.plans.tried.connect(self.views.show_trial)
        self.views.papers_wanted.connect(self.papers.print_all)
        self.views.board_wanted.connect(partial(self._enter_view, View.BOARD))
        for command in self.commands():
            if command.keys:
                shortcut(self, command.keys, command.run)
        self.rooms.left.connect(self._enter_again)
        self.plans.reload_wanted.connect(self.reload)
        self.plans.approve_now.connect(self.deeds.approve)
        self.plans.covered.connect(self._show_main)
        self.plans.mentee_opened.connect(partial(self.please_show, Subject.PARTICIPATIONS))
        shortcut(self, "Ctrl+Enter", self._next)  # of the number pad

    def _on_board(self, found: Board) -> None:
        if (lesson := lesson_before(found)) is not None:
            to_people = partial(self.desk.please_show, Subject.PEOPLE, "")
            self._teach(lesson.heading, lesson.text, WayOn(tr("Go to the participants"), to_people, "goToPeople"))
            return
        before = self.bench if self._of == self.desk.programme_id else None
        if before is None and self.views.view is View.APPROVAL:
            self.views.show_view(self.view)  # what stood in the way of another programme's plan is gone
        self._of = self.desk.programme_id
        self.desk.work.compute(
            "matching bench",
            lambda _: lay_out(found, before),
            partial(self._on_bench, self._of),
            title=msg("Finding the best plan"),
        )

    def _on_bench(self, programme: ProgrammeId | None, bench: Bench) -> None:
        if programme != self.desk.programme_id:
            return
        self.bench = self.deeds.bench = bench
        self.show_content()
        self._fit()
        self.outdated.show_bench(bench)
        self.moved.show_moves(bench)
        self.views.show_bench(bench)
        if self.views.view is not View.APPROVAL or bench.stage is Stage.PAIRED:
            self._put_view(self.view)
        self.plans.show_bench(bench)

    def _fit(self) -> None:
        """The figures stand in the bar, or under it where they don't fit."""
        if self.bench is None:
            return
        title = self.findChild(QLabel, "pageTitle")
        assert title is not None
        self._head.fit(self.bench, self.width(), title)
        self._show_main()

    def _show_view(self, view: View) -> None:
        self.plans.leave_compare()
        self._put_view(view)

    def _put_view(self, view: View) -> None:
        self.view = view
        self.header_line.mark(view)
        if self.bench is None:
            return  # whatever is shown then teaches
        paired = self.bench.stage is Stage.PAIRED
        self.views.show_view(View.ALL_PAIRED if paired and view in OF_WHO_WAITS else view)
        self._show_main()

    def _enter_view(self, view: View) -> None:
        self._show_view(view)
        if self.views.shown is not None:
            self.views.shown.enter()

    def _show_main(self) -> None:
        """One main button a page: an exception, and the papers where all are paired, bring their own."""
        here = self.views.view
        own = self.views.all_paired.main if here is View.ALL_PAIRED else None
        self.header_line.show_main(here not in WITH_A_BUTTON and not self.plans.is_covered, own)

    def _toggle_table(self) -> None:
        """F9 leads there and back."""
        before = self.view
        if before in TABLES:
            self._enter_view(self._left_for_table)
        else:
            self._left_for_table = before
            paired = self.views.view is View.ALL_PAIRED
            self._enter_view(View.PAIRS_AS_TABLE if paired else TWINS.get(before, View.PAIRS_AS_TABLE))

    def _next(self) -> None:
        if self.bench is None:
            return
        if self.views.view is View.APPROVAL:
            self.views.approval.confirm()
            return
        match self.bench.stage:
            case Stage.NOT_PLANNED | Stage.OUTDATED:
                self.deeds.find_plan()
            case Stage.PLANNED:
                self.deeds.approve()
            case Stage.PAIRED:
                self.papers.print_all()

    def _on_not_yet(self, no: NotYet) -> None:
        self.views.approval.show_refusal(no, user())
        self.views.show_view(View.APPROVAL)
        self._show_main()
        self.outdated.hide()
        self.views.approval.reason.setFocus()

    def _leave_approval(self) -> None:
        self._show_view(View.CANDIDATES)
        if self.bench is not None:
            self.outdated.show_bench(self.bench)
        self.candidates.mentees.setFocus()

    def _on_approved(self) -> None:
        self._show_view(View.CANDIDATES)
        self.plans.choose(None)

    def _show_blocking(self) -> None:
        """F9 leads back from them, as from every table."""
        if self.view not in TABLES:
            self._left_for_table = self.view
        self._enter_view(View.BLOCKING)

    def _open_pair(self, mentee: str, mentor: str) -> None:
        self._show_view(View.CANDIDATES)
        self.candidates.choose(ParticipationId(mentee), ParticipationId(mentor))
        self.candidates.candidates.setFocus()

    def _open_line(self, line: PairLine) -> None:
        if line.mentee_id is not None:
            self._show_view(View.CANDIDATES)
            self.candidates.show_pane(MENTEES)
            self.candidates.choose(line.mentee_id)
            self.candidates.mentees.setFocus()
        elif line.pair is not None:
            self.rooms.open_pair(line.pair)

    def _open_short_list(self) -> None:
        self.rooms.open_short_list(self.candidates.mentee or "")

    def _open_no_match(self) -> None:
        self.rooms.open_no_match(self.candidates.mentee or "")

    def _enter_again(self) -> None:
        if self.views.shown is not None:
            self.views.shown.enter()

    def _teach(self, heading: str, text: str, *ways_on: WayOn) -> None:
        self.bench = self.deeds.bench = None
        self._head.show_nothing()
        self.show_empty("matching", heading, text, *ways_on)
