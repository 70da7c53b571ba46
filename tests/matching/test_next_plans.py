"""The plans after the best one: different from it and from each other, in order, and as good as they say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.matching.next_plans import next_plans
from mentordesk.matching.scenario import solve
from tests.counts import count
from tests.matching.people import random_question


@settings(max_examples=count(40, 2_000), deadline=None)
@given(st.integers(0, 2**20), st.integers(1, 6), st.integers(1, 6), st.integers(1, 5))
def test_each_is_as_good_as_the_plan_with_all_its_pairs_locked(seed, mentees, mentors, limit):
    asked = random_question(seed, mentees, mentors)
    best = solve(asked)

    found = next_plans(best, limit)

    assert len(found) <= limit
    assert len({frozenset(plan.mentor_of.items()) for plan in found} | {frozenset(best.mentor_of.items())}) == (
        len(found) + 1
    )
    levels = [(-plan.matched, plan.weak, -plan.total) for plan in (best, *found)]
    assert levels == sorted(levels)
    for plan in found:
        locked = solve(replace(asked, locked=frozenset(plan.mentor_of.items())))
        held = [pair for pair in locked.pairs if pair.locked]
        assert {pair.mentee: pair.mentor for pair in held} == plan.mentor_of
        assert (plan.matched, plan.weak) == (len(held), sum(pair.weak for pair in held))
        assert plan.total == round(sum(pair.score for pair in held), 2)
        assert {move.mentee: move.after for move in plan.moves} == {
            one.id: plan.mentor_of.get(one.id)
            for one in asked.mentees
            if plan.mentor_of.get(one.id) != best.mentor_of.get(one.id)
        }


def test_none_are_asked_for_and_none_come():
    assert next_plans(solve(random_question(1, 4, 4)), 0) == ()
