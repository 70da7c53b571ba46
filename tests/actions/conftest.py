"""An empty file for each test, whose clock stands still; and a house of applicants whose clock a test turns."""

from __future__ import annotations

import pytest

from mentordesk.storage.opening import open_store
from tests.actions.paired import Clock
from tests.actions.paired import house as housed
from tests.queries.conftest import store

__all__ = ["store"]


@pytest.fixture
def house(tmp_path):
    clock = Clock()
    with open_store(tmp_path / "house.mentordesk", create=True, clock=clock) as store:
        yield housed(store, clock)
