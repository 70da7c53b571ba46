"""The question put to the matching: who fits whom how well, who may meet, and how many each mentor takes.

Reads and refuses what is not a question, and says what each pair costs. Not here: the answer (`optimum`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mentordesk.matching.levels import FULL_SCORE, Levels, Mask, Points, Whole
from mentordesk.matching.parts import SMALL, parts

MOST_PAIRS = 10_000
"""Up to here every sum of costs is exact: in the engine's floats (53 bits) and, with room for chains, in 64 bits."""

_SLACK = 1e-3
"""How far from a whole hundredth a score may lie: enough for 32-bit floats, too little for a third decimal."""


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """Scores in points, mentees x mentors; `places` is each mentor's capacity, at most one for each mentee."""

    scores: Points
    allowed: Mask
    places: Whole
    floor: int
    levels: Levels

    @classmethod
    def read(cls, scores: npt.ArrayLike, allowed: npt.ArrayLike, capacity: npt.ArrayLike, floor: float) -> Cohort:
        """Raises ValueError, with a sentence, for anything that is not a question of this form."""
        points = np.asarray(scores, dtype=np.float64)
        if points.ndim != 2:
            raise ValueError("The scores must be a table, mentees by mentors.")
        may = _mask(allowed, points.shape)
        mentees, mentors = points.shape
        places = np.minimum(whole_numbers(capacity, mentors, "The capacity"), mentees)
        if places.min(initial=0) < 0:
            raise ValueError("A capacity cannot be below zero.")
        _check_scores(points, may)
        if not (0 <= floor <= 100 and abs(floor * 100 - round(floor * 100)) <= _SLACK):
            raise ValueError("The floor must be from 0 to 100 points, in hundredths.")
        most = min(mentees, int(places.sum()))
        if most > MOST_PAIRS:
            raise ValueError(f"A plan can hold at most {MOST_PAIRS} pairs; this one could hold {most}.")
        return cls(points, may, places, round(floor * 100), Levels.for_pairs(most))

    def copy(self) -> Cohort:
        """The question as it is now, whatever is written into its tables later."""
        scores, allowed = self.scores.copy(), self.allowed.copy()
        scores.setflags(write=False)
        allowed.setflags(write=False)
        return Cohort(scores, allowed, self.places, self.floor, self.levels)

    def is_of(self, scores: npt.ArrayLike, allowed: npt.ArrayLike, capacity: npt.ArrayLike, floor: float) -> bool:
        """Whether to read these would make the same question."""
        points, may, places = np.asarray(scores), np.asarray(allowed), np.asarray(capacity)
        return (
            floor * 100 == self.floor
            and may.dtype == np.bool_
            and places.dtype.kind in "iu"
            and (points.shape, may.shape) == (self.scores.shape, self.allowed.shape)
            and places.shape == self.places.shape
            and not np.count_nonzero(points != self.scores)
            and not np.count_nonzero(may != self.allowed)
            and not np.count_nonzero(np.minimum(places, len(self.scores)) != self.places)
        )

    def hundredths(self, rows: slice | Whole = slice(None)) -> Points:
        hundredths: Points = self.scores[rows] * 100.0
        np.rint(hundredths, out=hundredths)
        return hundredths

    def cost(self, lowest: int = 0) -> Whole:
        """What each pair costs: points lost, and the step of a weak pair.

        A pair that may not meet, has no place, or scores under `lowest` hundredths, costs as much as no mentor.
        """
        mentees, mentors = self.scores.shape
        if mentees * mentors <= SMALL:
            return self.cost_of(slice(None), lowest).astype(np.int64)
        cost = np.empty((mentees, mentors), dtype=np.int64)
        for rows in parts(mentees, mentors):
            cost[rows] = self.cost_of(rows, lowest)
        return cost

    def cost_of(self, rows: slice, lowest: int = 0) -> Points:
        """The same for some mentees; whole numbers all."""
        score, unmatched = self.hundredths(rows), float(self.levels.unmatched)
        possible = self.allowed[rows] & (self.places > 0)
        if lowest > 0:
            possible &= score >= lowest
        under_the_floor = score < self.floor
        lost = np.subtract(FULL_SCORE, score, out=score)
        lost += under_the_floor * float(self.levels.weak)
        # the same as lost[~possible] = unmatched, several times faster on a mask without pattern
        np.maximum(lost, ~possible * unmatched, out=lost)
        return np.minimum(lost, unmatched, out=lost)

    def cost_of_pairs(self, mentee: Whole, mentor: Whole) -> Whole:
        """The same for some pairs."""
        score = np.rint(self.scores[mentee, mentor] * 100.0)
        lost = FULL_SCORE - score + (score < self.floor) * float(self.levels.weak)
        possible = self.allowed[mentee, mentor] & (self.places[mentor] > 0)
        return np.where(possible, lost, float(self.levels.unmatched)).astype(np.int64)


def whole_numbers(values: npt.ArrayLike, length: int, what: str) -> Whole:
    array = np.asarray(values)
    if array.shape != (length,):
        raise ValueError(f"{what} must hold {length} numbers.")
    if length and array.dtype.kind not in "iu":
        raise ValueError(f"{what} must be whole numbers.")
    return array.astype(np.int64)


def _mask(allowed: npt.ArrayLike, shape: tuple[int, ...]) -> Mask:
    may = np.asarray(allowed)
    if may.shape != shape:
        raise ValueError("Which pairs are allowed must be a table of the same form as the scores.")
    if may.dtype != np.bool_:
        raise ValueError("Which pairs are allowed must be said with true and false.")
    return may


def _check_scores(points: Points, allowed: Mask) -> None:
    if not points.size or all(_plain_scores(points[rows]) for rows in parts(len(points), points.shape[1])):
        return
    if not np.isfinite(points).all():
        raise ValueError("Every score must be a finite number, also of pairs that are not allowed.")
    asked = points[allowed]
    if ((asked < 0) | (asked > 100)).any():
        raise ValueError("The score of an allowed pair must be from 0 to 100 points.")
    if asked.size and not _off_hundredths(asked) <= _SLACK:
        raise ValueError("The score of an allowed pair must be in whole hundredths of a point.")


def _plain_scores(points: Points) -> bool:
    return bool(points.min() >= 0 and points.max() <= 100) and _off_hundredths(points) <= _SLACK


def _off_hundredths(points: Points) -> float:
    """How far the worst of them lies from a whole hundredth."""
    off = points * 100.0
    off -= np.rint(off)
    return float(np.abs(off, out=off).max())
