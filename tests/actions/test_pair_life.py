"""A pair from its proposal to its end: each step is one undo, has its day in the history, and is refused in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.logbooks import register_conversation
from mentordesk.actions.matching import (
    Closing,
    accept,
    ask_both,
    begin,
    complete,
    decline,
    dissolve,
    note_agreement,
)
from mentordesk.actions.matching.making import note_exceptions, open_criteria
from mentordesk.actions.matching.stepping import planned_meetings
from mentordesk.domain.approval import BEFORE_START
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pair_stages import BoardColumn, Reached, Stage
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import Ending, PairStatus, Side
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.no_match import not_to_match_over
from mentordesk.queries.pair_page import pair_page
from mentordesk.storage.checks import signature
from mentordesk.storage.records import (
    MeetingRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    StatusStepRecord,
)
from tests.actions.paired import WAIVED

_MORE = msg("Change")


def planned(house, pair):
    with house.store.reading() as session:
        rows = session.query(MeetingRecord).filter_by(pair_id=pair, status=MeetingStatus.PLANNED)
        return {row.id for row in rows}


def test_a_pair_goes_from_a_proposal_to_its_last_day(house):
    store, clock = house.store, house.clock
    pair = house.pair()
    stages = [house.page(pair).stage]
    for step in (
        lambda on: ask_both(store, pair, on=on),
        lambda on: accept(store, pair, Side.MENTOR, on=on),
        lambda on: accept(store, pair, Side.MENTEE, on=on),
        lambda on: sign_contract(store, pair, on=on),
        lambda on: begin(store, pair, on=on, exception=WAIVED),
        lambda on: complete(store, pair, on=on, closing=Closing(True, True, True, False)),
    ):
        step(clock.turn(3))
        stages.append(house.page(pair).stage)

    page = house.page(pair)
    assert stages == [
        Stage.PROPOSAL,
        Stage.ASKED,
        Stage.ACCEPTED_BY_ONE,
        Stage.AGREED,
        Stage.SIGNED,
        Stage.ACTIVE,
        Stage.COMPLETED,
    ]
    assert [reached.stage for reached in page.history] == stages
    assert [(reached.on - page.history[0].on).days for reached in page.history] == [0, 3, 6, 9, 12, 15, 18]
    assert (page.column, page.ended.contact_continues, page.ended.lessons_summed_up) == (BoardColumn.ENDED, False, True)
    assert page.due == ()
    with house.store.reading() as session:
        ahead = [day for _, day in planned_meetings(session, pair) if day > house.today]
    assert ahead == []


def test_every_step_is_one_undo_that_gives_the_same_file_back(house):
    store, pair = house.store, house.pair()
    names, marks = [], [signature(store)]
    for step in (
        lambda: ask_both(store, pair, on=house.today),
        lambda: accept(store, pair, Side.MENTEE, on=house.today),
        lambda: decline(store, pair, by=Side.MENTOR, on=house.today),
    ):
        step()
        names.append(house.undo_name())
        marks.append(signature(store))

    assert names == [
        "Ask Mentee 1 and Mentor 1",
        "Note that Mentee 1 said yes to Mentor 1",
        "Note that Mentor 1 said no to Mentee 1",
    ]
    for mark in reversed(marks[:-1]):
        store.undo()
        assert signature(store) == mark


def test_a_no_ends_the_proposal_and_frees_both(house):
    pair = house.pair()
    ask_both(house.store, pair, on=house.today)

    decline(house.store, pair, by=Side.MENTOR, on=house.today)

    page = house.page(pair)
    assert (page.stage, page.row.status, page.ended.asked_by) == (Stage.DECLINED, PairStatus.DECLINED, Side.MENTOR)
    assert planned(house, pair) == set()
    assert house.page(house.pair(0, 1)).follows is None  # they never were a pair


def test_nobody_says_yes_twice_nor_before_being_asked(house):
    pair = house.pair()
    with pytest.raises(Refused, match="Ask both first"):
        accept(house.store, pair, Side.MENTEE, on=house.today)
    ask_both(house.store, pair, on=house.today)
    accept(house.store, pair, Side.MENTEE, on=house.today)

    with pytest.raises(Refused, match="said yes on"):
        accept(house.store, pair, Side.MENTEE, on=house.today)


def test_a_day_to_come_or_before_the_last_step_is_refused(house):
    pair = house.pair()
    for on, said in ((house.today + timedelta(1), "future"), (house.today - timedelta(1), "is before")):
        with pytest.raises(Refused, match=said):
            ask_both(house.store, pair, on=on)


def test_a_pair_does_not_begin_before_what_the_programme_asks_is_answered(house):
    pair = house.pair()
    sign_contract(house.store, pair, on=house.today)

    with pytest.raises(NotYet) as no:
        begin(house.store, pair, on=house.today)

    said = [catalog("en").say(detail) for detail in no.value.details]
    assert any("book" in line for line in said)
    assert any("training" in line for line in said)
    begin(house.store, pair, on=house.today, exception=WAIVED)
    assert house.page(pair).stage is Stage.ACTIVE


def test_ending_by_agreement_keeps_a_category_and_no_words(house):
    pair = house.active()
    house.converse(pair)
    before = planned(house, pair)

    cancelled = dissolve(house.store, pair, house.agreement(ending=Ending.TIME, asked_by=None, new_mentor_wanted=False))

    page = house.page(pair)
    assert (page.stage, page.ended.ending, page.ended.asked_by) == (Stage.DISSOLVED, Ending.TIME, None)
    assert set(cancelled) == before != set()
    assert planned(house, pair) == set()
    assert [mark.day for mark in page.conversations if mark.entry] == [house.today]
    with house.store.reading() as session:
        assert not_to_match_over(session, house.there.programme) == {house.mentee(0)}
    assert house.undo_name() == "End the pair Mentee 1 and Mentor 1 by agreement"


@pytest.mark.parametrize("side", [*Side, None])
def test_who_asked_for_the_end_is_kept(house, side):
    pair = house.active()

    dissolve(house.store, pair, house.agreement(asked_by=side))

    assert (house.page(pair).ended.asked_by, house.page(pair).ended.new_mentor_wanted) == (side, True)


def test_a_pair_that_has_ended_signs_no_contract(house):
    pair = house.pair()
    decline(house.store, pair, by=None, on=house.today)
    before = signature(house.store)

    with pytest.raises(Refused, match="has ended"):
        sign_contract(house.store, pair, on=house.today)
    assert signature(house.store) == before


def signed_and_ready(house):
    """Nothing that the programme asks before the start is open."""
    pair = house.pair()
    sign_contract(house.store, pair, on=house.today)
    with house.store.changing(_MORE) as session:
        two = (house.mentee(0), house.mentor(0))
        open_ones = open_criteria(session, house.there.programme, [two], house.today, BEFORE_START)
        assert open_ones
        note_exceptions(session, open_ones, WAIVED, house.today)
    return pair


def test_a_signed_pair_begins_with_its_first_conversation_in_one_undo(house):
    pair = signed_and_ready(house)
    before = signature(house.store)

    house.converse(pair)

    page = house.page(pair)
    assert page.stage is Stage.ACTIVE
    assert page.history[-1] == Reached(Stage.ACTIVE, house.today)
    house.store.undo()
    assert signature(house.store) == before


def test_a_conversation_that_is_registered_late_lets_the_pair_begin_with_the_contract(house):
    house.clock.turn(10)
    pair = signed_and_ready(house)
    earlier = house.today - timedelta(5)

    register_conversation(house.store, pair=pair, held_on=earlier, minutes=60, mode=Mode.DIGITAL, today=house.today)

    assert house.page(pair).history[-1] == Reached(Stage.ACTIVE, house.today)


def test_a_conversation_is_registered_but_begins_nothing_while_the_programme_asks_for_more(house):
    pair = house.pair()
    house.converse(pair)
    assert house.page(pair).stage is Stage.PROPOSAL
    sign_contract(house.store, pair, on=house.today)

    house.converse(pair)

    assert house.page(pair).stage is Stage.SIGNED
    assert len(house.page(pair).conversations) == 2


def test_what_has_ended_stays_as_it_is(house):
    pair = house.active()
    dissolve(house.store, pair, house.agreement())
    before = signature(house.store)

    for step in (
        lambda: ask_both(house.store, pair, on=house.today),
        lambda: begin(house.store, pair, on=house.today),
        lambda: dissolve(house.store, pair, house.agreement()),
        lambda: complete(house.store, pair, on=house.today, closing=Closing()),
        lambda: decline(house.store, pair, by=None, on=house.today),
        lambda: note_agreement(house.store, pair, rhythm_days=7, length_minutes=None, mode=None),
    ):
        with pytest.raises(Refused, match="has ended"):
            step()
    assert signature(house.store) == before


def test_completing_completes_the_participants_but_not_a_mentor_with_another_mentee(house):
    _, other = house.there.mentors[0], house.there.mentors[1]
    with house.store.changing(_MORE) as session:
        session.get_one(MentorRecord, house.there.mentors[0].person).capacity = 2
    first, second, third = house.active(0, 0), house.active(1, 0), house.active(2, 1)

    for pair in (first, third):
        complete(house.store, pair, on=house.today, closing=Closing())

    with house.store.reading() as session:
        status = {each.id: each.status for each in session.query(ParticipationRecord)}
    assert status[house.mentee(0)] is status[house.mentee(2)] is status[other.id] is ParticipationStatus.COMPLETED
    assert status[house.mentor(0)] is status[house.mentee(1)] is ParticipationStatus.SELECTED
    assert house.page(second).stage is Stage.ACTIVE
    with house.store.reading() as session:
        steps = {(each.participation_id, each.status, each.reached_on) for each in session.query(StatusStepRecord)}
    completed = (house.mentee(0), house.mentee(2), other.id)
    assert steps == {(each, ParticipationStatus.COMPLETED, house.today) for each in completed}, "a pair selects nobody"


def test_what_the_two_agreed_is_noted_and_checked(house):
    pair = house.active()

    note_agreement(house.store, pair, rhythm_days=14, length_minutes=90, mode=Mode.PHYSICAL, place=" Oslo ")

    row = house.page(pair).row
    assert (row.rhythm_days, row.length_minutes, row.mode, row.place) == (14, 90, Mode.PHYSICAL, "Oslo")
    for rhythm, minutes in ((0, 60), (400, 60), (7, 0), (7, 2000)):
        with pytest.raises(Refused):
            note_agreement(house.store, pair, rhythm_days=rhythm, length_minutes=minutes, mode=None)


def test_the_page_says_what_can_be_done_and_why_not_otherwise(house):
    pair = house.pair()

    page = house.page(pair)

    now = {each.step for each in page.can_do if each.why_not is None}
    assert now == {
        PairStep.ASK,
        PairStep.DECLINE,
        PairStep.SIGN,
        PairStep.AGREE,
        PairStep.FIT,
        PairStep.DISSOLVE,
        PairStep.REMATCH,
    }
    assert (page.column, page.said_yes, page.ended, page.follows) == (BoardColumn.PROPOSAL, (), None, None)
    assert [(row.after_meeting, row.side, row.value) for row in page.fit] == [
        (1, Side.MENTEE, None),
        (1, Side.MENTOR, None),
        (3, Side.MENTEE, None),
        (3, Side.MENTOR, None),
    ]
    assert page.next is page.due[0]
    assert {each.id for each in page.due} == planned(house, pair)


def test_there_is_no_page_of_a_pair_that_is_not_there(house):
    with pytest.raises(Refused, match="no pair"):
        pair_page(house.store, "gone", today=house.today)
    with pytest.raises(Refused, match="no pair"):
        ask_both(house.store, "gone", on=house.today)


def test_a_pair_that_was_never_begun_by_hand_still_has_its_page(house):
    """As pairs of older files."""
    pair = house.pair()
    with house.store.changing(_MORE) as session:
        session.get_one(PairRecord, pair).status = PairStatus.ACTIVE

    page = house.page(pair)

    assert (page.stage, [reached.stage for reached in page.history]) == (Stage.ACTIVE, [Stage.PROPOSAL])
