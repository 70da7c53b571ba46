"""Whom the matching is asked about: who waits for a mentor, under the settings and decisions of a scenario."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.actions.matching import (
    CriteriaException,
    approve,
    decide_no_match,
    keep_apart,
    lock_pair,
    new_scenario,
    take_back_no_match,
    weigh_scenario,
)
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.matching.candidates import FormerPair
from mentordesk.queries.matching import everybody_over, question, questions_over
from mentordesk.storage.records import PairRecord
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import add


def asked(store, there, scenario=None):
    return question(store, there.programme, today=DAY, scenario=scenario)


def mentees(found):
    return {each.id for each in found.mentees}


def test_whoever_shall_not_be_matched_is_not_asked_about_until_that_is_taken_back(store):
    there = applied(store, mentees=3, mentors=3)
    first = there.mentees[0].id

    decide_no_match(store, first, reason="moves abroad", by="Kari", waits=False)
    assert mentees(asked(store, there)) == {one.id for one in there.mentees[1:]}
    take_back_no_match(store, first, by="Kari")

    assert mentees(asked(store, there)) == {one.id for one in there.mentees}


def test_whoever_has_a_mentor_is_asked_about_only_where_pairs_are_explained(store):
    there = applied(store, mentees=2, mentors=2)
    planned(store, there.programme, "Calm")
    approve(
        store, programme=there.programme, scenario="Calm", today=DAY, by="Kari", exception=CriteriaException("x", "K")
    )

    assert mentees(asked(store, there)) == set()
    with store.reading() as session:
        assert mentees(everybody_over(session, there.programme, today=DAY)) == {one.id for one in there.mentees}


@pytest.mark.parametrize("own", [OwnSettings(), OwnSettings({"focus": 60}, floor=70.0, raise_lowest=True)])
def test_several_scenarios_are_asked_at_once_as_each_is_alone(store, own):
    there = applied(store, mentees=3, mentors=3)
    for name in ("Calm", "Bold"):
        new_scenario(store, programme=there.programme, name=name)
    weigh_scenario(store, programme=there.programme, name="Bold", own=own)
    who = {"programme": there.programme, "scenario": "Bold"}
    lock_pair(store, **who, mentee=there.mentees[0].id, mentor=there.mentors[1].id)
    keep_apart(store, **who, mentee=there.mentees[1].id, mentor=there.mentors[1].id)
    names = ("Calm", "Bold", None, "Nowhere")

    with store.reading() as session:
        together = questions_over(session, there.programme, names, today=DAY)

    assert together == tuple(asked(store, there, name) for name in names)
    assert together[1].settings == own.over(together[2].settings)
    assert together[0] == together[2] == together[3]


def test_the_question_knows_how_the_conversations_are_held(store):
    there = applied(store, mentees=1, mentors=1)

    assert asked(store, there).mode is Mode.DIGITAL


@pytest.mark.parametrize("status", [PairStatus.COMPLETED, PairStatus.DISSOLVED, PairStatus.DECLINED])
def test_only_those_who_were_together_have_been_a_pair_before(store, status):
    there = applied(store, mentees=1, mentors=1)
    mentee, mentor = there.mentees[0], there.mentors[0]
    for day in (date(2026, 6, 1), date(2026, 3, 1)):  # the latest counts, whichever was written last
        add(
            store,
            PairRecord(
                programme_id=there.programme,
                mentee_id=mentee.id,
                mentor_id=mentor.id,
                approved_on=date(2026, 1, 1),
                status=status,
                ended_on=day,
            ),
        )

    found = asked(store, there)

    were = FormerPair("Kull 1", date(2026, 6, 1))
    together = status is not PairStatus.DECLINED
    assert found.mentees[0].former == ({mentor.person: were} if together else {})
    assert found.mentors[0].former == ({mentee.person: were} if together else {})
