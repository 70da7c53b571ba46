"""Why no better plan exists, checked in whole numbers against the question itself and without the solver.

A `Bound` is a price list: what each mentee pays for a mentor, and what each full mentor gives back a place. If no
pair costs less than its two prices together, no board at all costs less than their sum (duality of linear
programmes), and a board that costs exactly that is a best one. Not here: how the prices are found (`potentials`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.levels import FULL_SCORE, Levels, Whole
from mentordesk.matching.parts import parts


class NotProved(RuntimeError):
    """A plan did not pass its own proof: it must not be shown."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a board is worth: its pairs, those under the floor, and the least and the sum of scores in hundredths."""

    matched: int
    weak: int
    worst: int | None
    total: int

    def cost(self, mentees: int, levels: Levels) -> int:
        lost = FULL_SCORE * self.matched - self.total
        return levels.unmatched * (mentees - self.matched) + levels.weak * self.weak + lost


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """Prices of mentees (`u`, at most a place left empty) and of mentors (`v`, zero or below)."""

    u: Whole
    v: Whole

    def least(self, cohort: Cohort, lowest: int = 0, cost: Whole | None = None) -> int | None:
        """What every board without pairs under `lowest` hundredths costs at least; None if these prices fail.

        `cost` is that of the cohort, if it is at hand; otherwise it is worked out again, a part at a time.
        """
        mentees, mentors = cohort.scores.shape
        if self.u.shape != (mentees,) or self.v.shape != (mentors,):
            return None
        if np.count_nonzero(self.u > cohort.levels.unmatched) or np.count_nonzero(self.v > 0):
            return None
        for rows in parts(mentees, mentors):
            pairs = cohort.cost_of(rows, lowest) if cost is None else cost[rows]
            if np.count_nonzero(self.u[rows, None] + self.v > pairs):
                return None
        return int(self.u.sum()) + int(cohort.places @ self.v)


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """Why the lowest pair cannot be higher: no board at all seats more or has fewer weak pairs (`anywhere`), and
    every board whose pairs all score above the lowest seats fewer or has more weak pairs (`above`)."""

    anywhere: Bound
    above: Bound

    def shows(self, cohort: Cohort, lowest: int, cost: int) -> bool:
        anywhere, above = self.anywhere.least(cohort), self.above.least(cohort, lowest + 1)
        if anywhere is None or above is None:
            return False
        step = cohort.levels.weak  # whole steps are seats and weak pairs, the rest is points
        return anywhere // step == cost // step < above // step


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """The question, the answer, and what shows that the answer is a best one (levels 1 to 3; with `raised` also 2b)."""

    cohort: Cohort
    mentor_of: Whole
    bound: Bound
    raised: Raised | None = None

    @property
    def u(self) -> Whole:
        return self.bound.u

    @property
    def v(self) -> Whole:
        return self.bound.v

    def measured(self) -> Measures | None:
        """What the board is worth; None if it is no board: a pair that may not meet, or a mentor with too many."""
        mentor_of, cohort = self.mentor_of, self.cohort
        mentees, mentors = cohort.scores.shape
        if mentor_of.shape != (mentees,) or np.count_nonzero((mentor_of < -1) | (mentor_of >= mentors)):
            return None
        seated = (mentor_of >= 0).nonzero()[0]
        mentor = mentor_of[seated]
        if np.count_nonzero(cohort.allowed[seated, mentor]) < len(seated):
            return None
        if np.count_nonzero(np.bincount(mentor, minlength=mentors) > cohort.places):
            return None
        pairs = np.rint(cohort.scores[seated, mentor] * 100.0).astype(np.int64).tolist()
        weak = sum(score < cohort.floor for score in pairs)
        return Measures(len(pairs), weak, min(pairs, default=None), sum(pairs))

    def holds(self) -> bool:
        """Reads the scores, rules and capacities again and checks every step; O(mentees x mentors)."""
        board = self.measured()
        return board is not None and self.shows_best(board)

    def shows_best(self, board: Measures, cost: Whole | None = None) -> bool:
        """Whether none is better than the `board`; takes the `cost` from who has just worked it out."""
        cohort = self.cohort
        total = board.cost(len(cohort.scores), cohort.levels)
        if self.raised is None or board.worst is None:
            return self.bound.least(cohort, cost=cost) == total
        return self.bound.least(cohort, board.worst) == total and self.raised.shows(cohort, board.worst, total)
