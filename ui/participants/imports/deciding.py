"""What is seen of a list before it comes in, and what somebody decided about its rows. No widget is here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from mentordesk.actions.import_matches import Taken
from mentordesk.actions.people_import import Imported
from mentordesk.domain.fields import Cell
from mentordesk.progress import Cancelled
from mentordesk.spreadsheets.people import Parsed, Problem

_T = TypeVar("_T")


@dataclass(frozen=True)
class Preview:
    """What would happen."""

    parsed: Parsed
    result: Imported

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Of rows that would not be taken, in the order of the file."""
        return tuple(sorted((*self.parsed.problems, *self.result.rejected), key=lambda each: each.row))

    @property
    def length(self) -> int:
        """Rows of everything that is listed of it."""
        return len(self.problems) + len(self.result.matches) + len(self.parsed.notices)

    @property
    def skipped(self) -> int:
        return self.result.skipped + len(self.parsed.left_out)

    @property
    def taken(self) -> int:
        """Rows that would come in, changed or as they are."""
        return self.result.added + self.result.updated + self.result.unchanged


@dataclass(slots=True)
class Decisions:
    """What somebody decided about single rows and cells, by the numbers of the rows in the list."""

    mended: dict[tuple[int, str], Cell] = field(default_factory=dict)
    choices: dict[int, Taken] = field(default_factory=dict)

    @property
    def skipped(self) -> frozenset[int]:
        return frozenset(row for row, taken in self.choices.items() if taken is Taken.SKIP)


def unless_stopped(work: Callable[[], _T]) -> _T | None:
    """None where somebody stopped it, so that the page hears of it."""
    try:
        return work()
    except Cancelled:
        return None
