"""Where hours lie in a grid over two changes of the clock, what stands side by side, and days at even distances."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.programmes import Country
from mentordesk.domain.refusals import Refused
from mentordesk.domain.series import MOST, series_days
from mentordesk.domain.slots import (
    HourRow,
    hour_rows,
    is_there,
    minutes_down,
    moved_by_slots,
    side_by_side,
    slot_beside,
    stretched_by_slots,
)

OSLO = "Europe/Oslo"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def test_the_hour_that_is_skipped_is_missing_and_the_repeated_one_is_there_twice():
    spring, autumn = hour_rows([SPRING], OSLO), hour_rows([AUTUMN], OSLO)

    assert len(spring) == 24
    assert [row.hour for row in spring if not is_there(SPRING, row, OSLO)] == [2]
    assert len(autumn) == 25
    assert autumn[2:4] == (HourRow(2), HourRow(2, again=True))
    assert all(is_there(AUTUMN, row, OSLO) for row in autumn)
    other = AUTUMN - timedelta(1)
    assert [row for row in autumn if not is_there(other, row, OSLO)] == [HourRow(2, again=True)]


@pytest.mark.parametrize(
    ("day", "at", "minutes"),
    [
        (SPRING, datetime(2026, 3, 29, 3), 180),
        (AUTUMN, datetime(2026, 10, 25, 2, 30), 150),
        (AUTUMN, datetime(2026, 10, 25, 3), 240),
        (AUTUMN, datetime(2026, 10, 24, 9), 0),
        (AUTUMN, datetime(2026, 10, 26), 25 * 60),
    ],
)
def test_a_time_lies_below_the_hours_before_it(day, at, minutes):
    assert minutes_down(hour_rows([day], OSLO), at, day) == minutes


def test_steps_by_slots_stay_within_the_day():
    assert [slot_beside(time(23, 30), 1), slot_beside(time(0), -1), slot_beside(time(9, 10), 1)] == [
        *(time(23, 30), time(0), time(9, 30)),
    ]
    nine = datetime(2027, 2, 28, 9)
    assert moved_by_slots(nine, 1) == datetime(2027, 2, 28, 9, 30)
    assert moved_by_slots(nine.replace(minute=10), -1) == nine
    assert moved_by_slots(datetime(2026, 12, 31, 23, 30), 1) is None
    assert stretched_by_slots(nine, nine + timedelta(minutes=30), -1) is None
    assert stretched_by_slots(nine, datetime(2027, 2, 28, 23, 30), 1) == datetime(2027, 2, 28, 23, 59)
    assert stretched_by_slots(nine, datetime(2027, 2, 28, 23, 59), -1) == datetime(2027, 2, 28, 23, 30)


@given(st.lists(st.tuples(st.integers(0, 1400), st.integers(0, 200)), max_size=12))
def test_what_overlaps_stands_in_different_lanes(pairs):
    midnight = datetime(2027, 1, 18)
    spans = [(midnight + timedelta(minutes=a), midnight + timedelta(minutes=a + b)) for a, b in pairs]

    lanes = side_by_side(spans)

    for one, (begin, end) in enumerate(spans):
        assert 0 <= lanes[one].lane < lanes[one].lanes
        for other, (first, last) in enumerate(spans):
            if one < other and begin < last and first < end:
                assert lanes[one].lane != lanes[other].lane
                assert lanes[one].lanes == lanes[other].lanes


@given(
    st.sampled_from(list(Country)),
    st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    st.integers(1, 60),
    st.integers(1, 400),
)
def test_a_series_has_no_day_that_is_kept_free_and_says_why(country, after, every, length):
    free = FreeDays(country)
    try:
        laid = series_days(free, after, every, after + timedelta(length))
    except Refused:
        assert every > length or length // every > MOST
        return

    assert len(laid.days) + sum(each.put is None for each in laid.skipped) == length // every
    assert list(laid.days) == sorted(set(laid.days))
    assert all(free.why(day) is None and after < day <= after + timedelta(length) for day in laid.days)
    assert all(free.why(each.wanted) is not None for each in laid.skipped)


def test_a_series_goes_over_the_turn_of_the_year_and_week_53_and_steps_over_christmas():
    laid = series_days(FreeDays(Country.NORWAY), date(2026, 12, 4), 21, date(2027, 1, 20))

    assert laid.days == (date(2026, 12, 28), date(2027, 1, 15))
    assert [(each.wanted, each.put) for each in laid.skipped] == [(date(2026, 12, 25), date(2026, 12, 28))]
    assert laid.days[0].isocalendar().week == 53
