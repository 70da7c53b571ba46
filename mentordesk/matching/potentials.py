"""The prices that prove a board: shortest chains of moves from a free place, counted in cost.

Not here: the check (`proof`), which trusts nothing of this.
"""

from __future__ import annotations

import numpy as np

from mentordesk.matching.levels import Whole
from mentordesk.matching.parts import parts
from mentordesk.matching.proof import Bound, NotProved
from mentordesk.matching.seating import Seating, columns


def prices_among(mentee: Whole, mentor: Whole, cost: Whole, mentors: int, seating: Seating) -> Bound:
    """The same where only some pairs may meet: those at the same place of the three."""
    node = seating.node_of[mentor]
    order = np.argsort(node, kind="stable")
    order = order[: np.count_nonzero(node < seating.free)]
    node, mentee = node[order], mentee[order]
    ahead, source = cost[order] - seating.own[mentee], seating.at[mentee]
    first = np.append(True, node[1:] > node[:-1])[: len(node)].nonzero()[0]
    reached = node[first]
    price = np.zeros(seating.free + 1, dtype=np.int64)
    for _ in range(seating.free + 2):
        lower = price.copy()
        if len(first):
            lower[reached] = np.minimum(price[reached], np.minimum.reduceat(price[source] + ahead, first))
        if np.array_equal(lower, price):
            break
        price = lower
    else:
        raise NotProved("A ring of moves makes this board better without end.")
    v = np.zeros(mentors, dtype=np.int64)
    v[seating.full] = price[:-1]
    return Bound(seating.own - price[seating.at], v)


def prices_of_board(cost: Whole, unmatched: int, seating: Seating) -> Bound:
    """Bellman and Ford over the full mentors.

    A mentor with a free place costs nothing, and her mentees all that they cost; so does being without a mentor.
    In a big table only the mentees of those whose price fell are looked at again; in a small one choosing would cost
    more than it saves.
    """
    ahead = np.full((len(cost), seating.free + 1), 2 * unmatched)
    np.subtract(columns(cost, seating.full), seating.own[:, None], out=ahead[:, :-1])
    price = np.zeros(seating.free + 1, dtype=np.int64)
    looked_at: list[slice] | list[Whole] = list(parts(*ahead.shape))
    choosing = len(looked_at) > 1
    for _ in range(seating.free + 2):
        lower = price
        for some in looked_at:
            lower = np.minimum(lower, (ahead[some] + lower.take(seating.at[some])[:, None]).min(axis=0))
        fell = lower < price
        price = lower
        if not fell.any():
            break
        if choosing:
            rows = fell[seating.at].nonzero()[0]
            looked_at = [rows[part] for part in parts(len(rows), seating.free)]
    else:
        raise NotProved("A ring of moves makes this board better without end.")
    v = np.zeros(cost.shape[1], dtype=np.int64)
    v[seating.full] = price[:-1]
    return Bound(seating.own - price[seating.at], v)
