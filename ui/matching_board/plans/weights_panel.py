"""The weights of the plan in view, each with a slider; what would change is seen before anybody lets go (R34).

Moving a slider is a trial: nothing is kept until she says so, and Esc gives back what is kept.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.matching import keep_scenario, seats_of
from mentordesk.domain.ids import ScenarioId
from mentordesk.domain.scenarios import FULL_SCORE, HEAVIEST
from mentordesk.i18n.message import msg
from mentordesk.matching.factors import FACTORS
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.matching_board.bench import Bench
from ui.matching_board.plans.weights_result import WeightsResult
from ui.matching_board.plans.weights_slider import SliderRow, clothes
from ui.matching_board.plans.weights_trial import (
    FLOOR_MEASURES,
    LOWEST_MEASURES,
    MEASURES,
    Outcome,
    Tried,
    amount_in_words,
    floor_in_words,
    try_out,
)
from ui.theme import Space
from ui.widgets.buttons import icon_button
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label, unaccelerated

_BETWEEN_TRIALS = 120  # ms
_LOW, _WIDE = 360, 440  # px at 100 %: what would change stands beside the sliders where it finds no room below


class WeightsPanel(QFrame):
    """Given a bench with `show_bench`; sliders that were moved stay where they are when another one comes."""

    tried = Signal(object)  # Outcome, newest first to come; None: nothing is tried any more
    kept = Signal()
    left = Signal()  # Esc where nothing is tried, or the cross

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("weightsPanel")
        self._desk = desk
        self._bench: Bench | None = None
        self._base = Tried({}, 0, False)  # what is kept
        self._outcome: Outcome | None = None
        self._under_way = False
        self._keep_next = False
        self._rows: dict[str, SliderRow] = {}
        look = desk.look
        self.setMinimumWidth(look.px(280))
        down = column(look, within=self, edge=Space.AROUND)
        head = row(look)
        self._title = label(tr("What weighs how much"), "heading", wrap=True)
        head.addWidget(self._title, 1)
        head.addWidget(
            icon_button("close", tr("Close"), self._close, name="closeWeights", look=look, keys="Esc"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        down.addLayout(head)
        self._body = column(look)
        self._body.addWidget(self._make_sliders(), 1)
        self._between = frame("hairline")
        self._body.addWidget(self._between)
        self.result = WeightsResult(look)
        self.result.keep_wanted.connect(self.keep)
        self.result.back_wanted.connect(self.put_back)
        self._body.addWidget(self.result)
        down.addLayout(self._body, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_BETWEEN_TRIALS)
        self._pause.timeout.connect(self._try)
        desk.work.failed.connect(self._on_failed)
        self._last: QWidget = self._rows[FACTORS[0].key].slider  # that was moved
        self._say()

    def show_bench(self, bench: Bench) -> None:
        """The plan in view, as it is kept now."""
        same = self._bench is not None and self._bench.board.scenario == bench.board.scenario
        moved = self.moved
        self._bench, self._base, self._outcome = bench, Tried.of(bench.question.settings), None
        if not (same and moved):
            self._stand(self._base)
        self._on_moved()

    def begin(self) -> None:
        """The first slider takes the focus."""
        self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def moved(self) -> bool:
        """Whether anything stands elsewhere than is kept."""
        return self.standing != self._base

    @property
    def standing(self) -> Tried:
        weights = {factor.key: self._rows[factor.key].value for factor in FACTORS}
        return Tried(weights, self._rows["floor"].value, self.lowest.isChecked())

    def put_back(self) -> None:
        """All of it as it is kept."""
        self._stand(self._base)
        self._on_moved()

    def keep(self) -> None:
        """The weights and the plan that they lead to, in one change; waits for the trial if it is still under way."""
        if self._bench is None or not self.moved:
            return
        if self._desk.file.read_only is not None:
            self._desk.tell(self._desk.file.read_only, NoticeKind.NOTE)
        elif self._outcome is None or self._outcome.tried != self.standing:
            self._keep_next = True
        else:
            self._keep(self._bench, self._outcome)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        look = self._desk.look
        beside = self.height() < look.px(_LOW) and self.width() > look.px(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        self._body.setStretch(self._body.indexOf(self.result), 1 if beside else 0)
        self._between.setVisible(not beside)
        self.result.give_room(None if beside else self.height() // 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            if self.moved:
                self.put_back()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._last.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _make_sliders(self) -> QWidget:
        look = self._desk.look
        content = QWidget()
        content.setStyleSheet(clothes(look))
        down = column(look, within=content, space=Space.AROUND)
        down.setContentsMargins(look.px(4), look.px(4), look.px(12), look.px(4))  # room for ring and bar
        for factor in FACTORS:
            self._add(SliderRow(look, factor.key, say(factor.title), say(MEASURES[factor.key]), most=HEAVIEST))
            down.addWidget(self._rows[factor.key])
        self._add(SliderRow(look, "floor", tr("Floor"), say(FLOOR_MEASURES), most=round(FULL_SCORE)))
        down.addWidget(self._rows["floor"])
        self.lowest = QCheckBox(unaccelerated(tr("Raise the lowest pair")))
        self.lowest.setObjectName("weight_lowest")
        self.lowest.setAccessibleDescription(say(LOWEST_MEASURES))
        self.lowest.toggled.connect(lambda _: self._on_slider(self.lowest))
        down.addWidget(self.lowest)
        down.addWidget(label(say(LOWEST_MEASURES), "second", wrap=True))
        down.addStretch(1)
        area = scrolling(content)
        area.setMinimumHeight(look.px(72))
        return area

    def _add(self, made: SliderRow) -> None:
        self._rows[made.key] = made
        made.moved.connect(functools.partial(self._on_slider, made.slider))

    def _on_slider(self, moved: QWidget) -> None:
        self._last = moved
        self._on_moved()

    def _stand(self, at: Tried) -> None:
        for key, weight in at.weights.items():
            self._rows[key].put(weight)
        self._rows["floor"].put(at.floor)
        self.lowest.blockSignals(True)
        self.lowest.setChecked(at.raise_lowest)
        self.lowest.blockSignals(False)

    def _on_moved(self) -> None:
        self._say()
        if self.moved:
            self.result.show_waiting(is_first=self._outcome is None)
            if not self._pause.isActive() and not self._under_way:
                self._try()
            return
        self._keep_next = False
        told, self._outcome = self._outcome is not None, None
        if self.result.holds_focus:  # its buttons go
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)
        self.result.show_nothing()
        if told:
            self.tried.emit(None)

    def _say(self) -> None:
        standing = self.standing
        for key in standing.weights:
            self._rows[key].say_amount(amount_in_words(standing.weights, key), self._base.weights.get(key, 0))
        self._rows["floor"].say_amount(floor_in_words(standing.floor), self._base.floor)

    def _try(self) -> None:
        """One at a time, so that something is seen while she moves, however long one takes."""
        bench, standing = self._bench, self.standing
        done = self._outcome is not None and self._outcome.tried == standing
        if bench is None or self._under_way or done or not self.moved:
            return
        self._under_way = True
        self._pause.start()
        self._desk.work.compute(
            "weight trial", lambda _: try_out(bench, standing), functools.partial(self._on_tried, bench)
        )

    def _on_tried(self, bench: Bench, outcome: Outcome) -> None:
        self._under_way = False
        if bench is not self._bench or not self.moved:
            self._on_moved()
            return
        self._outcome = outcome
        newest = outcome.tried == self.standing
        self.result.show_outcome(outcome, newest=newest)
        self.tried.emit(outcome)
        if not newest:
            if not self._pause.isActive():
                self._try()
        elif self._keep_next:
            self._keep_next = False
            self._keep(bench, outcome)

    def _on_failed(self, _: object) -> None:
        """The fault is told by the window; the next move tries again."""
        self._under_way = False

    def _keep(self, bench: Bench, outcome: Outcome) -> None:
        programme, name, seats = self._desk.programme_id, bench.board.scenario, seats_of(outcome.trial.solution)
        if programme is None:
            return

        def keeping(store: Store) -> ScenarioId:
            return keep_scenario(
                store,
                programme=programme,
                name=name,
                seats=seats,
                settings=outcome.trial.settings,
                own=outcome.own,
                what=msg("Other weights in the plan {name}", name=name),
            )

        self._desk.work.change(keeping, self._on_kept)

    def _on_kept(self, _: ScenarioId) -> None:
        self.kept.emit()

    def _close(self) -> None:
        if self.moved:
            self.put_back()
        self.left.emit()
