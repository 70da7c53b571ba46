"""Free days: holidays of both countries, weeks to avoid, and the search for the nearest open day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.free_days import FreeDays, easter_sunday, run
from mentordesk.domain.programmes import AvoidedSpan, Country
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording, msg
from tests.counts import count

NORWAY = FreeDays(Country.NORWAY, template("nno").avoided)
SWEDEN = FreeDays(Country.SWEDEN, template("nu").avoided)
TITLE = Wording.everywhere("kept free")


@pytest.mark.parametrize("year", range(1950, 2100))
def test_easter_is_where_the_holidays_have_it(year: int) -> None:
    named = country_holidays("NO", years=year, language="en_US")
    assert named[easter_sunday(year)].startswith("Easter Sunday")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 3, 25), "Skjærtorsdag"),
        (date(2027, 3, 26), "Langfredag"),
        (date(2027, 5, 6), "Kristi himmelfartsdag"),
        (date(2029, 5, 1), "Arbeidernes dag"),
        (date(2028, 5, 17), "Grunnlovsdagen"),
        (date(2028, 6, 5), "Andre pinsedag"),
    ],
)
def test_norwegian_holidays_are_named_in_bokmal(day: date, name: str) -> None:
    why = FreeDays(Country.NORWAY).why(day)
    assert why is not None
    assert catalog("nb").say(why) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 6), "Trettondedag jul"),
        (date(2028, 6, 6), "Sveriges nationaldag"),
        (date(2027, 3, 26), "Långfredagen"),
        (date(2028, 12, 25), "Juldagen"),
    ],
)
def test_swedish_holidays_are_named_in_swedish(day: date, name: str) -> None:
    why = FreeDays(Country.SWEDEN).why(day)
    assert why is not None
    assert catalog("sv").say(why) == name


@pytest.mark.parametrize("country", list(Country))
def test_every_holiday_has_a_name_of_its_own_in_each_language(country: Country) -> None:
    """A Norwegian programme may be looked at in Swedish, and a Swedish one in bokmål."""
    days = [day for year in range(2020, 2040) for day in country_holidays(country, years=year, include_sundays=False)]
    for name in {FreeDays(country).holiday(day) for day in days}:
        assert name is not None
        assert not isinstance(name, Wording), f"{name} is the library's word, not ours"
        bokmal, swedish, english = (catalog(language).say(name) for language in ("nb", "sv", "en"))
        assert english not in (bokmal, swedish)


def test_two_holidays_on_one_day_are_both_named() -> None:
    both = FreeDays(Country.NORWAY).holiday(date(2027, 5, 17))
    assert both is not None
    assert catalog("sv").say(both) == "Norges nationaldag; Annandag pingst"


def test_each_country_has_its_own_holidays() -> None:
    epiphany, constitution_day, maundy_thursday = date(2027, 1, 6), date(2028, 5, 17), date(2027, 3, 25)
    assert FreeDays(Country.NORWAY).why(epiphany) is None
    assert FreeDays(Country.SWEDEN).why(constitution_day) is None
    assert FreeDays(Country.SWEDEN).why(maundy_thursday) is None


@pytest.mark.parametrize("free", [NORWAY, SWEDEN], ids=["NO", "SE"])
def test_saturday_and_sunday_are_called_by_their_name_not_a_holiday(free: FreeDays) -> None:
    assert free.why(date(2027, 2, 6)) == msg("a Saturday")
    assert free.why(date(2027, 2, 7)) == msg("a Sunday")
    assert free.why(date(2027, 2, 8)) is None


@pytest.mark.parametrize(
    "eve", [date(2024, 6, 21), date(2025, 6, 20), date(2026, 6, 19), date(2027, 6, 25), date(2028, 6, 23)]
)
def test_midsummer_eve_is_free_in_sweden_because_the_programme_says_so(eve: date) -> None:
    assert SWEDEN.why(eve) is not None
    assert FreeDays(Country.SWEDEN).why(eve) is None, "no public holiday"
    assert SWEDEN.why(eve - timedelta(1)) is None


@pytest.mark.parametrize("free", [NORWAY, SWEDEN], ids=["NO", "SE"])
@pytest.mark.parametrize("year", range(2026, 2040))
def test_christmas_and_the_summer_weeks_are_free(free: FreeDays, year: int) -> None:
    for number in range(9):
        assert free.why(date(year, 12, 24) + timedelta(number)) is not None
    for week in range(28, 32):
        for weekday in range(1, 8):
            assert free.why(date.fromisocalendar(year, week, weekday)) is not None
    assert free.why(date.fromisocalendar(year, 27, 5)) is None
    assert free.why(date.fromisocalendar(year, 32, 1)) is None
    assert free.why(date.fromisocalendar(year, 2, 4)) is None


@pytest.mark.parametrize("year", range(2026, 2040))
def test_easter_week_runs_from_monday_to_easter_monday_in_norway_only(year: int) -> None:
    sunday = easter_sunday(year)
    assert all(NORWAY.why(sunday + timedelta(number)) is not None for number in range(-6, 2))
    assert NORWAY.why(sunday + timedelta(2)) is None
    assert NORWAY.why(sunday - timedelta(9)) is None
    assert SWEDEN.why(sunday - timedelta(5)) is None


def test_a_span_of_weeks_may_pass_new_year_and_hold_week_53() -> None:
    free = FreeDays(Country.NORWAY, (AvoidedSpan(TITLE, weeks=(52, 2)),))
    week_53 = date(2026, 12, 30)
    assert week_53.isocalendar().week == 53
    assert free.why(week_53) == TITLE
    assert free.why(date(2027, 1, 12)) == TITLE
    assert free.why(date(2027, 1, 19)) is None
    assert free.why(date(2026, 12, 16)) is None


def test_a_school_break_is_of_one_year() -> None:
    free = FreeDays(Country.NORWAY, (AvoidedSpan(TITLE, days=(date(2027, 2, 15), date(2027, 2, 19))),))

    assert free.why(date(2027, 2, 12)) is None
    assert free.why(date(2027, 2, 15)) == free.why(date(2027, 2, 19)) == TITLE
    assert free.why(date(2027, 2, 22)) is None
    assert free.why(date(2028, 2, 15)) is None


def test_a_span_of_dates_may_end_on_the_29th_of_february() -> None:
    free = FreeDays(Country.SWEDEN, (AvoidedSpan(TITLE, dates=((2, 23), (2, 29))),))
    assert free.why(date(2028, 2, 29)) == TITLE
    assert free.why(date(2028, 3, 1)) is None
    assert free.why(date(2027, 2, 26)) == TITLE
    assert free.why(date(2027, 3, 1)) is None


some_days = st.dates(date(2026, 1, 1), date(2036, 12, 31))


@settings(max_examples=count(150, 4_000), deadline=None)
@given(
    free=st.sampled_from([NORWAY, SWEDEN]),
    wanted=some_days,
    before=st.integers(-40, 120),
    length=st.integers(-5, 120),
    days=st.integers(1, 5),
    earlier=st.booleans(),
    taken=st.frozensets(st.integers(-30, 30), max_size=10),
)
def test_the_open_day_is_the_nearest_in_the_stated_direction(
    free: FreeDays, wanted: date, before: int, length: int, days: int, earlier: bool, taken: frozenset[int]
) -> None:
    """Compared with looking at every day there is."""
    first = wanted - timedelta(before)
    last = first + timedelta(length)
    blocked = {wanted + timedelta(number) for number in taken}
    found = free.open_day(wanted, first, last, days=days, earlier=earlier, taken=blocked)
    possible = [
        day
        for day in run(first, max(length + 1, 0))
        if run(day, days)[-1] <= last and all(d not in blocked and free.why(d) is None for d in run(day, days))
    ]
    if not possible:
        assert found is None
        return
    ahead = [day for day in possible if (day <= wanted if earlier else day >= wanted)]
    nearest = min(ahead or possible, key=lambda day: abs((day - wanted).days))
    assert found == nearest
    assert len({day.isocalendar()[:2] for day in run(found, days)}) == 1, "one working week"
