"""Personality: how alike the interviews rate the two, on the traits that both were rated on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mentordesk.i18n.message import Listed, Message, Sayable, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Parts, Plane
from mentordesk.matching.levels import Whole

Counts = npt.NDArray[np.int32]

_WIDEST = 4  # from 1 to 5
_ALIKE = 1  # steps that still count as alike in words
# Within a sentence; the interview's own titles tell the scale, which is told here with the ratings.
_SPOKEN: Mapping[str, Message] = {
    "openness": msg("openness to new ways"),
    "structure": msg("order and planning"),
}


def _part(mentee: Candidate, mentor: Candidate, _question: Question) -> int | None:
    steps = _steps(mentee, mentor)
    return _alike(sum(steps.values()), len(steps)) if steps else None


def _steps(mentee: Candidate, mentor: Candidate) -> dict[str, int]:
    return {key: abs(mentor.traits[key] - mine) for key, mine in mentee.traits.items() if key in mentor.traits}


def _alike(steps: int, traits: int) -> int:
    return max(0, round(FULL - FULL * steps / (_WIDEST * traits)))


def _plane(question: Question) -> Plane:
    keys = {key for mentee in question.mentees for key in mentee.traits}
    rated = _WIDEST * len(keys) + 1  # one number holds on how many traits both were rated, and the steps between them
    steps = _counted(rated)
    total = np.zeros(question.shape, dtype=np.int32)
    for mine, theirs in zip(_ratings(question.mentees, keys), _ratings(question.mentors, keys), strict=True):
        total += steps[mine].take(theirs, axis=1)
    return Plane(_parts(len(keys)).take(total), total >= rated)


@lru_cache(maxsize=16)
def _counted(rated: int) -> Counts:
    """What a trait adds for any two ratings from 1 to 5; 0 is not rated."""
    rating = np.arange(_WIDEST + 2, dtype=np.int32)
    counted = rated + abs(rating - rating[:, None])
    counted[0] = counted[:, 0] = 0
    return counted


def _ratings(candidates: Sequence[Candidate], keys: Iterable[str]) -> Whole:
    """A row for each trait, with everybody's rating."""
    return np.array([[one.traits.get(key, 0) for one in candidates] for key in keys], dtype=np.int64)


@lru_cache(maxsize=16)
def _parts(most: int) -> Parts:
    """By the number that `_plane` sums up."""
    widest = _WIDEST * most
    parts = [[_alike(steps, traits) for steps in range(widest + 1)] for traits in range(1, most + 1)]
    return np.array([[NEUTRAL] * (widest + 1), *parts], dtype=np.int16).ravel()


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> Evidence:
    """A trait of which only one was rated is told, and lowers how much is known."""
    steps = _steps(mentee, mentor)
    unknown = tuple(_unrated(mentee, mentor, question))
    if not steps:
        return Evidence.missing(*unknown)
    alike = _rated([key for key, apart in steps.items() if apart <= _ALIKE], mentee, mentor, question)
    unlike = _rated([key for key, apart in steps.items() if apart > _ALIKE], mentee, mentor, question)
    names = {"mentee": mentee.name, "mentor": mentor.name}
    said = []
    if alike.items:
        said.append(msg("{mentee} and {mentor} are alike in: {traits}.", **names, traits=alike))
    if unlike.items:
        said.append(msg("{mentee} and {mentor} differ in: {traits}.", **names, traits=unlike))
    return Evidence(tuple(said), unknown, len(steps) / len(mentee.traits.keys() | mentor.traits.keys()))


def _rated(keys: Sequence[str], mentee: Candidate, mentor: Candidate, question: Question) -> Listed:
    """Each trait with the mentee's rating, then the mentor's."""
    return Listed(
        tuple(
            msg(
                "{trait} ({mine} and {theirs} of 5)",
                trait=_spoken(key, question),
                mine=mentee.traits[key],
                theirs=mentor.traits[key],
            )
            for key in keys
        )
    )


def _spoken(key: str, question: Question) -> Sayable | str:
    if key in _SPOKEN:
        return _SPOKEN[key]
    return question.traits.get(key) or key


def _unrated(mentee: Candidate, mentor: Candidate, question: Question) -> Iterator[Message]:
    nobody = tuple(one.name for one in (mentee, mentor) if not one.traits)
    if nobody:
        yield msg("No data on the personality of {names}.", names=Listed(nobody))
        return
    for one, other in ((mentee, mentor), (mentor, mentee)):
        alone = tuple(_spoken(key, question) for key in one.traits if key not in other.traits)
        if alone:
            yield msg("Only {name} was rated on: {traits}.", name=one.name, traits=Listed(alone))


PERSONALITY = Factor("personality", msg("Personality"), 10, _part, _plane, _evidence, shareable=False)
