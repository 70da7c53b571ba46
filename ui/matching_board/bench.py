"""What lies on the bench: the plan that is kept, the best one there is, and what moved since it was last seen.

Values only: nothing here paints, asks the file or keeps anything. Cards and reasons are made of it in `cards`, `why`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.blocking_list import BlockingPair, blocking_list
from mentordesk.matching.candidates import PairKey, Question
from mentordesk.matching.comparison import changes
from mentordesk.matching.decisions import Decisions, deciding
from mentordesk.matching.forcing import Move
from mentordesk.matching.rules import broken
from mentordesk.matching.scenario import MentorOf, Solution, solve
from mentordesk.queries.board import Board

PASSABLE = frozenset({"kept_apart"})
"""Rules that putting two together lifts: the coordinator's own veto. Every other rule stands, dependence above all."""


class Stage(Enum):
    NOT_PLANNED = auto()
    OUTDATED = auto()  # kept, but not the best plan any more: somebody or something changed
    PLANNED = auto()
    PAIRED = auto()  # nobody is waiting: all that is left to do is print


@dataclass(frozen=True, eq=False)
class Bench:
    board: Board
    solution: Solution
    moved: Mapping[ParticipationId, Move]
    chosen: frozenset[ParticipationId] = frozenset()  # mentees whose own pair was decided, so that others moved

    @property
    def question(self) -> Question:
        return self.board.question

    @cached_property
    def plan(self) -> MentorOf:
        return self.board.mentor_of

    @cached_property
    def mentees_of(self) -> Mapping[ParticipationId, int]:
        """How many mentees of the plan a mentor has."""
        count: dict[ParticipationId, int] = {}
        for mentor in self.plan.values():
            count[mentor] = count.get(mentor, 0) + 1
        return count

    @cached_property
    def stage(self) -> Stage:
        if not self.question.mentees and self.board.pairs:
            return Stage.PAIRED
        if self.board.solved_at is None:
            return Stage.NOT_PLANNED
        return Stage.OUTDATED if self.better else Stage.PLANNED

    @cached_property
    def better(self) -> tuple[Move, ...]:
        """What the best plan would change in the one that is kept."""
        return changes(self.question, self.plan, self.solution.mentor_of)

    @cached_property
    def scores(self) -> tuple[float, ...]:
        """Of the plan's pairs."""
        return tuple(self.score(mentee, mentor) for mentee, mentor in self.plan.items())

    @cached_property
    def blocking(self) -> Mapping[PairKey, BlockingPair]:
        """Who would both rather have each other than what the kept plan gives them, the strongest first."""
        found = blocking_list(self.question, self.solution.numbers, self.plan)
        return {(one.mentee, one.mentor): one for one in found}

    @property
    def others_moved(self) -> tuple[Move, ...]:
        return tuple(move for mentee, move in self.moved.items() if mentee not in self.chosen)

    def score(self, mentee: ParticipationId, mentor: ParticipationId) -> float:
        question = self.question
        return float(self.solution.numbers.scores[question.row[mentee], question.column[mentor]])

    def is_locked(self, mentee: ParticipationId, mentor: ParticipationId) -> bool:
        return (mentee, mentor) in self.question.locked

    def is_apart(self, mentee: ParticipationId, mentor: ParticipationId) -> bool:
        return (mentee, mentor) in self.question.apart

    def obstacle(self, mentee: ParticipationId, mentor: ParticipationId) -> Message | None:
        """Why the two cannot be put together, not even by the coordinator; None where they can."""
        question = self.question
        for one in broken(question.mentee(mentee), question.mentor(mentor), question):
            if one.rule.key not in PASSABLE:
                return one.because
        places = int(self.solution.numbers.capacity[question.column[mentor]])
        others = sum(other == mentor for locked, other in self.solution.locked.items() if locked != mentee)
        if others >= places:
            return msg("Locked pairs take all places of {mentor}.", mentor=question.mentor(mentor).name)
        return None


def lay_out(board: Board, before: Bench | None) -> Bench:
    """The board with its best plan, near the one that is kept, and with the marks of what moved since `before`."""
    bench = _laid(board, before)
    _ = bench.solution.prices, bench.blocking  # here, in the background, rather than when the first card is painted
    return bench


def _laid(board: Board, before: Bench | None) -> Bench:
    question, known = board.question, None if before is None else before.solution
    if known is not None and known.question == question and known.mentor_of == board.mentor_of:
        solution = known
    else:
        solution = solve(question, shown=board.mentor_of)
    if before is None or before.board.scenario != board.scenario or not before.plan:
        return Bench(board, solution, {})
    moves = changes(question, before.plan, board.mentor_of)
    if moves:
        return Bench(board, solution, {move.mentee: move for move in moves}, _decided(before, board))
    if before.board.decisions == board.decisions:
        return Bench(board, solution, before.moved, before.chosen)
    return Bench(board, solution, {})


def solve_under(bench: Bench, decisions: Decisions) -> Solution:
    """The best plan under other decisions, near the one that is kept."""
    same_rules = decisions.apart == bench.board.decisions.apart
    numbers = bench.solution.numbers if same_rules else None
    return solve(deciding(bench.question, decisions), shown=bench.plan, numbers=numbers)


def _decided(before: Bench, board: Board) -> frozenset[ParticipationId]:
    old, new = before.board.decisions, board.decisions
    return frozenset(mentee for mentee, _ in (new.locked - old.locked) | (new.apart - old.apart))
