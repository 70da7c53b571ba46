"""What lies around the page's views: the weights beside them, the comparison of plans in their place; and which plan
the page shows. The bar and its line are placed by the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.matching_board.bench import Bench
from ui.matching_board.plans.compare_page import PlanCompare
from ui.matching_board.plans.scenario_bar import ScenarioBar
from ui.matching_board.plans.weights_panel import WeightsPanel
from ui.matching_board.plans.weights_trial import Outcome
from ui.theme import Space
from ui.widgets.frames import row
from ui.widgets.page import PageCommand

_WEIGHTS = 340  # px at 100 %
_BESIDE = 900  # px at 100 %: with less, the weights take the place of the views


class ScenarioBench(QWidget):
    """`views` becomes its own; weights and comparison are made when they are first wanted."""

    reload_wanted = Signal()
    approve_now = Signal()  # the plan that the page shows by now
    covered = Signal(bool)  # the comparison lies where the views were, or no longer does
    mentee_opened = Signal(str)
    tried = Signal(object)  # Moves: which pairs the weights on trial would change; none when nothing is tried any more

    def __init__(self, desk: Desk, views: QWidget, page: QWidget) -> None:
        """`page`: what previews lie over."""
        super().__init__()
        self._desk = desk
        self._views = views
        self._bench: Bench | None = None
        self._of: ProgrammeId | None = None  # whose plan `_chosen` is
        self._chosen: str | None = None
        self._approve_next: str | None = None
        self.weights: WeightsPanel | None = None
        self.compare: PlanCompare | None = None
        self.bar = ScenarioBar(desk, page)
        self.bar.chosen.connect(self.choose)
        self.bar.compare_wanted.connect(self.open_compare)
        self._line = row(desk.look, within=self, space=Space.AROUND)
        self._line.addWidget(views, 1)

    @property
    def scenario(self) -> str | None:
        """For `board(…, scenario=…)`; None after the programme was changed."""
        return self._chosen if self._of == self._desk.programme_id else None

    @property
    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through besides the views; where it is the comparison, instead of them."""
        parts = (self.compare, self.weights)
        return tuple(part for part in parts if part is not None and not part.isHidden())

    @property
    def is_covered(self) -> bool:
        return self.compare is not None and not self.compare.isHidden()

    def commands(self) -> Sequence[PageCommand]:
        return (*self.bar.commands(), PageCommand(msg("Try other weights …"), "weightsTry", self.open_weights))

    def choose(self, name: str | None) -> None:
        """The plan to show; None: whichever the board shows unasked."""
        self._chosen, self._of = name, self._desk.programme_id
        self.reload_wanted.emit()

    def show_bench(self, bench: Bench) -> None:
        """To be called when the page and its deeds have it."""
        self._bench = bench
        self.bar.show_board(bench.board)
        if self.weights is not None and not self.weights.isHidden():
            self.weights.show_bench(bench)
        wanted, self._approve_next = self._approve_next, None
        if wanted == bench.board.scenario:
            self.approve_now.emit()

    def open_weights(self) -> None:
        if self._bench is None:
            return
        self.leave_compare()
        if self.weights is None:
            self.weights = WeightsPanel(self._desk)
            self.weights.left.connect(self.leave_weights)
            self.weights.tried.connect(self._on_tried)
            self._line.addWidget(self.weights)
        self.weights.show()
        self.weights.show_bench(self._bench)
        self._fit()
        self.weights.begin()

    def leave_weights(self) -> None:
        if self.weights is not None:
            self.weights.hide()
            self._fit()
            self._views.setFocus()

    def open_compare(self) -> None:
        if self._bench is None:
            return
        if self.compare is None:
            self.compare = PlanCompare(self._desk, self.bar.papers)
            self.compare.left.connect(self.leave_compare)
            self.compare.approve_wanted.connect(self._approve)
            self.compare.mentee_opened.connect(self._open_mentee)
            self._line.addWidget(self.compare, 1)
        if self.weights is not None:
            self.weights.hide()
        self._views.hide()
        self.compare.show()
        self.compare.open_for(self._bench.board.scenario)
        self.covered.emit(True)

    def leave_compare(self) -> None:
        """Also for whoever chooses a view."""
        if self.compare is not None and self.is_covered:
            self.compare.hide()
            self._views.show()
            self.bar.button.setFocus()
            self.covered.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _on_tried(self, outcome: Outcome | None) -> None:
        self.tried.emit({} if outcome is None else {move.mentee: move for move in outcome.trial.moves})

    def _approve(self, name: str) -> None:
        self.leave_compare()
        self._approve_next = name
        self.choose(name)

    def _open_mentee(self, mentee: str) -> None:
        self.leave_compare()
        self.mentee_opened.emit(mentee)

    def _fit(self) -> None:
        """The weights beside the views, or in their place where there is no room for both."""
        look, panel = self._desk.look, self.weights
        if panel is None or self.is_covered:
            return
        beside = self.width() >= look.px(_BESIDE)
        panel.setMaximumWidth(look.px(_WEIGHTS) if beside else self.maximumWidth())
        self._views.setVisible(beside or panel.isHidden())
