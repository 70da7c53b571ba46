"""Not matching somebody is a decision with a reason, and can be taken back; whoever waits comes first next round."""

from __future__ import annotations

import pytest

from mentordesk.actions.matching import (
    approve,
    approve_pair,
    bring_in_waiting,
    decide_no_match,
    dissolve,
    lock_pair,
    take_back_no_match,
    want_new_mentor,
)
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from mentordesk.queries.matching import question
from mentordesk.queries.no_match import no_matches, not_to_match_over, waiting_list
from mentordesk.storage.checks import signature
from mentordesk.storage.records import ParticipationRecord, WishRecord
from tests.actions.paired import CONSENT, WAIVED
from tests.queries.applicants import planned
from tests.queries.small_programme import add, change


def decide(house, number, reason="No mentor in her field", *, waits=True):
    return decide_no_match(house.store, house.mentee(number), reason=reason, by="Kari", waits=waits)


def left_aside(house):
    with house.store.reading() as session:
        return not_to_match_over(session, house.there.programme)


def next_round(house, days=400):
    house.clock.turn(days)
    return create_programme(house.store, template_key="nno", name="Kull 2", starts_on=house.today).id


def test_the_decision_is_kept_with_who_when_and_why_and_is_one_undo(house):
    before = signature(house.store)

    decide(house, 1, "  No mentor \n in her field ")

    (kept,) = no_matches(house.store, house.there.programme)
    assert (kept.name, kept.reason, kept.decided_by, kept.decided_on, kept.stands) == (
        "Mentee 2",
        "No mentor in her field",
        "Kari",
        house.today,
        True,
    )
    assert house.undo_name() == "Decide not to match Mentee 2"
    house.store.undo()
    assert signature(house.store) == before


def test_such_a_mentee_is_not_seated_nor_missed(house):
    planned(house.store, house.there.programme)
    lock_pair(
        house.store, programme=house.there.programme, scenario="1", mentee=house.mentee(1), mentor=house.mentor(3)
    )

    decide(house, 1)

    seats = board(house.store, house.there.programme, today=house.today).seats
    assert house.mentee(1) not in [seat.mentee for seat in seats]
    found = solve(question(house.store, house.there.programme, today=house.today))
    assert house.mentee(1) not in [mentee.id for mentee in found.question.mentees]
    assert house.mentee(1) not in found.mentor_of
    assert found.left_out == ()
    assert found.matched == 3


def test_a_decision_taken_back_stays_in_the_file_and_the_mentee_is_matched_again(house):
    decide(house, 1)
    house.clock.turn(2)

    take_back_no_match(house.store, house.mentee(1), by="Ola")

    (kept,) = no_matches(house.store, house.there.programme)
    assert (kept.taken_back_by, kept.taken_back_on, kept.decided_by) == ("Ola", house.today, "Kari")
    assert left_aside(house) == frozenset()
    assert house.undo_name() == "Let Mentee 2 be matched after all"
    with pytest.raises(Refused, match="no decision against"):
        take_back_no_match(house.store, house.mentee(1), by="Ola")
    decide(house, 1)
    assert len(no_matches(house.store, house.there.programme)) == 2


@pytest.mark.parametrize(("reason", "by"), [("", "Kari"), (" \n", "Kari"), ("Why", ""), ("x" * 2000, "Kari")])
def test_a_decision_needs_a_reason_and_a_name(house, reason, by):
    with pytest.raises(Refused):
        decide_no_match(house.store, house.mentee(0), reason=reason, by=by, waits=True)


def test_only_a_mentee_without_a_mentor_can_go_without_and_only_once(house):
    house.pair(0, 0)
    with pytest.raises(Refused, match="End that pair first"):
        decide(house, 0)
    with pytest.raises(Refused, match="is not a mentee"):
        decide_no_match(house.store, house.mentor(1), reason="Why", by="Kari", waits=True)
    decide(house, 1)
    with pytest.raises(Refused, match="decided before"):
        decide(house, 1)


def test_nobody_is_matched_against_the_decision(house):
    planned(house.store, house.there.programme)
    decide(house, 1)
    with pytest.raises(Refused, match="Take that decision back first"):
        approve_pair(
            house.store,
            programme=house.there.programme,
            mentee=house.mentee(1),
            mentor=house.mentor(1),
            today=house.today,
            consent=CONSENT,
        )

    approve(
        house.store,
        programme=house.there.programme,
        scenario="1",
        today=house.today,
        by="Kari",
        exception=WAIVED,
    )

    running = [pair.mentee for pair in board(house.store, house.there.programme, today=house.today).pairs]
    assert "Mentee 2" not in running
    assert len(running) == 3


def test_whoever_waits_comes_first_in_the_next_round_in_the_order_she_came_to_wait(house):
    decide(house, 3)
    house.clock.turn(5)
    decide(house, 2, waits=False)
    decide(house, 1)
    change(
        house.store,
        ParticipationRecord,
        house.mentee(0),
        status=ParticipationStatus.WAITING,
        since=house.today,
    )
    second = next_round(house)

    waiting = waiting_list(house.store, second)

    first, *of_one_day = [each.participation for each in waiting]
    assert first == house.mentee(3)
    assert of_one_day == sorted([house.mentee(0), house.mentee(1)])  # the first to be taken in
    assert {each.joined for each in waiting} == {None}
    assert waiting_list(house.store, house.there.programme) == ()


def test_whoever_got_a_mentor_waits_no_longer_but_for_a_proposal_that_came_to_nothing(house):
    decide(house, 1)
    take_back_no_match(house.store, house.mentee(1), by="Kari")
    decide(house, 2)
    second = next_round(house)
    assert [each.name for each in waiting_list(house.store, second)] == ["Mentee 3"]

    (joined,) = bring_in_waiting(house.store, second, [house.there.mentees[2].person])

    (waiting,) = waiting_list(house.store, second)
    assert waiting.joined == joined
    mentor = ParticipationRecord(
        programme_id=second,
        person_id=house.there.mentors[2].person,
        role="mentor",
        status=ParticipationStatus.RECEIVED,
        since=house.today,
    )
    add(house.store, mentor)
    pair = approve_pair(
        house.store, programme=second, mentee=joined, mentor=mentor.id, today=house.today, consent=CONSENT
    ).pair
    assert waiting_list(house.store, second) == ()
    dissolve(house.store, pair, house.agreement())
    assert waiting_list(house.store, second) == ()


def test_those_who_wait_are_brought_in_with_their_needs_wishes_and_vetoes(house):
    add(
        house.store,
        WishRecord(participation_id=house.mentee(1), person_id=house.there.mentors[2].person, veto=True),
        WishRecord(participation_id=house.mentee(1), person_id=house.there.mentors[1].person, rank=1),
    )
    for number in (0, 1):
        decide(house, number)
    second = next_round(house)
    people = [house.there.mentees[number].person for number in (1, 0)]
    before = signature(house.store)
    in_line = [each.person for each in waiting_list(house.store, second)]

    brought = bring_in_waiting(house.store, second, people)

    asked = question(house.store, second, today=house.today)
    second_mentee = next(asked.mentee(each) for each in brought if asked.mentee(each).name == "Mentee 2")
    assert [asked.mentee(each).person for each in brought] == in_line
    assert second_mentee.needs == ("topic 2",)
    assert second_mentee.vetoes == {house.there.mentors[2].person}
    assert second_mentee.wishes == (house.there.mentors[1].person,)
    assert house.undo_name() == "Bring 2 people from the waiting list into Kull 2"
    with pytest.raises(Refused, match="does not wait"):
        bring_in_waiting(house.store, second, people)
    with pytest.raises(Refused, match="at least one"):
        bring_in_waiting(house.store, second, [])
    house.store.undo()
    assert signature(house.store) == before


def test_a_mentee_who_wants_no_new_mentor_is_left_in_peace_until_she_does(house):
    pair = house.active()
    dissolve(house.store, pair, house.agreement(new_mentor_wanted=False))
    assert left_aside(house) == {house.mentee(0)}

    with pytest.raises(Refused, match="wanted no other"):
        house.pair(0, 1)
    want_new_mentor(house.store, pair, wanted=True)

    assert left_aside(house) == frozenset()
    assert house.undo_name() == "Note that Mentee 1 wants a new mentor"
    again = house.pair(0, 1)
    assert (house.page(again).follows, house.page(pair).followed_by) == (pair, again)
    with pytest.raises(Refused, match="not ended by agreement"):
        want_new_mentor(house.store, again, wanted=True)
