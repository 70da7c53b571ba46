"""What a best board stands on: its costs, who sits where, the prices that prove it, and how it gives way.

Kept with a plan, so that asking for its prices need not work everything out again. Not here: the proof's check.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.engine import cheapest_seats
from mentordesk.matching.levels import Whole
from mentordesk.matching.moves import Moves
from mentordesk.matching.potentials import prices_of_board
from mentordesk.matching.proof import Bound
from mentordesk.matching.seating import Seating
from mentordesk.matching.ties import Names, settled, tight_pairs

_FEW = 40
"""Full mentors up to which all chains of moves are found as quickly as the prices alone."""

_HELD = 1 << 20
"""Pairs up to which a plan holds on to its ground: 17 MiB."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """One best board among those without pairs under `lowest` hundredths. With few full mentors the `distances` of
    all chains of `moves` are known, of this board or of an equally good one; otherwise both are None.

    The question is a copy, unless it is a large one."""

    cohort: Cohort
    cost: Whole
    seating: Seating
    bound: Bound
    moves: Moves | None = None
    distances: Whole | None = None

    @classmethod
    def of(cls, cohort: Cohort, names: Names, lowest: int = 0) -> Ground:
        if cohort.scores.size <= _HELD:
            cohort = cohort.copy()
        cost, unmatched = cohort.cost(lowest), cohort.levels.unmatched
        cost.setflags(write=False)
        mentor_of = cheapest_seats(cost, cohort.places, unmatched, names.order)
        seating = Seating.of(cost, cohort.places, mentor_of, unmatched)
        if seating.free > _FEW:
            return cls(cohort, cost, seating, prices_of_board(cost, unmatched, seating))
        moves = Moves.of(cost, unmatched, seating, None)
        distances = moves.distances()
        return cls(cohort, cost, seating, moves.bound(distances), moves, distances)

    def settled(self, shown: Whole | None, names: Names) -> Ground:
        """The same on the one board of all equally good ones."""
        places, unmatched = self.cohort.places, self.cohort.levels.unmatched
        tight = tight_pairs(self.cost, unmatched, self.bound)
        board = settled(tight, places, unmatched, self.seating, self.bound, shown, names)
        if board is self.seating.mentor_of:
            return self
        seating = Seating.of(self.cost, places, board, unmatched)
        return Ground(self.cohort, self.cost, seating, self.bound, self.moves, self.distances)

    def kept(self) -> Ground | None:
        """To be held by a plan; None for so large a question that it would hold too much, and has no copy of it."""
        return self if self.cost.size <= _HELD else None

    def ways(self) -> Moves:
        """How this board, or an equally good one, gives way: at the same cost, since that is the difference between
        the best boards with and without a place, whichever board is at hand; by moves of other people."""
        return self.own_ways() if self.moves is None else self.moves

    def own_ways(self) -> Moves:
        """How this very board gives way."""
        if self.moves is not None and self.moves.seating is self.seating:
            return self.moves
        prices = np.append(self.bound.v[self.seating.full], 0)
        return Moves.of(self.cost, self.cohort.levels.unmatched, self.seating, prices)
