"""How long work tells how far it is, and how it is stopped; knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


class Cancelled(Exception):
    """The user stopped the work; whoever started it undoes what it half did."""


class Progress:
    """Told once a step; raises Cancelled at the next step after somebody asked to stop."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._stop = False

    def cancel(self) -> None:
        self._stop = True

    def step(self, done: int, total: int) -> None:
        """`done` of `total` steps are finished; total 0 means nobody knows yet."""
        if self._stop:
            raise Cancelled
        if self._report is not None:
            self._report(done, total)

    def over(self, items: Iterable[_T], total: int) -> Iterator[_T]:
        for done, item in enumerate(items):
            self.step(done, total)
            yield item
        self.step(total, total)


SILENT = Progress()
