"""A position of dependence is recorded with a day and a reason, and taken back; the matching says since when (R30)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentordesk.actions.dependences import record_dependence, take_back_dependence
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.dependences import dependences
from mentordesk.queries.pair_warnings import pair_warnings
from mentordesk.storage.checks import signature


def record(house, others=(0,), **told):
    people = [house.there.mentors[number].person for number in others]
    answers = {"on": house.today, "reason": "They are sisters"} | told
    record_dependence(house.store, house.there.mentees[0].person, people, **answers)


def known(house, participation=None):
    return dependences(house.store, participation or house.mentee(0))


def test_it_is_seen_from_both_and_named_with_its_day_in_the_matching(house):
    record(house)

    (row,) = known(house).rows
    assert (row.name, row.recorded_on, row.reason) == ("Mentor 1", house.today, "They are sisters")
    (other,) = known(house, house.mentor(0)).rows
    assert (other.id, other.name) == (row.id, "Mentee 1")
    (warning,) = pair_warnings(
        house.store, house.there.programme, mentee=house.mentee(0), mentor=house.mentor(0), today=house.today
    )
    day = catalog("en").date(house.today)
    assert catalog("en").say(warning.sentence).endswith(f"between Mentee 1 and Mentor 1 was recorded {day}.")


def test_whoever_is_on_record_cannot_be_chosen_again(house):
    before = known(house).choosable
    record(house, others=(0, 2))

    assert {one.name for one in before} - {one.name for one in known(house).choosable} == {"Mentor 1", "Mentor 3"}
    with pytest.raises(Refused, match="on record"):
        record(house, others=(1, 2))
    assert len(known(house).rows) == 2, "none of several is recorded where one cannot be"


def test_taking_it_back_lets_the_two_meet_and_undo_brings_it_back(house):
    before = signature(house.store)
    record(house)
    (row,) = known(house).rows
    take_back_dependence(house.store, row.id)

    assert known(house).rows == ()
    house.store.undo()
    assert known(house).rows == (row,)
    take_back_dependence(house.store, row.id)
    with pytest.raises(Refused, match="not on record"):
        take_back_dependence(house.store, row.id)
    for _ in range(2):
        house.store.undo()
    assert signature(house.store) == before


@pytest.mark.parametrize("reason", ["", " \n ", "x" * 1001])
def test_it_needs_a_reason_that_fits(house, reason):
    with pytest.raises(Refused):
        record(house, reason=reason)


def test_it_is_not_recorded_for_a_day_to_come_or_with_nobody(house):
    for refused in ({"on": house.today + timedelta(1)}, {"others": ()}):
        with pytest.raises(Refused):
            record(house, **refused)
    me = house.there.mentees[0].person
    with pytest.raises(Refused):
        record_dependence(house.store, me, [me], on=house.today, reason="Why")
    assert known(house).rows == ()
