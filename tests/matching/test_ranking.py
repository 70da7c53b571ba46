"""The best plans in order are those that trying every board gives, each once."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from mentordesk.matching.levels import Whole
from mentordesk.matching.optimum import Behind, best_plan
from mentordesk.matching.ranking import best_plans
from tests.counts import count
from tests.matching.exact import cost_of, levels_of
from tests.matching.instances import Instance, lifelike, small


def tiny(seed: int) -> Instance:
    """Few enough to try every board, with many ties, closed pairs and mentors of several places or none."""
    random = np.random.default_rng(seed)
    mentees, mentors = int(random.integers(1, 5)), int(random.integers(1, 5))
    scores = random.choice([20.0, 40.0, 60.0, 80.0], (mentees, mentors)) + random.choice([0.0, 0.25, 1.0])
    allowed = random.random((mentees, mentors)) < random.choice([0.5, 0.8, 1.0])
    return Instance(f"tiny {seed}", scores, allowed, random.integers(0, 4, mentors))


def every_board(instance: Instance) -> list[tuple[tuple[int, int, int], tuple[int, ...]]]:
    mentees, mentors = instance.scores.shape
    found = []
    for board in product(range(-1, mentors), repeat=mentees):
        seats: Whole = np.asarray(board)
        seated = np.flatnonzero(seats >= 0)
        fits = (np.bincount(seats[seated], minlength=mentors) <= instance.capacity).all()
        if fits and instance.allowed[seated, seats[seated]].all():
            found.append((cost_of(instance, seats), board))
    return sorted(found)


@pytest.mark.parametrize("seed", range(count(80, 1_000)))
def test_they_are_the_best_of_all_boards_there_are(seed: int) -> None:
    instance = tiny(seed)
    every = every_board(instance)
    for k in (1, 2, 10, len(every) + 3):
        plans = best_plans(*instance.arguments, k, floor=instance.floor)
        assert [levels_of(instance, plan.mentor_of) for plan in plans] == [cost for cost, _ in every[:k]]
        assert len({tuple(plan.mentor_of.tolist()) for plan in plans}) == len(plans)


@pytest.mark.parametrize("seed", range(count(10, 100)))
def test_the_second_is_the_cheapest_way_to_force_another_pair(seed: int) -> None:
    """Solved again with each pair of the plan forbidden, or its mentee not left out."""
    instance = lifelike(14, 12, seed)
    first, second = best_plans(*instance.arguments, 2)
    others = []
    for mentee, mentor in enumerate(first.mentor_of):
        if mentor >= 0:
            allowed = instance.allowed.copy()
            allowed[mentee, mentor] = False
            others.append(levels_of(instance, best_plan(instance.scores, allowed, instance.capacity).mentor_of))
            continue
        for forced in np.flatnonzero(instance.allowed[mentee] & (instance.capacity > 0)):
            allowed, certain = instance.allowed.copy(), instance.scores.copy()
            allowed[mentee] = np.arange(len(instance.capacity)) == forced
            rest = np.arange(14) != mentee
            capacity = instance.capacity.copy()
            capacity[forced] -= 1
            board = np.full(14, forced)
            board[rest] = best_plan(certain[rest], allowed[rest], capacity).mentor_of
            others.append(levels_of(instance, board))
    assert levels_of(instance, second.mentor_of) == min(others)


@pytest.mark.parametrize("seed", range(count(20, 200)))
def test_they_come_in_the_same_order_whatever_the_order_of_rows(seed: int) -> None:
    instance = small(seed)
    mentees, mentors = instance.scores.shape
    ids = [f"mentee-{row}" for row in range(mentees)], [f"mentor-{column}" for column in range(mentors)]
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(mentees), random.permutation(mentors)
    plans = best_plans(*instance.arguments, 6, floor=instance.floor, ids=ids)
    shuffled = best_plans(
        instance.scores[rows][:, columns],
        instance.allowed[rows][:, columns],
        instance.capacity[columns],
        6,
        floor=instance.floor,
        ids=([ids[0][row] for row in rows], [ids[1][column] for column in columns]),
    )
    for plan, other in zip(plans, shuffled, strict=True):
        assert (np.append(columns, -1)[other.mentor_of] == plan.mentor_of[rows]).all()


def test_a_whole_cohort_has_ten_different_best_plans() -> None:
    instance = lifelike(32, 40, 3)
    plans = best_plans(*instance.arguments, 10)
    costs = [levels_of(instance, plan.mentor_of) for plan in plans]
    assert costs == sorted(costs)
    assert len({tuple(plan.mentor_of) for plan in plans}) == 10
    assert [plan.proof.holds() for plan in plans] == [cost == costs[0] for cost in costs]


def test_how_far_behind_a_plan_is_in_every_level() -> None:
    first, second, third = best_plans([[80.0, 40.0]], [[True, True]], [1, 1], 5)
    assert second.behind(first) == Behind(unmatched=0, weak=1, points=40.0, lowest=40.0)
    assert third.behind(first) == Behind(unmatched=1, weak=0, points=80.0, lowest=None)


def test_nobody_has_one_plan_and_none_cannot_be_asked_for() -> None:
    assert len(best_plans(np.zeros((0, 0)), np.zeros((0, 0), dtype=bool), [], 5)) == 1
    with pytest.raises(ValueError, match="At least one"):
        best_plans([[50.0]], [[True]], [1], 0)
