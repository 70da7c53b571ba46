"""A scenario solved: the best plan of a question with its locks, and everything the board says about it (R32 to R36).

Puts together rules, scores, plan, prices and shortages; each of them has its own module. Storing it is an action.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.forcing import Forced, moves
from mentordesk.matching.left_out import Board, LeftOut
from mentordesk.matching.levels import Mask, Points, Whole
from mentordesk.matching.optimum import Plan, best_plan
from mentordesk.matching.prices import Prices, forcing_prices
from mentordesk.matching.ranking import best_plans
from mentordesk.matching.rules import broken
from mentordesk.matching.scores import Explanation, Matrix, explain, matrix
from mentordesk.matching.unknowns import unknowns

MentorOf = Mapping[ParticipationId, ParticipationId]
"""A board: the mentor of every mentee who has one."""

_AT_ONCE = 400
"""Up to so many mentees the prices of all pairs are ready in a moment, and every row and chain with them."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A pair of the plan; the `points` by factor sum up to the score."""

    mentee: ParticipationId
    mentor: ParticipationId
    score: float
    points: Mapping[str, float]
    weak: bool
    locked: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Undecided:
    """The question without its locked mentees and the places they take; `rows` are the mentees that are left."""

    rows: Whole
    mentees: tuple[Candidate, ...]
    scores: Points
    allowed: Mask
    places: Whole

    @classmethod
    def of(cls, question: Question, numbers: Matrix, locked: MentorOf) -> _Undecided:
        rows = [row for row, mentee in enumerate(question.mentees) if mentee.id not in locked]
        places = numbers.capacity.copy()
        for mentor in locked.values():
            places[question.column[mentor]] -= 1
        places = np.maximum(places, 0)
        mentees = tuple(question.mentees[row] for row in rows)
        return cls(np.array(rows, dtype=np.int64), mentees, numbers.scores[rows], numbers.allowed[rows], places)


@dataclass(frozen=True, eq=False)
class Solution:
    """The plan of a question, in the order of its mentees, with proof; costly answers are worked out when asked for."""

    question: Question
    numbers: Matrix
    locked: MentorOf
    pairs: tuple[Pairing, ...]
    optimal: bool  # the plan's own proof holds: with these locks no better one exists
    raise_lowest: bool
    _undecided: _Undecided
    _plan: Plan

    @property
    def matched(self) -> int:
        return len(self.pairs)

    @property
    def weak(self) -> int:
        """Pairs under the programme's floor."""
        return sum(pair.weak for pair in self.pairs)

    @property
    def worst(self) -> float | None:
        return min((pair.score for pair in self.pairs), default=None)

    @property
    def total(self) -> float:
        return round(sum(pair.score for pair in self.pairs), 2)

    @property
    def capacity(self) -> int:
        return int(self.numbers.capacity.sum())

    @cached_property
    def mentor_of(self) -> MentorOf:
        return {pair.mentee: pair.mentor for pair in self.pairs}

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Everybody without a mentor, with the reasons in words."""
        undecided = self._undecided
        return Board(
            undecided.mentees,
            self.question.mentors,
            undecided.allowed,
            undecided.places,
            {key: plane[undecided.rows] for key, plane in self.numbers.broken.items()},
            self._plan.mentor_of,
        ).left_out()

    @cached_property
    def unknown(self) -> tuple[Message, ...]:
        """What the programme knows nothing at all about."""
        return unknowns(self.question)

    def explain(self, mentee: ParticipationId, mentor: ParticipationId) -> Explanation:
        """Raises KeyError for somebody who is not in the question."""
        return explain(self.question, self.question.mentee(mentee), self.question.mentor(mentor))

    def hindrances(self, mentee: ParticipationId, mentor: ParticipationId) -> tuple[Message, ...]:
        """What keeps the two apart: broken rules, and locks of this plan. Raises KeyError as `explain` does."""
        question, locked_to = self.question, self.locked.get(mentee)
        said = [one.because for one in broken(question.mentee(mentee), question.mentor(mentor), question)]
        if locked_to is not None and locked_to != mentor:
            other = question.mentor(locked_to)
            said.append(msg("{mentee} is locked to {mentor}.", mentee=question.mentee(mentee).name, mentor=other.name))
        column = question.column[mentor]
        if locked_to != mentor and self.numbers.capacity[column] > 0 == self._undecided.places[column]:
            said.append(msg("Locked pairs take all places of {mentor}.", mentor=question.mentor(mentor).name))
        return tuple(said)

    @cached_property
    def prices(self) -> Prices:
        """Of every pair of `priced_mentees` and all mentors; those of the plan without a raised lowest pair."""
        undecided, floor = self._undecided, self.question.settings.floor
        prices = forcing_prices(undecided.scores, undecided.allowed, undecided.places, self._priced_plan, floor=floor)
        if len(undecided.rows) <= _AT_ONCE:
            _ = prices.points
        return prices

    @cached_property
    def _priced_plan(self) -> Plan:
        """Raising the lowest pair does not add up over pairs, so such a plan has no prices of its own."""
        if not self.raise_lowest:
            return self._plan
        return _best(self.question, self._undecided, self._plan.mentor_of, raise_lowest=False)

    @cached_property
    def priced_mentees(self) -> Mapping[ParticipationId, int]:
        """The row in `prices` of every mentee who is not locked."""
        return {mentee.id: row for row, mentee in enumerate(self._undecided.mentees)}

    def forced(self, mentee: ParticipationId, mentor: ParticipationId) -> Forced | None:
        """What this pair would cost the whole plan, its rules waived and a place given if need be; None for a locked
        mentee, whose lock must go first. Raises KeyError for somebody who is not in the question."""
        column = self.question.column[mentor]
        if self.question.mentee(mentee).id in self.locked:
            return None
        row = self.priced_mentees[mentee]
        price = self.prices.of_mentee(row)
        return self._forced(row, column, int(price.unmatched[column]), int(price.weak[column]), price.points[column])

    def alternatives(self, mentee: ParticipationId, limit: int) -> tuple[Forced, ...]:
        """Her other mentors, cheapest for the whole plan first; none for a locked mentee."""
        row = self.priced_mentees.get(mentee)
        if row is None:
            return ()
        own = self.mentor_of.get(mentee)
        found = [(one.mentor, one.unmatched, one.weak, one.points) for one in self.prices.alternatives(row, limit + 1)]
        if (priced := int(self._priced_plan.mentor_of[row])) >= 0:
            found.insert(0, (priced, 0, 0, 0.0))
        others = [one for one in found if self.question.mentors[one[0]].id != own]
        return tuple(self._forced(row, *one) for one in others[:limit])

    def plans(self, count: int) -> tuple[MentorOf, ...]:
        """The best boards with these locks, best first; a raised lowest pair has no part in their order."""
        undecided, question = self._undecided, self.question
        ranked = best_plans(
            undecided.scores,
            undecided.allowed,
            undecided.places,
            count,
            floor=question.settings.floor,
            shown=self._priced_plan.mentor_of,
            ids=_ids(question, undecided),
        )
        return tuple(dict(self.locked) | _seats(question, undecided, plan) for plan in ranked)

    def _forced(self, row: int, column: int, unmatched: int, weak: int, points: float) -> Forced:
        mentees = self._undecided.mentees
        return Forced(
            mentees[row].id,
            self.question.mentors[column].id,
            float(self._undecided.scores[row, column]),
            unmatched,
            weak,
            round(float(points), 2),
            moves(self.prices.chain(row, column), mentees, self.question.mentors),
            self.question.settings.floor,
        )


def solve(
    question: Question,
    *,
    shown: MentorOf | None = None,
    raise_lowest: bool | None = None,
    numbers: Matrix | None = None,
) -> Solution:
    """The best plan that keeps the locked pairs, near the board that was `shown`, with its proof.

    A locked pair stays whatever rule it breaks; locks of people who are not in the question don't count. Without
    `raise_lowest` the programme's setting holds. `numbers` saves making the matrix again while only locks change.

    Raises:
        ValueError: a mentee is locked to two mentors.
    """
    numbers = matrix(question) if numbers is None else numbers
    raised = question.settings.raise_lowest if raise_lowest is None else raise_lowest
    locked = locked_mentors(question)
    undecided = _Undecided.of(question, numbers, locked)
    plan = _best(question, undecided, _columns(question, undecided, shown or {}), raise_lowest=raised)
    seats = dict(locked) | _seats(question, undecided, plan)
    pairs = tuple(
        _pairing(question, numbers, mentee.id, seats[mentee.id], mentee.id in locked)
        for mentee in question.mentees
        if mentee.id in seats
    )
    return Solution(question, numbers, locked, pairs, plan.proof.holds(), raised, undecided, plan)


def locked_mentors(question: Question) -> MentorOf:
    """Raises ValueError if a mentee is locked to two mentors."""
    locked: dict[ParticipationId, ParticipationId] = {}
    for mentee, mentor in sorted(question.locked):
        if mentee not in question.row or mentor not in question.column:
            continue
        if mentee in locked:
            raise ValueError("A mentee can be locked to one mentor only.")
        locked[mentee] = mentor
    return locked


def _best(question: Question, undecided: _Undecided, shown: Whole, *, raise_lowest: bool) -> Plan:
    return best_plan(
        undecided.scores,
        undecided.allowed,
        undecided.places,
        floor=question.settings.floor,
        raise_lowest=raise_lowest,
        shown=shown,
        ids=_ids(question, undecided),
    )


def _ids(question: Question, undecided: _Undecided) -> tuple[list[str], list[str]]:
    return [mentee.id for mentee in undecided.mentees], [mentor.id for mentor in question.mentors]


def _seats(question: Question, undecided: _Undecided, plan: Plan) -> dict[ParticipationId, ParticipationId]:
    columns = zip(undecided.mentees, plan.mentor_of.tolist(), strict=True)
    return {mentee.id: question.mentors[column].id for mentee, column in columns if column >= 0}


def _columns(question: Question, undecided: _Undecided, shown: MentorOf) -> Whole:
    wanted = (shown.get(mentee.id) for mentee in undecided.mentees)
    columns = [-1 if mentor is None else question.column.get(mentor, -1) for mentor in wanted]
    return np.array(columns, dtype=np.int64)


def _pairing(
    question: Question, numbers: Matrix, mentee: ParticipationId, mentor: ParticipationId, locked: bool
) -> Pairing:
    row, column = question.row[mentee], question.column[mentor]
    score = float(numbers.scores[row, column])
    points = numbers.points(row, column, question.settings.weights)
    return Pairing(mentee, mentor, score, points, score < question.settings.floor, locked)
