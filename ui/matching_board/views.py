"""What lies in the middle of the page, one thing at a time; each is made when it is first shown.

To add one: a View and its maker in `_makers`. What their signals lead to is the tab's.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk
from ui.matching_board.approval_panel import ApprovalPanel
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView, Moves, Pair
from ui.matching_board.blocking_table import BlockingTable
from ui.matching_board.board_view import BoardView
from ui.matching_board.candidates_view import CandidatesView
from ui.matching_board.compare.view import CompareView
from ui.matching_board.matrix.twin import MatrixTwin
from ui.matching_board.matrix.view import MatrixView
from ui.matching_board.pair_table import PairTable
from ui.matching_board.standing_by import AllPaired
from ui.widgets.in_place import InPlace
from ui.widgets.stack import Stack

_Made = TypeVar("_Made", bound=QWidget)


class View(Enum):
    CANDIDATES = auto()
    COMPARE = auto()
    MATRIX = auto()
    BOARD = auto()
    PAIRS_AS_TABLE = auto()
    MATRIX_AS_TABLE = auto()
    BLOCKING = auto()  # who would both rather have each other, as a table
    APPROVAL = auto()  # what stands in the way of it
    ALL_PAIRED = auto()


SWITCH: tuple[tuple[View, Message, str, str], ...] = (
    (View.CANDIDATES, msg("Candidates"), "participants", "Ctrl+1"),
    (View.COMPARE, msg("Compare"), "compare", "Ctrl+2"),
    (View.MATRIX, msg("Matrix"), "matrix", "Ctrl+3"),
    (View.BOARD, msg("Board"), "board", "Ctrl+4"),
)
"""Those that one chooses between: title, icon and keys."""

TWINS: Mapping[View, View] = {View.MATRIX: View.MATRIX_AS_TABLE}
"""The table that F9 shows; of every other view that of the pairs."""
OF_WHO_WAITS = frozenset({View.CANDIDATES, View.COMPARE, View.MATRIX, View.MATRIX_AS_TABLE, View.BLOCKING})
"""With nobody left to match they have nothing to show."""
WITH_A_BUTTON = frozenset({View.APPROVAL, View.ALL_PAIRED})
"""They bring a main button of their own."""
TABLES = frozenset({View.PAIRS_AS_TABLE, View.MATRIX_AS_TABLE, View.BLOCKING})


class Views(Stack):
    deed_wanted = Signal(object, str, str)  # Deed, mentee, mentor
    line_opened = Signal(object)  # PairLine
    excepted = Signal(object)  # CriteriaException
    approval_left = Signal()
    papers_wanted = Signal()
    board_wanted = Signal()
    blocking_wanted = Signal()  # all of them
    pair_opened = Signal(str, str)  # mentee, mentor: to look at

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bench: Bench | None = None
        self._stale: set[View] = set()
        self._moves: Moves = {}  # of the weights on trial
        self.view: View | None = None
        ignored = QSizePolicy.Policy.Ignored
        self.setSizePolicy(ignored, ignored)  # else those that are hidden ask for room too
        makers: Mapping[View, Callable[[], QWidget]] = {
            View.CANDIDATES: self._make_candidates,
            View.COMPARE: lambda: CompareView(desk),
            View.MATRIX: lambda: MatrixView(desk),
            View.BOARD: self._make_board,
            View.PAIRS_AS_TABLE: self._make_pair_table,
            View.MATRIX_AS_TABLE: lambda: MatrixTwin(desk),
            View.BLOCKING: self._make_blocking,
            View.APPROVAL: self._make_approval,
            View.ALL_PAIRED: self._make_all_paired,
        }
        self._views = {view: InPlace(make, functools.partial(self._place, view)) for view, make in makers.items()}

    @property
    def candidates(self) -> CandidatesView:
        return self._get(View.CANDIDATES, CandidatesView)

    @property
    def compare(self) -> CompareView:
        return self._get(View.COMPARE, CompareView)

    @property
    def matrix(self) -> MatrixView:
        return self._get(View.MATRIX, MatrixView)

    @property
    def board(self) -> BoardView:
        return self._get(View.BOARD, BoardView)

    @property
    def pair_table(self) -> PairTable:
        return self._get(View.PAIRS_AS_TABLE, PairTable)

    @property
    def matrix_table(self) -> MatrixTwin:
        return self._get(View.MATRIX_AS_TABLE, MatrixTwin)

    @property
    def blocking(self) -> BlockingTable:
        return self._get(View.BLOCKING, BlockingTable)

    @property
    def approval(self) -> ApprovalPanel:
        return self._get(View.APPROVAL, ApprovalPanel)

    @property
    def all_paired(self) -> AllPaired:
        return self._get(View.ALL_PAIRED, AllPaired)

    @property
    def shown(self) -> BenchView | None:
        """None where something that is no view of the bench lies there."""
        made = None if self.view is None else self._views[self.view].if_there
        return made if isinstance(made, BenchView) else None

    @property
    def pair(self) -> Pair | None:
        """Whom the page's commands are about: the chosen two of what is shown."""
        return None if self.shown is None else self.shown.pair

    def show_bench(self, bench: Bench) -> None:
        """What is hidden hears of it when it is shown."""
        self._bench, self._moves = bench, {}
        self._stale = {view for view, each in self._views.items() if each.if_there is not None}
        if self.view is not None:
            self._refresh(self.view)

    def show_trial(self, moves: Moves) -> None:
        """What weights on trial would change, in whatever is shown, until the next bench comes."""
        self._moves = moves
        if self.shown is not None:
            self.shown.show_trial(moves)

    def show_view(self, view: View) -> None:
        """The two who were chosen in the one before are chosen in it too."""
        pair, made = self.pair, self._get(view, QWidget)
        moved, self.view = view is not self.view, view
        self._refresh(view)
        self.setCurrentWidget(made)
        if moved and pair is not None and isinstance(made, BenchView):
            made.choose(*pair)

    def choose(self, view: View, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        """Somebody in a view, which is shown."""
        self.show_view(view)
        if self.shown is not None:
            self.shown.choose(mentee, mentor)

    def parts_to_come(self) -> Sequence[Callable[[], object]]:
        return [turn for view, *_ in SWITCH for turn in self._views[view].turns()]

    def _get(self, view: View, kind: type[_Made]) -> _Made:
        made = self._views[view].get()
        assert isinstance(made, kind)
        return made

    def _place(self, view: View, made: QWidget) -> None:
        self._stale.add(view)
        self.addWidget(made)
        if isinstance(made, BenchView):
            made.wanted.connect(self.deed_wanted)

    def _refresh(self, view: View) -> None:
        made = self._get(view, QWidget)
        if self._bench is not None and view in self._stale and isinstance(made, BenchView):
            self._stale.discard(view)
            made.show_bench(self._bench)
        if isinstance(made, BenchView):
            made.show_trial(self._moves)

    def _make_candidates(self) -> CandidatesView:
        made = CandidatesView(self._desk)
        made.all_blocking_wanted.connect(self.blocking_wanted)
        return made

    def _make_blocking(self) -> BlockingTable:
        made = BlockingTable(self._desk)
        made.opened.connect(self.pair_opened)
        return made

    def _make_board(self) -> BoardView:
        made = BoardView(self._desk.look)
        made.opened.connect(self.line_opened)
        made.blocking_wanted.connect(self.blocking_wanted)
        return made

    def _make_pair_table(self) -> PairTable:
        made = PairTable(self._desk)
        made.opened.connect(self.line_opened)
        return made

    def _make_approval(self) -> ApprovalPanel:
        made = ApprovalPanel(self._desk.look)
        made.excepted.connect(self.excepted)
        made.left.connect(self.approval_left)
        return made

    def _make_all_paired(self) -> AllPaired:
        made = AllPaired(self._desk.look)
        made.papers_wanted.connect(self.papers_wanted)
        made.board_wanted.connect(self.board_wanted)
        return made
