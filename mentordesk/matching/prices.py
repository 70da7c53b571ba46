"""What it would cost the whole plan to force any pair, and who would have to move (R33).

Exact, for every pair at once or a mentee at a time, also for pairs that a rule forbids. Not here: the plan itself
(`optimum`), nor which rule forbids a pair (`rules`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.ground import Ground
from mentordesk.matching.levels import FULL_SCORE, Points, Whole
from mentordesk.matching.optimum import Plan
from mentordesk.matching.proof import Proof
from mentordesk.matching.seating import Seating, columns

_ROW_FOR_ALL = 16
"""Finding all chains takes about as long as finding those to one node in so many."""


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

    Some mentees' own rows (`of_mentees`) and a chain are ready much sooner: the visible rows of a big board first.
    """

    def __init__(self, ground: Ground) -> None:
        self._cohort = ground.cohort
        self._moves = ground.chains()
        self._distances = ground.distances

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
        price = self.of_mentees([mentee])
        return Price(price.unmatched[0], price.weak[0], price.points[0])

    def of_mentees(self, mentees: Sequence[int]) -> Price:
        """The price of each mentor for some mentees: tables with a row for each of them."""
        rows = np.asarray(mentees, dtype=np.int64)
        targets, which = np.unique(self._moves.seating.at[rows], return_inverse=True)
        if "_costs" in self.__dict__ or len(targets) * _ROW_FOR_ALL > len(self._moves.into):
            costs = self._costs[targets]
        else:
            distances = [self._distances_to(target) for target in targets.tolist()]
            costs = self._moves.costs(np.array(distances).reshape(len(targets), -1), targets)
        return self._price(rows, costs[which])

    def in_slices(self, first: Sequence[int] = (), at_once: int = 20) -> Iterator[tuple[Sequence[int], Price]]:
        """All mentees' prices, `at_once` mentees at a time, those asked for first: for a window that paints what can be
        seen before it works out the rest, or stops."""
        later = sorted(set(range(len(self._cohort.scores))) - set(first))
        for mentees in (list(first), later):
            for start in range(0, len(mentees), at_once):
                some = mentees[start : start + at_once]
                yield some, self.of_mentees(some)

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

    def _distances_to(self, target: int, source: int | None = None) -> Whole:
        ready = self._distances
        return self._moves.distances_to(target, source) if ready is None else ready[target]

    @cached_property
    def _costs(self) -> Whole:
        """Of the cheapest chain to each node from each."""
        if self._distances is None:
            return self._moves.all_costs()
        return self._moves.costs(self._distances, np.arange(len(self._distances)))

    @cached_property
    def _all(self) -> Price:
        rows = slice(None)
        return self._price(rows, self._costs.take(self._moves.seating.at, axis=0))

    def _price(self, rows: slice | Whole, others: Whole) -> Price:
        """The forced pair instead of their own, and what the `others` who must move lose by it, by mentor's node."""
        seating, score = self._moves.seating, self._cohort.hundredths(rows)
        change = columns(others - seating.own[rows, None], seating.node_of[:-1])
        unmatched, weak, lost = self._cohort.levels.read(change)
        weak += score < self._cohort.floor
        return Price(unmatched, weak, (lost + (FULL_SCORE - score)) / 100.0)


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
    if plan.proof.raised is not None:
        raise ValueError("A plan that raises its lowest pair has no prices; make the plan without that wish.")
    ground = plan.ground
    known = ground is not None and plan.mentor_of is ground.seating.mentor_of
    if ground is None or not known or not ground.cohort.is_of(scores, allowed, capacity, floor):
        ground = _proved_again(Cohort.read(scores, allowed, capacity, floor), plan)
    return Prices(ground)


def _proved_again(cohort: Cohort, plan: Plan) -> Ground:
    cost, bound = cohort.cost(), plan.proof.bound
    proof = Proof(cohort, plan.mentor_of, bound)
    pairs = proof.pairs()
    if pairs is None or not proof.shows_best(pairs, cost):
        raise ValueError("This is not a best plan of these scores, rules, capacities and floor.")
    return Ground(cohort, cost, Seating.of(cost, cohort.places, plan.mentor_of, cohort.levels.unmatched), bound)
