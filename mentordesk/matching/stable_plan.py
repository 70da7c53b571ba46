"""What a plan in which no two would rather have each other would give, said beside the plan in hand (R33).

Deferred acceptance makes it (`acceptance`); it is never proposed, for it costs places or points: the coordinator sees
what calm would cost. Locked pairs stay together in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.acceptance import deferred_acceptance
from mentordesk.matching.likings import likings
from mentordesk.matching.scenario import MentorOf, Solution


@dataclass(frozen=True, slots=True)
class StablePlan:
    mentor_of: MentorOf
    matched: int
    total: float  # points
    worst: float | None


def stable_plan(solution: Solution) -> StablePlan:
    """Under the question's rules, places and locks."""
    question, numbers = solution.question, solution.numbers
    allowed = numbers.allowed.copy()
    for mentee, mentor in solution.locked.items():
        row, column = question.row[mentee], question.column[mentor]
        allowed[row] = False
        allowed[row, column] = True
    liked = likings(question, numbers)
    kept = np.array(liked.of_mentors)
    for mentee, mentor in solution.locked.items():
        kept[question.row[mentee], question.column[mentor]] = np.inf  # a lock goes before every liking
    ids = [one.id for one in question.mentees], [one.id for one in question.mentors]
    seats = deferred_acceptance(liked.of_mentees, kept, allowed, numbers.capacity, ids)
    seated = np.flatnonzero(seats >= 0)
    points = numbers.scores[seated, seats[seated]]
    pairs = zip(seated.tolist(), seats[seated].tolist(), strict=True)
    mentor_of = {question.mentees[row].id: question.mentors[column].id for row, column in pairs}
    worst = float(points.min()) if len(points) else None
    return StablePlan(mentor_of, len(seated), round(float(points.sum()), 2), worst)


def in_words(stable: StablePlan, solution: Solution, plan: MentorOf) -> Message:
    """What it would give against the best plan, and how many of the pairs in hand would be others."""
    missing = solution.matched - stable.matched
    if missing > 0:
        return nmsg(
            "A plan in which no two would rather have each other leaves {count} mentee more without a mentor.",
            "A plan in which no two would rather have each other leaves {count} mentees more without a mentor.",
            missing,
        )
    changed = sum(plan.get(mentee) != mentor for mentee, mentor in stable.mentor_of.items())
    points = max(0.0, round(solution.total - stable.total, 1))  # less than none where the best has fewer weak pairs
    if stable.worst is None or solution.worst is None or stable.worst >= solution.worst:
        return msg(
            "A plan in which no two would rather have each other costs {points} points in all and changes {changed} of "
            "the pairs.",
            points=points,
            changed=changed,
        )
    return msg(
        "A plan in which no two would rather have each other costs {points} points in all, its weakest pair has "
        "{worst} points instead of {now}, and it changes {changed} of the pairs.",
        points=points,
        worst=round(stable.worst, 1),
        now=round(solution.worst, 1),
        changed=changed,
    )
