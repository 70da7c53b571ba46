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

_CROWD = 4
"""More mentees of one mentor are looked at by themselves."""

_AT_ONCE = 32
"""So many nodes are taken out before the table is made smaller."""

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

    def distances(self) -> Whole:
        """The cheapest chain to every node from every node; those of a node's column lead away from it."""
        return _all_chains(self.into.copy())

    def costs_to(self, target: Whole) -> Whole:
        """What the cheapest chain from every node costs, a row for each target, without the prices of the proof.

        Counted in 32 bits, twice as quick; what costs more than they hold is mended. Not for zero prices.
        """
        arcs = self.into >> self.bits
        narrow = _chains_to(target, np.minimum(arcs, _FAR).astype(np.int32))
        far = narrow >= _FAR
        sources = np.bitwise_or.reduce(far, axis=0).nonzero()[0]
        if len(sources) * _FEW > len(arcs):
            distance = _chains_to(target, arcs)
        else:
            distance = _mended(np.where(far, np.int64(_NO_WAY), narrow.astype(np.int64)), arcs, sources)
        return self._plain(distance, target)

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
        """The prices that prove the board: what the chains to a full mentor cost from where places are free.

        Of moves that were made without prices."""
        price = distance[:, self.seating.free] >> self.bits
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
    _pass_over(distance, distance, distance)
    return distance


def _pass_over(distance: npt.NDArray[Number], into: npt.NDArray[Number], onward: npt.NDArray[Number]) -> None:
    """Lets the chains go over some nodes: `into` has a column for each, `onward` a row, both as they are by then."""
    through = np.empty_like(distance)
    for column, row in zip(into.T[:, :, None], onward, strict=True):
        np.add(column, row, through)
        np.minimum(distance, through, out=distance)


def _chains_to(target: Whole, arcs: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The cheapest chains to some nodes from every node, a row for each target; arcs are target x source.

    Carré's elimination (An algebra for network routing problems, 1971): the nodes not asked for are taken out one by
    one, the ways over each being kept by those still in; then each is put back, the last one first.
    """
    asked, nodes = len(target), len(arcs)
    others = np.ones(nodes, dtype=bool)
    others[target] = False
    order = np.append(target, others.nonzero()[0])
    left = arcs.take(order, axis=0).take(order, axis=1)
    for still_in in range(nodes, asked, -_AT_ONCE):
        _take_out(left, max(asked, still_in - _AT_ONCE), still_in)
    found = left[:asked]
    _pass_over(found, found[:, :asked], left[:asked])
    _pass_over(found, found[:, asked:], left[asked:])
    chains = np.empty_like(found)
    chains[:, order] = found
    return chains


def _take_out(left: npt.NDArray[Number], first: int, end: int) -> None:
    """The nodes from `first` to `end`, the last one first; worked on in a copy whose rows lie close together."""
    table = left[:end, :end].copy()
    through = np.empty_like(table)
    for node in reversed(range(first, end)):
        np.add(table[:node, node, None], table[node], out=through[:node])
        np.minimum(table[:node], through[:node], out=table[:node])
    left[:end, :end] = table


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
    if not cost.shape[1]:
        return np.zeros((len(cost), 1), dtype=np.int64)
    extra = columns(cost, np.append(seating.full, 0))
    np.putmask(extra, extra == unmatched, 4 * unmatched)
    extra[:, -1] = columns(cost, seating.roomy).min(axis=1, initial=unmatched)
    extra -= seating.own[:, None]
    return extra


def _cheapest(extra: Whole, unmatched: int, seating: Seating) -> Whole:
    """The least of it among the mentees of each node (row)."""
    free, by_node = seating.free, seating.at.argsort(kind="stable")
    count = np.bincount(seating.at, minlength=free + 1)
    end = count.cumsum()
    first = end - count
    least = np.empty((free + 1, free + 1), dtype=np.int64)
    crowded = (count[:-1] > _CROWD).nonzero()[0].tolist()
    if free:
        depth = _CROWD if crowded else int(count[:-1].max())
        _least_of(extra, by_node, first[:-1], end[:-1], depth, least[:-1])
    for node in (*crowded, free):
        extra.take(by_node[first[node] : end[node]], axis=0).min(axis=0, initial=4 * unmatched, out=least[node])
    return least


def _least_of(extra: Whole, by_node: Whole, first: Whole, end: Whole, depth: int, least: Whole) -> None:
    """For nodes that all have somebody, and nobody beyond `depth`: the first of each, the second of each, and on."""
    extra.take(by_node[first], axis=0, out=least, mode="clip")
    last = end - 1
    for more in range(1, depth):
        another = by_node[np.minimum(first + more, last)]
        np.minimum(least, extra.take(another, axis=0), out=least)
