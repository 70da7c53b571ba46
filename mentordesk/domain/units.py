"""Units of an organisation: a tree from health trust to ward (R5), and what depends on whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.ids import UnitId


@dataclass(frozen=True, slots=True)
class Unit:
    id: UnitId
    name: str
    parent: UnitId | None = None
    area: str = ""  # mental health, surgery, primary care …
    cost_centre: str = ""


def line_upwards(unit: UnitId | None, parents: Mapping[UnitId, UnitId | None]) -> tuple[UnitId, ...]:
    """The unit and all that stand above it, nearest first; a circle in the data ends at its first repeat."""
    line: list[UnitId] = []
    while unit is not None and unit not in line:
        line.append(unit)
        unit = parents.get(unit)
    return tuple(line)
