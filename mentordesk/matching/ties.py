"""Which of equally good boards: the one people have seen, then the one that the hash of two stable ids picks.

So the same people get the same board whatever the order of rows, the machine or the solver (levels 4 and 5).
Not here: what makes boards equally good (`optimum`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from mentordesk.matching.engine import cheapest_rows_to_columns
from mentordesk.matching.levels import Mask, Points, Whole
from mentordesk.matching.proof import Bound
from mentordesk.matching.seating import Seating

_HASH_BITS = 20

Pairs: TypeAlias = tuple[Whole, Whole]
"""Mentees and their mentors."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The order of the ids, and a hash of each pair: what stays when rows and columns are shuffled."""

    mentees: Whole
    mentors: Whole
    ids: tuple[tuple[str, ...], tuple[str, ...]] | None

    @classmethod
    def of(cls, ids: tuple[Sequence[str], Sequence[str]] | None, mentees: int, mentors: int) -> Names:
        """Without ids the positions are the names."""
        if ids is None:
            return cls(np.arange(mentees), np.arange(mentors), None)
        if (len(ids[0]), len(ids[1])) != (mentees, mentors):
            raise ValueError("The ids must be one for each mentee and one for each mentor.")
        mentee_ids, mentor_ids = map(tuple, ids)
        return cls(_order(mentee_ids), _order(mentor_ids), (mentee_ids, mentor_ids))

    @property
    def order(self) -> tuple[Whole, Whole]:
        return self.mentees, self.mentors

    def hashes(self, mentees: Whole, mentors: Whole) -> Whole:
        """20 bits for each pair, well mixed (the finaliser of splitmix64)."""
        first = self._seeds(0, mentees)[:, None] * np.uint64(0x9E3779B97F4A7C15)
        mixed = first + self._seeds(1, mentors) * np.uint64(0xD1B54A32D192ED03)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        top: Whole = (mixed >> np.uint64(64 - _HASH_BITS)).astype(np.int64)
        return top

    def _seeds(self, side: int, people: Whole) -> npt.NDArray[np.uint64]:
        if self.ids is None:
            return people.astype(np.uint64)
        return _numbers(self.ids[side])[people]


@lru_cache(maxsize=8)
def _order(ids: tuple[str, ...]) -> Whole:
    """Kept, as from drag to drag the same people are asked about."""
    if len(set(ids)) != len(ids):
        raise ValueError("An id must be of one person only.")
    order = np.asarray(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    order.setflags(write=False)
    return order


@lru_cache(maxsize=8)
def _numbers(ids: tuple[str, ...]) -> npt.NDArray[np.uint64]:
    """What each id is mixed from; kept as the order is."""
    numbers = np.asarray([zlib.crc32(one.encode()) for one in ids], dtype=np.uint64)
    numbers.setflags(write=False)
    return numbers


@dataclass(frozen=True, slots=True, eq=False)
class _FreeMoves:
    """Moves that cost nothing: mentee `who` to mentor `to` (-1: none), from node to node.

    A mentor whose place has no price counts as one with a free place: it can be left empty for nothing.
    """

    who: Whole
    to: Whole
    source: Whole
    target: Whole

    @classmethod
    def of(cls, tight: Pairs, unmatched: int, seating: Seating, bound: Bound) -> _FreeMoves:
        own = seating.mentor_of
        who, to = tight
        leaving = ((bound.u == unmatched) & (own >= 0)).nonzero()[0]
        # each mentor with a price was reached by one free move: if there are no others, they branch and never close
        if len(who) + len(leaving) == np.count_nonzero(own >= 0) + np.count_nonzero(bound.v):
            return cls.none()
        real = to != own[who]
        who = np.append(who[real], leaving)
        to = np.append(to[real], np.full(len(leaving), -1))
        node_of = np.where(np.append(bound.v, 0) < 0, seating.node_of, seating.free)
        return cls(who, to, node_of[own[who]], node_of[to])

    @classmethod
    def none(cls) -> _FreeMoves:
        nothing = np.zeros(0, dtype=np.int64)
        return cls(nothing, nothing, nothing, nothing)

    def on_a_ring(self, nodes: int) -> _FreeMoves:
        """Without the moves that no ring of moves can hold: nobody would fill the place, or none is there to fill."""
        moves = self
        while len(moves.who):
            left = np.zeros(nodes, dtype=bool)
            taken = np.zeros(nodes, dtype=bool)
            left[moves.source] = True
            taken[moves.target] = True
            keep = taken[moves.source] & left[moves.target]
            if keep.all():
                break
            moves = _FreeMoves(moves.who[keep], moves.to[keep], moves.source[keep], moves.target[keep])
        return moves


def tight_pairs(cost: Whole, unmatched: int, bound: Bound) -> Pairs:
    """The pairs that may meet and cost just their two prices: a board as cheap as the best has no others."""
    tight = (cost == bound.u[:, None] + bound.v).ravel().nonzero()[0]
    tight = tight[cost.take(tight) < unmatched]
    who, to = np.divmod(tight, max(1, cost.shape[1]))
    return who, to


def settled(
    tight: Pairs, places: Whole, unmatched: int, seating: Seating, bound: Bound, shown: Whole | None, names: Names
) -> Whole:
    """The one board among those as cheap as this: all that use only the `tight` pairs under the same prices."""
    moves = _FreeMoves.of(tight, unmatched, seating, bound).on_a_ring(seating.free + 1)
    if not len(moves.who):
        return seating.mentor_of
    return _Choices.of(moves, seating, names).best(places, bound, shown, names)


@dataclass(frozen=True, slots=True, eq=False)
class _Choices:
    """The mentees that could sit elsewhere, in the order of their ids, and where: the last column is no mentor."""

    seating: Seating
    movers: Whole
    mentors: Whole
    possible: Mask

    @classmethod
    def of(cls, moves: _FreeMoves, seating: Seating, names: Names) -> _Choices:
        moving = np.zeros(len(names.mentees), dtype=bool)
        moving[moves.who] = True
        movers = names.mentees[moving[names.mentees]]
        who = np.append(moves.who, movers)
        to = np.append(moves.to, seating.mentor_of[movers])
        open_ = np.zeros(len(names.mentors) + 1, dtype=bool)
        open_[to] = True
        mentors = names.mentors[open_[names.mentors]]
        column = np.full(len(open_), len(mentors))
        column[mentors] = np.arange(len(mentors))
        row = np.empty(len(moving), dtype=np.int64)
        row[movers] = np.arange(len(movers))
        possible = np.zeros((len(movers), len(mentors) + 1), dtype=bool)
        possible[row[who], column[to]] = True
        return cls(seating, movers, mentors, possible)

    def best(self, places: Whole, bound: Bound, shown: Whole | None, names: Names) -> Whole:
        """Fewest pairs that were not shown, then the smallest sum of hashes; a square of people, places and gaps."""
        slots, gaps_from = self._slots(places), len(self.movers)
        table = np.zeros((len(slots), len(slots)))
        table[:gaps_from] = self._taste(shown, names)[:, slots]
        never_empty = np.append(bound.v[self.mentors] < 0, True)
        table[gaps_from:, never_empty[slots]] = np.inf
        _, slot = cheapest_rows_to_columns(table)
        board = self.seating.mentor_of.copy()
        board[self.movers] = np.append(self.mentors, -1)[slots[slot[:gaps_from]]]
        return board

    def _slots(self, places: Whole) -> Whole:
        """A column for each place the movers can fill, and one for each of them that must stay without a mentor."""
        mentor_of, mentors = self.seating.mentor_of, len(places)
        load = np.bincount(mentor_of + 1, minlength=mentors + 1)[1:]
        moving = np.bincount(mentor_of[self.movers] + 1, minlength=mentors + 1)
        room = (places - load + moving[1:])[self.mentors]
        width = np.minimum(room, self.possible[:, :-1].sum(axis=0))
        return np.repeat(np.arange(len(width) + 1), np.append(width, moving[0]))

    def _taste(self, shown: Whole | None, names: Names) -> Points:
        taste = np.zeros(self.possible.shape)
        taste[:, :-1] = names.hashes(self.movers, self.mentors)
        if shown is not None:
            taste[:, :-1] += (self.mentors != shown[self.movers, None]) * float(len(self.movers) << _HASH_BITS)
        taste[~self.possible] = np.inf
        return taste
