"""Why a mentor suits a mentee or not, as a value: hindrances, reasons, missing data and the price of forcing (R33)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message
from mentordesk.matching.blocking_list import BlockingPair
from mentordesk.matching.comparison import changes
from mentordesk.matching.forcing import Forced
from mentordesk.matching.scenario import Solution
from mentordesk.matching.scores import Explanation
from ui.matching_board.bench import Bench, solve_under
from ui.matching_board.cards import Place, place_of
from ui.matching_board.next_best import NextBest, next_best


@dataclass(frozen=True, slots=True)
class Why:
    """All that the panel says of one pair; no `price` for a pair of the plan, or one that cannot be."""

    mentee: ParticipationId
    mentor: ParticipationId
    mentee_name: str
    mentor_name: str
    place: Place
    explanation: Explanation
    hindrances: tuple[Message, ...]
    obstacle: Message | None
    price: Forced | None
    taken: int
    places: int
    left_out: tuple[Message, ...]  # why the mentee has no mentor at all
    unknown: tuple[Message, ...]  # what the programme knows nothing of
    blocking: BlockingPair | None = None  # the two would both rather have each other
    all_blocking: int = 0  # so many such pairs the plan has
    next_best: tuple[NextBest, ...] = ()  # her other mentors, the cheapest for the whole plan first


def why(bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> Why:
    question, solution = bench.question, bench.solution
    one, other = question.mentee(mentee), question.mentor(mentor)
    place = place_of(bench, mentee, mentor)
    obstacle = bench.obstacle(mentee, mentor)
    planned = place in {Place.IN_PLAN, Place.LOCKED}
    return Why(
        mentee,
        mentor,
        one.name,
        other.name,
        place,
        solution.explain(mentee, mentor),
        solution.hindrances(mentee, mentor),
        obstacle,
        None if planned or obstacle is not None else _price(bench, mentee, mentor),
        other.running + bench.mentees_of.get(mentor, 0),
        int(solution.numbers.capacity[question.column[mentor]]) + other.running,
        _left_out(bench, mentee),
        solution.unknown,
        bench.blocking.get((mentee, mentor)),
        len(bench.blocking),
        next_best(bench, mentee),
    )


def _left_out(bench: Bench, mentee: ParticipationId) -> tuple[Message, ...]:
    return next((one.reasons for one in bench.solution.left_out if one.mentee == mentee), ())


def _price(bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> Forced | None:
    """From the plan's prices; where a lock or a veto has to go first, by solving with the pair put together."""
    kept = bench.solution.mentor_of == bench.plan
    if kept and mentee not in bench.solution.locked and not bench.is_apart(mentee, mentor):
        return bench.solution.forced(mentee, mentor)
    after = solve_under(bench, bench.board.decisions.lock(mentee, mentor))
    return _difference(bench, mentee, mentor, after)


def _difference(bench: Bench, mentee: ParticipationId, mentor: ParticipationId, after: Solution) -> Forced:
    now = bench.solution if not bench.plan else None
    scores = tuple(pair.score for pair in now.pairs) if now is not None else bench.scores
    before = bench.solution.mentor_of if now is not None else bench.plan
    floor = bench.board.floor
    moves = changes(bench.question, before, after.mentor_of)
    ordered = sorted(moves, key=lambda move: move.mentee != mentee)
    return Forced(
        mentee,
        mentor,
        bench.score(mentee, mentor),
        len(scores) - after.matched,
        after.weak - sum(score < floor for score in scores),
        round(sum(scores) - after.total, 2),
        tuple(ordered),
        floor,
    )


def without_moves(price: Forced) -> Forced:
    """The pair itself is what the panel is about; the others are what it tells."""
    return replace(price, moves=price.moves[1:])
