"""The figures that are no times (1 to 3, 14): equal to an exact solver, prices as of solving again, free of order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mentordesk.matching.optimum import best_plan
from tests.benchmarks.matching_timing import Figure
from tests.matching.instances import lifelike
from tests.matching.test_optimum import (
    test_it_is_the_best_in_every_level,
    test_the_order_of_rows_and_columns_does_not_matter,
)
from tests.matching.test_prices import (
    some_of_all_kinds,
    test_every_chain_is_a_board_that_costs_its_price,
    test_every_price_is_that_of_solving_again,
)

EXACT, PRICED, SHUFFLED, BOARDS = 200, 200, 500, 40


def figures() -> Iterable[Figure]:
    yield _counted(1, "equal to an exact solver, proved", test_it_is_the_best_in_every_level, range(EXACT))
    instances = some_of_all_kinds(PRICED)
    yield _counted(2, "prices equal to solving again", test_every_price_is_that_of_solving_again, instances)
    yield _counted(2, "chains cost their price", test_every_chain_is_a_board_that_costs_its_price, instances)
    same = partial(test_the_order_of_rows_and_columns_does_not_matter, raise_lowest=False)
    yield _counted(3, "the same board in any order", same, range(SHUFFLED))


def floor() -> Figure:
    """What the floor costs, as a share of all points, and how many weak pairs it spares, over many boards."""
    given, spared, most = 0.0, 0, 0.0
    for seed in range(BOARDS):
        instance = lifelike(32, 30, seed)
        plan, free = best_plan(*instance.arguments), best_plan(*instance.arguments, floor=0.0)
        under = sum(instance.scores[row, at] < 50 for row, at in enumerate(free.mentor_of.tolist()) if at >= 0)
        given, spared = given + free.total - plan.total, spared + int(under) - plan.weak
        most = max(most, (free.total - plan.total) / free.total)
    measured = f"{given / BOARDS:.2f} points a board (at most {most:.2%}), {spared / BOARDS:.2f} weak pairs fewer"
    return Figure(14, "cost of the floor, 32 x 30", measured, "said for every board", reached=True)


def _counted(number: int, what: str, holds: Callable[..., None], of: Iterable[object]) -> Figure:
    tried, held = 0, 0
    for one in of:
        tried += 1
        try:
            holds(one)
            held += 1
        except AssertionError:
            pass
    return Figure(number, what, f"{held} of {tried}", "all of them", held == tried, "an assertion of its test fails")
