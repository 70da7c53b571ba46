"""Other weights tried on a plan before anybody lets go of the slider (R34): nothing is kept.

A trial is what storing the settings and matching would give; storing them is `keep_scenario` with `own`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentordesk.domain.programmes import MatchingSettings
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.comparison import changes
from mentordesk.matching.forcing import Move
from mentordesk.matching.scenario import MentorOf, Solution, solve
from mentordesk.matching.scores import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """The best plan under the settings tried, and a move for each pair that would change."""

    settings: MatchingSettings
    solution: Solution
    moves: tuple[Move, ...]

    @property
    def words(self) -> Message:
        if not self.moves:
            return msg("No pair would change.")
        return nmsg("{count} pair would change.", "{count} pairs would change.", len(self.moves))


def try_settings(solution: Solution, settings: MatchingSettings, *, shown: MentorOf | None = None) -> Trial:
    """`shown` is the plan that people see, else the solution's own; the locks and vetoes stay.

    Where only weights, floor or the lowest pair are tried, one product and one solve: made for every step of a slider.

    Raises:
        ValueError: a weight below zero.
    """
    seen = solution.mentor_of if shown is None else shown
    asked = replace(solution.question, settings=settings)
    found = solve(asked, shown=seen, numbers=_numbers(solution, settings))
    return Trial(settings, found, changes(asked, seen, found.mentor_of))


def _numbers(solution: Solution, settings: MatchingSettings) -> Matrix | None:
    """The matrix under the new weights; None where rules or factors themselves would come out otherwise."""
    now = solution.question.settings
    if replace(now, weights={}, floor=0.0, raise_lowest=False) != replace(
        settings, weights={}, floor=0.0, raise_lowest=False
    ):
        return None
    if settings.weights == now.weights:
        return solution.numbers
    return replace(solution.numbers, scores=solution.numbers.weighed(settings.weights))
