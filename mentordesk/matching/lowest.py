"""Raising the lowest pair as far as it goes without leaving anybody out or making another pair weak (level 2b).

Not here: the plan itself (`optimum`), nor the check of the claim (`proof.Raised`).
"""

from __future__ import annotations

import numpy as np

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.engine import cheapest_seats
from mentordesk.matching.levels import Points, Whole


def highest_lowest(cohort: Cohort, cost: Whole, mentor_of: Whole) -> int:
    """The best possible lowest score in hundredths, found by halving; `mentor_of` is a best board without the wish."""
    score, unmatched = cohort.hundredths(), cohort.levels.unmatched
    seats = _seats(cohort, cost, mentor_of)
    seated = np.flatnonzero(mentor_of >= 0)
    known = score[seated, mentor_of[seated]].min()
    steps = _steps_above(known, np.where(cost < unmatched, score, -1.0), everybody=len(seated) == len(mentor_of))
    possible, too_high = 0, len(steps)
    while possible + 1 < too_high:
        middle = (possible + too_high) // 2
        raised = np.where(score < steps[middle], unmatched, cost)
        if _seats(cohort, raised, cheapest_seats(raised, cohort.places, unmatched)) == seats:
            possible = middle
        else:
            too_high = middle
    return int(steps[possible])


def _steps_above(known: float, score: Points, *, everybody: bool) -> Points:
    """The scores to try, from the one that is reached already; if all must be seated, up to the least best score."""
    ceiling = score.max(axis=1).min() if everybody else score.max()
    return np.unique(score[(score >= known) & (score <= ceiling)])


def _seats(cohort: Cohort, cost: Whole, mentor_of: Whole) -> int:
    """How many are left out and how many pairs are weak, as one number."""
    seated = np.flatnonzero(mentor_of >= 0)
    left_out = len(mentor_of) - len(seated)
    total = int(cost[seated, mentor_of[seated]].sum()) + left_out * cohort.levels.unmatched
    return total // cohort.levels.weak
