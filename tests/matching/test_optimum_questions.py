"""What can be asked: empty cohorts are answered, nonsense is refused with a sentence."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from mentordesk.matching.cohort import MOST_PAIRS
from mentordesk.matching.optimum import best_plan

YES = np.ones((2, 3), dtype=bool)
SCORES = np.array([[50.0, 60.0, 70.0], [55.5, 65.25, 75.0]])
ONE = np.ones(3, dtype=int)


@pytest.mark.parametrize("raise_lowest", [False, True])
@pytest.mark.parametrize(
    ("scores", "allowed", "capacity"),
    [
        (np.zeros((0, 0)), np.zeros((0, 0), dtype=bool), []),
        (np.zeros((0, 3)), np.zeros((0, 3), dtype=bool), ONE),
        (np.zeros((2, 0)), np.zeros((2, 0), dtype=bool), []),
        (SCORES, YES, ONE * 0),
        (SCORES, ~YES, ONE),
    ],
    ids=["nobody", "no mentees", "no mentors", "no places", "all forbidden"],
)
def test_a_cohort_without_any_pair_has_an_empty_plan(
    scores: np.ndarray, allowed: np.ndarray, capacity: np.ndarray, raise_lowest: bool
) -> None:
    plan = best_plan(scores, allowed, capacity, raise_lowest=raise_lowest)
    assert plan.mentor_of.tolist() == [-1] * len(scores)
    assert (plan.matched, plan.weak, plan.worst, plan.total) == (0, 0, None, 0.0)
    assert plan.proof.holds()


def test_lists_and_small_numbers_are_welcome() -> None:
    plan = best_plan(SCORES.astype(np.float32).tolist(), YES.tolist(), [1, 1, 1], shown=[0, 1])
    same = best_plan(SCORES.astype(np.float32), YES, np.ones(3, dtype=np.int8))
    assert plan.mentor_of.tolist() == same.mentor_of.tolist() == [2, 1]


def test_scores_of_forbidden_pairs_may_be_anything_finite() -> None:
    scores = SCORES.copy()
    scores[0] = [-1e300, 1e300, 12.345]
    plan = best_plan(scores, [[False, False, False], [True, True, True]], ONE)
    assert plan.mentor_of.tolist() == [-1, 2]


def test_a_capacity_beyond_need_is_as_good_as_one_for_each() -> None:
    plan = best_plan(SCORES, YES, [0, 0, 2**62])
    assert plan.mentor_of.tolist() == [2, 2]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"scores": SCORES[0]}, "must be a table"),
        ({"scores": SCORES - 60}, "from 0 to 100"),
        ({"scores": SCORES + 60}, "from 0 to 100"),
        ({"scores": SCORES + 0.005}, "hundredths"),
        ({"scores": np.where(SCORES > 70, np.nan, SCORES)}, "finite"),
        ({"scores": np.where(SCORES > 70, np.inf, SCORES), "allowed": SCORES < 70}, "finite"),
        ({"allowed": YES.T}, "same form"),
        ({"allowed": YES.astype(int)}, "true and false"),
        ({"capacity": ONE[:2]}, "capacity must hold 3"),
        ({"capacity": ONE * 1.5}, "whole numbers"),
        ({"capacity": -ONE}, "below zero"),
        ({"floor": 101.0}, "floor"),
        ({"floor": 49.999}, "floor"),
        ({"floor": float("nan")}, "floor"),
        ({"shown": [0]}, "must hold 2"),
        ({"shown": [0, 3]}, "not in the table"),
        ({"shown": [-2, 0]}, "not in the table"),
        ({"ids": (["a", "b"], ["x", "y"])}, "one for each"),
        ({"ids": (["a", "a"], ["x", "y", "z"])}, "one person"),
    ],
)
def test_nonsense_is_refused(change: dict[str, object], sentence: str) -> None:
    question: dict[str, object] = {"scores": SCORES, "allowed": YES, "capacity": ONE, **change}
    with pytest.raises(ValueError, match=sentence):
        best_plan(question.pop("scores"), question.pop("allowed"), question.pop("capacity"), **question)  # type: ignore[arg-type]


def test_more_pairs_than_can_be_counted_exactly_are_refused() -> None:
    mentees = MOST_PAIRS + 1
    with pytest.raises(ValueError, match="at most 10000 pairs"):
        best_plan(np.full((mentees, 1), 50.0), np.ones((mentees, 1), dtype=bool), [mentees])


def test_many_mentees_for_few_places_are_no_trouble() -> None:
    scores = np.round(np.random.default_rng(0).random((30_000, 3)) * 100, 2)
    plan = best_plan(scores, np.ones(scores.shape, dtype=bool), [1, 0, 2])
    assert plan.matched == 3


def test_the_plan_cannot_be_written_into() -> None:
    plan = best_plan(SCORES, YES, ONE)
    with pytest.raises(ValueError, match="read-only"):
        plan.mentor_of[0] = 0


def test_the_solver_is_not_imported_before_it_is_needed() -> None:
    """scipy costs up to a second, which the start of the program does not have."""
    script = """
import sys, mentordesk.matching.prices, mentordesk.matching.shortage
from mentordesk.matching.engine import warm_up
print("scipy" in sys.modules)
warm_up()
print("scipy" in sys.modules)
"""
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "True"]
