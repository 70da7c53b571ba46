"""How fast plans and prices are, against the bare solver on the same table in the same run.

`python -m tests.benchmarks.matching [large]`; the numbers in front are those of the figures in the specification,
section 8. Ratios are medians of seven interleaved rounds; milliseconds are for orientation.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from statistics import median
from time import process_time

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.cohort import Cohort
from mentordesk.matching.levels import Points
from mentordesk.matching.optimum import best_plan
from mentordesk.matching.prices import forcing_prices
from tests.matching.instances import Instance, lifelike, six_kinds

ROUNDS = 7
Work = Callable[[], object]


def medians(*work: Work) -> list[float]:
    """Milliseconds of each, taken in turns so that a busy machine is unfair to all alike."""
    times: list[list[float]] = [[] for _ in work]
    calls = [max(1, int(20 / (elapsed(one, 1) + 0.01))) for one in work]
    for _ in range(ROUNDS):
        for one, repeat, taken in zip(work, calls, times, strict=True):
            taken.append(elapsed(one, repeat))
    return [median(taken) for taken in times]


def elapsed(work: Work, repeat: int) -> float:
    start = process_time()
    for _ in range(repeat):
        work()
    return (process_time() - start) / repeat * 1000


def bare_table(instance: Instance) -> Points:
    """What somebody would hand to the solver: a column for each place."""
    cohort = Cohort.read(*instance.arguments, instance.floor)
    return cohort.cost()[:, np.repeat(np.arange(len(cohort.places)), cohort.places)].astype(float)


def with_a_lock(instance: Instance) -> Instance:
    allowed = instance.allowed.copy()
    allowed[0] = False
    allowed[0, int(np.flatnonzero(instance.allowed[0] & (instance.capacity > 0))[0])] = True
    return Instance(instance.name, instance.scores, allowed, instance.capacity)


def say(figure: int, what: str, bare: float, ours: float, goal: str) -> None:
    print(f"{figure:>3}  {what:<57} bare {bare:8.3f} ms  ours {ours:8.3f} ms  ratio {ours / bare:7.3f}   goal {goal}")


def whole_drag(figure: int, mentees: int, mentors: int, goal: str) -> None:
    """A pair is locked: a new plan with all levels, all prices, and the pairs who would both gain."""
    instance = lifelike(mentees, mentors, 3)
    ids = [f"mentee {row}" for row in range(mentees)], [f"mentor {column}" for column in range(mentors)]
    seen = best_plan(*instance.arguments, ids=ids).mentor_of
    locked = with_a_lock(instance)
    tastes = np.random.default_rng(0).normal(0, 8, (2, mentees, mentors)) + instance.scores

    def drag() -> Points:
        plan = best_plan(*locked.arguments, shown=seen, ids=ids)
        blocking_pairs(tastes[0], tastes[1], locked.allowed, locked.capacity, plan.mentor_of)
        return forcing_prices(*locked.arguments, plan).points

    def first_rows() -> None:
        plan = best_plan(*locked.arguments, shown=seen, ids=ids)
        blocking_pairs(tastes[0], tastes[1], locked.allowed, locked.capacity, plan.mentor_of)
        prices = forcing_prices(*locked.arguments, plan)
        for mentee in range(20):
            prices.of_mentee(mentee)

    table = bare_table(locked)
    bare, ours = medians(lambda: linear_sum_assignment(table), first_rows if figure == 7 else drag)
    what = f"whole drag {mentees} x {mentors}" + (", 20 visible rows" if figure == 7 else "")
    say(figure, what, bare, ours, goal)


def all_levels(size: int) -> None:
    ids = [str(row) for row in range(size)], [str(column) for column in range(size)]
    for instance in six_kinds(size):
        bare, ours = medians(
            partial(linear_sum_assignment, bare_table(instance)),
            partial(best_plan, *instance.arguments, ids=ids),
        )
        goal = "<= 3 x" if instance.name == "noise" else "<= 1 x"
        say(8, f"all levels {size} x {size}, {instance.name}", bare, ours, goal + ", < 1 s")


def what_if(instance: Instance) -> None:
    """One pair forced, with its chain, or a mentee's whole row of prices, when the last plan is at hand."""
    prices = forcing_prices(*instance.arguments, best_plan(*instance.arguments))
    pairs = cycle(np.random.default_rng(2).integers(0, min(instance.scores.shape), (500, 2)).tolist())

    def force() -> object:
        return prices.chain(*next(pairs))

    def row() -> object:
        return prices.of_mentee(next(pairs)[0])

    bare, chain_of_one, all_of_one = medians(partial(linear_sum_assignment, bare_table(instance)), force, row)
    what = f"{instance.name}, {int(instance.capacity.sum())} places"
    say(9, f"what if, a pair, {what}", bare, chain_of_one, "<= 0.1 x")
    say(9, f"what if, a row, {what}", bare, all_of_one, "<= 0.1 x")


def prices_against_solving_again(mentees: int, mentors: int) -> None:
    """Every pair forced in turn: by the bare solver on the rest of its table, and by asking for a new plan."""
    instance = lifelike(mentees, mentors, 3)
    plan = best_plan(*instance.arguments)
    table = bare_table(instance)
    slot_of = np.cumsum(instance.capacity) - 1
    capacities = np.maximum(instance.capacity - np.eye(mentors, dtype=int), 0)

    def bare_solver() -> None:
        for mentee in range(mentees):
            rest = np.delete(table, mentee, axis=0)
            for mentor in range(mentors):
                linear_sum_assignment(np.delete(rest, slot_of[mentor], axis=1))

    def new_plans() -> None:
        for mentee in range(mentees):
            scores, allowed = np.delete(instance.scores, mentee, axis=0), np.delete(instance.allowed, mentee, axis=0)
            for mentor in range(mentors):
                best_plan(scores, allowed, capacities[mentor])

    bare, plans, ours = medians(bare_solver, new_plans, lambda: forcing_prices(*instance.arguments, plan).points)
    what = f"all prices {mentees} x {mentors}, "
    say(10, f"{what}bare solver again: {bare / ours:.0f} x faster", bare, ours, ">= 100 x faster")
    say(10, f"{what}a plan each: {plans / ours:.0f} x faster", plans, ours, ">= 100 x faster")


def register(size: int) -> None:
    instance = lifelike(size, size, 3)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ours = elapsed(lambda: best_plan(*instance.arguments), 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table = bare_table(instance)[:, np.repeat(instance.allowed.any(axis=0), instance.capacity)]
    bare = elapsed(lambda: linear_sum_assignment(table), 1)
    say(13, f"register {size} x {size}, {peak:.0f} MiB ({before:.0f} before)", bare, ours, "<= 1.5 x, < 500 MiB")


def main() -> None:
    if "large" in sys.argv:
        register(5000)
        return
    whole_drag(4, 32, 40, "<= 30 x, <= 2 ms")
    whole_drag(5, 32, 300, "<= 15 x, <= 3 ms")
    whole_drag(6, 100, 110, "<= 15 x, <= 8 ms")
    whole_drag(7, 320, 350, "16 ms")
    all_levels(1000)
    what_if(lifelike(1000, 1000, 1))
    what_if(lifelike(1000, 1000, 1, one_each=True))
    prices_against_solving_again(32, 40)


if __name__ == "__main__":
    main()
