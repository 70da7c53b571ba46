"""Weights under the hand: what would change is seen before it is kept, and one step keeps or gives back all of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from mentordesk.matching.comparison import changes
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from tests.counts import count
from tests.ui.hands import move_over
from tests.ui.matching_board.test_scenarios import plan_best
from ui.desk import Desk
from ui.language import say
from ui.matching_board.bench import Bench, lay_out
from ui.matching_board.plans.weights_panel import WeightsPanel
from ui.matching_board.plans.weights_trial import MEASURES, Outcome, Tried, amount_in_words

KEYS = Qt.Key


@dataclass
class Hands:
    desk: Desk
    panel: WeightsPanel
    window: QWidget
    settled: object
    bench: Bench | None = None
    outcomes: list[Outcome | None] = field(default_factory=list)

    def wait(self, qtbot) -> None:
        self.settled(self.desk)
        qtbot.wait(130)  # until another trial may begin
        self.settled(self.desk)

    def reload(self, *_: object) -> None:
        programme, today = self.desk.programme_id, self.desk.today
        self.desk.work.ask("board", lambda store: board(store, programme, today=today), self.show)

    def show(self, found) -> None:
        self.bench = lay_out(found, None)
        self.panel.show_bench(self.bench)

    def slider(self, key: str):
        return self.panel.findChild(QWidget, f"weight_{key}")

    def says(self, name: str) -> str:
        return self.panel.findChild(QLabel, name).text()


@pytest.fixture
def at_weights(qtbot, desk_over, settled, example):
    faults: list[BaseException] = []
    plan_best(example)

    def open_() -> Hands:
        desk = desk_over(example)
        desk.work.failed.connect(faults.append)
        window = QWidget()
        panel = WeightsPanel(desk)
        QHBoxLayout(window).addWidget(panel)
        qtbot.addWidget(window)
        window.resize(380, 760)
        made = Hands(desk, panel, window, settled)
        panel.tried.connect(made.outcomes.append)
        desk.changes.touched.connect(made.reload)
        window.show()
        window.activateWindow()
        made.reload()
        made.wait(qtbot)
        return made

    yield open_
    assert not faults, faults


def test_every_factor_says_what_it_measures() -> None:
    assert set(MEASURES) == {factor.key for factor in FACTORS}


def test_sliders_stand_where_the_plan_s_weights_do(at_weights) -> None:
    hands = at_weights()
    assert hands.panel.standing == Tried.of(hands.bench.question.settings)
    assert not hands.panel.moved
    assert not hands.panel.result.keep.isVisible(), "there is nothing to keep"


def test_a_key_on_a_slider_shows_what_would_change_and_keeps_nothing(at_weights, qtbot) -> None:
    hands = at_weights()
    slider = hands.slider("experience")
    slider.setFocus()
    for _ in range(6):
        QTest.keyClick(slider, KEYS.Key_PageUp)
    hands.wait(qtbot)
    outcome = hands.outcomes[-1]
    asked = replace(hands.bench.question, settings=outcome.own.over(hands.bench.board.programme_settings))
    best = solve(asked, shown=hands.bench.plan)
    moved = changes(asked, hands.bench.plan, best.mentor_of)
    assert moved, "the example has pairs that hang on it"
    assert outcome.trial.moves == moved
    assert hands.says("trialWords") == say(outcome.trial.words)
    assert hands.says("trialFigures") == outcome.figures
    assert hands.says("trialMoves").splitlines() == [say(move.words) for move in moved]
    assert hands.panel.result.chip.isVisible()
    assert "15 is kept." in hands.says("words_experience")
    assert hands.says("number_experience") == str(slider.value())
    found: list[object] = []
    today, programme = hands.desk.today, hands.desk.programme_id
    hands.desk.work.ask("kept", lambda store: board(store, programme, today=today), found.append)
    hands.wait(qtbot)
    assert found[0].mentor_of == hands.bench.plan
    assert found[0].own.weights == {}


def test_dragging_shows_trials_before_the_button_is_let_go(at_weights, qtbot) -> None:
    hands = at_weights()
    slider = hands.slider("focus")
    hands.panel.window().repaint()
    left = Qt.MouseButton.LeftButton
    start = QPoint(round(slider.width() * 0.255), slider.height() // 2)
    QTest.mousePress(slider, left, pos=start)
    assert slider.isSliderDown()
    move_over(slider, QPoint(2, slider.height() // 2), held=left)
    hands.wait(qtbot)
    assert slider.isSliderDown(), "she has not let go"
    assert slider.value() == 0
    assert hands.outcomes[-1].tried.weights["focus"] == 0
    height = hands.panel.result.height()
    QTest.mouseRelease(slider, left, pos=QPoint(2, slider.height() // 2))
    hands.wait(qtbot)
    assert hands.panel.result.height() == height, "nothing moves away under the mouse"
    assert hands.says("words_focus").startswith("Does not count.")


def test_esc_gives_back_what_is_kept_and_then_leaves(at_weights, qtbot) -> None:
    hands = at_weights()
    slider, left = hands.slider("wishes"), []
    hands.panel.left.connect(lambda: left.append(1))
    slider.setFocus()
    QTest.keyClick(slider, KEYS.Key_End)
    hands.wait(qtbot)
    QTest.keyClick(slider, KEYS.Key_Escape)
    hands.wait(qtbot)
    assert not hands.panel.moved
    assert hands.outcomes[-1] is None
    assert not left
    QTest.keyClick(slider, KEYS.Key_Escape)
    assert left == [1]


def test_keeping_is_one_change_with_weights_and_pairs_and_one_undo(at_weights, qtbot) -> None:
    hands = at_weights()
    before = hands.bench.plan
    slider = hands.slider("experience")
    slider.setFocus()
    slider.setValue(70)
    QTest.mouseClick(hands.panel.result.keep, Qt.MouseButton.LeftButton)  # before the trial is there
    hands.wait(qtbot)
    assert hands.bench.board.own.weights == {"experience": 70}
    assert hands.bench.plan == solve(hands.bench.question, shown=before).mentor_of != before
    assert not hands.panel.moved, "what stands there is what is kept"
    hands.desk.work.undo()
    hands.wait(qtbot)
    assert hands.bench.plan == before
    assert hands.bench.board.own.weights == {}
    assert hands.slider("experience").value() == 15


def test_floor_and_lowest_pair_are_tried_with_the_keyboard_and_kept_with_enter(at_weights, qtbot) -> None:
    hands = at_weights()
    floor, lowest = hands.slider("floor"), hands.slider("lowest")
    floor.setFocus()
    QTest.keyClick(floor, KEYS.Key_PageUp)
    QTest.keyClick(floor, KEYS.Key_Tab)
    assert QApplication.focusWidget() is lowest
    QTest.keyClick(lowest, KEYS.Key_Space)
    QTest.keyClick(lowest, KEYS.Key_Return)
    hands.wait(qtbot)
    own = hands.bench.board.own
    assert (own.floor, own.raise_lowest) == (60.0, True)
    assert hands.says("words_floor") == "Under 60 points a pair is weak."


def test_what_she_tries_outlives_a_reload_of_the_same_plan(at_weights, qtbot) -> None:
    hands = at_weights()
    hands.slider("focus").setValue(90)
    hands.reload()
    hands.wait(qtbot)
    assert hands.slider("focus").value() == 90
    assert hands.outcomes[-1].tried.weights["focus"] == 90


def test_the_wheel_scrolls_and_weighs_nothing(at_weights) -> None:
    hands = at_weights()
    slider = hands.slider("background")
    before, middle = slider.value(), QPointF(slider.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(slider.mapToGlobal(slider.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, turn)
    assert slider.value() == before
    assert not hands.panel.moved


@given(st.dictionaries(st.sampled_from([factor.key for factor in FACTORS]), st.integers(0, 100), min_size=8))
@settings(max_examples=count(60, 2_000), deadline=None)
def test_a_heavier_weight_never_counts_for_less(weights) -> None:
    said = ["Does not count.", "Counts a little:", "Counts somewhat:", "Counts much:", "Counts very much:"]

    def rank(key: str) -> int:
        words = amount_in_words(weights, key)
        return next((at for at, start in enumerate(said) if words.startswith(start)), -1)

    by_weight = sorted(weights, key=lambda key: weights[key])
    ranks = [rank(key) for key in by_weight]
    assert ranks == sorted(ranks)
    assert (ranks[0] == -1) == (sum(weights.values()) == 0)
