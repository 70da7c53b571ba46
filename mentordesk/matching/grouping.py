"""The search for groups: people dealt out, then exchanged while that costs less; and few people tried out exactly.

What two of them in one group cost comes in as numbers; groups.py knows what they mean.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

Costs = npt.NDArray[np.int64]
"""For each two people; the same both ways, 0 for one beside herself."""
Places = npt.NDArray[np.int64]
"""The group of each person, from 0; in `held`, -1 for whoever may sit anywhere."""

_SEED = 53
_STARTS, _AT_LEAST = 12, 3
_MANY = 120  # people, from whom on so many starts would take seconds


def searched(costs: Costs, held: Places, groups: int, good_enough: Callable[[Places], bool]) -> Places:
    """The best of several searches; the same for the same numbers."""
    dice = random.Random(_SEED)  # noqa: S311  # nothing secret hangs on it
    best, least = None, 0
    starts = _STARTS if len(held) <= _MANY else _AT_LEAST
    for start in range(starts):
        found = _exchanged(_dealt(costs, held, groups, dice), costs, held)
        cost = total(found, costs)
        if best is None or cost < least:
            best, least = found, cost
        if start + 1 >= _AT_LEAST and good_enough(best):
            break
    assert best is not None
    return best


def tried_out(costs: Costs, held: Places, groups: int, known: Places) -> Places:
    """Nothing costs less: all divisions that could are tried; `known` is one to begin with."""
    return _Trial(costs, held, groups, known).best


def total(places: Places, costs: Costs) -> int:
    return int(costs[places[:, None] == places[None, :]].sum()) // 2


class _Room:
    """How many more each group takes, so that sizes differ by one at most."""

    def __init__(self, held: Places, groups: int) -> None:
        self._usual = len(held) // groups
        self.sizes = [int((held == group).sum()) for group in range(groups)]
        self._larger = len(held) % groups - sum(size > self._usual for size in self.sizes)

    def has(self, group: int) -> bool:
        size = self.sizes[group]
        return size < self._usual or (size == self._usual and self._larger > 0)

    def take(self, group: int) -> None:
        self._larger -= self.sizes[group] == self._usual
        self.sizes[group] += 1

    def give_back(self, group: int) -> None:
        self.sizes[group] -= 1
        self._larger += self.sizes[group] == self._usual


def _dealt(costs: Costs, held: Places, groups: int, dice: random.Random) -> Places:
    """Whoever costs most beside others first, each where it costs least; else into the smallest group."""
    places, room = held.copy(), _Room(held, groups)
    free = [at for at in range(len(held)) if held[at] < 0]
    dice.shuffle(free)
    free.sort(key=lambda at: -int(costs[at].sum()))
    beside = np.zeros((len(held), groups), dtype=np.int64)
    for group in range(groups):
        beside[:, group] = costs[:, held == group].sum(axis=1)
    for at in free:
        open_groups = [group for group in range(groups) if room.has(group)]
        group = min(open_groups, key=lambda each: (int(beside[at, each]), room.sizes[each], each))
        places[at] = group
        room.take(group)
        beside[:, group] += costs[:, at]
    return places


def _exchanged(places: Places, costs: Costs, held: Places) -> Places:
    """The best exchange of two people, or move of one into a smaller group, as long as one saves anything."""
    groups = int(places.max()) + 1
    fixed = held >= 0
    while True:
        beside = np.stack([costs[:, places == group].sum(axis=1) for group in range(groups)], axis=1)
        now = beside[np.arange(len(places)), places]
        there = beside[:, places]
        saved = now[:, None] + now[None, :] - there - there.T + 2 * costs
        saved[fixed, :] = saved[:, fixed] = 0
        saved[places[:, None] == places[None, :]] = 0
        one, other = divmod(int(saved.argmax()), len(places))
        sizes = np.bincount(places, minlength=groups)
        moved = now[:, None] - beside
        moved[fixed, :] = 0
        moved[~(sizes[places][:, None] == sizes[None, :] + 1)] = 0
        mover, target = divmod(int(moved.argmax()), groups)
        if max(saved[one, other], moved[mover, target]) <= 0:
            return places
        if moved[mover, target] >= saved[one, other]:
            places[mover] = target
        else:
            places[one], places[other] = places[other], places[one]


class _Trial:
    """People seated one after another; a beginning that costs as much as the best known is given up."""

    def __init__(self, costs: Costs, held: Places, groups: int, known: Places) -> None:
        self.best, self._least = known, total(known, costs)
        self._costs = costs.tolist()
        self._room = _Room(held, groups)
        self._groups = groups
        self._named = {int(group) for group in held if group >= 0}  # of the others each is like each
        self._places = held.tolist()
        self._free = sorted((at for at in range(len(held)) if held[at] < 0), key=lambda at: -sum(self._costs[at]))
        self._seated = [at for at in range(len(held)) if held[at] >= 0]
        self._seat(0, total(held, costs) - self._among_unseated(held, costs))

    @staticmethod
    def _among_unseated(held: Places, costs: Costs) -> int:
        free = held < 0
        return int(costs[np.ix_(free, free)].sum()) // 2

    def _seat(self, number: int, cost: int) -> None:
        if cost >= self._least:
            return
        if number == len(self._free):
            self.best, self._least = np.array(self._places, dtype=np.int64), cost
            return
        at = self._free[number]
        for group in self._open():
            beside = sum(self._costs[at][other] for other in self._seated if self._places[other] == group)
            self._places[at] = group
            self._seated.append(at)
            self._room.take(group)
            self._seat(number + 1, cost + beside)
            self._room.give_back(group)
            self._seated.pop()
            self._places[at] = -1

    def _open(self) -> Iterator[int]:
        """Of the empty groups that nobody is held in only the first: the others would be the same again."""
        empty_seen = False
        for group in range(self._groups):
            if not self._room.has(group):
                continue
            if self._room.sizes[group] == 0 and group not in self._named:
                if empty_seen:
                    continue
                empty_seen = True
            yield group
