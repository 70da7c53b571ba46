"""Whether two people give the same answer: to a question with one answer, or to one with several.

Not here: what being alike is worth (`factors`) or forbids (`rules`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import count

import numpy as np
import numpy.typing as npt

from mentordesk.matching.kinds import Kinds, for_people
from mentordesk.matching.terms import Words, both_told, common

UNLIKE, UNKNOWN, ALIKE = range(3)
Likeness = npt.NDArray[np.int8]
"""Each of the three for every pair."""


def alike(first: Iterable[str], second: Iterable[str]) -> Likeness:
    """Of one answer each; '' is unknown."""
    number = defaultdict(count(1).__next__, {"": 0})
    mine, theirs = list(map(number.__getitem__, first)), list(map(number.__getitem__, second))
    answers = np.zeros((len(number), len(number)), dtype=np.int8)  # unlike, where nothing else is known
    answers.flat[:: len(number) + 1] = ALIKE
    answers[0] = answers[:, 0] = UNKNOWN
    return answers.take(mine, axis=0).take(theirs, axis=1)


def alike_in_any(first: Iterable[Words], second: Iterable[Words], read: Callable[[Words], frozenset[str]]) -> Likeness:
    """Of several answers each, as `read` understands them, one in common being enough; none are unknown."""
    mine, theirs = Kinds(first), Kinds(second)
    said, other = tuple(map(read, mine.different)), tuple(map(read, theirs.different))
    return for_people(_likeness(common(said, other) > 0, both_told(said, other)), mine, theirs)


def _likeness(same: npt.NDArray[np.bool_], known: npt.NDArray[np.bool_]) -> Likeness:
    """Twice where both are known and the same, once where they are not known, else nothing."""
    likeness = (same & known).view(np.int8)
    likeness += likeness
    likeness += (~known).view(np.int8)
    return likeness
