"""Where the sliders stand, what follows from it, and both in words; values only, tried beside the window.

Keeping what was tried is the panel's; the trial itself is `queries.weight_trial`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.scenario import MentorOf, Solution
from mentordesk.queries.board import Board
from mentordesk.queries.weight_trial import Trial, try_settings
from ui.language import ntr, tr
from ui.matching_board.bench import Bench

MEASURES: Mapping[str, Message] = {
    "background": msg("How many of the mentee’s professional fields the mentor knows from inside."),
    "experience": msg("Whether the mentor has led for longer, and at a higher level, by as much as fits."),
    "focus": msg("How much of what the mentee needs the mentor has to offer."),
    "personality": msg("How alike the interviews rate the two."),
    "chemistry": msg("What the interviewer noted for just these two."),
    "other_area": msg("Whether the two come from different areas."),
    "wishes": msg("Whether the two have wished for each other."),
    "practical": msg("Whether they share a place of work, a language and a level of care."),
}
"""What each factor measures, in a sentence."""

FLOOR_MEASURES = msg("A pair with fewer points counts as weak. As few pairs as possible are weak, before points count.")
LOWEST_MEASURES = msg("The lowest pair is raised as far as it goes, even where that costs points in all.")

_LITTLE, _SOME, _MUCH = 0.08, 0.16, 0.28  # shares of all weights


@dataclass(frozen=True, slots=True)
class Tried:
    """Weight by factor key, floor in whole points."""

    weights: Mapping[str, int]
    floor: int
    raise_lowest: bool

    @classmethod
    def of(cls, settings: MatchingSettings) -> Tried:
        weights = {factor.key: settings.weights.get(factor.key, factor.usual_weight) for factor in FACTORS}
        return cls(weights, round(settings.floor), settings.raise_lowest)

    def own(self, board: Board) -> OwnSettings:
        """What the plan sets for itself with the sliders here: only what goes beyond the programme's.

        A floor of half a point that nobody moved stays what it is.
        """
        programme, now = board.programme_settings, board.question.settings
        usual = Tried.of(programme).weights
        floor = now.floor if round(now.floor) == self.floor else float(self.floor)
        return OwnSettings(
            {key: weight for key, weight in self.weights.items() if weight != usual[key]},
            None if floor == programme.floor else floor,
            None if self.raise_lowest is programme.raise_lowest else self.raise_lowest,
            board.own.another_area,
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a plan, by the points that are tried."""

    weak: int
    worst: float | None
    total: float


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """`before` is the plan that is seen, measured by the very weights that are tried: else they are no measure."""

    tried: Tried
    own: OwnSettings
    trial: Trial
    before: Figures
    after: Figures

    @property
    def figures(self) -> str:
        """What it is worth, both plans measured by the weights that are tried; "" of a plan without a pair."""
        before, after = self.before, self.after
        if after.worst is None or before.worst is None:
            return ""
        said = [
            tr("Weakest pair {worst}, now {before}.", worst=after.worst, before=before.worst),
            tr("In all {total} points, now {before}.", total=round(after.total), before=round(before.total)),
        ]
        if after.weak or before.weak:
            said.append(
                ntr(
                    "{count} pair under the floor, now {before}.",
                    "{count} pairs under the floor, now {before}.",
                    after.weak,
                    before=before.weak,
                )
            )
        return " ".join(said)


def try_out(bench: Bench, tried: Tried) -> Outcome:
    """One product and one solve."""
    own = tried.own(bench.board)
    shown = bench.plan or bench.solution.mentor_of
    trial = try_settings(bench.solution, own.over(bench.board.programme_settings), shown=shown)
    found = trial.solution
    return Outcome(tried, own, trial, _figures(found, shown), _figures(found, found.mentor_of))


def amount_in_words(weights: Mapping[str, int], key: str) -> str:
    """How much a weight is among all of them."""
    whole = sum(weights.values())
    if not whole:
        return tr("No factor weighs anything: all count the same.")
    share = weights[key] / whole
    if not share:
        return tr("Does not count.")
    per_cent = round(100 * share)
    if share < _LITTLE:
        return tr("Counts a little: {share} per cent of the points.", share=per_cent)
    if share < _SOME:
        return tr("Counts somewhat: {share} per cent of the points.", share=per_cent)
    if share < _MUCH:
        return tr("Counts much: {share} per cent of the points.", share=per_cent)
    return tr("Counts very much: {share} per cent of the points.", share=per_cent)


def floor_in_words(floor: int) -> str:
    return tr("No pair counts as weak.") if floor == 0 else tr("Under {floor} points a pair is weak.", floor=floor)


def _figures(solution: Solution, plan: MentorOf) -> Figures:
    question, floor = solution.question, solution.question.settings.floor
    scores = [
        float(solution.numbers.scores[question.row[mentee], question.column[mentor]]) for mentee, mentor in plan.items()
    ]
    return Figures(sum(score < floor for score in scores), min(scores, default=None), sum(scores))
