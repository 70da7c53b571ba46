"""An empty file for each test, whose clock stands still."""

from __future__ import annotations

from tests.queries.conftest import store

__all__ = ["store"]
