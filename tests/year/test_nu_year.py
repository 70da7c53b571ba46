"""A Swedish year day by day: newcomers one at a time, a minimum of six, the analysis after the third."""

from __future__ import annotations

import pytest

from tests.counts import count
from tests.year.lived import Lived
from tests.year.requirements import ONLY_IN_NU

pytestmark = pytest.mark.timeout(count(240, 36_000))


def test_today_says_what_the_requirements_ask_and_nothing_else(nu_year: tuple[Lived, ...]) -> None:
    assert [line for lived in nu_year for line in lived.differences] == []


def test_what_only_this_programme_asks_is_broken_at_some_time(nu_year: tuple[Lived, ...]) -> None:
    broken = {each.alert for lived in nu_year for each in lived.wanted}

    assert broken >= ONLY_IN_NU
