"""The whole plans that come after the best one, each with what differs (R33)."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.matching.comparison import changes
from mentordesk.matching.forcing import Move
from mentordesk.matching.scenario import MentorOf, Solution


@dataclass(frozen=True, slots=True)
class NextPlan:
    """Its figures as those of a solution; points are 0 to 100 a pair. `moves` lead to it from the best plan."""

    mentor_of: MentorOf
    matched: int
    weak: int
    worst: float | None
    total: float
    moves: tuple[Move, ...]


def next_plans(solution: Solution, limit: int) -> tuple[NextPlan, ...]:
    """With the same locks and vetoes, best first; fewer where there are no more. A raised lowest pair has no part in
    their order."""
    if limit < 1:
        return ()
    others = [plan for plan in solution.plans(limit + 1) if plan != solution.mentor_of]
    return tuple(_measured(solution, plan) for plan in others[:limit])


def _measured(solution: Solution, plan: MentorOf) -> NextPlan:
    question, floor = solution.question, solution.question.settings.floor
    cells = ((question.row[mentee], question.column[mentor]) for mentee, mentor in plan.items())
    scores = [float(solution.numbers.scores[cell]) for cell in cells]
    return NextPlan(
        plan,
        len(scores),
        sum(score < floor for score in scores),
        min(scores, default=None),
        round(sum(scores), 2),
        changes(question, solution.mentor_of, plan),
    )
