"""A trial says what storing the settings and matching again would give, and keeps nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.matching import keep_apart, lock_pair, weigh_scenario
from mentordesk.domain.programmes import FACTOR_KEYS
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.decisions import Decisions, deciding
from mentordesk.matching.scenario import solve
from mentordesk.matching.weight_trial import try_settings
from mentordesk.queries.board import board
from tests.counts import count
from tests.matching import people
from tests.matching.people import random_question
from tests.queries.applicants import DAY, applied, planned

WEIGHTS = st.dictionaries(st.sampled_from(FACTOR_KEYS), st.integers(0, 40))
TRIED = st.fixed_dictionaries(
    {"weights": WEIGHTS},
    optional={
        "floor": st.integers(0, 100).map(float),
        "raise_lowest": st.booleans(),
        "rules": st.dictionaries(st.sampled_from(["language", "veto"]), st.booleans()),
    },
)


@settings(max_examples=count(60, 3_000), deadline=None)
@given(st.integers(0, 2**20), st.integers(1, 7), st.integers(1, 7), TRIED)
def test_a_trial_is_the_plan_that_the_settings_lead_to(seed, mentees, mentors, tried):
    asked = random_question(seed, mentees, mentors)
    lock = next(((one.id, other.id) for one, other in zip(asked.mentees, asked.mentors[1:], strict=False)), None)
    if seed % 2 and lock is not None:
        asked = deciding(asked, Decisions(frozenset({lock}), asked.apart - {lock}))
    now = solve(asked)
    wanted = replace(asked.settings, **tried)

    trial = try_settings(now, wanted)

    anew = solve(replace(asked, settings=wanted), shown=now.mentor_of)
    assert trial.solution.mentor_of == anew.mentor_of
    assert trial.solution.pairs == anew.pairs
    assert trial.solution.optimal
    everybody = {one.id for one in asked.mentees}
    assert {move.mentee for move in trial.moves} == {
        one for one in everybody if now.mentor_of.get(one) != anew.mentor_of.get(one)
    }


def test_trying_what_holds_already_moves_nobody():
    now = solve(random_question(3, 8, 8))

    trial = try_settings(now, now.question.settings)

    assert trial.moves == ()
    assert catalog("en").say(trial.words) == "No pair would change."


def test_a_rule_that_is_switched_off_for_a_trial_forbids_nothing():
    per = people.per()
    asked = people.question(people.kari(vetoes=frozenset({per.person})), per)
    now = solve(asked)

    trial = try_settings(now, replace(asked.settings, rules={"veto": False}))

    assert now.mentor_of == {}
    assert [move.after for move in trial.moves] == [per.id]


def test_a_trial_is_told_against_the_plan_that_people_see():
    asked = random_question(5, 6, 8, quiet=True)
    now = solve(asked)
    seen = dict(list(now.mentor_of.items())[2:])

    trial = try_settings(now, asked.settings, shown=seen)

    assert len(trial.moves) == 2
    assert catalog("en").say(trial.words) == "2 pairs would change."


@pytest.mark.parametrize("own", [OwnSettings({"focus": 0, "wishes": 50}), OwnSettings(floor=90.0, raise_lowest=True)])
def test_trying_is_the_same_as_storing_and_matching(store, own):
    there = applied(store)
    planned(store, there.programme, "Calm")
    who = {"programme": there.programme, "scenario": "Calm"}
    lock_pair(store, **who, mentee=there.mentees[0].id, mentor=there.mentors[3].id)
    keep_apart(store, **who, mentee=there.mentees[1].id, mentor=there.mentors[1].id)
    shown = board(store, there.programme, today=DAY, scenario="Calm")
    before = len(store.history())

    trial = try_settings(
        solve(shown.question, shown=shown.mentor_of), own.over(shown.programme_settings), shown=shown.mentor_of
    )

    assert len(store.history()) == before
    weigh_scenario(store, programme=there.programme, name="Calm", own=own)
    planned(store, there.programme, "Calm")
    assert board(store, there.programme, today=DAY, scenario="Calm").mentor_of == trial.solution.mentor_of
