"""Who competes for too few places, and which rule would make room (R32)."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from mentordesk.matching.optimum import best_plan
from mentordesk.matching.shortage import Relief, Shortage, lifting, shortages
from tests.counts import count
from tests.matching.instances import Instance, lifelike, small


def stuck(instance: Instance) -> tuple[Shortage, ...]:
    plan = best_plan(*instance.arguments, floor=instance.floor)
    return shortages(instance.allowed, instance.capacity, plan.mentor_of)


def places_of(instance: Instance, mentees: tuple[int, ...]) -> int:
    return int(instance.capacity[instance.allowed[list(mentees)].any(axis=0)].sum())


@pytest.mark.parametrize("seed", range(count(80, 600)))
def test_a_group_is_too_large_for_its_places_and_no_part_of_it_is(seed: int) -> None:
    instance = small(seed)
    plan = best_plan(*instance.arguments, floor=instance.floor)
    found = shortages(instance.allowed, instance.capacity, plan.mentor_of)
    assert [one.mentee for one in found] == np.flatnonzero(plan.mentor_of < 0).tolist()
    for one in found:
        assert one.mentee in one.mentees
        assert one.places == places_of(instance, one.mentees) == len(one.mentees) - 1
        may = instance.allowed[list(one.mentees)].any(axis=0) & (instance.capacity > 0)
        assert one.mentors == tuple(np.flatnonzero(may))
        parts = (part for size in range(1, len(one.mentees)) for part in combinations(one.mentees, size))
        assert all(len(part) <= places_of(instance, part) for part in parts)


def test_a_mentee_whom_nobody_may_have_stands_alone() -> None:
    instance = Instance("alone", np.full((2, 1), 60.0), np.array([[False], [True]]), np.array([3]))
    assert stuck(instance) == (Shortage(mentee=0, mentees=(0,), mentors=(), places=0),)


@pytest.mark.parametrize("shape", [(0, 0), (2, 0), (0, 2)])
def test_without_mentors_or_mentees_there_is_not_much_to_say(shape: tuple[int, int]) -> None:
    found = stuck(Instance("nobody", np.zeros(shape), np.zeros(shape, dtype=bool), np.ones(shape[1], dtype=int)))
    assert found == tuple(Shortage(mentee, (mentee,), (), 0) for mentee in range(shape[0]))


def test_a_board_that_could_seat_more_is_refused() -> None:
    with pytest.raises(ValueError, match="could be seated"):
        shortages(np.ones((2, 2), dtype=bool), [1, 1], [0, -1])
    with pytest.raises(ValueError, match="could be seated"):
        shortages(np.array([[True, True], [True, False]]), [1, 1], [0, -1])


def test_lifting_a_rule_says_how_many_it_would_seat() -> None:
    """Two in one unit and one area; the unit keeps both from the second mentor, the area only one of them."""
    unit = np.array([[False, True], [False, True], [False, False]])
    area = np.array([[False, False], [False, True], [False, True]])
    language = np.array([[False, False], [False, False], [True, True]])
    rules = {"area": area, "language": language, "unit": unit}
    allowed = ~(unit | area | language)
    mentor_of = np.array([0, -1, -1])
    first, second = shortages(allowed, [1, 1], mentor_of)
    assert first == Shortage(mentee=1, mentees=(0, 1), mentors=(0,), places=1)
    assert lifting(rules, allowed, [1, 1], mentor_of, first) == (Relief("unit", 1),)
    assert second == Shortage(mentee=2, mentees=(2,), mentors=(), places=0)
    assert lifting(rules, allowed, [1, 1], mentor_of, second) == ()
    roomier = np.array([0, 0, -1])
    (third,) = shortages(allowed, [3, 1], roomier)
    assert lifting(rules, allowed, [3, 1], roomier, third) == (Relief("language", 1),)


def test_the_rule_that_seats_most_comes_first() -> None:
    """Two are left out of one mentor's two places; another area has three places, another unit one."""
    unit = np.array([[False, False, True]] * 4)
    area = np.array([[False, True, False]] * 4)
    allowed, capacity, mentor_of = ~(unit | area), [2, 3, 1], [0, 0, -1, -1]
    first, _ = shortages(allowed, capacity, mentor_of)
    assert first == Shortage(mentee=2, mentees=(0, 1, 2), mentors=(0,), places=2)
    helpful = lifting({"unit": unit, "area": area}, allowed, capacity, mentor_of, first)
    assert helpful == (Relief("area", 2), Relief("unit", 1))


@pytest.mark.parametrize("seed", range(count(20, 200)))
def test_what_lifting_promises_is_what_a_new_plan_seats(seed: int) -> None:
    random = np.random.default_rng(seed)
    mentees, mentors = 12, 7
    scores = np.round(random.random((mentees, mentors)) * 100, 2)
    rules = {name: random.random((mentees, mentors)) < 0.3 for name in ("unit", "area", "language")}
    allowed = ~(rules["unit"] | rules["area"] | rules["language"])
    capacity = random.integers(0, 3, mentors)
    plan = best_plan(scores, allowed, capacity)
    for one in shortages(allowed, capacity, plan.mentor_of):
        promised = {relief.rule: relief.seated for relief in lifting(rules, allowed, capacity, plan.mentor_of, one)}
        assert list(promised.values()) == sorted(promised.values(), reverse=True)
        for lifted in rules:
            others = [forbidden for rule, forbidden in rules.items() if rule != lifted]
            opened = allowed.copy()
            opened[list(one.mentees)] = ~(others[0] | others[1])[list(one.mentees)]
            assert best_plan(scores, opened, capacity).matched - plan.matched == promised.get(lifted, 0)


def test_a_whole_cohort_with_too_few_mentors() -> None:
    instance = lifelike(60, 20, 4)
    for one in stuck(instance):
        assert one.places == places_of(instance, one.mentees) == len(one.mentees) - 1
