"""The matrix where there is little room, and where there are very many: what is seen of it, and what a jump costs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from mentordesk.i18n.languages import LanguageCode
from tests.matching.people import somebody
from tests.ui.matching_board.conftest import CONTROL
from ui.matching_board.cards import Place
from ui.matching_board.matrix.cells import PLACES, Cells
from ui.matching_board.matrix.grid import SIZES, MatrixGrid
from ui.matching_board.matrix.legend import Legend
from ui.matching_board.matrix.model import MatrixModel
from ui.matching_board.matrix.paint import Tiles
from ui.matching_board.views import View
from ui.theme import Look


def seen(grid: MatrixGrid) -> float:
    return grid.viewport().height() / grid.down.defaultSectionSize()


@pytest.fixture
def many(look):
    """500 mentees and 500 mentors."""
    host, random = QObject(), np.random.default_rng(1)
    mentees, mentors = (tuple(somebody(f"{side} {at}") for at in range(500)) for side in ("Mentee", "Mentor"))
    shape, everybody = (500, 500), np.arange(500)
    places = random.choice([PLACES.index(Place.POSSIBLE), PLACES.index(Place.IMPOSSIBLE)], shape)
    few = random.random(shape) < 0.02
    model = MatrixModel(host)
    grid = MatrixGrid(look, model)
    model.show(Cells(None, mentees, mentors, everybody, everybody, random.random(shape) * 90, places, few, few))
    grid.resize(1036, 512)
    grid.show()
    yield grid
    grid.close()


def test_at_twice_the_size_six_rows_are_seen_and_all_tools_are_reached(program_in, calm) -> None:
    program = program_in("nb", zoom=200, size=(1280, 800))
    program.open_example()
    calm(program)
    program.workplace.show_tab("matching")
    calm(program)
    page = program.workplace.page
    page.deeds.find_plan()
    calm(program)
    page._enter_view(View.MATRIX)
    calm(program)
    matrix = page.views.matrix
    assert seen(matrix.grid) >= 6
    assert matrix.legend.isHidden()
    for name in ("showScores", "showPrices", "matrixSigns", "smallerCells", "largerCells"):
        made = page.findChild(QWidget, name)
        assert made.isVisible(), name
        assert made.accessibleName(), name
        if name != "showPrices":  # arrows lead there from its neighbour
            assert made.focusPolicy() & Qt.FocusPolicy.TabFocus, name
    signs = page.findChild(QToolButton, "matrixSigns")
    signs.click()
    calm(program)
    assert matrix.legend.isVisible()
    assert not matrix.words.isVisible()
    signs.click()
    assert not matrix.legend.isVisible()
    assert matrix.words.isVisible()


def test_where_there_is_room_again_everything_is_back_in_its_place(at_bench, qtbot) -> None:
    hands = at_bench(size=(1104, 420))
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_3, CONTROL)
    matrix = hands.page.views.matrix
    assert matrix._kinds.parent() is matrix.grid
    hands.window.resize(1104, 800)
    hands.wait()
    assert matrix._kinds.parent() is matrix
    assert matrix.legend.isVisible()
    assert matrix._act.isVisible()
    assert not matrix._signs.isVisible()


@pytest.mark.parametrize("size", range(len(SIZES)))
def test_the_scroll_bars_end_where_the_matrix_ends(many: MatrixGrid, size: int) -> None:
    many.set_cell(many.zoomed(size))
    down = many.verticalScrollBar()
    assert down.maximum() == many.down.length() - many.viewport().height()
    down.setValue(down.maximum())
    many.horizontalScrollBar().setValue(many.horizontalScrollBar().maximum())
    rect = many.viewport().rect()
    assert many.down.visible(rect).stop == 500
    assert many.across.visible(rect).stop == 500
    assert len(many.down.visible(rect)) < 60


def test_a_jump_paints_each_kind_of_cell_once(many: MatrixGrid, qtbot, monkeypatch) -> None:
    """So that what it costs doesn't grow with the cells that are seen."""
    many.set_cell(many.zoomed(0))
    painted = []
    paint = Tiles._paint
    monkeypatch.setattr(Tiles, "_paint", lambda tiles, kind: painted.append(kind) or paint(tiles, kind))
    many.grab()
    first = len(painted)
    assert first == len(set(painted))
    for share in (30, 60, 90):
        many.verticalScrollBar().setValue(many.verticalScrollBar().maximum() * share // 100)
        many.grab()
    assert len(painted) == len(set(painted))
    assert len(painted) - first < 250, "three jumps of two thousand cells each"


def test_the_legend_tells_of_signs_only_while_they_are_there(look: Look, qtbot, speak) -> None:
    speak(LanguageCode.SV)
    legend = Legend(look)
    qtbot.addWidget(legend)
    legend.show_ends("1", "2", priced=False)
    legend.show_blocking(False)
    legend.show_trial(False)
    assert "hellre varandra" not in legend.words
    assert "skulle lämna planen" not in legend.words
    legend.show_blocking(True)
    legend.show_trial(True)
    assert "hellre varandra" in legend.words
    assert "skulle lämna planen" in legend.words
