"""The best plan of a whole cohort, with its proof (R32; the levels are those of the matching specification).

Not here: how a score comes about (`scores`), what forcing a pair costs (`prices`), who is left out why (`shortage`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy.typing as npt

from mentordesk.matching.cohort import Cohort, whole_numbers
from mentordesk.matching.ground import Ground
from mentordesk.matching.levels import Whole
from mentordesk.matching.lowest import highest_lowest
from mentordesk.matching.proof import Measures, NotProved, Proof, Raised
from mentordesk.matching.register import best_of_register, worth_choosing
from mentordesk.matching.ties import Names


@dataclass(frozen=True, slots=True)
class Behind:
    """How much worse one board is than another: mentees left out, weak pairs, points in sum, and points by which its
    lowest pair is lower (None if one of them has no pair). Below zero is better."""

    unmatched: int
    weak: int
    points: float
    lowest: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """`mentor_of` is the column of each mentee's mentor, -1 for none; `worst` and `total` are in points."""

    mentor_of: Whole
    matched: int
    weak: int
    worst: float | None
    total: float
    proof: Proof
    ground: Ground | None = field(default=None, repr=False)  # what `prices` begin with, where it was kept

    @classmethod
    def of(cls, proof: Proof) -> Plan:
        """Measures the board of a proof, whether or not it is a best one: `proof.holds()` says so.

        Raises NotProved for what is no board at all.
        """
        board = proof.measured()
        if board is None:
            raise NotProved("This is no board: a pair may not meet, or a mentor has too many.")
        return cls._measured(proof, board, None)

    @classmethod
    def _measured(cls, proof: Proof, board: Measures, ground: Ground | None) -> Plan:
        proof.mentor_of.setflags(write=False)
        return cls(
            proof.mentor_of,
            matched=board.matched,
            weak=board.weak,
            worst=None if board.worst is None else board.worst / 100,
            total=board.total / 100,
            proof=proof,
            ground=ground,
        )

    def behind(self, other: Plan) -> Behind:
        """Against another board of the same question."""
        lowest = None
        if self.worst is not None and other.worst is not None:
            lowest = round(other.worst - self.worst, 2)
        points = round(other.total - self.total, 2)
        return Behind(other.matched - self.matched, self.weak - other.weak, points, lowest)


def best_plan(
    scores: npt.ArrayLike,
    allowed: npt.ArrayLike,
    capacity: npt.ArrayLike,
    *,
    floor: float = 50.0,
    raise_lowest: bool = False,
    shown: npt.ArrayLike | None = None,
    ids: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Plan:
    """Seats most mentees, then fewest pairs under the floor, (then raises the lowest,) then most points; among
    equally good plans the nearest to `shown`, then the one the stable ids pick.

    Scores in points, 0 to 100 in hundredths, mentees x mentors. Raises ValueError for anything else, and NotProved
    instead of ever returning a plan whose proof does not hold.
    """
    cohort = Cohort.read(scores, allowed, capacity, floor)
    mentees, mentors = cohort.scores.shape
    names = Names.of(ids, mentees, mentors)
    seen = None if shown is None else _shown(shown, mentees, mentors)
    if not raise_lowest and worth_choosing(cohort):
        return _proved(Proof(cohort, *best_of_register(cohort, seen, names)), None)
    ground = Ground.of(cohort, names)
    raised = None
    if raise_lowest and (ground.seating.mentor_of >= 0).any():
        lowest = highest_lowest(cohort, ground.cost, ground.seating.mentor_of)
        raised = Raised(ground.bound, Ground.of(cohort, names, lowest + 1).bound)
        ground = Ground.of(cohort, names, lowest)
    ground = ground.settled(seen, names)
    return _proved(Proof(cohort, ground.seating.mentor_of, ground.bound, raised), ground)


def _shown(shown: npt.ArrayLike, mentees: int, mentors: int) -> Whole:
    seen = whole_numbers(shown, mentees, "The board that was shown")
    if seen.min(initial=0) < -1 or seen.max(initial=-1) >= mentors:
        raise ValueError("The board that was shown names a mentor who is not in the table.")
    return seen


def _proved(proof: Proof, ground: Ground | None) -> Plan:
    """Raising the lowest pair has no prices, so its ground is not kept."""
    if proof.raised is not None:
        ground = None
    board = proof.measured()
    if board is None or not proof.shows_best(board, None if ground is None else ground.cost):
        raise NotProved("The plan did not pass its own proof and is not shown.")
    return Plan._measured(proof, board, None if ground is None else ground.kept())
