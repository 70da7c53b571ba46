"""Who sits where on a board, and which mentors are full: the common ground of proofs, ties and prices.

All mentors with a free place, and having no mentor at all, are one node: the last. To move there costs nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.levels import Whole


def columns(table: Whole, some: Whole) -> Whole:
    """Those columns of a table; numpy's clipping spares it a check of each, which takes as long as the copying."""
    return table.take(some, axis=1, mode="clip")


@dataclass(frozen=True, slots=True, eq=False)
class Seating:
    """`full` lists the full mentors; `node_of` a mentor and `at` a mentee give their place in that list.

    No mentor is -1, and so the last entry of `node_of`.
    """

    mentor_of: Whole
    full: Whole
    node_of: Whole
    at: Whole
    own: Whole

    @classmethod
    def of(cls, cost: Whole, places: Whole, mentor_of: Whole, unmatched: int) -> Seating:
        if not len(places):
            return cls.at_cost(np.full(len(mentor_of), unmatched), places, mentor_of)
        own = cost[np.arange(len(mentor_of)), mentor_of]
        own[mentor_of < 0] = unmatched
        return cls.at_cost(own, places, mentor_of)

    @classmethod
    def at_cost(cls, own: Whole, places: Whole, mentor_of: Whole) -> Seating:
        """`own` is what each mentee costs where she sits."""
        load = np.bincount(mentor_of + 1, minlength=len(places) + 1)[1:]
        full = (load >= np.maximum(places, 1)).nonzero()[0]
        node_of = np.full(len(places) + 1, len(full))
        node_of[full] = np.arange(len(full))
        return cls(mentor_of, full, node_of, node_of[mentor_of], own)

    @property
    def roomy(self) -> Whole:
        """The mentors who are not full; those without capacity too, whom nobody may have."""
        roomy: Whole = (self.node_of[:-1] == self.free).nonzero()[0]
        return roomy

    @property
    def free(self) -> int:
        """The node of everybody who has a free place, and of those without a mentor."""
        return len(self.full)
