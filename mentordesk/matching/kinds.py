"""People who are alike in what a rule or factor looks at, taken together: each kind is compared once.

A cohort has few places of work or sets of languages; what is true of two kinds is true of all their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from mentordesk.matching.levels import Whole

Kind = TypeVar("Kind")
Cell = TypeVar("Cell", bound=np.generic)


class Kinds(Generic[Kind]):
    """The different ones in order of their first; `of` gives each person's."""

    def __init__(self, people: Iterable[Kind]) -> None:
        number: defaultdict[Kind, int] = defaultdict(count().__next__)
        self.of: Whole = np.array(list(map(number.__getitem__, people)), dtype=np.int64)
        self.different = tuple(number)


def for_people(table: npt.NDArray[Cell], first: Kinds[Kind], second: Kinds[Kind]) -> npt.NDArray[Cell]:
    """A table of kinds by kinds as one of people by people."""
    return table[first.of].take(second.of, axis=1)
