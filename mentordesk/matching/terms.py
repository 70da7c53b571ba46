"""Words people wrote, compared: whole terms only, so that "leadership" is not "leadership of change".

Case, marks and å/ä/ö/ø/æ don't count. Not here: what a common term is worth (`factors`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mentordesk.domain.cleaning import folded
from mentordesk.matching.levels import Mask, Whole

Words = tuple[str, ...] | None

_WORD = 2**64 - 1


@lru_cache(maxsize=65_536)
def term(word: str) -> str:
    """One term as it is compared; empty where there is none."""
    return folded(word)


@lru_cache(maxsize=65_536)
def terms(words: Words) -> frozenset[str]:
    """Empty where nothing is known."""
    return frozenset(filter(None, map(term, words or ())))


def within(words: Words, others: Words) -> tuple[str, ...]:
    """Those of the first that stand among the second, as the first wrote them."""
    known = terms(others)
    return tuple(word for word in words or () if term(word) in known)


def beyond(words: Words, others: Words) -> tuple[str, ...]:
    """Those of the first that do not stand among the second."""
    known = terms(others)
    return tuple(word for word in words or () if term(word) and term(word) not in known)


def both_told(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> Mask:
    """Where something is known of both."""
    mine = np.array(list(map(bool, first)), dtype=bool)
    theirs = np.array(list(map(bool, second)), dtype=bool)
    both: Mask = mine[:, None] & theirs
    return both


def common(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> Whole:
    """How many terms each of the first shares with each of the second: a bit for each term, 64 at a time."""
    shared = frozenset[str]().union(*first) & frozenset[str]().union(*second)
    bit = {one: 1 << number for number, one in enumerate(shared)}
    mine, theirs = _bits(first, bit), _bits(second, bit)
    counts = np.zeros((len(mine), len(theirs)), dtype=np.int64)
    for start in range(0, len(bit), 64):
        counts += np.bitwise_count(_word(mine, start)[:, None] & _word(theirs, start))
    return counts


def _bits(people: Sequence[frozenset[str]], bit: dict[str, int]) -> list[int]:
    marks = []
    for known in people:
        mark = 0
        for one in known:
            if one in bit:
                mark |= bit[one]
        marks.append(mark)
    return marks


def _word(bits: list[int], start: int) -> npt.NDArray[np.uint64]:
    return np.array([mark >> start & _WORD for mark in bits], dtype=np.uint64)
