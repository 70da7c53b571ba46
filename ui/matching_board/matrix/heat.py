"""The heat of the matrix: one hue from nearly nothing to full in seven steps, each with an ink that is read on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from ui.theme import Look, Tokens

STEPS = 7
_SHARES = (0.04, 0.12, 0.2, 0.29, 0.38, 0.48, 1.0)
"""Of the accent in each step; a gap before the last, for no ink is read well on what lies between."""


@dataclass(frozen=True, slots=True)
class Shade:
    ground: QColor
    ink: QColor


def shades(look: Look) -> tuple[Shade, ...]:
    """Cold to hot."""
    return _shades(look.tokens)


def step_of(share: float) -> int:
    """`share` 0 to 1; what lies outside counts as the nearer end."""
    return max(0, min(STEPS - 1, int(share * STEPS)))


def blended(below: QColor, above: QColor, share: float) -> QColor:
    return QColor(
        *(
            round(one + (other - one) * share)
            for one, other in zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )


@lru_cache(maxsize=8)
def _shades(tokens: Tokens) -> tuple[Shade, ...]:
    surface, accent = QColor(tokens.surface), QColor(tokens.accent)
    return tuple(
        Shade(blended(surface, accent, share), QColor(tokens.on_accent if share == 1 else tokens.ink))
        for share in _SHARES
    )
