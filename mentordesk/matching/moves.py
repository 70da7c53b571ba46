"""How a best board gives way: the cheapest chains of moves that make one place free, or fill one.

A node is a full mentor; the last is everybody with a free place together with having no mentor, where one more or
one less costs nobody. An arc is the cheapest move of one mentee from node to node, counted against the prices of the
proof, so that none is below zero. Not here: what a chain is asked for (`prices`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from mentordesk.matching.levels import Whole
from mentordesk.matching.proof import Bound
from mentordesk.matching.seating import Seating, columns

Number = TypeVar("Number", np.int64, np.int32)

_MOVE = 2
"""An arc counts its cost first and its moves second; one without a move counts half, so that every arc counts."""

_FAR = (1 << 30) - 1
"""Two of them fit into 32 bits."""

_NO_WAY = 1 << 61

_FEW = 8
"""Mending the chains of one node in so many takes about as long as finding all of them in 64 bits."""

_NEAREST = 32
"""So many nodes are looked at together, the nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """`into` is target x source: the cost of each arc, shifted up by `bits` to make room for the number of moves;
    `extra` is what it costs to move each mentee to each node; `prices` are None if all are zero."""

    cost: Whole
    unmatched: int
    seating: Seating
    extra: Whole
    prices: Whole | None
    into: Whole
    bits: int

    @classmethod
    def of(cls, cost: Whole, unmatched: int, seating: Seating, prices: Whole | None) -> Moves:
        """`prices` are those of the nodes, which only `distances_to` needs: None for all zero."""
        extra = _extra(cost, unmatched, seating)
        arcs = _cheapest(extra, unmatched, seating)
        if prices is not None:
            arcs += prices[:, None] - prices
        bits = (_MOVE * (seating.free + 2)).bit_length()
        arcs <<= bits
        arcs += _MOVE
        left_empty = 1 if prices is None else (-prices << bits) + 1
        np.minimum(arcs[-1], left_empty, out=arcs[-1])
        arcs.flat[:: len(arcs) + 1] = 0
        return cls(cost, unmatched, seating, extra, prices, np.ascontiguousarray(arcs.T), bits)

    def on(self, seating: Seating) -> Moves | None:
        """The same on an equally good board, if it differs only in who has which of the free places."""
        old = self.seating
        same = np.array_equal(old.full, seating.full) and np.array_equal(old.at, seating.at)
        return (
            Moves(self.cost, self.unmatched, seating, self.extra, self.prices, self.into, self.bits) if same else None
        )

    def distances(self) -> Whole:
        """The cheapest chain to every node from every node; those of a node's column lead away from it."""
        return _all_chains(self.into.copy())

    def all_costs(self) -> Whole:
        """What the cheapest chain from every node costs, a row for each target, without the prices of the proof.

        Counted in 32 bits, twice as quick; what costs more than they hold is mended. Not for zero prices.
        """
        arcs = self.into >> self.bits
        narrow = _all_chains(np.minimum(arcs, _FAR).astype(np.int32))
        far = narrow >= _FAR
        sources = np.bitwise_or.reduce(far, axis=0).nonzero()[0]
        if len(sources) * _FEW > len(arcs):
            distance = self.distances() >> self.bits
        else:
            distance = _mended(np.where(far, np.int64(_NO_WAY), narrow.astype(np.int64)), arcs, sources)
        return self._plain(distance, np.arange(len(distance)))

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

    def bound(self, distance: Whole) -> Bound:
        """The prices that prove the board: what the chains to a full mentor cost from where places are free."""
        price = self.costs(distance, np.arange(len(distance)))[:, self.seating.free]
        v = np.zeros(self.cost.shape[1], dtype=np.int64)
        v[self.seating.full] = price[:-1]
        return Bound(self.seating.own - price[self.seating.at], v)

    def costs(self, distance: Whole, target: Whole) -> Whole:
        """What chains, a row for each target, cost without the prices of the proof."""
        return self._plain(distance >> self.bits, target)

    def _plain(self, costs: Whole, target: Whole) -> Whole:
        return costs if self.prices is None else costs - self.prices + self.prices[target, None]

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


def _all_chains(distance: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Floyd and Warshall, in place."""
    through = np.empty_like(distance)
    for column, row in zip(distance.T[:, :, None], distance, strict=True):
        np.add(column, row, through)
        np.minimum(distance, through, out=distance)
    return distance


def _mended(distance: Whole, arcs: Whole, sources: Whole) -> Whole:
    """With the cheapest chains from some nodes, where those from all others, if they are near, are known."""
    changed = len(sources) > 0
    while changed:
        changed = False
        for source in sources:
            shorter = np.minimum(distance[:, source], (distance + arcs[:, source]).min(axis=1))
            changed |= not np.array_equal(shorter, distance[:, source])
            distance[:, source] = shorter
    return distance


def _extra(cost: Whole, unmatched: int, seating: Seating) -> Whole:
    """What moving each mentee to each node costs more than where she sits; far too much if she may not sit there."""
    into_full = columns(cost, seating.full)
    extra = np.empty((len(cost), seating.free + 1), dtype=np.int64)
    extra[:, :-1] = np.where(into_full == unmatched, 4 * unmatched, into_full)
    extra[:, -1] = columns(cost, seating.roomy).min(axis=1, initial=unmatched)
    extra -= seating.own[:, None]
    return extra


def _cheapest(extra: Whole, unmatched: int, seating: Seating) -> Whole:
    """The least of it among the mentees of each node (row)."""
    by_node = np.argsort(seating.at, kind="stable")
    count = np.bincount(seating.at, minlength=seating.free + 1)
    least = np.empty((len(count), len(count)), dtype=np.int64)
    first = count.cumsum() - count
    least[:-1] = extra.take(by_node[first[:-1]], axis=0)  # whoever is full has somebody
    for more in range(1, int(count[:-1].max(initial=0))):
        some = (count[:-1] > more).nonzero()[0]
        least[some] = np.minimum(least[some], extra.take(by_node[first[some] + more], axis=0))
    extra.take(by_node[first[-1] :], axis=0).min(axis=0, initial=4 * unmatched, out=least[-1])
    return least
