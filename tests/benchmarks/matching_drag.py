"""The figures of one drag on the board, of prices, and of the ten best plans (4 to 7, 9, 10, 12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.levels import Points
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.prices import Prices, forcing_prices
from mentordesk.matching.ranking import best_plans
from tests.benchmarks.matching_timing import Figure, bare_table, beside, medians
from tests.matching.instances import Instance, lifelike

VISIBLE = 20
_CALLS = "some 250 calls of numpy are left, of 1 to 2 microseconds each, and one pass over the full mentors"


def drags() -> Iterator[Figure]:
    yield drag(4, 32, 40, 30, 2)
    yield drag(5, 32, 300, 15, 3)
    yield drag(6, 100, 110, 15, 8)
    yield visible_rows()


def drag(number: int, mentees: int, mentors: int, times: float, most: float) -> Figure:
    """A pair is locked: a new plan with all levels, all prices, and the pairs who would both gain."""
    locked = _Locked(mentees, mentors)
    bare, ours = medians(locked.bare, locked.drag)
    reached = ours <= times * bare and ours <= most
    return Figure(
        number, f"whole drag {mentees} x {mentors}", beside(bare, ours), f"<= {times} x, <= {most} ms", reached, _CALLS
    )


def visible_rows() -> Figure:
    locked = _Locked(320, 350)
    bare, first, whole = medians(locked.bare, locked.first_rows, locked.drag)
    measured = f"{first:.1f} ms, all rows {whole:.1f} ms, bare solver {bare:.1f} ms"
    why = (
        "taking out 189 of 208 full mentors takes four and a half milliseconds of it, the bare solver three and a half"
    )
    return Figure(7, f"whole drag 320 x 350, {VISIBLE} rows first", measured, "<= 16 ms", first <= 16, why)


class _Locked:
    """A cohort on the board of which one pair was just locked."""

    def __init__(self, mentees: int, mentors: int) -> None:
        instance = lifelike(mentees, mentors, 3)
        self.ids = [f"mentee {row}" for row in range(mentees)], [f"mentor {column}" for column in range(mentors)]
        self.seen = best_plan(*instance.arguments, ids=self.ids).mentor_of
        allowed = instance.allowed.copy()
        allowed[0] = False
        allowed[0, int(np.flatnonzero(instance.allowed[0] & (instance.capacity > 0))[0])] = True
        self.locked = Instance(instance.name, instance.scores, allowed, instance.capacity)
        self.tastes = np.random.default_rng(0).normal(0, 8, (2, mentees, mentors)) + instance.scores
        self.table = bare_table(self.locked)

    def bare(self) -> object:
        return linear_sum_assignment(self.table)

    def prices(self) -> Prices:
        plan = best_plan(*self.locked.arguments, shown=self.seen, ids=self.ids)
        she, they = self.tastes
        blocking_pairs(she, they, self.locked.allowed, self.locked.capacity, plan.mentor_of)
        return forcing_prices(*self.locked.arguments, plan)

    def drag(self) -> Points:
        return self.prices().points

    def first_rows(self) -> object:
        return next(self.prices().in_slices(range(VISIBLE)))


def what_ifs(size: int) -> Iterator[Figure]:
    """One pair forced, with its chain, or a mentee's whole row of prices, when the last plan is at hand."""
    for instance in (lifelike(size, size, 1), lifelike(size, size, 1, one_each=True)):
        prices = forcing_prices(*instance.arguments, best_plan(*instance.arguments))
        pairs = cycle(np.random.default_rng(2).integers(0, min(instance.scores.shape), (500, 2)).tolist())
        force, row = partial(_forced, prices, pairs), partial(_row, prices, pairs)
        bare, one, whole = medians(partial(linear_sum_assignment, bare_table(instance)), force, row)
        what = f"{size} x {size}, {int(instance.capacity.sum())} places"
        yield Figure(9, f"what if, a pair, {what}", beside(bare, one), "<= 0.1 x", one <= 0.1 * bare)
        yield Figure(9, f"what if, a row, {what}", beside(bare, whole), "<= 0.1 x", whole <= 0.1 * bare)


def _forced(prices: Prices, pairs: Iterator[list[int]]) -> object:
    return prices.chain(*next(pairs))


def _row(prices: Prices, pairs: Iterator[list[int]]) -> object:
    return prices.of_mentee(next(pairs)[0])


def all_prices(mentees: int, mentors: int) -> Figure:
    """Every pair forced in turn, by the bare solver on the rest of its table; our prices begin with the plan alone."""
    instance = lifelike(mentees, mentors, 3)
    plan = without_chains(best_plan(*instance.arguments))
    table = bare_table(instance)
    slot_of = np.cumsum(instance.capacity) - 1

    def bare_solver() -> None:
        for mentee in range(mentees):
            rest = np.delete(table, mentee, axis=0)
            for mentor in range(mentors):
                linear_sum_assignment(np.delete(rest, slot_of[mentor], axis=1))

    bare, ours = medians(bare_solver, lambda: forcing_prices(*instance.arguments, plan).points)
    measured = f"{ours:.2f} ms, {bare / ours:.0f} x faster than {bare:.0f} ms"
    why = "the bare solver takes 0.03 ms a pair and weighs no levels; a new plan each takes 900 times as long"
    return Figure(10, f"all prices {mentees} x {mentors}", measured, ">= 100 x faster", bare >= 100 * ours, why)


def without_chains(plan: Plan) -> Plan:
    """A small plan has worked out its chains already; here they are to be counted with the prices."""
    assert plan.ground is not None
    return replace(plan, ground=replace(plan.ground, moves=None, distances=None))


def ten_best() -> Figure:
    instance = lifelike(32, 32, 3)
    bare, ours = medians(
        partial(linear_sum_assignment, bare_table(instance)), lambda: best_plans(*instance.arguments, 10)
    )
    return Figure(12, "ten best plans, 32 x 32", beside(bare, ours), "<= 10 ms", ours <= 10)
