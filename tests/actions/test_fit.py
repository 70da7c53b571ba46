"""How well two fit is asked after the first and the third conversation, and kept as a value; never in the history."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentordesk.actions.matching import FitAnswer, answer_fit, answer_fits, ask_fit, dissolve, take_back_fit
from mentordesk.domain.pairs import FitValue, Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.storage.checks import signature


def answer(house, pair, side=Side.MENTEE, after=1, value=FitValue.GOOD, talk=False, on=None):
    answer_fit(
        house.store,
        pair,
        side=side,
        after_meeting=after,
        value=value,
        wants_to_talk=talk,
        on=on or house.today,
    )


def rows(house, pair):
    return {(row.after_meeting, row.side): row for row in house.page(pair).fit}


def test_both_are_asked_and_answer_each_for_herself(house):
    pair = house.active()
    house.converse(pair)
    ask_fit(house.store, pair, after_meeting=1, on=house.today)
    house.clock.turn(2)

    answer(house, pair, Side.MENTEE, value=FitValue.DECIDING, talk=True)

    mentee, mentor = (rows(house, pair)[1, side] for side in Side)
    assert (mentee.value, mentee.wants_to_talk, mentee.answered_on) == (FitValue.DECIDING, True, house.today)
    assert mentee.asked_on == mentor.asked_on == house.today - timedelta(2)
    assert (mentor.value, mentor.answered_on) == (None, None)


def test_nobody_is_asked_before_the_conversation_was_held(house):
    pair = house.active()
    for step in (lambda: ask_fit(house.store, pair, after_meeting=1, on=house.today), lambda: answer(house, pair)):
        with pytest.raises(Refused, match="Register the others first"):
            step()
    house.converse(pair)
    ask_fit(house.store, pair, after_meeting=1, on=house.today)
    with pytest.raises(Refused, match="after conversation"):
        ask_fit(house.store, pair, after_meeting=3, on=house.today)
    for _ in range(2):
        house.converse(pair, days=7)
    answer(house, pair, after=3)
    with pytest.raises(ValueError, match="conversation 2"):
        answer(house, pair, after=2)


def test_they_are_asked_once_and_the_newest_answer_counts(house):
    pair = house.active()
    house.converse(pair)
    ask_fit(house.store, pair, after_meeting=1, on=house.today)
    with pytest.raises(Refused, match="already"):
        ask_fit(house.store, pair, after_meeting=1, on=house.today)
    answer(house, pair)

    answer(house, pair, value=FitValue.NOT_GOOD)

    assert rows(house, pair)[1, Side.MENTEE].value is FitValue.NOT_GOOD


def test_the_history_tells_who_answered_and_never_what(house):
    pair = house.active()
    house.converse(pair)
    answer(house, pair, Side.MENTOR, value=FitValue.NOT_GOOD, talk=True)

    assert house.undo_name() == "Note how well the two fit, as Mentor 1 says"
    take_back_fit(house.store, pair, side=Side.MENTOR, after_meeting=1)
    said = " ".join(catalog("en").say(step.what) for step in house.store.history())
    assert "Not good" not in said


def test_an_answer_is_one_undo_and_can_be_removed(house):
    pair = house.active()
    house.converse(pair)
    before = signature(house.store)
    answer(house, pair)
    house.store.undo()
    assert signature(house.store) == before
    answer(house, pair)

    take_back_fit(house.store, pair, side=Side.MENTEE, after_meeting=1)

    assert signature(house.store) == before
    with pytest.raises(Refused, match="nothing to remove"):
        take_back_fit(house.store, pair, side=Side.MENTEE, after_meeting=1)


def test_a_pair_that_has_ended_is_asked_no_more_but_may_remove_its_answers(house):
    pair = house.active()
    house.converse(pair)
    answer(house, pair)
    dissolve(house.store, pair, house.agreement())

    with pytest.raises(Refused, match="has ended"):
        answer(house, pair, Side.MENTOR)
    take_back_fit(house.store, pair, side=Side.MENTEE, after_meeting=1)


def test_a_day_to_come_is_no_day_of_an_answer(house):
    pair = house.active()
    house.converse(pair)

    with pytest.raises(Refused, match="future"):
        answer(house, pair, on=house.today + timedelta(1))


def test_what_both_say_is_one_change_and_one_undo(house):
    pair = house.active()
    house.converse(pair)
    before = signature(house.store)
    answers = {Side.MENTEE: FitAnswer(FitValue.GOOD), Side.MENTOR: FitAnswer(FitValue.DECIDING, wants_to_talk=True)}

    answer_fits(house.store, pair, after_meeting=1, answers=answers, on=house.today)

    assert [(rows(house, pair)[1, side].value, rows(house, pair)[1, side].wants_to_talk) for side in Side] == [
        (FitValue.GOOD, False),
        (FitValue.DECIDING, True),
    ]
    name = catalog("en").say(house.store.undo_name())
    assert name.startswith("Note how well the two fit, as ")
    assert " and " in name
    house.store.undo()
    assert signature(house.store) == before
    answer_fits(house.store, pair, after_meeting=1, answers={}, on=house.today)
    assert signature(house.store) == before, "nobody answered: nothing is noted"
