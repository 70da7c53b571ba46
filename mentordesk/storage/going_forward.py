"""Columns that no undo takes back (`Forward`): what was sent out under an older number must never seem newer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import Table

from mentordesk.storage.records.foundation import Forward, Kept


@cache
def forward_only(table: Table) -> Mapping[str, Forward]:
    """By the name of the column."""
    said = ((column.name, Kept.of(column.info)) for column in table.columns)
    return {name: kept.forward_only for name, kept in said if kept is not None and kept.forward_only is not None}


def gone_forward(
    columns: Mapping[str, Forward], now: Mapping[str, object] | None, wanted: Mapping[str, object], at: datetime
) -> dict[str, object]:
    """What is wanted of a row, but for the columns that go on from where they are now.

    Args:
        now: None where the row comes back; then it goes on from where it went.
        at: the moment of this step.
    """
    if now is None:
        return dict(wanted)
    return {name: _further(columns.get(name), now.get(name), value, at) for name, value in wanted.items()}


def _further(forward: Forward | None, now: object, wanted: object, at: datetime) -> object:
    numbers = [value for value in (now, wanted) if isinstance(value, int)]
    match forward:
        case Forward.CLOCK:
            return at
        case Forward.LARGEST:
            return max(numbers, default=None)
        case Forward.COUNTED:
            return max(numbers, default=0) + 1
        case None:
            return wanted
