"""The best plan equals an exact solver in every level, and does not depend on how the question is written down."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.matching.levels import Whole
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.ties import Names
from tests.counts import count
from tests.matching.exact import ExactBoards, levels, levels_of
from tests.matching.instances import Instance, bank, lifelike, small

SEEDS = range(count(200, 5_000))


def plan_of(instance: Instance, **wishes: object) -> Plan:
    return best_plan(*instance.arguments, floor=instance.floor, **wishes)  # type: ignore[arg-type]


def names_of(instance: Instance) -> tuple[list[str], list[str]]:
    mentees, mentors = instance.scores.shape
    return [f"mentee-{row}" for row in range(mentees)], [f"mentor-{column}" for column in range(mentors)]


def pairs_not_shown(mentor_of: Whole, shown: Whole) -> int:
    return int(((mentor_of >= 0) & (mentor_of != shown)).sum())


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_best_in_every_level(seed: int) -> None:
    instance = small(seed)
    ids = names_of(instance)
    mentees, mentors = instance.scores.shape
    shown: Whole = np.random.default_rng(seed).integers(-1, mentors, size=(mentees,))
    plan = plan_of(instance, shown=shown, ids=ids)
    boards = ExactBoards(instance)
    assert levels_of(instance, plan.mentor_of) == levels(instance, boards)
    changed = np.arange(mentors) != shown[:, None]
    assert pairs_not_shown(plan.mentor_of, shown) == boards.least(changed)
    hashes = Names.of(ids, mentees, mentors).hashes(np.arange(mentees), np.arange(mentors))
    seated = np.flatnonzero(plan.mentor_of >= 0)
    assert hashes[seated, plan.mentor_of[seated]].sum() == boards.least(hashes)
    assert plan.proof.holds()


@pytest.mark.parametrize("seed", range(count(60, 2_000)))
def test_raising_the_lowest_goes_as_far_as_seats_and_weak_pairs_allow(seed: int) -> None:
    instance = small(seed)
    plan = plan_of(instance, raise_lowest=True)
    without = levels(instance, ExactBoards(instance))
    assert levels_of(instance, plan.mentor_of)[:2] == without[:2]
    if plan.worst is None:
        return
    above = np.unique(instance.scores[instance.allowed & (instance.scores > plan.worst)])
    if len(above):
        higher = levels(instance, ExactBoards(instance, lowest=float(above[0])))
        assert higher[:2] > without[:2]
    same = ExactBoards(instance, lowest=plan.worst)
    assert levels_of(instance, plan.mentor_of) == levels(instance, same)
    assert plan.proof.holds()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("raise_lowest", [False, True])
def test_the_order_of_rows_and_columns_does_not_matter(seed: int, raise_lowest: bool) -> None:
    """Whole points and few of them, so that there are many equally good boards."""
    instance = small(seed) if seed % 3 else lifelike(20, 24, seed, digits=0)
    mentee_ids, mentor_ids = names_of(instance)
    plan = plan_of(instance, ids=(mentee_ids, mentor_ids), raise_lowest=raise_lowest)
    random = np.random.default_rng(seed)
    rows, columns = random.permutation(len(mentee_ids)), random.permutation(len(mentor_ids))
    shuffled = best_plan(
        instance.scores[rows][:, columns],
        instance.allowed[rows][:, columns],
        instance.capacity[columns],
        floor=instance.floor,
        raise_lowest=raise_lowest,
        ids=([mentee_ids[row] for row in rows], [mentor_ids[column] for column in columns]),
    )
    back = np.append(columns, -1)[shuffled.mentor_of]
    assert (back == plan.mentor_of[rows]).all()


@pytest.mark.parametrize("seed", range(count(10, 100)))
def test_even_equal_hashes_leave_nothing_to_the_order(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Names, "hashes", lambda _, mentees, mentors: np.zeros((len(mentees), len(mentors))))
    test_the_order_of_rows_and_columns_does_not_matter(seed, raise_lowest=False)


def test_the_pick_among_equals_is_by_id_and_not_by_position() -> None:
    """The control of the test above: with other ids some plan is another, though equally good."""
    instance = Instance("all equal", np.full((6, 6), 70.0), np.ones((6, 6), dtype=bool), np.ones(6, dtype=int))
    picks = {
        tuple(plan_of(instance, ids=([f"{round_} {row}" for row in range(6)], list("abcdef"))).mentor_of)
        for round_ in range(5)
    }
    assert len(picks) > 1


@settings(max_examples=count(40, 400), deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_best_board_that_was_shown_is_kept_whole(seed: int, other: int) -> None:
    """Whichever of the equally good boards people have seen, it stays."""
    instance = small(seed)
    mentees, mentors = instance.scores.shape
    ids = [f"{other}-{row}" for row in range(mentees)], [f"{other}-{column}" for column in range(mentors)]
    seen = plan_of(instance, ids=ids).mentor_of
    kept = plan_of(instance, shown=seen).mentor_of
    assert pairs_not_shown(kept, seen) == 0


def test_one_better_note_moves_no_more_than_it_must() -> None:
    """With nothing gained by other moves, one pair that becomes better changes only the pairs it is traded with."""
    instance = lifelike(32, 40, 3)
    before = plan_of(instance).mentor_of
    scores = instance.scores.copy()
    scores[5, before[5]] = 100.0
    after = best_plan(scores, instance.allowed, instance.capacity, shown=before)
    assert (after.mentor_of == before).all()


def test_numbers_of_the_plan_are_those_of_its_board() -> None:
    plan = best_plan([[80.0, 40.0], [90.0, 30.0], [20.0, 10.5]], np.ones((3, 2), dtype=bool), [1, 1])
    assert (plan.matched, plan.weak, plan.worst, plan.total) == (2, 1, 40.0, 130.0)
    assert plan.mentor_of.tolist() == [1, 0, -1]


def test_seats_come_before_points() -> None:
    """The example where the best sum leaves somebody alone."""
    plan = best_plan([[10.0, 0.0], [100.0, 20.0]], [[True, False], [True, True]], [1, 1], floor=0)
    assert plan.mentor_of.tolist() == [0, 1]


def test_one_weak_pair_fewer_comes_before_points() -> None:
    scores = [[100.0, 51.0], [52.0, 0.0]]
    assert best_plan(scores, np.ones((2, 2), dtype=bool), [1, 1], floor=50).mentor_of.tolist() == [1, 0]
    scores = [[100.0, 49.99], [50.0, 0.0]]
    assert best_plan(scores, np.ones((2, 2), dtype=bool), [1, 1], floor=50).mentor_of.tolist() == [0, 1]


@pytest.mark.parametrize("seed", range(count(10, 100)))
def test_a_bank_of_mentors_is_no_different(seed: int) -> None:
    instance = bank(seed)
    assert levels_of(instance, plan_of(instance).mentor_of) == levels(instance, ExactBoards(instance))
