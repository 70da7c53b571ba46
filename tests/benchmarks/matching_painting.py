"""Painting the matrix view, every cell of 32 x 40 in sight: a process of its own, as only it needs a screen.

It prints milliseconds: of the first painting, when no kind of cell was painted yet, and of another.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from mentordesk.i18n.languages import LanguageCode
from mentordesk.matching.optimum import best_plan
from mentordesk.matching.scores import matrix
from tests.benchmarks.matching_timing import elapsed, medians
from tests.matching import people
from ui import language
from ui.immortals import keep_constants
from ui.matching_board.cards import Place
from ui.matching_board.matrix.cells import PLACES, Cells
from ui.matching_board.matrix.grid import MatrixGrid
from ui.matching_board.matrix.model import MatrixModel
from ui.theme import LIGHT, Look
from ui.wearing import wear

if TYPE_CHECKING:
    from ui.matching_board.bench import Bench

MENTEES, MENTORS = 32, 40


def _paint() -> dict[str, float]:
    keep_constants()
    app, look, host = QApplication([]), Look(LIGHT), QObject()
    language.use(LanguageCode.EN)
    wear(app, look)
    model = MatrixModel(host)
    grid = MatrixGrid(look, model)
    model.show(_cells())
    around = QSize(look.px(200), look.px(200))  # for names and scroll bars
    grid.resize(QSize(grid.across.length(), grid.down.length()) + around)
    grid.ensurePolished()
    onto = QPixmap(grid.size())
    seen = onto.rect()

    def paint() -> None:
        painter = QPainter(onto)
        grid.paint_cells(painter, seen)
        painter.end()

    first = elapsed(paint, 1)
    (again,) = medians(paint)
    assert (len(grid.down.visible(seen)), len(grid.across.visible(seen))) == (MENTEES, MENTORS)
    return {"first": first, "again": again}


def _cells() -> Cells:
    question = people.random_question(1, MENTEES, MENTORS, quiet=True)
    numbers = matrix(question)
    plan = best_plan(numbers.scores, numbers.allowed, numbers.capacity)
    places = np.where(numbers.allowed, PLACES.index(Place.POSSIBLE), PLACES.index(Place.IMPOSSIBLE))
    seated = (plan.mentor_of >= 0).nonzero()[0]
    places[seated, plan.mentor_of[seated]] = PLACES.index(Place.IN_PLAN)
    rows, columns = np.arange(MENTEES), np.arange(MENTORS)
    wished = question.naming(lambda one: one.wishes)
    nobody = cast("Bench", None)  # painting never asks it
    people_of = question.mentees, question.mentors
    return Cells(
        nobody, *people_of, rows, columns, numbers.scores, places, wished, np.zeros(question.shape, dtype=bool)
    )


if __name__ == "__main__":
    print(json.dumps(_paint()))
