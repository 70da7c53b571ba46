"""How many places a mentor has free: one answer for lists, for the bank and for what the matching asks (R11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.domain.people import ParticipationStatus
from mentordesk.i18n.message import msg
from mentordesk.matching.rules import free_places
from mentordesk.queries.bank import free_places_over, mentor_places_over
from mentordesk.queries.matching import question
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord
from tests.actions.paired import Clock, house
from tests.queries.small_programme import START

DAYS = st.none() | st.dates(START - timedelta(30), START + timedelta(30))


@pytest.fixture(scope="module")
def there(tmp_path_factory):
    clock = Clock()
    with open_store(tmp_path_factory.mktemp("bank") / "house.mentordesk", create=True, clock=clock) as store:
        made = house(store, clock)
        made.pair(0, 0)
        yield made


@pytest.fixture(autouse=True)
def nothing_told(there):
    """Of the first mentor, whatever an earlier test has told."""
    told(there, 0, capacity=None, available_from=None, rests_until=None)


def told(made, number, **values):
    with made.store.changing(msg("told")) as session:
        mentor = session.get_one(MentorRecord, made.there.mentors[number].person)
        for key, value in values.items():
            setattr(mentor, key, value)


def free(made, number, day=None):
    with made.store.reading() as session:
        return free_places_over(session, day or made.today)[made.there.mentors[number].person]


def test_a_pair_takes_a_place_and_her_own_word_goes_before_the_programmes(there):
    assert (free(there, 0), free(there, 1)) == (0, 1)
    told(there, 0, capacity=3)
    assert free(there, 0) == 2
    told(there, 0, capacity=0)
    assert free(there, 0) == 0
    told(there, 0, capacity=None)


def test_whoever_is_restricted_has_none(there):
    person = there.there.mentors[1].person
    with there.store.changing(msg("restrict")) as session:
        session.get_one(PersonRecord, person).restricted_on = there.today
    assert free(there, 1) == 0
    there.store.undo()
    assert free(there, 1) == 1


def test_a_programme_that_she_is_out_of_gives_her_no_more_than_usual(there):
    mentor = there.there.mentors[2]
    with there.store.changing(msg("out")) as session:
        session.get_one(ParticipationRecord, mentor.id).status = ParticipationStatus.WITHDRAWN
    with there.store.reading() as session:
        places = mentor_places_over(session, there.today)[mentor.person]
    assert (places.usual, places.free, places.free_in(4)) == (1, 1, 4)
    there.store.undo()


@given(st.none() | st.integers(0, 3), DAYS, DAYS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_the_matching_counts_the_same_places(there, capacity, available_from, rests_until):
    told(there, 0, capacity=capacity, available_from=available_from, rests_until=rests_until)
    asked = question(there.store, there.there.programme, today=START)
    mentor = next(each for each in asked.mentors if each.id == there.mentor(0))
    assert free_places(mentor, asked) == free(there, 0, START)
