"""Working through a big table a few rows at a time, so that what is being worked on stays close to the processor."""

from __future__ import annotations

from collections.abc import Iterator

SMALL = 1 << 15
"""Cells of a table that is one part."""


def parts(rows: int, width: int) -> Iterator[slice]:
    """Consecutive slices of `rows`, each of about 32,000 cells of a table `width` wide."""
    step = max(1, SMALL // max(1, width))
    for start in range(0, rows, step):
        yield slice(start, start + step)
