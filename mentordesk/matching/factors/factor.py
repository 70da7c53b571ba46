"""What a soft factor is made of. Which ones there are: the package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mentordesk.i18n.message import Message
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.kinds import Kind, Kinds, for_people
from mentordesk.matching.levels import Mask, Points

FULL = 10_000
"""The part of a perfect fit: whole numbers, so that a score is exact in whatever order it is summed up."""

NEUTRAL = FULL // 2
"""The part of a pair of whom the factor knows nothing."""

Parts = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """A factor for all pairs, mentees x mentors: parts of 10,000, and where anything is known."""

    parts: Parts
    known: Mask

    @classmethod
    def of(cls, parts: Points, known: Mask) -> Plane:
        """Rounded, and neutral where nothing is known."""
        return cls(np.where(known, np.rint(parts), NEUTRAL).astype(np.int16), known)

    def for_people(self, first: Kinds[Kind], second: Kinds[Kind]) -> Plane:
        """From kinds by kinds to people by people."""
        return Plane(for_people(self.parts, first, second), for_people(self.known, first, second))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a pair, in words, and what is not, and of whom; `share` of the factor is known, 0 to 1.

    The share is 0 exactly where the part is None.
    """

    known: tuple[Message, ...]
    unknown: tuple[Message, ...] = ()
    share: float = 1.0

    @classmethod
    def missing(cls, *unknown: Message) -> Evidence:
        """Nothing is known that the two could be compared by."""
        return cls((), unknown, 0.0)

    @property
    def sentences(self) -> tuple[Message, ...]:
        return self.known + self.unknown


@dataclass(frozen=True, slots=True)
class Factor:
    """`part` is None where nothing is known; `plane` says the same for all pairs; `evidence` says it in words."""

    key: str
    title: Message
    usual_weight: int  # where a programme doesn't mention the factor
    part: Callable[[Candidate, Candidate, Question], int | None]
    plane: Callable[[Question], Plane]
    evidence: Callable[[Candidate, Candidate, Question], Evidence]
    shareable: bool = True  # its sentences may be shown to the two themselves
