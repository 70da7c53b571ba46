"""The mentor bank over two programmes and through the years: who is free, who stays, who is taken in again (R11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentordesk.actions.bank import (
    ask_to_stay,
    edit_mentor,
    leave_bank,
    note_stay,
    return_to_bank,
    take_into_programme,
)
from mentordesk.actions.matching import dissolve
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.bank import Stay
from mentordesk.domain.pairs import Ending, PairStatus
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.bank_list import bank
from mentordesk.storage.records import PersonRecord
from tests.queries.small_programme import START


def row(house, number=0):
    person = house.there.mentors[number].person
    return next(each for each in bank(house.store, today=house.today) if each.person == person)


def person(house, number=0):
    return house.there.mentors[number].person


def test_pairs_so_far_tell_how_they_ended(house):
    first = house.active(0, 0)
    house.clock.turn(1)
    dissolve(house.store, first, house.agreement())
    second = house.active(1, 0)

    assert [(pair.mentee, pair.status, pair.ending) for pair in row(house).pairs] == [
        ("Mentee 2", PairStatus.ACTIVE, None),
        ("Mentee 1", PairStatus.DISSOLVED, Ending.FIT),
    ]
    assert (row(house).places.load, row(house).places.free) == (1, 0)
    assert second == row(house).pairs[0].id


def test_a_mentor_is_taken_into_another_programme_once(house):
    other = create_programme(house.store, template_key="nu", name="NU 1", starts_on=START).id
    taken = take_into_programme(house.store, person(house), other, today=house.today)

    assert taken
    assert [(each.name, each.status) for each in row(house).programmes] == [
        ("Kull 1", ParticipationStatus.RECEIVED),
        ("NU 1", ParticipationStatus.SUGGESTED),
    ]
    with pytest.raises(Refused, match="already"):
        take_into_programme(house.store, person(house), other, today=house.today)


def test_whoever_left_or_is_restricted_is_taken_nowhere(house):
    other = create_programme(house.store, template_key="nu", name="NU 1", starts_on=START).id
    leave_bank(house.store, person(house), on=house.today)
    with house.store.changing(msg("restrict")) as session:
        session.get_one(PersonRecord, person(house, 1)).restricted_on = house.today
    for number in (0, 1):
        with pytest.raises(Refused):
            take_into_programme(house.store, person(house, number), other, today=house.today)
        with pytest.raises(Refused):
            ask_to_stay(house.store, [person(house, 2), person(house, number)], on=house.today)
    assert row(house, 2).asked_on is None, "none of several is asked where one cannot be"
    with pytest.raises(Refused):
        leave_bank(house.store, person(house), on=house.today)


def test_a_year_after_her_last_word_she_is_asked_again(house):
    assert row(house).stay is Stay.STAYS
    house.clock.turn(364)
    assert row(house).stay is Stay.STAYS
    house.clock.turn(1)
    assert row(house).stay is Stay.TO_ASK

    ask_to_stay(house.store, [person(house), person(house, 1)], on=house.today)
    assert row(house).stay is Stay.ASKED
    house.clock.turn(5)
    note_stay(house.store, person(house), stays=True, on=house.today)
    note_stay(house.store, person(house, 1), stays=False, on=house.today)
    assert (row(house).stay, row(house).ask_on) == (Stay.STAYS, house.today + timedelta(365))
    assert (row(house, 1).stay, row(house, 1).places.free) == (Stay.LEFT, 0)

    return_to_bank(house.store, person(house, 1), on=house.today)
    assert (row(house, 1).stay, row(house, 1).places.free) == (Stay.STAYS, 1)
    with pytest.raises(Refused):
        return_to_bank(house.store, person(house, 1), on=house.today)


def test_an_answer_does_not_come_before_the_question_or_tomorrow(house):
    ask_to_stay(house.store, [person(house)], on=house.today)
    for day in (house.today - timedelta(1), house.today + timedelta(1)):
        with pytest.raises(Refused):
            note_stay(house.store, person(house), stays=True, on=day)


def test_her_place_in_the_bank_is_edited(house):
    edit_mentor(house.store, person(house), {"capacity": 3, "rests_until": house.today + timedelta(9)})
    assert (row(house).places.most, row(house).places.free) == (3, 0)
    house.clock.turn(9)
    assert row(house).places.free == 3
    with pytest.raises(Refused, match="before"):
        edit_mentor(
            house.store,
            person(house),
            {"available_from": house.today, "available_until": house.today - timedelta(1)},
        )
    with pytest.raises(KeyError):
        edit_mentor(house.store, person(house), {"title": "Chief"})
