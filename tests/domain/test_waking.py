"""Times on hold are no silence: what a pair is asked for is counted over the days on which it was awake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.alerts import PAIR_ALERTS, Notice, Urgency, expected
from mentordesk.domain.alerts.waking import after_waking, waking_days
from mentordesk.domain.pair_stages import Rest
from mentordesk.domain.pairs import PairStatus
from mentordesk.i18n.catalog import catalog
from tests.counts import count
from tests.domain.alert_views import END, START, cohort_pair, days, pair

SUMMER = Rest(START + days(20), START + days(80), START + days(80))


def look(key: str, view: object) -> Notice | None:
    return next(each for each in PAIR_ALERTS if each.key == key).look(view)


def test_a_pair_that_went_on_again_was_not_silent():
    back = cohort_pair(START + days(81), START + days(10), rests=(SUMMER,))

    assert look("rhythm", back) is None
    assert look("rhythm", replace(back, rests=())) is not None


def test_silence_is_counted_and_due_over_waking_days():
    view = cohort_pair(START + days(113), START + days(10), rests=(SUMMER,))

    notice = look("rhythm", view)

    assert notice is not None
    assert catalog("en").say(notice.sentence).startswith("No conversation for 43 days;")
    assert notice.due == START + days(10 + 21 + 60)


def test_the_first_contact_waits_for_a_pair_on_hold():
    early = Rest(START + days(5), None, START + days(35))
    quiet = pair(START + days(43), rests=(early,))

    assert look("first_contact", quiet) is None
    late = look("first_contact", replace(quiet, today=START + days(44)))
    assert late is not None
    assert late.due == START + days(44)
    assert "after 14 days" in catalog("en").say(late.sentence)


def test_the_minimum_is_shared_out_over_the_waking_days():
    half_a_year = Rest(START + days(10), None, START + days(190))
    view = pair(START + days(200), START + days(2), rests=(half_a_year,))

    assert look("minimum", replace(view, rests=())).urgency is Urgency.THIS_WEEK
    assert look("minimum", view).urgency is Urgency.TOO_EARLY
    assert expected(replace(view, today=END)) == 6


@pytest.mark.parametrize(
    ("rest", "after", "urgency"),
    [
        (Rest(START, START + days(60), None), 59, Urgency.TOO_EARLY),
        (Rest(START, START + days(60), None), 60, Urgency.WAITING),
        (Rest(START, None, None), 6, Urgency.TOO_EARLY),
        (Rest(START, None, None), 7, Urgency.WAITING),
    ],
)
def test_a_rest_that_was_agreed_is_left_in_peace_until_its_day(rest, after, urgency):
    notice = look("on_hold", pair(START + days(after), status=PairStatus.ON_HOLD, rests=(rest,)))

    assert notice is not None
    assert notice.urgency is urgency


def test_the_window_of_the_plan_is_quoted_not_the_settings():
    first, last = START + days(99), START + days(139)
    view = cohort_pair(START + days(98), START, talk_window=(first, last))

    assert look("pair_talk", view).urgency is Urgency.TOO_EARLY
    notice = look("pair_talk", replace(view, today=last + days(1)))
    assert notice.urgency is Urgency.OVERDUE
    assert (notice.due, dict(notice.rule.values)) == (last, {"first": first, "last": last})


@st.composite
def resting(draw):
    marks = sorted(draw(st.lists(st.integers(0, 400), max_size=6, unique=True)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    rests = tuple(Rest(START + days(first), None, START + days(last)) for first, last in pairs)
    return pair(START + days(draw(st.integers(0, 400))), rests=rests)


def days_of_rest(view):
    return {
        rest.from_on + timedelta(n)
        for rest in view.rests
        for n in range((min(rest.resumed_on or view.today, view.today) - rest.from_on).days)
    }


@settings(max_examples=count(200, 20_000), deadline=None)
@given(resting(), st.integers(0, 300), st.integers(0, 200))
def test_every_day_is_awake_or_on_hold(view, first, length):
    start, end = START + days(first), START + days(first + length)
    asleep = days_of_rest(view)

    awake = sum(START + days(day) not in asleep for day in range(first, first + length))

    assert waking_days(view, start, end) == awake


@settings(max_examples=count(200, 20_000), deadline=None)
@given(resting(), st.integers(0, 300), st.integers(1, 100))
def test_a_day_is_reached_when_so_many_waking_days_have_passed(view, first, number):
    """It is the first such day on which the pair is awake: nothing is due while it rests."""
    start, asleep = START + days(first), days_of_rest(view)

    reached: date = after_waking(view, start, number)

    assert waking_days(view, start, reached) == number
    assert reached not in asleep
    before = reached - days(1)
    while before in asleep:
        before -= days(1)
    assert waking_days(view, start, before) == number - 1
