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
from mentordesk.matching.moves import Moves
from mentordesk.matching.optimum import Plan
from mentordesk.matching.proof import Proof
from mentordesk.matching.seating import Seating, columns

_ONE_BY_ONE = 16
"""Finding chains to many nodes together takes about as long as finding, one by one, those to one node in so many."""

_MANY = 3
"""Finding chains to all nodes is as quick as to one in so many."""


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
        self._ground = ground
        self._cohort = ground.cohort
        self._ways = ground.ways()
        self._at = self._ways.seating.node_of[ground.seating.mentor_of]

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
        targets, which = np.unique(self._at[rows], return_inverse=True)
        return self._price(rows, self._costs_to(targets)[which])

    def _costs_to(self, targets: Whole) -> Whole:
        """Of the cheapest chain to some nodes from each, found in the quickest way."""
        nodes = len(self._ways.into)
        if "_costs" in self.__dict__ or self._ground.distances is not None or len(targets) * _MANY > nodes:
            return self._costs[targets]
        if len(targets) * _ONE_BY_ONE > nodes:
            return self._ways.costs_to(targets)
        distances = [self._ways.distances_to(target) for target in targets.tolist()]
        return self._ways.costs(np.array(distances).reshape(len(targets), -1), targets)

    def in_slices(self, first: Sequence[int] = (), at_once: int = 20) -> Iterator[tuple[Sequence[int], Price]]:
        """All mentees' prices, `at_once` mentees at a time, those asked for first: for a window that paints what can be
        seen before it works out the rest, or stops."""
        yield from self._slices(list(first), at_once)
        if later := sorted(set(range(len(self._cohort.scores))) - set(first)):
            _ = self._costs  # takes as long as two slices or three, and all the others are ready with it
            yield from self._slices(later, at_once)

    def _slices(self, mentees: list[int], at_once: int) -> Iterator[tuple[Sequence[int], Price]]:
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
        ways, ready = self._own_ways, self._ground.distances
        target, source = int(ways.seating.at[mentee]), int(ways.seating.node_of[mentor])
        if ready is None or ways is not self._ways:
            return ways.chain(mentee, mentor, ways.distances_to(target, source))
        return ways.chain(mentee, mentor, ready[target])

    def alternatives(self, mentee: int, count: int) -> tuple[Alternative, ...]:
        """The other mentors she may have, cheapest for the whole plan first; equal ones in the order of the table."""
        cohort, price = self._cohort, self.of_mentee(mentee)
        others = np.arange(len(cohort.places)) != self._ground.seating.mentor_of[mentee]
        possible = cohort.allowed[mentee] & (cohort.places > 0) & others
        by_price = np.lexsort((price.points, price.weak, price.unmatched))
        return tuple(
            Alternative(int(mentor), int(price.unmatched[mentor]), int(price.weak[mentor]), float(price.points[mentor]))
            for mentor in by_price[possible[by_price]][:count]
        )

    @cached_property
    def _own_ways(self) -> Moves:
        return self._ground.own_ways()

    @cached_property
    def _costs(self) -> Whole:
        """Of the cheapest chain to each node from each."""
        ready, nodes = self._ground.distances, np.arange(len(self._ways.into))
        return self._ways.costs_to(nodes) if ready is None else self._ways.costs(ready, nodes)

    @cached_property
    def _all(self) -> Price:
        rows = slice(None)
        return self._price(rows, self._costs.take(self._at, axis=0))

    def _price(self, rows: slice | Whole, others: Whole) -> Price:
        """The forced pair instead of their own, and what the `others` who must move lose by it, by mentor's node."""
        own, score = self._ground.seating.own, self._cohort.hundredths(rows)
        change = columns(others - own[rows, None], self._ways.seating.node_of[:-1])
        unmatched, weak, lost = self._cohort.levels.read(change)
        weak += score < self._cohort.floor
        points = np.subtract(FULL_SCORE, score, out=score)
        points += lost
        points /= 100.0
        return Price(unmatched, weak, points)


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
    board = proof.measured()
    if board is None or not proof.shows_best(board, cost):
        raise ValueError("This is not a best plan of these scores, rules, capacities and floor.")
    return Ground(cohort, cost, Seating.of(cost, cohort.places, plan.mentor_of, cohort.levels.unmatched), bound)
