"""The best plan of a whole cohort, with its proof (R32; the levels are those of the matching specification).

Not here: how a score comes about (`scores`), what forcing a pair costs (`prices`), who is left out why (`shortage`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy.typing as npt

from mentordesk.matching.cohort import Cohort, whole_numbers
from mentordesk.matching.engine import cheapest_seats
from mentordesk.matching.levels import Whole
from mentordesk.matching.lowest import highest_lowest
from mentordesk.matching.potentials import prices_of_board
from mentordesk.matching.proof import Bound, NotProved, Proof, Raised
from mentordesk.matching.seating import Seating
from mentordesk.matching.ties import Names, settled


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """`mentor_of` is the column of each mentee's mentor, -1 for none; `worst` and `total` are in points."""

    mentor_of: Whole
    matched: int
    weak: int
    worst: float | None
    total: float
    proof: Proof


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
    best = _Best.of(cohort, names)
    raised = None
    if raise_lowest and (best.seating.mentor_of >= 0).any():
        lowest = highest_lowest(cohort, best.cost, best.seating.mentor_of)
        raised = Raised(best.bound, _Best.of(cohort, names, lowest + 1).bound)
        best = _Best.of(cohort, names, lowest)
    board = settled(best.cost, cohort.places, cohort.levels.unmatched, best.seating, best.bound, seen, names)
    return _proved(Proof(cohort, board, best.bound, raised))


@dataclass(frozen=True, slots=True, eq=False)
class _Best:
    """One best board among those without pairs under `lowest` hundredths, and the prices that show it."""

    cost: Whole
    seating: Seating
    bound: Bound

    @classmethod
    def of(cls, cohort: Cohort, names: Names, lowest: int = 0) -> _Best:
        cost, unmatched = cohort.cost(lowest), cohort.levels.unmatched
        mentor_of = cheapest_seats(cost, cohort.places, unmatched, names.order)
        seating = Seating.of(cost, cohort.places, mentor_of, unmatched)
        return cls(cost, seating, prices_of_board(cost, unmatched, seating))


def _shown(shown: npt.ArrayLike, mentees: int, mentors: int) -> Whole:
    seen = whole_numbers(shown, mentees, "The board that was shown")
    if ((seen < -1) | (seen >= mentors)).any():
        raise ValueError("The board that was shown names a mentor who is not in the table.")
    return seen


def _proved(proof: Proof) -> Plan:
    pairs = proof.pairs()
    if pairs is None or not proof.shows_best(pairs):
        raise NotProved("The plan did not pass its own proof and is not shown.")
    proof.mentor_of.setflags(write=False)
    return Plan(
        proof.mentor_of,
        matched=len(pairs),
        weak=int((pairs < proof.cohort.floor).sum()),
        worst=int(pairs.min()) / 100 if len(pairs) else None,
        total=int(pairs.sum()) / 100,
        proof=proof,
    )
