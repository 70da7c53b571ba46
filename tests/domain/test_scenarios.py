"""What a scenario sets for itself stands over the programme's, and only that; a copy's name is the next one free."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.programmes import FACTOR_KEYS, MatchingSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import HEAVIEST, OwnSettings, asks_another_area, checked, free_name

FLOORS = st.integers(0, 100).map(float)
WEIGHTS = st.dictionaries(st.sampled_from(FACTOR_KEYS), st.integers(0, HEAVIEST))
PROGRAMMES = st.builds(
    MatchingSettings,
    weights=st.fixed_dictionaries({key: st.integers(0, HEAVIEST) for key in FACTOR_KEYS}),
    rules=st.dictionaries(st.sampled_from(["veto", "other_area"]), st.booleans()),
    floor=FLOORS,
    raise_lowest=st.booleans(),
)
OWN = st.builds(
    OwnSettings,
    weights=WEIGHTS,
    floor=st.none() | FLOORS,
    raise_lowest=st.none() | st.booleans(),
    another_area=st.none() | st.booleans(),
)


def essence(settings):
    return replace(settings, rules={**settings.rules, "other_area": asks_another_area(settings)})


@given(PROGRAMMES)
def test_nothing_of_its_own_is_the_programme(programme):
    assert OwnSettings().over(programme) == programme


@given(OWN, PROGRAMMES)
def test_leaving_out_what_the_programme_says_changes_no_matching(own, programme):
    assert essence(own.beyond(programme).over(programme)) == essence(own.over(programme))
    assert own.beyond(programme).beyond(programme) == own.beyond(programme)


@given(PROGRAMMES, WEIGHTS)
def test_what_is_set_back_to_the_programme_leaves_nothing(programme, weights):
    back = OwnSettings(
        {key: programme.weights[key] for key in weights},
        programme.floor,
        programme.raise_lowest,
        asks_another_area(programme),
    )

    assert back.beyond(programme) == OwnSettings()


@given(OWN, PROGRAMMES, PROGRAMMES)
def test_what_it_leaves_out_follows_the_programme_when_that_changes(own, before, after):
    kept = own.beyond(before).over(after)

    assert all(kept.weights[key] == after.weights[key] for key in FACTOR_KEYS if key not in own.weights)
    assert kept.floor == after.floor or own.floor is not None
    assert {key: on for key, on in kept.rules.items() if key != "other_area"} == {
        key: on for key, on in after.rules.items() if key != "other_area"
    }


@pytest.mark.parametrize(
    "own", [OwnSettings({"focus": 101}), OwnSettings({"focus": -1}), OwnSettings(floor=100.5), OwnSettings(floor=-1.0)]
)
def test_what_cannot_be_is_refused(own):
    with pytest.raises(Refused):
        checked(own)


def test_a_weight_of_no_factor_is_a_programmers_slip():
    with pytest.raises(KeyError):
        checked(OwnSettings({"age": 10}))


def test_a_copys_name_counts_on():
    assert free_name("Calm", {"Calm"}) == "Calm 2"
    assert free_name("Calm", {"Calm", "Calm 2"}) == "Calm 3"
    assert free_name("Calm 2", {"Calm", "Calm 2"}) == "Calm 3"
    assert free_name("1", {"1"}) == "2"
    assert free_name("Plan 2027", {"Plan 2027"}) == "Plan 2028"


@given(st.text(min_size=1, max_size=NAME_LENGTH), st.sets(st.text(max_size=4)))
def test_a_copys_name_is_free_and_fits(name, taken):
    found = free_name(name, taken | {name})

    assert found not in taken | {name}
    assert 0 < len(found) <= NAME_LENGTH
