"""What stands in the cells of the matrix, and how warm each is: points, or what the pair costs."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import numpy as np

from ui.language import spoken
from ui.matching_board.matrix.cells import CellPrices, Cells
from ui.matching_board.matrix.heat import STEPS, step_of

Window: TypeAlias = tuple[slice, slice]
Figures: TypeAlias = tuple[list[list[str]], list[list[int]]]
"""The numbers, and the steps of heat; -1 where somebody is left out or a pair more becomes weak."""

_DEAR = 10.0  # points from which a price is as cold as can be
_HOTTEST = STEPS - 1
_WHOLE = [str(number) for number in range(101)]


def scored(cells: Cells, window: Window) -> Figures:
    low, high = cells.span
    scores = cells.scores[window]
    steps = np.clip((scores - low) / max(1.0, high - low) * STEPS, 0, _HOTTEST).astype(np.int64)
    whole = np.clip(np.rint(scores), 0, 100).astype(np.int64)
    return [[_WHOLE[score] for score in row] for row in whole.tolist()], steps.tolist()


def priced(prices: CellPrices, window: Window) -> Figures:
    """The cheaper the hotter."""
    table = zip(
        prices.unmatched[window].tolist(),
        prices.weak[window].tolist(),
        prices.points[window].tolist(),
        prices.known[window].tolist(),
        strict=True,
    )
    rows = [[_price(*cell) for cell in zip(*row, strict=True)] for row in table]
    return [[text for text, _ in row] for row in rows], [[step for _, step in row] for row in rows]


def _price(unmatched: int, weak: int, points: float, known: bool) -> tuple[str, int]:
    if not known:
        return "", 0
    if unmatched > 0 or (unmatched == 0 and weak > 0):
        return "!", -1
    if unmatched < 0 or weak < 0:
        return "+", _HOTTEST
    decimals = 1 if 0 < abs(points) < 1 else 0
    return _number(round(points, decimals + 1), decimals, spoken().code), step_of(1 - points / _DEAR)


@lru_cache(maxsize=4096)
def _number(points: float, decimals: int, _language: str) -> str:
    return spoken().number(points, decimals)
