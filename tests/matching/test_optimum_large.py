"""Cohorts of a hundred and more: the value is that of the bare solver, the proof holds, in the time of one coffee."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from mentordesk.matching.cohort import MOST_PAIRS, Cohort
from mentordesk.matching.levels import FULL_SCORE, Levels
from mentordesk.matching.optimum import best_plan
from tests.counts import LONG
from tests.matching.exact import levels_of
from tests.matching.instances import Instance, lifelike, six_kinds

SIZES = [100, 200, 400, 800] if LONG else [100, 200]


def value_of_the_bare_solver(instance: Instance) -> int:
    """Square, with a place nobody has for each mentee and a mentee nobody is for each place."""
    cohort = Cohort.read(*instance.arguments, instance.floor)
    places = np.repeat(np.arange(len(cohort.places)), cohort.places)
    mentees = len(instance.scores)
    table = np.full((mentees, len(places) + mentees), float(cohort.levels.unmatched))
    table[:, : len(places)] = cohort.cost()[:, places]
    rows, columns = linear_sum_assignment(table)
    return int(table[rows, columns].sum())


@pytest.mark.parametrize("size", SIZES)
def test_the_value_is_that_of_the_bare_solver(size: int) -> None:
    instances = [*six_kinds(size, seed=size), lifelike(size, size * 2 // 3, size), lifelike(size // 5, size, size)]
    for instance in instances:
        plan = best_plan(*instance.arguments, floor=instance.floor)
        step = Cohort.read(*instance.arguments, instance.floor).levels
        unmatched, weak, lost = levels_of(instance, plan.mentor_of)
        value = unmatched * step.unmatched + weak * step.weak + lost
        assert value == value_of_the_bare_solver(instance), instance.name
        assert plan.proof.holds(), instance.name


def test_the_costs_of_the_largest_plan_stay_exact() -> None:
    """In the solver's floats no sum exceeds four steps of an unmatched mentee; a bound and a chain fit 64 bits."""
    steps = Levels.for_pairs(MOST_PAIRS)
    assert 4 * steps.unmatched < 2**53
    assert MOST_PAIRS * steps.unmatched < 2**53 * 8
    assert 4 * steps.unmatched * 2 ** (2 * (MOST_PAIRS + 2)).bit_length() < 2**62


def test_levels_read_back_what_was_put_in() -> None:
    """Also differences: one more left out, three weak pairs fewer, two hundred points fewer lost."""
    steps = Levels.for_pairs(7)
    for parts in [(1, -3, -20_000), (0, 7, -7 * FULL_SCORE), (-7, -7, 7 * FULL_SCORE), (0, 0, 0)]:
        cost = np.asarray([parts[0] * steps.unmatched + parts[1] * steps.weak + parts[2]])
        assert tuple(int(level[0]) for level in steps.read(cost)) == parts
