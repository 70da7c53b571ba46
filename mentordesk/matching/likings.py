"""How much each side of a pair likes the other: the pair's score, with the wishes of that side alone.

Everything else in a score is the same for both, so wishes are all that the two can differ in. Blocking pairs and
deferred acceptance rest on it; the plan itself does not, for it looks at the score.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentordesk.matching.candidates import Question
from mentordesk.matching.factors import FACTORS, FULL
from mentordesk.matching.factors.factor import Parts
from mentordesk.matching.factors.wishes import WISHES, wishes_of_each
from mentordesk.matching.levels import Points
from mentordesk.matching.scores import Matrix, weights_of


@dataclass(frozen=True, slots=True, eq=False)
class Likings:
    """In points, mentees x mentors: what the mentees think of the mentors, and what the mentors think of them."""

    of_mentees: Points
    of_mentors: Points


def likings(question: Question, numbers: Matrix) -> Likings:
    """Under the question's weights; `numbers` are its matrix."""
    weights, at = weights_of(question.settings.weights), FACTORS.index(WISHES)
    both, share = numbers.parts[at], weights[at] / sum(weights) * 100 / FULL

    def with_own(side: Parts) -> Points:
        likes: Points = np.round(numbers.scores + share * (side - both), 2)
        return likes

    mentees, mentors = wishes_of_each(question)
    return Likings(with_own(mentees), with_own(mentors))
