"""The Matching tab: a coordinator's bench. It asks for the board, lays out the bench, and shows it in three views.

What can be done is `deeds`; what is shown of a pair is `candidates_view`; the values are `bench`, `cards` and `why`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from mentordesk.actions.files import user
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.refusals import NotYet
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.board import Board, board
from ui.desk import Desk
from ui.language import tr
from ui.matching_board.approval_panel import ApprovalPanel
from ui.matching_board.bench import Bench, Stage, lay_out
from ui.matching_board.board_view import BoardView
from ui.matching_board.candidates_view import CANDIDATES, MENTEES, CandidatesView
from ui.matching_board.cards import CandidateCard
from ui.matching_board.deeds import Deed, Deeds
from ui.matching_board.lessons import lesson_before
from ui.matching_board.match_with import MatchWith
from ui.matching_board.moved_line import MovedLine
from ui.matching_board.outdated_line import OutdatedLine
from ui.matching_board.pair_lines import PairLine, pair_lines
from ui.matching_board.pair_table import pair_table
from ui.matching_board.papers import Papers
from ui.matching_board.plan_bar import figures_of, state_of
from ui.matching_board.plan_header import PlanHeader, View
from ui.matching_board.standing_by import AllPaired
from ui.theme import Space
from ui.widgets.empty_page import WayOn
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import Page, PageCommand, shortcut

_APPROVAL, _ALL_PAIRED = 3, 4  # in the stack, after the views


class MatchingPage(Page):
    subjects: ClassVar[frozenset[Subject]] = frozenset(Subject) - {Subject.MEETINGS, Subject.LOGBOOKS, Subject.GOALS}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, msg("Matching"))
        look = desk.look
        self.setObjectName("matchingPage")
        self.bench: Bench | None = None
        self._of = desk.programme_id  # whose bench it is
        self.view = View.CANDIDATES
        self.deeds = Deeds(desk, self)
        self.papers = Papers(desk, self)
        self.header_line = PlanHeader(look, self.facts, self.tools, self)
        down = column(look, within=self.content, space=Space.BETWEEN)
        down.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        self._figures = label("", "second", wrap=True)
        down.addWidget(self._figures)
        self.outdated = OutdatedLine(look)
        down.addWidget(self.outdated)
        self.moved = MovedLine(look)
        down.addWidget(self.moved)
        self._views = QStackedWidget()
        ignored = QSizePolicy.Policy.Ignored
        self._views.setSizePolicy(ignored, ignored)  # else those that are hidden ask for room too
        down.addWidget(self._views, 1)
        self.candidates = CandidatesView(desk)
        self.board = BoardView(look)
        self._table, self.table_view = pair_table(desk, self)
        self.approval = ApprovalPanel(look)
        self._paired = AllPaired(look)
        for view in (self.candidates, self.board, self.table_view, self.approval, self._paired):
            self._views.addWidget(view)
        self.match_with = MatchWith(look, self.content)
        self._listen()

    def reload(self) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        if programme is None:
            self._teach(tr("No programme is chosen"), tr("Choose one in the list above the tabs."))
            return
        self.desk.work.ask(
            "matching board", lambda store: board(store, programme, today=today), self._on_board, self.show_refusal
        )

    def please_show(self, subject: Subject, number: str) -> None:
        """Of a mentee's participation."""
        self._show_view(View.CANDIDATES)
        if self.bench is not None and number in self.bench.question.row:
            self.candidates.choose(ParticipationId(number))

    def commands(self) -> Sequence[PageCommand]:
        here = self.candidates
        return (
            PageCommand(msg("Next step of the plan"), "matchingNext", self._next, "Ctrl+Return"),
            PageCommand(msg("Find the best plan"), "matchingFind", self.deeds.find_plan),
            PageCommand(msg("Approve the plan"), "matchingApprove", self.deeds.approve),
            PageCommand(msg("Print contracts and checklists"), "matchingPrint", self.papers.print_all),
            PageCommand(msg("Match with …"), "matchingMatchWith", self._open_match_with, "Ctrl+M"),
            PageCommand(msg("Lock or unlock the pair"), "matchingLock", here.lock_or_unlock, "Ctrl+Shift+L"),
            PageCommand(msg("Keep the two apart, or allow again"), "matchingApart", here.keep_apart_or_allow),
            PageCommand(msg("Why this pair"), "matchingWhy", self._read_why, "Ctrl+I"),
            PageCommand(msg("Next mentee"), "matchingNextMentee", partial(here.mentees.step, 1), "Alt+PgDown"),
            PageCommand(msg("Previous mentee"), "matchingLastMentee", partial(here.mentees.step, -1), "Alt+PgUp"),
            PageCommand(msg("Filter the mentees"), "matchingFilter", self._filter, "Ctrl+F"),
            PageCommand(msg("Candidates"), "matchingCandidates", partial(self._show_view, View.CANDIDATES), "Ctrl+1"),
            PageCommand(msg("Board"), "matchingBoard", partial(self._show_view, View.BOARD), "Ctrl+2"),
            PageCommand(msg("Show as table"), "matchingTable", self._toggle_table, "F9"),
        )

    def panes(self) -> Sequence[QWidget]:
        if self._views.currentIndex() == View.CANDIDATES:
            return self.candidates.mentees, self.candidates.candidates, self.candidates.why
        if self._views.currentIndex() == View.BOARD:
            return self.board.lists
        return (self._views,)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Less than the bar wants with all its words: it drops them one by one."""
        return QSize(self.look.px(480), self.look.px(240))

    def _listen(self) -> None:
        self.header_line.next_wanted.connect(self._next)
        self.outdated.as_it_is_wanted.connect(self.deeds.approve)
        self.header_line.view_wanted.connect(self._show_view)
        self.candidates.wanted.connect(self._do)
        self.deeds.not_yet.connect(self._on_not_yet)
        self.deeds.approved.connect(self._on_approved)
        self.approval.excepted.connect(self.deeds.approve)
        self.approval.left.connect(self._leave_approval)
        self._paired.papers_wanted.connect(self.papers.print_all)
        self._paired.board_wanted.connect(partial(self._show_view, View.BOARD))
        self.board.opened.connect(self._open_line)
        self.table_view.opened.connect(self._open_row)
        self.match_with.picked.connect(self._match_picked)
        self.match_with.left.connect(self.candidates.candidates.setFocus)
        for command in self.commands():
            if command.keys:
                shortcut(self, command.keys, command.run)
        shortcut(self, "Ctrl+Enter", self._next)  # of the number pad

    def _on_board(self, found: Board) -> None:
        if (lesson := lesson_before(found)) is not None:
            to_people = partial(self.desk.please_show, Subject.PEOPLE, "")
            self._teach(lesson.heading, lesson.text, WayOn(tr("Go to the participants"), to_people, "goToPeople"))
            return
        before = self.bench if self._of == self.desk.programme_id else None
        if before is None:
            self._views.setCurrentIndex(self.view)  # what stood in the way of another programme's plan is gone
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
        lines = pair_lines(bench)
        self.board.show_lines(lines)
        self._table.show(lines)
        self.outdated.show_bench(bench)
        self.moved.show_moves(bench)
        self.candidates.show_bench(bench)
        if bench.stage is Stage.PAIRED:
            self._paired.show_bench(bench)
        if self._views.currentIndex() != _APPROVAL or bench.stage is Stage.PAIRED:
            self._show_view(self.view)

    def _fit(self) -> None:
        """The figures stand in the bar, or under it where they don't fit."""
        if self.bench is None:
            return
        title = self.findChild(QLabel, "pageTitle")
        assert title is not None
        room = self.width() - title.sizeHint().width() - self.look.px(2 * 24 + 3 * 8)
        in_bar = self.header_line.show_bench(self.bench, room)
        words = figures_of(self.bench)
        if self.header_line.chip.isHidden():
            words = tr("{state} · {figures}", state=state_of(self.bench)[0], figures=words)
        self._figures.setText(words)
        self._figures.setVisible(not in_bar)
        self._show_main()

    def _show_view(self, view: View) -> None:
        self.view = view
        paired = self.bench is not None and self.bench.stage is Stage.PAIRED
        self._views.setCurrentIndex(_ALL_PAIRED if paired and view is View.CANDIDATES else view)
        self.header_line.mark(view)
        self._show_main()

    def _show_main(self) -> None:
        """One main button a page: an exception, and the papers where all are paired, bring their own."""
        here = self._views.currentIndex()
        self.header_line.show_main(
            here not in {_APPROVAL, _ALL_PAIRED}, self._paired.main if here == _ALL_PAIRED else None
        )

    def _toggle_table(self) -> None:
        """F9 leads there and back."""
        self._show_view(View.CANDIDATES if self.view is View.TABLE else View.TABLE)
        (self.table_view if self.view is View.TABLE else self.candidates.mentees).setFocus()

    def _next(self) -> None:
        if self.bench is None:
            return
        if self._views.currentIndex() == _APPROVAL:
            self.approval.confirm()
            return
        match self.bench.stage:
            case Stage.NOT_PLANNED | Stage.OUTDATED:
                self.deeds.find_plan()
            case Stage.PLANNED:
                self.deeds.approve()
            case Stage.PAIRED:
                self.papers.print_all()

    def _do(self, deed: Deed, mentee: str, mentor: str) -> None:
        self.deeds.do(deed, ParticipationId(mentee), ParticipationId(mentor))

    def _filter(self) -> None:
        self._show_view(View.CANDIDATES)
        self.candidates.begin_filter()

    def _read_why(self) -> None:
        self._show_view(View.CANDIDATES)
        self.candidates.read_why()

    def _open_match_with(self) -> None:
        mentee = self.candidates.mentee
        if self.bench is None or mentee is None or self._views.currentIndex() != View.CANDIDATES:
            return
        cards = [card for card in self.candidates.candidates.cards if isinstance(card, CandidateCard)]
        self.match_with.open_for(self.bench.question.mentee(mentee).name, cards)

    def _match_picked(self, mentor: str) -> None:
        mentee = self.candidates.mentee
        if mentee is not None:
            self.candidates.panes.show_pane(CANDIDATES)
            self.candidates.candidates.setFocus()
            self.candidates.choose(mentee, ParticipationId(mentor))
            self._do(Deed.PUT_TOGETHER, mentee, mentor)

    def _on_not_yet(self, no: NotYet) -> None:
        self.approval.show_refusal(no, user())
        self._views.setCurrentIndex(_APPROVAL)
        self._show_main()
        self.outdated.hide()
        self.approval.reason.setFocus()

    def _leave_approval(self) -> None:
        self._show_view(View.CANDIDATES)
        if self.bench is not None:
            self.outdated.show_bench(self.bench)
        self.candidates.mentees.setFocus()

    def _on_approved(self) -> None:
        self.approval.reason.clear()
        self._show_view(View.CANDIDATES)

    def _open_line(self, line: PairLine) -> None:
        if line.mentee_id is not None:
            self._show_view(View.CANDIDATES)
            self.candidates.panes.show_pane(MENTEES)
            self.candidates.choose(line.mentee_id)
            self.candidates.mentees.setFocus()
        elif line.pair is not None:
            self.desk.please_show(Subject.PAIRS, line.pair)

    def _open_row(self, number: str) -> None:
        if (line := self._table.rows.known(number)) is not None:
            self._open_line(line)

    def _teach(self, heading: str, text: str, *ways_on: WayOn) -> None:
        self.bench = self.deeds.bench = None
        self.header_line.show_nothing()
        self.show_empty("matching", heading, text, *ways_on)
