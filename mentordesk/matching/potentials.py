"""The prices that prove a board: shortest chains of moves from a free place, counted in cost.

Not here: the check (`proof`), which trusts nothing of this.
"""

from __future__ import annotations

import numpy as np

from mentordesk.matching.levels import Whole
from mentordesk.matching.parts import parts
from mentordesk.matching.proof import Bound, NotProved
from mentordesk.matching.seating import Seating


def prices_of_board(cost: Whole, unmatched: int, seating: Seating) -> Bound:
    """Bellman and Ford over the full mentors.

    A mentor with a free place costs nothing, and her mentees all that they cost; so does being without a mentor.
    In a big table only the mentees of those whose price fell are looked at again; in a small one choosing would cost
    more than it saves.
    """
    ahead = np.full((len(cost), seating.free + 1), 2 * unmatched)
    np.subtract(cost.take(seating.full, axis=1), seating.own[:, None], out=ahead[:, :-1])
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
