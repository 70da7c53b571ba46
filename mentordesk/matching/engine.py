"""The one door to the solver of assignment problems: scipy's, imported at its first use (0.4 to 1 s).

Not here: what a cost means, nor any trust in the answer: `proof` checks it.
"""

from __future__ import annotations

import numpy as np

from mentordesk.matching.levels import Mask, Points, Whole
from mentordesk.matching.parts import parts

_WORTH_REDUCING = 4_000
"""Cells from which taking the smallest cost off every row first pays (the solver starts from zero)."""


def warm_up() -> None:
    """Imports the solver, for an idle moment before the first plan."""
    _assign(np.zeros((1, 1)))


def cheapest_rows_to_columns(table: Points) -> tuple[Whole, Whole]:
    """Each row its own column (or each column its own row, if they are fewer) at least cost; inf is never chosen."""
    return _assign(table)


def cheapest_seats(cost: Whole, places: Whole, unmatched: int, order: tuple[Whole, Whole] | None = None) -> Whole:
    """The mentor of each mentee on a cheapest board, -1 for none; `unmatched` is what that costs.

    Mentees and mentors are taken in the given order, so that equal costs are broken by it and not by the input.
    """
    mentees, mentors = order if order is not None else (np.arange(cost.shape[0]), np.arange(cost.shape[1]))
    seat_of = np.full(len(mentees), -1, dtype=np.int64)
    possible: Mask = cost < unmatched
    wanted = np.minimum(places, possible.sum(axis=0))
    rows = mentees[possible.sum(axis=1)[mentees] > 0]
    slots = np.repeat(mentors, wanted[mentors])
    table = np.empty((len(rows), len(slots)))
    for part in parts(len(rows), len(slots)):
        table[part] = cost.take(rows[part], axis=0).take(slots, axis=1)
    seated, slot = _assign(_reduced(table))
    mentee, mentor = rows[seated], slots[slot]
    kept = possible[mentee, mentor]
    seat_of[mentee[kept]] = mentor[kept]
    return seat_of


def _reduced(table: Points) -> Points:
    """The same question with costs nearer zero, in place: exact, because every row (or column) must be assigned."""
    rows, columns = table.shape
    if table.size < _WORTH_REDUCING:
        return table
    if rows <= columns:
        for part in parts(rows, columns):
            table[part] -= table[part].min(axis=1, keepdims=True)
    if rows >= columns:
        table -= table.min(axis=0)
    return table


def _assign(table: Points) -> tuple[Whole, Whole]:
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(table)
    return rows, columns
