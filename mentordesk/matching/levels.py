"""The levels of a plan as one exact number: who is left out weighs more than weak pairs, weak pairs more than points.

Not here: which plan is cheapest (`optimum`), and how equally good plans are told apart (`ties`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Points = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

FULL_SCORE = 10_000
"""The best score there is, in hundredths of a point."""


@dataclass(frozen=True, slots=True)
class Levels:
    """What one weak pair and one mentee without a mentor cost, in hundredths of a point.

    The digits are balanced (as wide below zero as above), so that also the difference of two plans can be read back.
    """

    weak: int
    unmatched: int

    @classmethod
    def for_pairs(cls, most: int) -> Levels:
        """Steps so wide that `most` pairs, each changed from best to worst, never carry into the next level."""
        weak = 2 * FULL_SCORE * most + 1
        return cls(weak, weak * (2 * most + 1))

    def read(self, cost: Whole) -> tuple[Whole, Whole, Whole]:
        """More unmatched, more weak pairs, more hundredths lost: three tables of the form of `cost`."""
        unmatched = (cost + self.unmatched // 2) // self.unmatched
        rest = cost - unmatched * self.unmatched
        weak = (rest + self.weak // 2) // self.weak
        rest -= weak * self.weak
        return unmatched, weak, rest
