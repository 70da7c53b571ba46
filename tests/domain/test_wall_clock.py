"""Wall-clock times: the hour that doesn't exist is refused, the one that comes twice is the first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.programmes import ZONES
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import moment
from tests.counts import count

at = datetime.fromisoformat
zones = st.sampled_from(sorted(ZONES.values()))


@pytest.mark.parametrize("zone", sorted(ZONES.values()))
@pytest.mark.parametrize("wall", [at("2026-03-29 02:00"), at("2026-03-29 02:30"), at("2026-03-29 02:59")])
def test_a_time_that_the_clock_skips_is_refused_with_the_next_one(wall: datetime, zone: str) -> None:
    with pytest.raises(Refused) as refused:
        moment(wall, zone)
    values = dict(refused.value.message.values)
    assert values["day"] == wall.date()
    assert values["time"] == wall.time()
    assert values["next"] == at("2026-03-29 03:00").time()


@pytest.mark.parametrize("zone", sorted(ZONES.values()))
def test_the_edges_of_the_gap_exist(zone: str) -> None:
    before, after = moment(at("2026-03-29 01:59"), zone), moment(at("2026-03-29 03:00"), zone)
    assert after - before == timedelta(hours=1, minutes=1)  # inside one zone Python counts the wall clock
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(minutes=1)


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_comes_twice_is_the_first_one(fold: int) -> None:
    twice = moment(at("2026-10-25 02:30").replace(fold=fold), "Europe/Oslo")
    assert twice.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@settings(max_examples=count(150, 4_000), deadline=None)
@given(wall=st.datetimes(at("2026-01-01 00:00"), at("2046-01-01 00:00")), zone=zones)
def test_every_other_time_stays_on_its_wall_clock(wall: datetime, zone: str) -> None:
    try:
        there = moment(wall, zone)
    except Refused:
        assert wall.month == 3
        assert wall.hour == 2
        assert wall.weekday() == 6
        assert wall.day > 24
        return
    assert there.astimezone(UTC).astimezone(there.tzinfo).replace(tzinfo=None, fold=0) == wall
