"""The vocabulary of a drawing: areas, strokes and words at their places in a Figure. How they are drawn: drawing.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mentordesk.documents.said import Said


class Shade(StrEnum):
    """Colours of a drawing, each to be told from its neighbours in grey."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    LINE = "line"
    TINT = "tint"  # behind ink


@dataclass(frozen=True, slots=True)
class Area:
    """A filled part of a drawing: from left to right in shares of its width, from top to bottom in points."""

    left: float
    right: float
    top: float
    bottom: float
    shade: Shade
    least: float = 0.0  # points that it is wide at least


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; places as an Area's."""

    left: float
    right: float
    top: float
    bottom: float
    shade: Shade = Shade.LINE
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in the middle between top and bottom; cut short where there is no room between left and right."""

    text: Said
    left: float
    right: float
    top: float
    bottom: float
    size: float = 8.5
    strong: bool = False
    shade: Shade = Shade.INK


Shape: TypeAlias = Area | Stroke | Words
