"""The one door to the solver of assignment problems: scipy's, imported at its first use (0.4 to 1 s).

Not here: what a cost means, nor any trust in the answer: `proof` checks it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

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
        chosen = cost.take(rows[part], axis=0).astype(np.float64)
        chosen.take(slots, axis=1, out=table[part], mode="clip")  # clip spares a check of every column
    seated, slot = _assign(_reduced(table))
    mentee, mentor = rows[seated], slots[slot]
    seat_of[mentee] = np.where(possible[mentee, mentor], mentor, -1)
    return seat_of


def cheapest_of_some(
    mentee: Whole, mentor: Whole, cost: Whole, places: Whole, unmatched: int, order: tuple[Whole, Whole]
) -> Whole:
    """The same where only some pairs may meet: those at the same place of the three, each once."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    mentees, mentors = order
    row_of, rank = np.argsort(mentees), np.argsort(mentors)
    wanted = np.minimum(places, np.bincount(mentor, minlength=len(places)))[mentors]
    slots = np.repeat(mentors, wanted)
    first = (np.cumsum(wanted) - wanted)[rank[mentor]]
    copies = wanted[rank[mentor]]
    nth = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
    rows = np.append(np.repeat(row_of[mentee], copies), np.arange(len(mentees)))
    columns = np.append(np.repeat(first, copies) + nth, len(slots) + np.arange(len(mentees)))
    costs = np.append(np.repeat(cost, copies), np.full(len(mentees), unmatched)) + 1.0  # nothing counts as no pair
    graph = csr_array((costs, (rows, columns)), shape=(len(mentees), len(slots) + len(mentees)))
    graph.sort_indices()
    seated, slot = min_weight_full_bipartite_matching(graph)
    seat_of = np.full(len(mentees), -1, dtype=np.int64)
    seat_of[mentees[seated]] = np.append(slots, np.full(len(mentees), -1))[slot]
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
    rows, columns = _solver()(table)
    return rows, columns


@cache
def _solver() -> Callable[[Points], tuple[Whole, Whole]]:
    from scipy.optimize import linear_sum_assignment

    solver: Callable[[Points], tuple[Whole, Whole]] = linear_sum_assignment
    return solver
