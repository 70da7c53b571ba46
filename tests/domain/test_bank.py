"""When a mentor is there to be asked: before her period, in a rest, in it, beyond it, gone from the bank."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.bank import ALWAYS, Presence

DAY = date(2027, 3, 1)
DAYS = st.none() | st.dates(DAY - timedelta(40), DAY + timedelta(40))


@pytest.mark.parametrize(
    ("presence", "there", "back"),
    [
        (ALWAYS, True, None),
        (Presence(available_from=DAY), True, None),
        (Presence(available_from=DAY + timedelta(1)), False, DAY + timedelta(1)),
        (Presence(available_until=DAY), True, None),
        (Presence(available_until=DAY - timedelta(1)), False, None),
        (Presence(rests_until=DAY), True, None),
        (Presence(rests_until=DAY + timedelta(9), available_from=DAY + timedelta(3)), False, DAY + timedelta(9)),
        (Presence(left_on=DAY), False, None),
        (Presence(left_on=DAY + timedelta(1)), True, None),
    ],
)
def test_a_day_is_in_or_out(presence, there, back):
    assert (presence.there(DAY), presence.away_until(DAY)) == (there, back)


@given(st.builds(Presence, DAYS, DAYS, DAYS, DAYS))
def test_whoever_is_away_is_back_on_the_day_that_is_named(presence):
    back = presence.away_until(DAY)
    if back is not None:
        assert presence.there(back) is not presence.over(back)
    assert presence.there(DAY) is (back is None and not presence.over(DAY))
