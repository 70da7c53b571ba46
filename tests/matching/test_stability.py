"""A plan stays where it may: after an edit that makes it no worse, and after locking what it holds."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from mentordesk.matching.decisions import Decisions, deciding
from mentordesk.matching.levels import Whole
from mentordesk.matching.optimum import best_plan
from mentordesk.matching.scenario import solve
from tests.counts import count
from tests.matching.exact import levels_of
from tests.matching.instances import Instance, lifelike, small
from tests.matching.people import random_question

SEEDS = range(count(200, 5_000))


def instance_of(seed: int) -> Instance:
    """Small and awkward, or like life with so few different scores that many boards are equally good."""
    return small(seed) if seed % 4 else lifelike(24, 28, seed, digits=0)


def named(instance: Instance, salt: int = 0) -> tuple[list[str], list[str]]:
    """With another salt another one of equally good boards is picked."""
    mentees, mentors = instance.scores.shape
    return [f"{salt} mentee {row}" for row in range(mentees)], [f"{salt} mentor {at}" for at in range(mentors)]


def edited(instance: Instance, board: Whole, seed: int) -> Instance:
    """One thing is different: a score, a rule, or a mentor's places, mostly of somebody on another page."""
    draw = np.random.default_rng(seed)
    scores, allowed, capacity = (table.copy() for table in instance.arguments)
    row, column = int(draw.integers(len(scores))), int(draw.integers(len(capacity)))
    kind = int(draw.integers(4))
    if kind == 0:
        scores[row, column] = float(draw.integers(0, 101))
    elif kind == 1:
        allowed[row, column] = board[row] == column
    elif kind == 2:
        capacity[column] += 1
    else:
        capacity[column] = np.count_nonzero(board == column)
    return Instance(instance.name, scores, allowed, capacity, instance.floor)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edit_after_which_the_plan_is_as_good_as_any_moves_nobody(seed: int) -> None:
    before = instance_of(seed)
    plan = best_plan(*before.arguments, floor=before.floor, ids=named(before, salt=1))
    after = edited(before, plan.mentor_of, seed)
    outside = np.where(after.allowed, after.scores, 0.0)
    if ((outside < 0) | (outside > 100)).any():
        after = before
    again = best_plan(*after.arguments, floor=after.floor, shown=plan.mentor_of, ids=named(after))
    if levels_of(after, plan.mentor_of) == levels_of(after, again.mentor_of):
        assert (again.mentor_of == plan.mentor_of).all()
    else:
        assert levels_of(after, again.mentor_of) < levels_of(after, plan.mentor_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_locking_what_the_plan_holds_changes_nothing(seed: int) -> None:
    """Also for who has never seen it: the rest is settled by the same ids."""
    instance = instance_of(seed)
    plan = best_plan(*instance.arguments, floor=instance.floor, ids=named(instance))
    locked = np.random.default_rng(seed).random(len(plan.mentor_of)) < 0.5
    allowed = instance.allowed.copy()
    for mentee in np.flatnonzero(locked & (plan.mentor_of >= 0)):
        allowed[mentee] = np.arange(len(instance.capacity)) == plan.mentor_of[mentee]
    again = best_plan(instance.scores, allowed, instance.capacity, floor=instance.floor, ids=named(instance))
    assert (again.mentor_of == plan.mentor_of).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_forbidding_what_the_plan_does_not_hold_changes_nothing(seed: int) -> None:
    instance = instance_of(seed)
    plan = best_plan(*instance.arguments, floor=instance.floor, ids=named(instance))
    held = np.arange(len(instance.capacity)) == plan.mentor_of[:, None]
    kept = instance.allowed & (held | (np.random.default_rng(seed).random(held.shape) < 0.7))
    again = best_plan(instance.scores, kept, instance.capacity, floor=instance.floor, ids=named(instance))
    assert (again.mentor_of == plan.mentor_of).all()


@pytest.mark.parametrize("seed", range(count(20, 500)))
def test_a_scenario_with_some_of_its_pairs_locked_is_the_same(seed: int) -> None:
    draw = random.Random(seed)
    question = random_question(seed, draw.randint(2, 9), draw.randint(2, 9))
    before = solve(question)
    decisions = Decisions(frozenset(), question.apart)
    for mentee, mentor in before.mentor_of.items():
        if draw.random() < 0.5:
            decisions = decisions.lock(mentee, mentor)
    after = solve(deciding(question, decisions))
    assert after.mentor_of == before.mentor_of
    assert (after.matched, after.weak, after.worst, after.total) == (
        before.matched,
        before.weak,
        before.worst,
        before.total,
    )
    turned = replace(question, mentees=question.mentees[::-1], mentors=question.mentors[::-1])
    assert solve(turned).mentor_of == before.mentor_of
