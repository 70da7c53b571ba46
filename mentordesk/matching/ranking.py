"""The best plans in order: the best one, and what comes next to it (R33).

Every other board belongs to the last mentee, by id, who sits elsewhere in it (Murty's split). The best board of hers
is the cheapest ring of moves through her in which only mentees before her take part, and one pass over the mentees
finds all those rings (Chegireddy and Hamacher). Not here: the best plan itself (`optimum`), nor why one is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, nsmallest
from itertools import count

import numpy as np
import numpy.typing as npt

from mentordesk.matching.cohort import Cohort
from mentordesk.matching.levels import Whole
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.proof import Proof
from mentordesk.matching.ties import Names

_NEVER = 1 << 61
"""The cost of what may not be: twice as much still fits, and what may be costs less than half."""

_FREE = 0
"""The node of every free place, and of having no mentor: who leaves a place need not be followed by anybody."""


def best_plans(
    scores: npt.ArrayLike,
    allowed: npt.ArrayLike,
    capacity: npt.ArrayLike,
    k: int,
    *,
    floor: float = 50.0,
    shown: npt.ArrayLike | None = None,
    ids: tuple[Sequence[str], Sequence[str]] | None = None,
) -> tuple[Plan, ...]:
    """The `k` best boards there are, best first and each different; fewer if there are no more.

    The first is that of `best_plan`, with the same arguments and errors; the proof of another holds only if it is as
    good. Also boards that leave somebody out come, in their turn. ValueError if `k` is below one.
    """
    if k < 1:
        raise ValueError("At least one plan must be asked for.")
    best = best_plan(scores, allowed, capacity, floor=floor, shown=shown, ids=ids)
    cohort = best.proof.cohort
    names = Names.of(ids, *cohort.scores.shape)
    ranked = _Ranking.of(cohort, names).boards(best.mentor_of, k)
    return (best, *(Plan.of(Proof(cohort, board, best.proof.bound)) for board in ranked))


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Boards that keep all mentees from number `free` on where `seat_of` has them, and use none of the `closed`
    pairs; `seat_of` is the best of them."""

    cost: int
    seat_of: Whole
    free: int
    closed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Ring:
    """The cheapest change of a board through `mentee`, in which only she and those before her move."""

    cost: int
    mentee: int
    seat_of: Whole


@dataclass(frozen=True, slots=True, eq=False)
class _Ranking:
    """What each mentee costs with each mentor, both in the order of their ids; the last column is no mentor."""

    table: Whole
    places: Whole
    names: Names

    @classmethod
    def of(cls, cohort: Cohort, names: Names) -> _Ranking:
        cost, unmatched = cohort.cost()[names.mentees][:, names.mentors], cohort.levels.unmatched
        table = np.full((len(cost), cost.shape[1] + 1), unmatched)
        table[:, :-1] = np.where(cost < unmatched, cost, _NEVER)
        return cls(table, np.append(cohort.places[names.mentors], len(cost) + 1), names)

    def boards(self, best: Whole, k: int) -> Iterator[Whole]:
        """What follows the `best` board, up to `k` with it; both in the order of the question."""
        waiting: list[tuple[int, int, _Group]] = []
        number = count()
        group = _Group(0, self._by_id(best), len(self.table), ())
        for wanted in range(k - 1, 0, -1):
            too_much = _NEVER // 2
            if len(waiting) >= wanted:
                too_much = nsmallest(wanted, waiting)[-1][0]
            for ring in self._rings(group, too_much - group.cost):
                own = int(group.seat_of[ring.mentee])
                closed = (*group.closed, (ring.mentee, own))
                part = _Group(group.cost + ring.cost, ring.seat_of, ring.mentee + 1, closed)
                heappush(waiting, (part.cost, next(number), part))
            if not waiting:
                return
            group = heappop(waiting)[2]
            yield self._by_position(group.seat_of)

    def _by_id(self, mentor_of: Whole) -> Whole:
        column = np.append(np.argsort(self.names.mentors), len(self.names.mentors))
        return column[mentor_of[self.names.mentees]]

    def _by_position(self, seat_of: Whole) -> Whole:
        mentor_of = np.empty(len(seat_of), dtype=np.int64)
        mentor_of[self.names.mentees] = np.append(self.names.mentors, -1)[seat_of]
        return mentor_of

    def _rings(self, group: _Group, too_much: int) -> Iterator[_Ring]:
        """For each mentee who may move the cheapest ring, if it costs less than `too_much`.

        A node is a mentee with her place; an arc is one mentee taking the place of another. Before the pass comes to
        a node, the way from it to itself leads over those before it only.
        """
        cost, free_seat = self._arcs(group)
        onward = np.broadcast_to(np.arange(len(cost)), cost.shape).copy()
        through, better = np.empty_like(cost), np.empty(cost.shape, dtype=bool)
        for node in range(len(cost)):
            if node != _FREE and cost[node, node] < too_much:
                yield _Ring(int(cost[node, node]), node - 1, _moved(group.seat_of, onward, node, free_seat))
            cost[node, node] = _NEVER
            np.add(cost[:, node, None], cost[node], out=through)
            np.less(through, cost, out=better)
            np.copyto(cost, through, where=better)
            np.copyto(onward, onward[:, node, None], where=better)

    def _arcs(self, group: _Group) -> tuple[Whole, Whole]:
        """Node x node, and the free place each mentee would take; nobody moves to where she sits."""
        seat_of = group.seat_of[: group.free]
        mentees = np.arange(group.free)
        table = self.table[: group.free].copy()
        own = table[mentees, seat_of]
        table[mentees, seat_of] = _NEVER
        for mentee, seat in group.closed:
            if mentee < group.free:
                table[mentee, seat] = _NEVER
        load = np.bincount(group.seat_of, minlength=len(self.places))
        roomy = (load < self.places).nonzero()[0]
        into_free = table[:, roomy]
        arcs = np.zeros((group.free + 1, group.free + 1), dtype=np.int64)
        arcs[1:, 1:] = table[:, seat_of]
        arcs[1:, _FREE] = into_free.min(axis=1)
        arcs[1:] -= own[:, None]
        return arcs, roomy[into_free.argmin(axis=1)]


def _moved(seat_of: Whole, onward: Whole, start: int, free_seat: Whole) -> Whole:
    """The board after everybody on the ring from `start` has moved one on."""
    board = seat_of.copy()
    node = start
    while True:
        following = int(onward[node, start])
        if node != _FREE:
            board[node - 1] = free_seat[node - 1] if following == _FREE else seat_of[following - 1]
        node = following
        if node == start:
            return board
