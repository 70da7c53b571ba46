"""How a best board gives way: the cheapest chains of moves that make one place free, or fill one.

A node is a full mentor; the last is everybody with a free place together with having no mentor, where one more or
one less costs nobody. An arc is the cheapest move of one mentee from node to node, counted against the prices of the
proof, so that none is below zero. Not here: what a chain is asked for (`prices`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.levels import Whole
from mentordesk.matching.proof import Bound
from mentordesk.matching.seating import Seating

_MOVE = 2
"""An arc counts its cost first and its moves second; one without a move counts half, so that every arc counts."""

_NEAREST = 32
"""So many nodes are looked at together, the nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """`into` is target x source: the cost of each arc, shifted up by `bits` to make room for the number of moves;
    `extra` is what it costs to move each mentee to each node."""

    cost: Whole
    unmatched: int
    seating: Seating
    extra: Whole
    prices: Whole
    into: Whole
    bits: int

    @classmethod
    def of(cls, cost: Whole, unmatched: int, seating: Seating, bound: Bound) -> Moves:
        prices = np.append(bound.v[seating.full], 0)
        extra = _extra(cost, unmatched, seating)
        arcs = _cheapest(extra, unmatched, seating)
        arcs += prices[:, None] - prices
        bits = (_MOVE * (seating.free + 2)).bit_length()
        arcs = (arcs << bits) + _MOVE
        left_empty = (-prices << bits) + 1
        np.minimum(arcs[-1], left_empty, out=arcs[-1])
        arcs.flat[:: len(arcs) + 1] = 0
        return cls(cost, unmatched, seating, extra, prices, np.ascontiguousarray(arcs.T), bits)

    def distances(self) -> Whole:
        """The cheapest chain to every node from every node (Floyd and Warshall)."""
        distance = self.into.copy()
        through = np.empty_like(distance)
        for column, row in zip(distance.T[:, :, None], distance, strict=True):
            np.add(column, row, out=through)
            np.minimum(distance, through, out=distance)
        return distance

    def distances_to(self, target: int, source: int | None = None) -> Whole:
        """The cheapest chain to one node from every node, or surely only from `source` and all that are nearer.

        Dijkstra, many nodes at a time: one that becomes nearer after it was looked at waits again.
        """
        distance: Whole = self.into[target].copy()
        waiting = np.ones(len(distance), dtype=bool)
        waiting[target] = False
        while len(some := waiting.nonzero()[0]):
            if len(some) > _NEAREST:
                some = some[np.argpartition(distance[some], _NEAREST)[:_NEAREST]]
            if source is not None and distance[source] <= distance[some].min():
                break
            waiting[some] = False
            reach = (self.into.take(some, axis=0) + distance[some, None]).min(axis=0)
            waiting |= reach < distance
            np.minimum(distance, reach, out=distance)
        return distance

    def costs(self, distance: Whole, target: Whole) -> Whole:
        """What chains, a row for each target, cost without the prices of the proof."""
        costs: Whole = (distance >> self.bits) - self.prices + self.prices[target, None]
        return costs

    def chain(self, mentee: int, mentor: int, distance: Whole) -> tuple[tuple[int, int, int], ...]:
        """Who moves from whom to whom if the pair is forced; `distance` leads to where the mentee sits now.

        The cheapest chain, and of those one with fewest moves.
        """
        own = int(self.seating.mentor_of[mentee])
        if mentor == own:
            return ()
        moved = [(mentee, own, mentor)]
        node, target = int(self.seating.node_of[mentor]), int(self.seating.at[mentee])
        while node != target:
            onward = self.into[:, node] + distance
            onward[node] = np.iinfo(np.int64).max
            following = int(onward.argmin())
            if (self.into[following, node] - _MOVE) % (1 << self.bits) == 0:
                moved.append(self._cheapest_move(node, following))
            node = following
        return tuple(moved)

    def _cheapest_move(self, node: int, following: int) -> tuple[int, int, int]:
        here = (self.seating.at == node).nonzero()[0]
        mentee = int(here[self.extra[here, following].argmin()])
        own = int(self.seating.mentor_of[mentee])
        if following < self.seating.free:
            return mentee, own, int(self.seating.full[following])
        roomy = self.seating.roomy
        cost = self.cost[mentee, roomy]
        possible = cost.min(initial=self.unmatched) < self.unmatched
        return mentee, own, int(roomy[cost.argmin()]) if possible else -1


def _extra(cost: Whole, unmatched: int, seating: Seating) -> Whole:
    """What moving each mentee to each node costs more than where she sits; far too much if she may not sit there."""
    into_full = cost.take(seating.full, axis=1)
    extra = np.empty((len(cost), seating.free + 1), dtype=np.int64)
    np.maximum(into_full, (into_full == unmatched) * (4 * unmatched), out=extra[:, :-1])
    extra[:, -1] = cost.take(seating.roomy, axis=1).min(axis=1, initial=unmatched)
    extra -= seating.own[:, None]
    return extra


def _cheapest(extra: Whole, unmatched: int, seating: Seating) -> Whole:
    """The least of it among the mentees of each node (row)."""
    by_node = np.argsort(seating.at, kind="stable")
    count = np.bincount(seating.at, minlength=seating.free + 1)
    first = np.cumsum(count) - count
    least = np.full((len(count), len(count)), 4 * unmatched)
    some = count.nonzero()[0]
    least[some] = np.minimum.reduceat(extra[by_node], first[some], axis=0)
    return least
