"""A pair on hold and going on, and a mentor who stands in: dates, meetings and places (R40)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from mentordesk.actions.matching import (
    Consent,
    dissolve,
    end_substitute,
    hold,
    hold_effect,
    resume,
    substitute,
)
from mentordesk.actions.matching.stepping import planned_meetings
from mentordesk.domain.holds import Due
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pair_stages import BoardColumn, Stage
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.queries.loads import load_over
from mentordesk.queries.matching import question
from mentordesk.storage.checks import signature
from mentordesk.storage.records import DependenceRecord, MeetingRecord
from tests.actions.paired import CONSENT, WAIVED
from tests.queries.small_programme import add


def days(house, pair):
    with house.store.reading() as session:
        return {meeting.id: day for meeting, day in planned_meetings(session, pair)}


def statuses(house, ids):
    with house.store.reading() as session:
        return {session.get_one(MeetingRecord, each).status for each in ids}


def sequences(house, ids):
    with house.store.reading() as session:
        return set(session.scalars(select(MeetingRecord.sequence).where(MeetingRecord.id.in_(list(ids)))))


def load(house, number):
    with house.store.reading() as session:
        return load_over(session, house.today)[house.there.mentors[number].person]


def stand_in(house, pair, mentor=1, consent=CONSENT, *, after=0, lasts=30):
    return substitute(
        house.store,
        pair,
        mentor=house.mentor(mentor),
        from_on=house.today + timedelta(after),
        until_on=house.today + timedelta(after + lasts),
        today=house.today,
        consent=consent,
    )


def test_a_hold_with_an_end_moves_what_falls_due_as_was_shown(house):
    pair = house.active()
    before, whole = days(house, pair), signature(house.store)
    until = house.today + timedelta(60)
    shown = hold_effect(house.store, pair, from_on=house.today, until_on=until)

    changed = hold(house.store, pair, from_on=house.today, until_on=until)

    page, after = house.page(pair), days(house, pair)
    assert changed == shown != ()
    assert (page.stage, page.column) == (Stage.ON_HOLD, BoardColumn.ACTIVE)
    assert min(after.values()) >= until
    assert {each.id: each.after for each in changed if each.after} == {
        id_: day for id_, day in after.items() if before[id_] != day
    }
    dropped = [each.id for each in changed if each.after is None]
    assert statuses(house, dropped) <= {MeetingStatus.CANCELLED}
    assert sequences(house, [each.id for each in changed]) == {1}
    assert not any(each.rests for each in page.due)
    assert house.undo_name().startswith("Put Mentee 1 and Mentor 1 on hold from")
    house.store.undo()
    assert signature(house.store) == whole


def test_meetings_that_rest_are_cancelled_and_the_others_keep_their_days(house):
    pair = house.active()
    before = days(house, pair)
    until = house.today + timedelta(60)

    changed = hold(house.store, pair, from_on=house.today, until_on=until, due=Due.RESTS)

    assert {each.id for each in changed} == {id_ for id_, day in before.items() if day < until}
    assert days(house, pair) == {id_: day for id_, day in before.items() if day >= until}


def test_a_hold_without_an_end_leaves_the_calendar_until_they_go_on(house):
    pair = house.active()
    before = days(house, pair)

    assert hold(house.store, pair, from_on=house.today) == ()
    assert days(house, pair) == before
    page = house.page(pair)
    assert all(each.rests for each in page.due)
    assert page.next is None
    house.clock.turn(45)
    whole = signature(house.store)
    changed = resume(house.store, pair, on=house.today)

    page = house.page(pair)
    assert page.stage is Stage.ACTIVE
    assert [reached.stage for reached in page.history][-2:] == [Stage.ON_HOLD, Stage.ACTIVE]
    assert [(each.from_on, each.resumed_on) for each in page.holds] == [(house.today - timedelta(45), house.today)]
    assert changed
    assert min(days(house, pair).values()) >= house.today
    house.store.undo()
    assert signature(house.store) == whole


def test_whoever_goes_on_later_than_meant_moves_once_more_and_earlier_not_at_all(house):
    pair = house.active()
    begun = house.today
    hold(house.store, pair, from_on=begun, until_on=begun + timedelta(30))
    moved = days(house, pair)
    house.clock.turn(20)
    assert resume(house.store, pair, on=house.today) == ()
    assert days(house, pair) == moved
    house.store.undo()
    house.clock.turn(40)

    assert resume(house.store, pair, on=house.today)

    later = min(days(house, pair).values()) - min(moved.values())
    assert min(days(house, pair).values()) >= house.today
    assert timedelta(30) <= later < timedelta(40)  # thirty days late, and some to the next open day


def test_what_is_no_hold_is_refused(house):
    proposal, pair = house.pair(1, 1), house.active(0, 0)
    with pytest.raises(Refused, match="contract is not signed"):
        hold(house.store, proposal, from_on=house.today)
    with pytest.raises(Refused, match="is not on hold"):
        resume(house.store, pair, on=house.today)
    with pytest.raises(Refused, match="later day"):
        hold(house.store, pair, from_on=house.today, until_on=house.today)
    with pytest.raises(Refused, match="future"):
        hold(house.store, pair, from_on=house.today + timedelta(1))
    hold(house.store, pair, from_on=house.today)
    with pytest.raises(Refused, match="on hold already"):
        hold(house.store, pair, from_on=house.today)


def test_a_pair_can_end_while_it_rests(house):
    pair = house.active()
    hold(house.store, pair, from_on=house.today)
    house.clock.turn(10)

    dissolve(house.store, pair, house.agreement())

    page = house.page(pair)
    assert (page.stage, page.due) == (Stage.DISSOLVED, ())
    assert [reached.stage for reached in page.history][-2:] == [Stage.ON_HOLD, Stage.DISSOLVED]


def test_a_substitute_has_the_mentee_from_the_decision_to_her_last_day(house):
    pair = house.active()
    before = signature(house.store)

    stand_in(house, pair, 1, after=5, lasts=20)

    assert (house.page(pair).stands_in, load(house, 1), load(house, 0)) == (None, 1, 1)
    assert house.undo_name() == "Let Mentor 2 stand in for Mentor 1 with Mentee 1"
    with pytest.raises(Refused):
        house.pair(1, 1)  # her one place is taken
    house.clock.turn(5)
    assert house.page(pair).stands_in.name == "Mentor 2"
    house.clock.turn(20)
    assert (house.page(pair).stands_in.name, load(house, 1)) == ("Mentor 2", 1)
    house.clock.turn(1)
    assert (house.page(pair).stands_in, load(house, 1)) == (None, 0)
    house.store.undo()
    assert signature(house.store) == before


def test_a_substitute_takes_one_of_her_places(house):
    pair, _ = house.active(0, 0), house.active(1, 1)

    with pytest.raises(Refused):
        stand_in(house, pair, 1)


def test_a_substitute_takes_a_place_in_plans_too(house):
    pair = house.active()
    stand_in(house, pair)

    asked = question(house.store, house.there.programme, today=house.today)

    places = {mentor.id: (mentor.running, mentor.places) for mentor in asked.mentors}
    assert places[house.mentor(1)] == (1, 0)
    assert places[house.mentor(2)] == (0, 1)


def test_the_rules_of_any_pair_hold_for_a_substitute(house):
    pair = house.active()
    add(
        house.store,
        DependenceRecord(person_id=house.there.mentees[0].person, other_id=house.there.mentors[1].person),
    )
    with pytest.raises(NotYet):
        stand_in(house, pair, 1)
    with pytest.raises(NotYet, match="not answered"):
        stand_in(house, pair, 2, Consent("Kari"))
    with pytest.raises(Refused, match="own mentor"):
        stand_in(house, pair, 0, Consent("Kari", WAIVED))
    stand_in(house, pair, 2)
    with pytest.raises(Refused, match="Somebody stands in"):
        stand_in(house, pair, 3)


def test_a_mentor_comes_back_earlier(house):
    pair = house.active()
    stand_in(house, pair, 1)
    house.clock.turn(3)

    end_substitute(house.store, pair, on=house.today)

    (row,) = house.page(pair).substitutes
    assert (row.ended_on, load(house, 1), house.page(pair).stands_in) == (house.today, 0, None)
    assert house.undo_name() == "Mentor 1 is back with Mentee 1"
    with pytest.raises(Refused, match="Nobody stands in"):
        end_substitute(house.store, pair, on=house.today)


def test_the_end_of_a_pair_lets_its_substitute_go(house):
    pair = house.active()
    stand_in(house, pair, 1)

    dissolve(house.store, pair, house.agreement())

    assert load(house, 1) == 0
    assert house.page(pair).substitutes[0].ended_on == house.today


def test_a_time_that_is_over_needs_no_substitute(house):
    pair = house.active()
    with pytest.raises(Refused, match="later last day"):
        stand_in(house, pair, 1, after=-10, lasts=5)
    with pytest.raises(Refused, match="later last day"):
        stand_in(house, pair, 1, after=5, lasts=-1)
