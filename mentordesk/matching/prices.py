"""What it would cost the whole plan to force any pair, and who would have to move (R33).

Exact, for every pair at once or a mentee at a time, also for pairs that a rule forbids. Not here: the plan itself
(`optimum`), nor which rule forbids a pair (`rules`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.levels import FULL_SCORE, Points, Whole
from mentordesk.matching.moves import Moves
from mentordesk.matching.optimum import Plan
from mentordesk.matching.proof import Proof
from mentordesk.matching.seating import Seating


@dataclass(frozen=True, slots=True, eq=False)
class Price:
    """How many more are left out, how many more pairs are weak, how many points are lost; the first that is not zero
    decides. A later one can be below zero."""

    unmatched: Whole
    weak: Whole
    points: Points


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another mentor a mentee may have, and what the whole plan would lose by it."""

    mentor: int
    unmatched: int
    weak: int
    points: float


class Prices:
    """The prices of one plan: `unmatched`, `weak` and `points` are mentees x mentors, worked out at first use.

    A mentee's own row (`of_mentee`) and a chain are ready much sooner: the visible rows of a big board first.
    """

    def __init__(self, cohort: Cohort, moves: Moves) -> None:
        self._cohort = cohort
        self._moves = moves
        self._own = cohort.levels.read(moves.seating.own)

    @property
    def unmatched(self) -> Whole:
        return self._all.unmatched

    @property
    def weak(self) -> Whole:
        return self._all.weak

    @property
    def points(self) -> Points:
        return self._all.points

    def of_mentee(self, mentee: int) -> Price:
        """The price of each mentor for one mentee."""
        target = self._moves.seating.at[mentee : mentee + 1]
        costs = self._moves.costs(self._distances_to(int(target[0]))[None], target)
        price = self._price(slice(mentee, mentee + 1), self._cohort.levels.read(costs))
        return Price(price.unmatched[0], price.weak[0], price.points[0])

    def chain(self, mentee: int, mentor: int) -> tuple[tuple[int, int, int], ...]:
        """The pairs that change if this one is forced, itself first: (mentee, old mentor or -1, new mentor or -1).

        No other way to pay the same price moves fewer. Empty for a pair of the plan.
        """
        mentees, mentors = self._cohort.scores.shape
        if not (0 <= mentee < mentees and 0 <= mentor < mentors):
            raise ValueError("There is no such pair in this table.")
        seating = self._moves.seating
        distance = self._distances_to(int(seating.at[mentee]), int(seating.node_of[mentor]))
        return self._moves.chain(mentee, mentor, distance)

    def alternatives(self, mentee: int, count: int) -> tuple[Alternative, ...]:
        """The other mentors she may have, cheapest for the whole plan first; equal ones in the order of the table."""
        cohort, price = self._cohort, self.of_mentee(mentee)
        others = np.arange(len(cohort.places)) != self._moves.seating.mentor_of[mentee]
        possible = cohort.allowed[mentee] & (cohort.places > 0) & others
        by_price = np.lexsort((price.points, price.weak, price.unmatched))
        return tuple(
            Alternative(int(mentor), int(price.unmatched[mentor]), int(price.weak[mentor]), float(price.points[mentor]))
            for mentor in by_price[possible[by_price]][:count]
        )

    @cached_property
    def _distances(self) -> Whole:
        return self._moves.distances()

    def _distances_to(self, target: int, source: int | None = None) -> Whole:
        ready: Whole | None = self.__dict__.get("_distances")
        return self._moves.distances_to(target, source) if ready is None else ready[target]

    @cached_property
    def _all(self) -> Price:
        costs = self._moves.costs(self._distances, np.arange(self._moves.seating.free + 1))
        others = self._cohort.levels.read(costs)
        return self._price(slice(None), others.take(self._moves.seating.at, axis=1))

    def _price(self, rows: slice, others: Whole) -> Price:
        """The forced pair instead of their own, and what the `others` who must move lose by it, by mentor's node."""
        score, node_of = self._cohort.hundredths(rows), self._moves.seating.node_of[:-1]
        unmatched, weak, lost = (others - self._own[:, rows, None]).take(node_of, axis=2)
        return Price(unmatched, weak + (score < self._cohort.floor), (lost + (FULL_SCORE - score)) / 100.0)


def forcing_prices(
    scores: npt.ArrayLike,
    allowed: npt.ArrayLike,
    capacity: npt.ArrayLike,
    plan: Plan,
    *,
    floor: float = 50.0,
) -> Prices:
    """How much worse the whole plan becomes if a pair is forced: a forbidden one as if its rule were waived, a mentor
    without capacity as if she had one place.

    Raises ValueError if the plan is not a best plan of these scores, rules, capacities and floor, or was made with
    the lowest pair raised (that wish does not add up over pairs, so it has no prices).
    """
    cohort = Cohort.read(scores, allowed, capacity, floor)
    if plan.proof.raised is not None:
        raise ValueError("A plan that raises its lowest pair has no prices; make the plan without that wish.")
    cost = cohort.cost()
    proof = Proof(cohort, plan.mentor_of, plan.proof.bound)
    pairs = proof.pairs()
    if pairs is None or not proof.shows_best(pairs, cost):
        raise ValueError("This is not a best plan of these scores, rules, capacities and floor.")
    seating = Seating.of(cost, cohort.places, plan.mentor_of, cohort.levels.unmatched)
    return Prices(cohort, Moves.of(cost, cohort.levels.unmatched, seating, plan.proof.bound))
