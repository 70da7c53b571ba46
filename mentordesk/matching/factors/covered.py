"""Share of one person's terms that another's cover, for factors that ask what a mentee wants or comes from.

Covered of wanted and never the terms of both together: a mentor with many strengths must not lose by them.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mentordesk.matching.factors.factor import FULL, Plane
from mentordesk.matching.kinds import Kinds
from mentordesk.matching.terms import Words, both_told, common, terms


def covered(wanted: Words, offered: Words) -> int | None:
    """A part of 10,000; None where either is unknown."""
    mine, theirs = terms(wanted), terms(offered)
    return round(FULL * len(mine & theirs) / len(mine)) if mine and theirs else None


def covered_plane(wanted: Iterable[Words], offered: Iterable[Words]) -> Plane:
    """The same for all pairs."""
    mine, theirs = Kinds(wanted), Kinds(offered)
    asked, given = tuple(map(terms, mine.different)), tuple(map(terms, theirs.different))
    sizes = np.array([len(kind) or 1 for kind in asked], dtype=np.float64)
    parts = FULL * common(asked, given) / sizes[:, None]
    return Plane.of(parts, both_told(asked, given)).for_people(mine, theirs)
