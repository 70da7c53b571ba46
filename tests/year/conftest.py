"""The simulated years, lived once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.counts import LONG, count
from tests.year.beginning import Beginning
from tests.year.lived import Lived, live
from tests.year.story import Temper, a_story

START = date(2027, 1, 18)
PAIRS = count(len(Temper), 32)
NEWCOMERS = count(len(Temper), 20)
SEEDS = range(1, 1 + count(1, 20))


def _looked_at(seed: int, every: int, first: date) -> Iterator[date]:
    """All days in the long run; else one of so many, never the same weekday all year, and the days of the beginning."""
    for number in range(1_000):
        if LONG or number < 15 or (number + seed) % every == 0:
            yield first + timedelta(number)


@pytest.fixture(scope="session", params=SEEDS)
def nno_year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Lived, ...]:
    """A Norwegian cohort of three semesters, from the approval of its pairs until all are closed."""
    seed, first = request.param, START - timedelta(7)
    start = Beginning("nno", START, first, (first,) * PAIRS, seed)
    return _lived(tmp_path_factory.mktemp("nno"), start, PAIRS, date(2028, 8, 10), 10)


@pytest.fixture(scope="session", params=SEEDS)
def nu_year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Lived, ...]:
    """A Swedish year: newcomers one at a time, until the last of them is through."""
    seed = request.param
    days = tuple(START + timedelta(number * 340 // NEWCOMERS) for number in range(NEWCOMERS))
    start = Beginning("nu", START, START, days, seed)
    return _lived(tmp_path_factory.mktemp("nu"), start, NEWCOMERS, date(2029, 1, 20), 17)


def _lived(folder: Path, start: Beginning, pairs: int, until: date, every: int) -> tuple[Lived, ...]:
    days = frozenset(_looked_at(start.seed, every, start.first_day))
    return tuple(live(folder, start, a_story(start.seed, pairs), until=until, days=days))
