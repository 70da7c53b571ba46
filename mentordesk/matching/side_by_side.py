"""Plans side by side (R34): how good each is, its lowest pairs, who differs, and which weights made the difference.

Each plan is solved twice. Points under different weights are no common measure: each plan is also measured by the
programme's own. Reading the plans is a query; what changed from one plan to another is `comparison`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.matching.candidates import PairKey, Question
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.floor_price import FloorPrice, floor_price
from mentordesk.matching.scenario import MentorOf, solve
from mentordesk.matching.scores import Matrix, matrix, weights_of

WORST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it lies in the file, and what it would be asked now."""

    name: str
    notes: str
    question: Question
    mentor_of: MentorOf
    programme: MatchingSettings  # what every plan is measured by beside its own


@dataclass(frozen=True, slots=True)
class Levels:
    """How good a plan is, the first that differs deciding; points are 0 to 100 a pair."""

    unmatched: int
    weak: int
    worst: float | None
    total: float


@dataclass(frozen=True, slots=True)
class ScoredPair:
    mentee: str
    mentor: str
    score: float
    weak: bool


@dataclass(frozen=True, slots=True)
class PlanCompared:
    """`best` is False where matching again would give another plan; `worst` are the lowest pairs, lowest first.

    Locks and vetoes are those of people who are still to be matched.
    """

    name: str
    notes: str
    settings: MatchingSettings
    levels: Levels
    by_programme: Levels
    best: bool
    worst: tuple[ScoredPair, ...]
    floor: FloorPrice
    locked: frozenset[PairKey]
    apart: frozenset[PairKey]


@dataclass(frozen=True, slots=True)
class SeatCompared:
    """With whom a mentee is in one of the plans, and the score there; None twice: with nobody."""

    mentor: ParticipationId | None
    name: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A mentee who is not with the same mentor in all plans; a seat for each of them."""

    mentee: ParticipationId
    name: str
    seats: tuple[SeatCompared, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plans in the order they were named; `mentees` is how many are to be matched."""

    plans: tuple[PlanCompared, ...]
    differing: tuple[Differing, ...]
    mentees: int

    @property
    def alike(self) -> int:
        """Mentees who are with the same mentor in all."""
        return self.mentees - len(self.differing)

    @property
    def differing_weights(self) -> tuple[str, ...]:
        """The keys of factors that do not weigh the same in all."""
        first = weights_by_factor(self.plans[0].settings)
        return tuple(
            key for key in first if any(weights_by_factor(plan.settings)[key] != first[key] for plan in self.plans[1:])
        )


def compare(plans: Sequence[KeptPlan]) -> Comparison:
    """Of plans of one programme, all read at once."""
    numbers = [matrix(plan.question) for plan in plans]
    return Comparison(
        tuple(_compared(plan, planes) for plan, planes in zip(plans, numbers, strict=True)),
        _differing(plans, numbers),
        len(plans[0].question.mentees),
    )


def weights_by_factor(settings: MatchingSettings) -> dict[str, int]:
    """With the usual weight where a programme does not mention a factor."""
    return {factor.key: weight for factor, weight in zip(FACTORS, weights_of(settings.weights), strict=True)}


def _compared(plan: KeptPlan, numbers: Matrix) -> PlanCompared:
    question = plan.question
    best = solve(question, shown=plan.mentor_of, numbers=numbers)
    common = replace(numbers, scores=numbers.weighed(plan.programme.weights))
    scored = sorted(_scored(plan, numbers), key=lambda pair: (pair.score, pair.mentee))
    return PlanCompared(
        plan.name,
        plan.notes,
        question.settings,
        _levels(plan, numbers, question.settings.floor),
        _levels(plan, common, plan.programme.floor),
        best.mentor_of == plan.mentor_of,
        tuple(scored[:WORST_SHOWN]),
        floor_price(best),
        frozenset(pair for pair in question.locked if pair[0] in question.row and pair[1] in question.column),
        frozenset(pair for pair in question.apart if pair[0] in question.row and pair[1] in question.column),
    )


def _score(question: Question, numbers: Matrix, mentee: ParticipationId, mentor: ParticipationId) -> float:
    return float(numbers.scores[question.row[mentee], question.column[mentor]])


def _levels(plan: KeptPlan, numbers: Matrix, floor: float) -> Levels:
    question = plan.question
    scores = [_score(question, numbers, *pair) for pair in plan.mentor_of.items()]
    return Levels(
        len(question.mentees) - len(scores),
        sum(score < floor for score in scores),
        min(scores, default=None),
        round(sum(scores), 2),
    )


def _scored(plan: KeptPlan, numbers: Matrix) -> list[ScoredPair]:
    question, floor = plan.question, plan.question.settings.floor
    found = []
    for mentee, mentor in plan.mentor_of.items():
        score = _score(question, numbers, mentee, mentor)
        found.append(ScoredPair(question.mentee(mentee).name, question.mentor(mentor).name, score, score < floor))
    return found


def _differing(plans: Sequence[KeptPlan], numbers: Sequence[Matrix]) -> tuple[Differing, ...]:
    """In the order of the mentees."""
    found = []
    for mentee in plans[0].question.mentees:
        if len({plan.mentor_of.get(mentee.id) for plan in plans}) > 1:
            seats = tuple(_seat(plan, planes, mentee.id) for plan, planes in zip(plans, numbers, strict=True))
            found.append(Differing(mentee.id, mentee.name, seats))
    return tuple(found)


def _seat(plan: KeptPlan, numbers: Matrix, mentee: ParticipationId) -> SeatCompared:
    mentor = plan.mentor_of.get(mentee)
    if mentor is None:
        return SeatCompared(None, "", None)
    return SeatCompared(mentor, plan.question.mentor(mentor).name, _score(plan.question, numbers, mentee, mentor))
