"""What lies in a hold moves with the whole rhythm, or is cancelled; never onto a day kept free, nor beyond the end."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.holds import Due, DueMeeting, resettled
from mentordesk.domain.programmes import Country
from tests.counts import count

FREE = FreeDays(Country.NORWAY)
FIRST = date(2027, 3, 1)  # a Monday
LAST = date(2027, 12, 17)


def weekly(*weeks):
    return [DueMeeting(f"{week:02}", FIRST + timedelta(weeks=week), True) for week in weeks]


def moved(planned, back, due=Due.MOVES, taken=frozenset(), last=LAST):
    changed = resettled(planned, first=FIRST, back=back, last=last, due=due, free=FREE, taken=taken)
    return {each.id: each.after for each in changed}


def test_the_whole_rhythm_goes_later_by_the_length_of_the_rest():
    changed = moved(weekly(0, 12, 14), FIRST + timedelta(weeks=10))

    assert changed == {
        "00": FIRST + timedelta(weeks=10),
        "12": FIRST + timedelta(weeks=22),
        "14": FIRST + timedelta(weeks=24),
    }


def test_meetings_that_rest_are_cancelled_and_the_others_stay():
    assert moved(weekly(0, 3, 12), FIRST + timedelta(weeks=10), Due.RESTS) == {"00": None, "03": None}


def test_where_none_is_missed_none_moves():
    assert moved(weekly(12, 15), FIRST + timedelta(weeks=10)) == {}


def test_what_no_longer_fits_is_cancelled():
    last = FIRST + timedelta(weeks=15)

    changed = moved(weekly(1, 8), FIRST + timedelta(weeks=10), last=last)

    assert changed == {"01": date(2027, 5, 18), "08": None}  # the 17th is kept free


def test_a_talk_goes_to_the_first_day_after_and_moves_no_rhythm():
    talk = DueMeeting("talk", FIRST + timedelta(3), False)
    back = FIRST + timedelta(weeks=10)

    assert moved([talk, *weekly(12)], back) == {"talk": back}
    assert moved([talk, *weekly(12)], back, taken={back}) == {"talk": back + timedelta(1)}


@settings(max_examples=count(200, 5_000), deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 280), st.booleans()), max_size=12, unique_by=lambda each: each[0]),
    st.integers(1, 200),
    st.sampled_from(Due),
    st.sets(st.integers(0, 290), max_size=20),
)
def test_any_hold(days, length, due, taken):
    planned = [DueMeeting(f"{at}", FIRST + timedelta(day), rhythm) for at, (day, rhythm) in enumerate(days)]
    back = FIRST + timedelta(length)
    busy = {FIRST + timedelta(day) for day in taken}

    changed = {
        each.id: each for each in resettled(planned, first=FIRST, back=back, last=LAST, due=due, free=FREE, taken=busy)
    }

    after = {each.id: changed[each.id].after if each.id in changed else each.day for each in planned}
    assert all(day is None or day >= back for each in planned for day in [after[each.id]] if each.day < back)
    new = [each.after for each in changed.values() if each.after is not None]
    assert all(day <= LAST and day not in busy and FREE.why(day) is None for day in new)
    assert len(set(new)) == len(new)
    rhythm = sorted((each for each in planned if each.follows_rhythm), key=lambda each: each.day)
    kept = [after[each.id] for each in rhythm if after[each.id] is not None]
    assert kept == sorted(kept)
    if due is Due.RESTS:
        assert set(changed) == {each.id for each in planned if each.day < back}
        assert new == []
