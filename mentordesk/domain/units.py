"""Units of an organisation: a tree from health trust to ward (R5), and what depends on whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from mentordesk.domain.ids import PersonId, UnitId

_Id = TypeVar("_Id", UnitId, PersonId)


@dataclass(frozen=True, slots=True)
class Unit:
    id: UnitId
    name: str
    parent: UnitId | None = None
    area: str = ""  # mental health, surgery, primary care …
    cost_centre: str = ""


def line_upwards(lowest: _Id | None, above: Mapping[_Id, _Id | None]) -> tuple[_Id, ...]:
    """A unit or a person, and all that stand above, nearest first; a circle in the data ends at its first repeat."""
    line: list[_Id] = []
    at = lowest
    while at is not None and at not in line:
        line.append(at)
        at = above.get(at)
    return tuple(line)
