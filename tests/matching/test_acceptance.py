"""Deferred acceptance leaves no two who would both rather have each other, breaks no rule, and has its price."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from mentordesk.matching.acceptance import accepted_plan, deferred_acceptance
from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.levels import Points
from mentordesk.matching.optimum import best_plan
from tests.counts import count
from tests.matching.exact import levels_of
from tests.matching.instances import Instance, lifelike, small


def tastes(instance: Instance, seed: int) -> tuple[Points, Points]:
    """What each side privately thinks, often equally of several."""
    random = np.random.default_rng(seed)
    mentees, mentors = instance.scores.shape
    steps = int(random.choice([3, 1000]))
    return random.integers(0, steps, (mentees, mentors)) / 1.0, random.integers(0, steps, (mentees, mentors)) / 1.0


@pytest.mark.parametrize("seed", range(count(200, 5_000)))
def test_nobody_would_rather_have_each_other(seed: int) -> None:
    instance = small(seed)
    she, they = tastes(instance, seed)
    board = deferred_acceptance(she, they, instance.allowed, instance.capacity)
    levels_of(instance, board)
    assert not blocking_pairs(she, they, instance.allowed, instance.capacity, board).any()


@pytest.mark.parametrize("seed", range(count(10, 200)))
def test_no_other_board_without_such_pairs_gives_a_mentee_a_mentor_she_likes_better(seed: int) -> None:
    random = np.random.default_rng(seed)
    she, they = random.permuted(np.arange(20.0)).reshape(4, 5), random.permuted(np.arange(20.0)).reshape(4, 5)
    allowed, capacity = random.random((4, 5)) < 0.8, random.integers(0, 3, 5)
    own = deferred_acceptance(she, they, allowed, capacity)
    liked = np.where(own >= 0, she[np.arange(4), own], -1.0)
    for seats in map(np.asarray, product(range(-1, 5), repeat=4)):
        seated = np.flatnonzero(seats >= 0)
        fits = (np.bincount(seats[seated], minlength=5) <= capacity).all()
        if not fits or not allowed[seated, seats[seated]].all():
            continue
        if not blocking_pairs(she, they, allowed, capacity, seats).any():
            assert (np.where(seats >= 0, she[np.arange(4), seats], -1.0) <= liked).all()


def test_who_is_liked_equally_comes_in_the_order_of_the_ids() -> None:
    equal = np.full((3, 1), 50.0)
    everybody = np.ones((3, 1), dtype=bool)
    assert deferred_acceptance(equal, equal, everybody, np.array([2])).tolist() == [0, 0, -1]
    ids = ["c", "b", "a"], ["x"]
    assert deferred_acceptance(equal, equal, everybody, np.array([2]), ids).tolist() == [-1, 0, 0]


@pytest.mark.parametrize("seed", range(count(20, 500)))
def test_the_order_of_rows_and_columns_does_not_matter(seed: int) -> None:
    instance = small(seed)
    she, they = tastes(instance, 2 * seed)
    mentees, mentors = instance.scores.shape
    ids = [f"mentee-{row}" for row in range(mentees)], [f"mentor-{column}" for column in range(mentors)]
    board = deferred_acceptance(she, they, instance.allowed, instance.capacity, ids)
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(mentees), random.permutation(mentors)
    mixed = np.ix_(rows, columns)
    shuffled = deferred_acceptance(
        she[mixed],
        they[mixed],
        instance.allowed[mixed],
        instance.capacity[columns],
        ([ids[0][row] for row in rows], [ids[1][column] for column in columns]),
    )
    assert (np.append(columns, -1)[shuffled] == board[rows]).all()


def test_what_it_costs_against_the_best_plan() -> None:
    """The best sum needs the one pair that neither of the two likes best."""
    scores = np.array([[90.0, 80.0], [89.0, 20.0]])
    best = best_plan(scores, scores > 0, [1, 1])
    accepted = accepted_plan(best, scores, scores)
    assert (best.mentor_of.tolist(), accepted.mentor_of.tolist()) == ([1, 0], [0, 1])
    behind = accepted.behind(best)
    assert (behind.unmatched, behind.weak, behind.points, behind.lowest) == (0, 1, 59.0, 60.0)
    assert not accepted.proof.holds()


@pytest.mark.parametrize("seed", range(count(10, 100)))
def test_it_is_never_better_than_the_best_plan(seed: int) -> None:
    instance = lifelike(32, 30, seed)
    random = np.random.default_rng(seed)
    she, they = instance.scores + random.normal(0, 8, (2, 32, 30))
    best = best_plan(*instance.arguments)
    behind = accepted_plan(best, she, they).behind(best)
    assert (behind.unmatched, behind.weak, behind.points) >= (0, 0, 0.0)


def test_nobody_accepts_nobody() -> None:
    nothing = np.zeros((0, 3))
    assert not len(deferred_acceptance(nothing, nothing, nothing > 0, np.ones(3, dtype=int)))
