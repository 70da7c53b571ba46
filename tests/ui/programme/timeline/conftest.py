"""The timeline over a programme with pairs, on a day in its second semester."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mentordesk.storage.opening import open_store
from tests.queries.small_programme import add, held, made
from ui.theme import LIGHT, Look

NOW = datetime(2027, 9, 6, 10, tzinfo=UTC)
PAIRS = 5


def _programme_with_pairs(path):
    with open_store(path, create=True, clock=lambda: NOW) as store:
        of = made(store, pairs=PAIRS)
        add(store, *held(of.pairs[0], date(2027, 2, 8), date(2027, 3, 1), date(2027, 8, 30)))


@pytest.fixture
def programme_file(copy_of):
    return copy_of(_programme_with_pairs)


@pytest.fixture
def timed(shown, programme_file):
    """`timed()`: the page with its timeline in view."""

    def make(look=None, opener=None):
        return shown(look=look or Look(LIGHT), view="timeline", opener=opener or _opener(programme_file))

    return make


def _opener(path):
    return lambda: open_store(path, clock=lambda: NOW)
