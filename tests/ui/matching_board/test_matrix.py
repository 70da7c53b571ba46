"""The matrix: every mentee with every mentor, in numbers and in words, by mouse and by keyboard."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.actions.criteria import answer_criterion
from mentordesk.i18n.message import msg
from tests.ui.hands import move_over
from tests.ui.matching_board.conftest import CONTROL, SHIFT, Hands
from ui.language import say
from ui.matching_board.bench import Stage
from ui.matching_board.cards import Place, place_of, prices_of
from ui.matching_board.matrix.cells import cell_prices, cells_of, told_of
from ui.matching_board.matrix.grid import MatrixGrid
from ui.matching_board.matrix.heat import shades
from ui.matching_board.matrix.twin import lines_of
from ui.matching_board.painting import _TINTS
from ui.matching_board.views import View
from ui.matching_board.why import why
from ui.theme import THEMES, Look


@pytest.fixture
def at_matrix(at_bench):
    """`at_matrix()`: the matrix of the example's plan, with the keyboard in it."""

    def open_(**how) -> Hands:
        hands = at_bench(**how)
        hands.plan()
        hands.mentees.setFocus()
        hands.press(Qt.Key.Key_3, CONTROL)
        assert hands.page.view is View.MATRIX
        return hands

    return open_


def grid_of(hands: Hands) -> MatrixGrid:
    return hands.page.views.matrix.grid


def cell_where(hands: Hands, place: Place) -> tuple[int, int]:
    cells = hands.page.views.matrix.model.cells
    rows, columns = cells.shape
    return next((at, to) for at in range(rows) for to in range(columns) if cells.place(at, to) is place)


def spot_of(hands: Hands, row: int, column: int) -> QPoint:
    grid = grid_of(hands)
    grid.scrollTo(grid.model().index(row, column))
    return grid.visualRect(grid.model().index(row, column)).center()


def test_every_cell_says_what_the_pure_functions_say(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.click("lockPair")
    bench = hands.bench
    cells = cells_of(bench)
    prices = cell_prices(cells)
    for row, mentee in enumerate(cells.mentees):
        price = prices_of(bench, mentee.id)
        for column, mentor in enumerate(cells.mentors):
            at = bench.question.column[mentor.id]
            assert cells.place(row, column) is place_of(bench, mentee.id, mentor.id)
            assert cells.scores[row, column] == bench.score(mentee.id, mentor.id)
            if prices.known[row, column]:
                assert (prices.unmatched[row, column], prices.weak[row, column]) == (
                    price.unmatched[at],
                    price.weak[at],
                )
                assert prices.points[row, column] == pytest.approx(price.points[at])
    assert np.array_equal(prices.known, cells.places != list(Place).index(Place.IMPOSSIBLE))


def test_it_opens_where_the_candidates_were_and_leads_back(at_matrix) -> None:
    hands = at_matrix()
    assert hands.page.views.pair == hands.page.candidates.pair
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    pair = hands.page.views.pair
    hands.press(Qt.Key.Key_I, CONTROL)
    assert hands.page.view is View.CANDIDATES
    assert hands.page.candidates.pair == pair


def test_arrows_home_end_and_letters_move(at_matrix) -> None:
    hands = at_matrix()
    grid, cells = grid_of(hands), hands.page.views.matrix.model.cells
    hands.press(Qt.Key.Key_Home)
    assert grid.current == (0, 0)
    hands.press(Qt.Key.Key_End)
    assert grid.current == (0, cells.shape[1] - 1)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_PageDown)
    assert grid.current[0] > 5
    hands.press(Qt.Key.Key_T)
    assert any(word.startswith("T") for word in cells.mentees[grid.current[0]].name.split())
    before = grid.current[0]
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    hands.press(Qt.Key.Key_T)
    assert grid.current[0] != before, "the same letter goes on to the next"
    hands.press(Qt.Key.Key_Tab)
    assert hands.page.window().focusWidget() is not grid


def test_match_with_searches_for_the_mentee_of_the_cell(at_matrix) -> None:
    hands = at_matrix()
    for _ in range(3):
        hands.press(Qt.Key.Key_Down)
    mentee, _ = hands.page.views.pair
    hands.press(Qt.Key.Key_M, CONTROL)
    search = hands.page.acts.match_with
    assert search.isVisible()
    assert hands.bench.question.mentee(mentee).name in search.accessibleName()
    assert search.search.hasFocus()
    hands.press(Qt.Key.Key_Return)  # into the list
    hands.press(Qt.Key.Key_Return)
    assert (mentee, hands.bench.plan[mentee]) in hands.bench.question.locked


def test_enter_puts_together_and_the_lock_key_unlocks(at_matrix) -> None:
    hands = at_matrix()
    row, column = cell_where(hands, Place.POSSIBLE)
    grid_of(hands).go_to(row, column)
    mentee, mentor = hands.page.views.pair
    hands.press(Qt.Key.Key_Return)
    assert hands.bench.plan[mentee] == mentor
    assert hands.page.views.pair == (mentee, mentor), "the cell stays chosen"
    assert hands.page.views.matrix.model.cells.place(row, column) is Place.LOCKED
    hands.press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert not hands.bench.is_locked(mentee, mentor)
    hands.undo()
    hands.undo()
    assert hands.bench.plan.get(mentee) != mentor


def test_delete_keeps_apart_and_allows_again(at_matrix) -> None:
    hands = at_matrix()
    row, column = cell_where(hands, Place.POSSIBLE)
    grid_of(hands).go_to(row, column)
    pair = hands.page.views.pair
    hands.press(Qt.Key.Key_Delete)
    assert hands.bench.is_apart(*pair)
    assert "kept apart" in grid_of(hands).accessibleDescription() or "apart" in hands.page.views.matrix.words.text()
    hands.press(Qt.Key.Key_Delete)
    assert not hands.bench.is_apart(*pair)


def test_double_click_puts_together_and_an_impossible_cell_refuses_in_words(at_matrix) -> None:
    hands = at_matrix()
    row, column = cell_where(hands, Place.IMPOSSIBLE)
    viewport = grid_of(hands).viewport()
    before = dict(hands.bench.plan)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot_of(hands, row, column))
    hands.wait()
    assert dict(hands.bench.plan) == before
    assert hands.notices[-1].sentence == hands.bench.obstacle(*hands.page.views.pair)
    row, column = cell_where(hands, Place.POSSIBLE)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot_of(hands, row, column))
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot_of(hands, row, column))
    hands.wait()
    mentee, mentor = hands.page.views.pair
    assert hands.bench.plan[mentee] == mentor


def test_the_line_tells_of_the_cell_under_the_mouse_and_then_of_the_current_one(at_matrix) -> None:
    hands = at_matrix()
    grid, cells = grid_of(hands), hands.page.views.matrix.model.cells
    current = grid.current
    row, column = cell_where(hands, Place.POSSIBLE)
    spot = spot_of(hands, row, column)
    move_over(grid.viewport(), spot)
    hands.wait()
    pair = cells.pair(row, column)
    told = told_of(why(hands.bench, *pair))
    assert hands.find("cellHeading", QLabel).text() == told.heading
    assert hands.find("cellWords", QLabel).text() == told.words
    forced = hands.bench.solution.forced(*pair)
    assert say(forced.words[0]) in told.words
    if len(forced.moves) > 2:
        assert f"Moves {len(forced.moves) - 1} other pairs." in told.words
    grid._point(-1, -1)
    hands.wait()
    assert hands.find("cellHeading", QLabel).text() == told_of(why(hands.bench, *cells.pair(*current))).heading


def test_an_impossible_cell_says_why(at_matrix) -> None:
    hands = at_matrix()
    row, column = cell_where(hands, Place.IMPOSSIBLE)
    grid_of(hands).go_to(row, column)
    hands.wait()
    hindrance = hands.bench.solution.hindrances(*hands.page.views.pair)[0]
    assert say(hindrance) in grid_of(hands).accessibleDescription()
    spoken = grid_of(hands).model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "not possible" in spoken


def test_prices_stand_in_place_of_the_points(at_matrix) -> None:
    hands = at_matrix()
    matrix = hands.page.views.matrix
    assert matrix.model.prices is None
    hands.click("showPrices")
    row, column = cell_where(hands, Place.POSSIBLE)
    assert matrix.model.prices.words(row, column) in matrix.model.words(row, column)
    hands.click("showScores")
    assert matrix.model.prices is None


def test_zoom_by_wheel_and_by_buttons(at_matrix) -> None:
    hands = at_matrix()
    grid = grid_of(hands)
    before = grid.across.defaultSectionSize()
    hands.click("largerCells")
    larger = grid.across.defaultSectionSize()
    assert larger > before
    middle = grid.viewport().rect().center()
    turn = QWheelEvent(
        QPointF(middle),
        QPointF(grid.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), turn)
    assert grid.across.defaultSectionSize() < larger


def test_the_table_twin_has_every_cell(at_matrix) -> None:
    hands = at_matrix()
    cells = hands.page.views.matrix.model.cells
    pair = hands.page.views.pair
    hands.press(Qt.Key.Key_F9)
    assert hands.page.view is View.MATRIX_AS_TABLE
    twin = hands.page.views.matrix_table
    assert twin.table.model().rowCount() == cells.shape[0] * cells.shape[1]
    assert twin.pair == pair
    one = next(line for line in lines_of(hands.bench) if (line.mentee, line.mentor) == pair)
    assert (one.place, one.score) == (Place.IN_PLAN, hands.bench.score(*pair))
    hands.press(Qt.Key.Key_F9)
    assert hands.page.view is View.MATRIX


def test_prices_of_another_plan_are_not_offered(at_matrix) -> None:
    hands = at_matrix()
    first = hands.bench.question.mentees[0].id
    hands.do(partial(answer_criterion, id_=first, criterion_key="mentee_in_leadership", answer=False))
    assert hands.stage is Stage.OUTDATED
    assert not hands.page.views.matrix._price.isEnabled()
    assert all(not line.price for line in lines_of(hands.bench))


def test_a_file_open_for_reading_answers_with_its_reason(at_matrix) -> None:
    hands = at_matrix()
    reason = msg("The file is open for reading.")
    object.__setattr__(hands.desk.file, "read_only", reason)
    row, column = cell_where(hands, Place.POSSIBLE)
    grid_of(hands).go_to(row, column)
    hands.press(Qt.Key.Key_Return)
    assert hands.notices[-1].sentence == reason


@pytest.mark.parametrize("theme", list(THEMES))
def test_numbers_are_read_on_every_shade(theme) -> None:
    def light(colour: QColor) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    def contrast(one: QColor, other: QColor) -> float:
        dark, bright = sorted((light(one), light(other)))
        return (bright + 0.05) / (dark + 0.05)

    look = Look(THEMES[theme])
    for step, shade in enumerate(shades(look)):
        assert contrast(shade.ground, shade.ink) >= 4.5
        if step <= _TINTS:  # cards are tinted so far
            assert contrast(shade.ground, look.colour("ink_2")) >= 4.5
