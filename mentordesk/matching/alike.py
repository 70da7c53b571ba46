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
    mine = np.array([number[answer] for answer in first], dtype=np.int32)[:, None]
    theirs = np.array([number[answer] for answer in second], dtype=np.int32)
    return _likeness(mine == theirs, (mine > 0) & (theirs > 0))


def alike_in_any(first: Iterable[Words], second: Iterable[Words], read: Callable[[Words], frozenset[str]]) -> Likeness:
    """Of several answers each, as `read` understands them, one in common being enough; none are unknown."""
    mine, theirs = Kinds(first), Kinds(second)
    said, other = tuple(map(read, mine.different)), tuple(map(read, theirs.different))
    return for_people(_likeness(common(said, other) > 0, both_told(said, other)), mine, theirs)


def _likeness(same: npt.NDArray[np.bool_], known: npt.NDArray[np.bool_]) -> Likeness:
    likeness = (same & known).view(np.int8)
    likeness -= (known & ~same).view(np.int8)
    likeness += UNKNOWN
    return likeness
