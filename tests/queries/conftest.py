"""An empty file for each test, whose clock stands still."""

from __future__ import annotations

import pytest

from mentordesk.storage.opening import open_store
from tests.queries.small_programme import NOON


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "kull.mentordesk", create=True, clock=lambda: NOON) as store:
        yield store
