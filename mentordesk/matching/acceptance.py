"""Deferred acceptance: the plan without any blocking pair that is best for the mentees, to compare the best plan with.

Each mentee asks her mentors in the order of her liking; a mentor keeps those she likes best, for the time being
(Gale and Shapley). It looks at no sum, so it costs points and places; not here: the best plan (`optimum`), nor how
much each side likes the other (`likings`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from heapq import heappush, heappushpop

import numpy as np

from mentordesk.matching.levels import Mask, Points, Whole
from mentordesk.matching.optimum import Plan
from mentordesk.matching.proof import Proof
from mentordesk.matching.ties import Names


def deferred_acceptance(
    mentee_likes: Points,
    mentor_likes: Points,
    allowed: Mask,
    capacity: Whole,
    ids: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Whole:
    """The mentor of each mentee, -1 for none. Both likings are mentees x mentors, higher for better.

    Who is liked equally comes in the order of the stable ids (of the table, without them), so two may like each other
    no less than what they have, and never more.
    """
    names = Names.of(ids, *allowed.shape)
    rows, columns = np.ix_(*names.order)
    possible = allowed[rows, columns] & (capacity[names.mentors] > 0)
    wanted = np.where(possible, mentee_likes[rows, columns], -np.inf)
    kept = _kept(
        [choice[:many] for choice, many in zip(_by_liking(wanted), possible.sum(axis=1).tolist(), strict=True)],
        mentor_likes[rows, columns].tolist(),
        capacity[names.mentors].tolist(),
    )
    mentor_of = np.full(len(allowed), -1, dtype=np.int64)
    for mentor, mentees in zip(names.mentors.tolist(), kept, strict=True):
        mentor_of[names.mentees[mentees]] = mentor
    return mentor_of


def _by_liking(likes: Points) -> list[list[int]]:
    choices: list[list[int]] = np.argsort(-likes, axis=1, kind="stable").tolist()
    return choices


def _kept(choices: list[list[int]], likes: list[list[float]], places: list[int]) -> list[list[int]]:
    """The mentees that each mentor ends with."""
    kept: list[list[tuple[float, int]]] = [[] for _ in places]
    asking = deque(range(len(choices)))
    following = [iter(choice) for choice in choices]
    while asking:
        mentee = asking.popleft()
        mentor = next(following[mentee], None)
        if mentor is None:
            continue
        hope = (likes[mentee][mentor], -mentee)
        if len(kept[mentor]) < places[mentor]:
            heappush(kept[mentor], hope)
        else:
            asking.append(-heappushpop(kept[mentor], hope)[1])
    return [[-mentee for _, mentee in group] for group in kept]


def accepted_plan(
    plan: Plan,
    mentee_likes: Points,
    mentor_likes: Points,
    ids: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Plan:
    """Deferred acceptance for the same question as a best plan; `behind` says what it costs against it."""
    cohort = plan.proof.cohort
    board = deferred_acceptance(mentee_likes, mentor_likes, cohort.allowed, cohort.places, ids)
    return Plan.of(Proof(cohort, board, plan.proof.bound))
