"""What the floor costs and buys is what two solves say, with and without it, for any cohort."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.i18n.catalog import catalog
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.floor_price import floor_price
from mentordesk.matching.scenario import solve
from tests.counts import count
from tests.matching import people
from tests.matching.people import TODAY, random_question, somebody

FOCUS = people.settings(weights={factor.key: int(factor.key == "focus") for factor in FACTORS})


def english(sentences):
    return [catalog("en").say(sentence) for sentence in sentences]


@settings(max_examples=count(60, 3_000), deadline=None)
@given(st.integers(0, 2**20), st.integers(1, 7), st.integers(1, 7), st.integers(0, 100), st.booleans())
def test_the_price_is_the_difference_to_the_plan_with_most_points(seed, mentees, mentors, floor, raised):
    asked = random_question(seed, mentees, mentors)
    asked = replace(asked, settings=replace(asked.settings, floor=float(floor), raise_lowest=raised))
    found = solve(asked)

    price = floor_price(found)

    most = solve(replace(asked, settings=replace(asked.settings, floor=0.0, raise_lowest=False)))
    assert price.total == most.total
    assert price.points == round(most.total - found.total, 2) >= 0
    assert (price.weak, price.worst) == (found.weak, found.worst)
    assert price.weak <= price.weak_without
    assert 0 <= price.share <= 1
    if not price.moved:
        assert (price.points, price.weak, price.worst) == (0, price.weak_without, price.worst_without)
    assert price.words


def paying_for_the_floor():
    """Bo fits nowhere but with Xi, whom Ann takes where only points count: 3/3 + 1/4 against 2/3 + 2/4."""
    ann = somebody("Ann", needs=("a", "b", "c"))
    bo = somebody("Bo", needs=("a", "b", "d", "e"))
    xi = somebody("Xi", offers=("a", "b", "c"))
    yu = somebody("Yu", offers=("b", "c"))
    return people.Question((ann, bo), (xi, yu), FOCUS, TODAY)


def test_what_it_costs_and_what_it_buys_are_said():
    price = floor_price(solve(paying_for_the_floor()))

    assert (price.points, price.weak_without, price.weak, price.moved) == (8.33, 1, 0, 2)
    assert english(price.words) == [
        "The floor of 50 points costs 8.3 of 125 points.",
        "Without it 1 more pair would be under 50 points.",
        "The lowest pair has 50.0 points instead of 25.0.",
    ]


def test_a_floor_that_changes_nothing_says_so():
    free = replace(paying_for_the_floor(), settings=replace(FOCUS, floor=20.0))

    assert english(floor_price(solve(free)).words) == ["The floor of 20 points changes nothing here."]


def test_a_plan_without_a_floor_says_so():
    free = replace(paying_for_the_floor(), settings=replace(FOCUS, floor=0.0))

    assert english(floor_price(solve(free)).words) == ["This plan has no floor."]
