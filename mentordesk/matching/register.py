"""The best board of a register, thousands of people, without ever holding what every pair costs.

Solved on the likeliest mentors of each mentee; then every pair there is is held against the prices of that board, and
those that would make it better join, until there are none: then it is the best of all. Not here: the proof's check.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.engine import cheapest_of_some
from mentordesk.matching.levels import FULL_SCORE, Points, Whole
from mentordesk.matching.parts import parts
from mentordesk.matching.potentials import prices_among
from mentordesk.matching.proof import Bound
from mentordesk.matching.seating import Seating
from mentordesk.matching.ties import Names, settled

_LIKELY = 24
"""So many mentors of each mentee are tried first, and so many more may join at a time."""

_MANY, _TOO_MANY = 1 << 19, 1 << 25
"""Pairs from which choosing among them pays if places are plenty, and from which all together take too much memory."""

_FEW = 8
"""Picking one pair in so many takes about as long as going over all of them."""

_PLENTY = 1.2
"""Places for a mentee. Where they are short, mentees compete for mentors far down their lists, and few pairs would not
do."""


def worth_choosing(cohort: Cohort) -> bool:
    """Whether the solver had better not see all pairs."""
    if cohort.scores.size <= _MANY:
        return False
    places = int(cohort.places[cohort.allowed.any(axis=0)].sum())
    return places >= _PLENTY * len(cohort.scores) or cohort.scores.size > _TOO_MANY


def best_of_register(cohort: Cohort, shown: Whole | None, names: Names) -> tuple[Whole, Bound]:
    """The board that `best_plan` would settle on, and the prices that prove it."""
    pairs = _Pairs.likeliest(cohort)
    while True:
        seating, bound = _solved(cohort, pairs, names)
        found = _Pairs.priced(cohort, bound)
        gain = found.cost - bound.u[found.mentee] - bound.v[found.mentor]
        if not np.count_nonzero(gain < 0):
            tight = found.mentee, found.mentor
            return settled(tight, cohort.places, cohort.levels.unmatched, seating, bound, shown, names), bound
        pairs = pairs.joined(found.most(gain))


def _solved(cohort: Cohort, pairs: _Pairs, names: Names) -> tuple[Seating, Bound]:
    unmatched = cohort.levels.unmatched
    mentor_of = cheapest_of_some(pairs.mentee, pairs.mentor, pairs.cost, cohort.places, unmatched, names.order)
    own = np.full(len(mentor_of), unmatched)
    seated = (mentor_of >= 0).nonzero()[0]
    own[seated] = cohort.cost_of_pairs(seated, mentor_of[seated])
    seating = Seating.at_cost(own, cohort.places, mentor_of)
    return seating, prices_among(pairs.mentee, pairs.mentor, pairs.cost, len(cohort.places), seating)


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Some of the pairs that may meet, each once, and what they cost."""

    mentee: Whole
    mentor: Whole
    cost: Whole

    @classmethod
    def of(cls, cohort: Cohort, flat: list[Whole]) -> _Pairs:
        """From numbers of cells, row by row; those that may not meet are left out."""
        mentee, mentor = np.divmod(np.concatenate([*flat, np.zeros(0, dtype=np.int64)]), max(1, len(cohort.places)))
        cost = cohort.cost_of_pairs(mentee, mentor)
        possible = cost < cohort.levels.unmatched
        return cls(mentee[possible], mentor[possible], cost[possible])

    @classmethod
    def likeliest(cls, cohort: Cohort) -> _Pairs:
        """Those with the best scores of each mentee."""
        mentees, mentors = cohort.scores.shape
        kth = max(0, mentors - _LIKELY)
        found = []
        for rows in parts(mentees if mentors else 0, mentors):
            score = np.where(cohort.allowed[rows] & (cohort.places > 0), cohort.scores[rows], -1.0)
            best = np.argpartition(score, kth, axis=1)[:, kth:]
            best += np.arange(rows.start, rows.start + len(best))[:, None] * mentors
            found.append(best.ravel())
        return cls.of(cohort, found)

    @classmethod
    def priced(cls, cohort: Cohort, bound: Bound) -> _Pairs:
        """All pairs that cost no more than their two prices: a board without slack has no others."""
        mentees, mentors = cohort.scores.shape
        least = _score_for(cohort, bound.u)
        found = []
        for rows in parts(mentees, mentors):
            likely = cohort.scores[rows] >= least[rows, None]
            if np.count_nonzero(likely) > likely.size // _FEW:
                likely = cohort.cost_of(rows) <= bound.u[rows, None] + bound.v
            flat = likely.ravel().nonzero()[0] + rows.start * mentors
            who, to = np.divmod(flat, max(1, mentors))
            found.append(flat[cohort.cost_of_pairs(who, to) <= bound.u[who] + bound.v[to]])
        return cls.of(cohort, found)

    def most(self, gain: Whole) -> _Pairs:
        """Those of each mentee by which most is gained."""
        order = np.lexsort((gain, self.mentee))
        order = order[gain[order] < 0]
        mentee = self.mentee[order]
        rank = np.arange(len(order)) - np.searchsorted(mentee, mentee)
        kept = order[rank < _LIKELY]
        return _Pairs(self.mentee[kept], self.mentor[kept], self.cost[kept])

    def joined(self, more: _Pairs) -> _Pairs:
        """No pair that could make the board better was among those it was made of."""
        return _Pairs(
            np.append(self.mentee, more.mentee), np.append(self.mentor, more.mentor), np.append(self.cost, more.cost)
        )


def _score_for(cohort: Cohort, price: Whole) -> Points:
    """The score, in points, under which a pair surely costs more than a price: the more points, the cheaper."""
    weak = cohort.levels.weak
    least = np.where(price < weak, FULL_SCORE - price, np.minimum(cohort.floor, FULL_SCORE + weak - price))
    return (least - 0.5) / 100.0
