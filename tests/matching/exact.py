"""The same question put to an exact solver of integer programmes, level by level: what the matching is held against."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, vstack

from mentordesk.matching.levels import Mask, Points, Whole
from tests.matching.instances import Instance


@dataclass
class ExactBoards:
    """All boards of an instance that are best in the levels asked for so far."""

    instance: Instance
    lowest: float = -np.inf
    _settled: list[tuple[Points, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        scores, allowed, capacity = self.instance.arguments
        self.pairs = np.argwhere(allowed & (capacity > 0) & (np.where(allowed, scores, 0) >= self.lowest))
        mentees, mentors = scores.shape
        count = np.arange(len(self.pairs))
        one = np.ones(len(count))
        rows = csr_matrix((one, (self.pairs[:, 0], count)), (mentees, len(count)))
        columns = csr_matrix((one, (self.pairs[:, 1], count)), (mentors, len(count)))
        self._limits = LinearConstraint(vstack([rows, columns]), ub=np.concatenate([np.ones(mentees), capacity]))

    def least(self, cost: Points | Whole | Mask) -> int:
        """The smallest sum of a whole-numbered cost of pairs; from now on only boards with that sum count."""
        if not len(self.pairs):
            return 0
        weights = cost[self.pairs[:, 0], self.pairs[:, 1]].astype(float)
        kept = [LinearConstraint(other[None], total, total) for other, total in self._settled]
        answer = milp(
            weights,
            integrality=np.ones(len(weights)),
            bounds=Bounds(0, 1),
            constraints=[self._limits, *kept],
            options={"mip_rel_gap": 0},
        )
        assert answer.success, answer.message
        total = round(float(weights @ np.round(answer.x)))
        self._settled.append((weights, total))
        return total


def levels(instance: Instance, boards: ExactBoards) -> tuple[int, int, int]:
    """Unmatched, weak pairs, hundredths lost."""
    score = np.rint(instance.scores * 100)
    unmatched = len(score) + boards.least(np.full(score.shape, -1))
    return unmatched, boards.least(score < instance.floor * 100), boards.least(10_000 - score)


def levels_of(instance: Instance, mentor_of: Whole) -> tuple[int, int, int]:
    """The same of a board; asserts that it is one."""
    seated = np.flatnonzero(mentor_of >= 0)
    assert instance.allowed[seated, mentor_of[seated]].all()
    load = np.bincount(mentor_of[seated], minlength=len(instance.capacity))
    assert (load <= instance.capacity).all()
    return cost_of(instance, mentor_of)


def cost_of(instance: Instance, mentor_of: Whole) -> tuple[int, int, int]:
    """Of any placing of mentees, whether allowed or not."""
    seated = np.flatnonzero(mentor_of >= 0)
    score = np.rint(instance.scores[seated, mentor_of[seated]] * 100).astype(int)
    weak = int((score < instance.floor * 100).sum())
    return len(mentor_of) - len(seated), weak, int((10_000 - score).sum())
