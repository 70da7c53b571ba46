"""Scores: the programme's weights over the soft factors, for one pair with its reasons or for all pairs at once.

A score says how well a pair fits the programme's own criteria and predicts nothing. Parts and weights are whole
numbers, so both ways give exactly the same hundredths. Not here: which pairs become a plan (`optimum`, `scenario`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors import FACTORS, FULL, NEUTRAL, Evidence, Factor
from mentordesk.matching.levels import Mask, Points, Whole
from mentordesk.matching.rules import Broken, broken, free_places, planes

Parts = npt.NDArray[np.float32]

_WHOLE_IN_32_BITS = 2**24


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """The question in numbers, mentees x mentors: what `best_plan` is asked, and the planes it was made of.

    `scores` are points in hundredths; `parts` (of 10,000) and `known` have a plane for each of FACTORS, `broken` one
    for each applying rule.
    """

    scores: Points
    allowed: Mask
    capacity: Whole
    parts: Parts
    known: Mask
    broken: Mapping[str, Mask]

    def weighed(self, weights: Mapping[str, int]) -> Points:
        """The scores under other weights, for trying them: one product."""
        return _weighed(self.parts, weights_of(weights))

    def points(self, row: int, column: int, weights: Mapping[str, int]) -> Mapping[str, float]:
        """What each factor that weighs anything adds to the score of a pair; as in its explanation."""
        heavy = weights_of(weights)
        weighed = [weight * int(part) for weight, part in zip(heavy, self.parts[:, row, column], strict=True)]
        points = apportioned(weighed, sum(heavy))
        return {factor.key: points[at] / 100 for at, factor in enumerate(FACTORS) if heavy[at]}


@dataclass(frozen=True, slots=True)
class Reason:
    """What a factor adds to a score: `points` of the `most` its weight allows, and what it is told of the two."""

    factor: Factor
    points: float
    most: float
    told: Evidence

    @property
    def missing(self) -> bool:
        """It knows nothing of the two, and counts half."""
        return not self.told.share

    @property
    def evidence(self) -> tuple[Message, ...]:
        """What is known, then what is not."""
        return self.told.sentences


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a pair has its score, heaviest factor first (the points sum up to it), and what keeps the two apart."""

    mentee: ParticipationId
    mentor: ParticipationId
    score: float
    floor: float
    reasons: tuple[Reason, ...]
    broken: tuple[Broken, ...]

    @property
    def points(self) -> Mapping[str, float]:
        return {reason.factor.key: reason.points for reason in self.reasons}

    @property
    def certainty(self) -> float:
        """How much of the weight rests on data, 0 to 1; of a factor known in part, that part."""
        return sum(reason.most * reason.told.share for reason in self.reasons) / 100

    @property
    def verdict(self) -> Message:
        """The score in words; strong begins half-way from the floor to full points."""
        if self.broken:
            return msg("not possible")
        if self.score < self.floor:
            return msg("weak fit")
        return msg("strong fit") if 2 * self.score >= self.floor + 100 else msg("fair fit")


def weights_of(weights: Mapping[str, int]) -> tuple[int, ...]:
    """A weight for each of FACTORS; all equal if none weighs anything.

    Raises:
        ValueError: a weight below zero.
    """
    found = tuple(weights.get(factor.key, factor.usual_weight) for factor in FACTORS)
    if min(found) < 0:
        raise ValueError("A weight cannot be below zero.")
    return found if any(found) else (1,) * len(found)


def matrix(question: Question) -> Matrix:
    """Rules and factors of all pairs at once."""
    parts = np.empty((len(FACTORS), *question.shape), dtype=np.float32)
    known = np.empty(parts.shape, dtype=bool)
    for number, factor in enumerate(FACTORS):
        plane = factor.plane(question)
        parts[number], known[number] = plane.parts, plane.known
    breaking = planes(question)
    forbidden = np.zeros(question.shape, dtype=bool)
    for plane_of_rule in breaking.values():
        forbidden |= plane_of_rule
    places = [free_places(mentor, question) for mentor in question.mentors]
    scores = _weighed(parts, weights_of(question.settings.weights))
    return Matrix(scores, ~forbidden, np.array(places, dtype=np.int64), parts, known, breaking)


def _weighed(parts: Parts, weights: Sequence[int]) -> Points:
    """Exact: sums of whole numbers no larger than their kind of number holds, and one division."""
    enough = np.float32 if sum(weights) * FULL < _WHOLE_IN_32_BITS else np.float64
    sums = np.einsum("f,fij->ij", np.array(weights, dtype=enough), parts.astype(enough, copy=False))
    scores: Points = sums.astype(np.float64)
    scores /= sum(weights)
    np.rint(scores, out=scores)
    scores /= 100
    return scores


def score_of(question: Question, mentee: Candidate, mentor: Candidate) -> float:
    """The score of one pair, whether or not it may be; the same as in the matrix."""
    weights = weights_of(question.settings.weights)
    parts = (factor.part(mentee, mentor, question) for factor in FACTORS)
    total = sum(weight * (NEUTRAL if part is None else part) for weight, part in zip(weights, parts, strict=True))
    return round(total / sum(weights)) / 100


def explain(question: Question, mentee: Candidate, mentor: Candidate) -> Explanation:
    """The score of a pair in points and in sentences, and every rule it breaks (R33)."""
    weights = weights_of(question.settings.weights)
    parts = [factor.part(mentee, mentor, question) for factor in FACTORS]
    weighed = [weight * (NEUTRAL if part is None else part) for weight, part in zip(weights, parts, strict=True)]
    points = apportioned(weighed, sum(weights))
    most = apportioned([weight * FULL for weight in weights], sum(weights))
    reasons = [
        Reason(factor, points[at] / 100, most[at] / 100, factor.evidence(mentee, mentor, question))
        for at, factor in enumerate(FACTORS)
        if weights[at]
    ]
    reasons.sort(key=lambda reason: -reason.most)
    return Explanation(
        mentee.id,
        mentor.id,
        sum(points) / 100,
        question.settings.floor,
        tuple(reasons),
        broken(mentee, mentor, question),
    )


def apportioned(amounts: Sequence[int], divisor: int) -> list[int]:
    """Each amount divided and rounded so that together they make the rounded whole; largest remainders round up."""
    shares = [amount // divisor for amount in amounts]
    left = round(sum(amounts) / divisor) - sum(shares)
    for at in sorted(range(len(amounts)), key=lambda at: (-(amounts[at] % divisor), at))[:left]:
        shares[at] += 1
    return shares


def shortlist(question: Question, mentee: Candidate, limit: int) -> tuple[Explanation, ...]:
    """The best mentors who may and can take one more mentee, best first, for rolling matching (R37)."""
    alone = replace(question, mentees=(mentee,))
    numbers = matrix(alone)
    possible = [at for at in range(len(question.mentors)) if numbers.allowed[0, at] and numbers.capacity[at] > 0]
    possible.sort(key=lambda at: (-numbers.scores[0, at], question.mentors[at].id))
    return tuple(explain(alone, mentee, question.mentors[at]) for at in possible[:limit])
