"""The plan in which no two would rather have each other: it has none indeed, keeps locks, and says what it costs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from mentordesk.i18n.catalog import catalog
from mentordesk.matching.blocking_list import blocking_list
from mentordesk.matching.scenario import solve
from mentordesk.matching.stable_plan import in_words, stable_plan
from tests.counts import count
from tests.matching.people import random_question


@pytest.mark.parametrize("seed", range(count(30, 600)))
def test_no_two_would_rather_have_each_other(seed: int) -> None:
    solution = solve(random_question(seed, 7, 6))
    stable = stable_plan(solution)
    assert blocking_list(solution.question, solution.numbers, stable.mentor_of) == ()
    assert stable.matched <= solution.matched


@pytest.mark.parametrize("seed", range(count(30, 600)))
def test_what_is_locked_stays_together(seed: int) -> None:
    free = solve(random_question(seed, 7, 6))
    if not free.pairs:
        return
    one = random.Random(seed).choice(free.pairs)
    locked = solve(replace(free.question, locked=frozenset({(one.mentee, one.mentor)})))
    assert stable_plan(locked).mentor_of.get(one.mentee) == one.mentor


def test_it_is_said_with_what_it_costs() -> None:
    said = set()
    for seed in range(40):
        solution = solve(random_question(seed, 7, 6))
        stable = stable_plan(solution)
        words = in_words(stable, solution, solution.mentor_of)
        sentence = catalog("en").say(words)
        if stable.matched < solution.matched:
            assert f"leaves {solution.matched - stable.matched} mentee" in sentence
            said.add("seats")
        elif stable.mentor_of:
            cost = max(0.0, round(solution.total - stable.total, 1))
            assert f"costs {catalog('en').show(cost)} points in all" in sentence
            said.add("points")
    assert said == {"seats", "points"}
