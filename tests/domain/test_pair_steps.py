"""The table of a pair's life: every step at every stage leads on, or says in a sentence why not and what to do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.pair_stages import (
    COLUMN_NAMES,
    COLUMN_OF,
    ENDED,
    STAGE_NAMES,
    PairDays,
    Rest,
    Stage,
    history_of,
    stage_after_rest,
    stage_of,
)
from mentordesk.domain.pair_steps import STEPS, PairStep, possible, step_fact, why_not
from mentordesk.domain.pairs import ENDING_NAMES, FIT_NAMES, PAIR_STATUS_NAMES, RUNNING, Ending, FitValue, PairStatus
from mentordesk.domain.passing import GRAVENESS, WEAK
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.rules import RULES

DAY = date(2027, 1, 11)


def say(message):
    return catalog("en").say(message)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", PairStep)
def test_every_step_at_every_stage_leads_on_or_says_why_not(step, stage):
    fact = step_fact(step)
    refusal = why_not(step, stage)

    if stage in fact.leads:
        assert refusal is None
        assert fact.leads[stage]
    else:
        assert refusal is not None
        assert say(refusal).endswith(".")


def test_each_step_stands_once_in_the_table():
    assert [fact.step for fact in STEPS] == list(PairStep)
    assert [each.step for each in possible(Stage.ACTIVE)] == list(PairStep)


def test_nothing_leads_out_of_an_end_and_every_end_is_reached():
    assert {stage for fact in STEPS for stage in fact.leads} & ENDED == set()
    assert {end for fact in STEPS for ends in fact.leads.values() for end in ends} >= ENDED


def test_the_whole_way_from_a_proposal_to_the_end_is_in_the_table():
    reached, before = {Stage.PROPOSAL}, set()
    while reached != before:
        before = set(reached)
        reached |= {end for fact in STEPS for stage in before if stage in fact.leads for end in fact.leads[stage]}

    assert reached == set(Stage)


def test_every_stage_status_ending_and_answer_has_its_name_and_its_column():
    assert set(STAGE_NAMES) == set(COLUMN_OF) == set(Stage)
    assert list(dict.fromkeys(COLUMN_OF.values())) == list(COLUMN_NAMES)
    assert (set(PAIR_STATUS_NAMES), set(ENDING_NAMES), set(FIT_NAMES)) == (set(PairStatus), set(Ending), set(FitValue))


def test_every_rule_of_the_matching_says_how_grave_it_is():
    assert {rule.key for rule in RULES} - {"eligibility"} == set(GRAVENESS) - {WEAK}


def test_a_proposal_goes_its_way_by_who_was_asked_and_who_said_yes():
    days = PairDays(PairStatus.PROPOSED, DAY)
    both = {"mentee_agreed_on": DAY, "mentor_agreed_on": DAY}

    assert stage_of(days) is Stage.PROPOSAL
    assert stage_of(PairDays(PairStatus.PROPOSED, DAY, asked_on=DAY)) is Stage.ASKED
    assert stage_of(PairDays(PairStatus.PROPOSED, DAY, DAY, mentor_agreed_on=DAY)) is Stage.ACCEPTED_BY_ONE
    assert stage_of(PairDays(PairStatus.PROPOSED, DAY, DAY, **both)) is Stage.AGREED
    assert stage_of(PairDays(PairStatus.SIGNED, DAY, DAY, **both)) is Stage.SIGNED


def test_the_history_tells_of_holds_and_of_the_end():
    days = PairDays(
        PairStatus.DISSOLVED,
        DAY,
        signed_on=DAY + timedelta(7),
        began_on=DAY + timedelta(10),
        ended_on=DAY + timedelta(90),
        rests=(Rest(DAY + timedelta(20), None, DAY + timedelta(40)),),
    )

    told = [(reached.stage, (reached.on - DAY).days) for reached in history_of(days)]

    assert told == [
        (Stage.PROPOSAL, 0),
        (Stage.SIGNED, 7),
        (Stage.ACTIVE, 10),
        (Stage.ON_HOLD, 20),
        (Stage.ACTIVE, 40),
        (Stage.DISSOLVED, 90),
    ]


def test_a_pair_goes_on_as_it_was_before_its_hold():
    assert stage_after_rest(PairDays(PairStatus.ON_HOLD, DAY, signed_on=DAY)) is Stage.SIGNED
    assert stage_after_rest(PairDays(PairStatus.ON_HOLD, DAY, signed_on=DAY, began_on=DAY)) is Stage.ACTIVE


@given(
    st.sampled_from(PairStatus),
    st.lists(st.none() | st.dates(DAY, DAY + timedelta(500)), min_size=6, max_size=6),
)
def test_every_pair_stands_somewhere_and_its_history_is_in_order(status, days):
    pair = PairDays(status, DAY, *days)

    told = [reached.on for reached in history_of(pair)]

    assert told == sorted(told)
    assert pair.latest == told[-1]
    assert (stage_of(pair) in ENDED) == (status not in RUNNING)
