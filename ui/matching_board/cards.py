"""The cards of the bench as values: a mentee with her mentor of the plan, and a mentor as one mentee's candidate.

Made in the background out of a Bench; how they are painted is `painting`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.prices import Price
from ui.language import say, spoken, tr
from ui.matching_board.bench import Bench, Stage, solve_under

_CHAINED = 60  # so many candidates tell how many pairs they move; further down only what they cost

HINDRANCES: Mapping[str, Message] = {
    "own_mentor": msg("the same person"),
    "capacity": msg("no free place"),
    "eligibility": msg("criteria not met"),
    "line_of_command": msg("in the line of management"),
    "same_unit": msg("the same unit"),
    "recorded_dependence": msg("position of dependence"),
    "veto": msg("a wish against"),
    "not_again": msg("a pair before"),
    "language": msg("no language in common"),
    "other_area": msg("the same area"),
    "kept_apart": msg("kept apart"),
}
"""Each rule of matching.rules in the few words of a chip; a test walks both."""


class Place(Enum):
    """How a mentor stands to a mentee's plan."""

    IN_PLAN = auto()
    LOCKED = auto()
    BEST = auto()  # the best plan would take her, the kept one doesn't
    POSSIBLE = auto()
    KEPT_APART = auto()
    IMPOSSIBLE = auto()


@dataclass(frozen=True, slots=True)
class MenteeCard:
    id: str
    name: str
    post: str  # title and unit
    mentor: str  # "": none in the plan
    planned: bool
    locked: bool
    moved: bool
    tried: str = ""  # what the weights on trial would do to her

    @property
    def state(self) -> str:
        """Under her name, once there is a plan."""
        if self.tried:
            return self.tried
        if not self.planned:
            return ""
        if not self.mentor:
            return tr("no mentor")
        if self.locked:
            return tr("locked with {mentor}", mentor=self.mentor)
        return tr("moved to {mentor}", mentor=self.mentor) if self.moved else self.mentor

    @property
    def words(self) -> str:
        """For who listens."""
        return ", ".join(part for part in (self.name, self.post, self.state) if part)


@dataclass(frozen=True, slots=True)
class CandidateCard:
    id: str
    name: str
    post: str
    score: float
    shares: tuple[float, ...]  # points of each factor, the heaviest factor first
    place: Place
    chip: str
    gains: bool  # forcing her would make the whole plan better
    taken: int
    places: int  # taken and free together
    blocking: bool = False  # the two would both rather have each other than what the plan gives them
    tried: str = ""  # whether the weights on trial would bring her in or take her out

    @property
    def mark(self) -> str:
        """Beside her name."""
        return tr("rather each other") if self.blocking else ""

    @property
    def figure(self) -> str:
        return "–" if self.place is Place.IMPOSSIBLE else spoken().number(self.score)

    @property
    def capacity(self) -> str:
        """In words, what the dots say."""
        if not self.places:
            return ""
        return tr("{free} of {places} places free", free=max(0, self.places - self.taken), places=self.places)

    @property
    def words(self) -> str:
        figure = "" if self.place is Place.IMPOSSIBLE else tr("{points} points", points=round(self.score))
        return ", ".join(
            part for part in (self.name, figure, self.tried, self.chip, self.mark, self.post, self.capacity) if part
        )


def mentee_cards(bench: Bench) -> tuple[MenteeCard, ...]:
    """All of the question, by name."""
    question, planned = bench.question, bench.stage is not Stage.NOT_PLANNED
    cards = []
    for mentee in question.mentees:
        mentor = bench.plan.get(mentee.id)
        cards.append(
            MenteeCard(
                mentee.id,
                mentee.name,
                post(question, mentee),
                "" if mentor is None else question.mentor(mentor).name,
                planned,
                mentor is not None and bench.is_locked(mentee.id, mentor),
                mentee.id in bench.moved,
            )
        )
    return tuple(sorted(cards, key=lambda card: spoken().sort_key(card.name)))


def candidate_cards(bench: Bench, mentee: ParticipationId) -> tuple[CandidateCard, ...]:
    """Her mentor of the plan, then the others as cheap as they are for the whole plan, last those a rule forbids."""
    question, chained = bench.question, mentee in bench.solution.priced_mentees
    price = prices_of(bench, mentee)
    ranked = sorted(question.mentors, key=lambda mentor: _rank(bench, mentee, mentor, price))
    return tuple(
        _candidate(bench, mentee, mentor, price, chained=chained and at < _CHAINED) for at, mentor in enumerate(ranked)
    )


def prices_of(bench: Bench, mentee: ParticipationId) -> Price:
    """What each mentor would cost for this mentee.

    A locked mentee has no prices in her plan: those without her lock are taken, less what the lock itself costs. Each
    is how far a best plan lies from one and the same plan, so the difference is exact on every level.
    """
    row = bench.solution.priced_mentees.get(mentee)
    if row is not None:
        return bench.solution.prices.of_mentee(row)
    own = bench.solution.locked[mentee]
    free = solve_under(bench, bench.board.decisions.unlock(mentee, own))
    price = free.prices.of_mentee(free.priced_mentees[mentee])
    at = bench.question.column[own]
    return Price(price.unmatched - price.unmatched[at], price.weak - price.weak[at], price.points - price.points[at])


def post(question: Question, person: Candidate) -> str:
    """Her title and unit."""
    unit = "" if person.unit is None else question.unit_name(person.unit)
    parts: Sequence[str] = [part for part in (person.title, unit) if part]
    return " · ".join(parts)


def place_of(bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> Place:
    if bench.plan.get(mentee) == mentor:
        return Place.LOCKED if bench.is_locked(mentee, mentor) else Place.IN_PLAN
    broken = _broken(bench, mentee, mentor)
    if broken:
        return Place.KEPT_APART if broken == ["kept_apart"] else Place.IMPOSSIBLE
    return Place.BEST if bench.solution.mentor_of.get(mentee) == mentor else Place.POSSIBLE


def _broken(bench: Bench, mentee: ParticipationId, mentor: ParticipationId) -> list[str]:
    question = bench.question
    row, column = question.row[mentee], question.column[mentor]
    return [key for key, plane in bench.solution.numbers.broken.items() if plane[row, column]]


def _rank(
    bench: Bench, mentee: ParticipationId, mentor: Candidate, price: Price
) -> tuple[int, int, int, float, float, str]:
    place = place_of(bench, mentee, mentor.id)
    group = {Place.IN_PLAN: 0, Place.LOCKED: 0, Place.KEPT_APART: 2, Place.IMPOSSIBLE: 3}.get(place, 1)
    score = -bench.score(mentee, mentor.id)
    if group != 1:
        return (group, 0, 0, 0.0, score, mentor.id)
    at = bench.question.column[mentor.id]
    return (group, int(price.unmatched[at]), int(price.weak[at]), float(price.points[at]), score, mentor.id)


def _candidate(
    bench: Bench, mentee: ParticipationId, mentor: Candidate, price: Price, *, chained: bool
) -> CandidateCard:
    question, numbers = bench.question, bench.solution.numbers
    row, column = question.row[mentee], question.column[mentor.id]
    points = numbers.points(row, column, question.settings.weights)
    heaviest = sorted(points, key=lambda key: -question.settings.weights.get(key, 0))
    place = place_of(bench, mentee, mentor.id)
    taken = mentor.running + bench.mentees_of.get(mentor.id, 0)
    return CandidateCard(
        mentor.id,
        mentor.name,
        post(question, mentor),
        bench.score(mentee, mentor.id),
        () if place is Place.IMPOSSIBLE else tuple(points[key] for key in heaviest),
        place,
        _chip(bench, mentee, mentor.id, place, price, chained=chained),
        bench.stage is not Stage.OUTDATED
        and (price.unmatched[column], price.weak[column], round(float(price.points[column]), 1)) < (0, 0, 0),
        taken,
        int(numbers.capacity[column]) + mentor.running,
        (mentee, mentor.id) in bench.blocking,
    )


def _chip(
    bench: Bench,
    mentee: ParticipationId,
    mentor: ParticipationId,
    place: Place,
    price: Price,
    *,
    chained: bool,
) -> str:
    match place:
        case Place.IN_PLAN:
            return tr("In the plan")
        case Place.LOCKED:
            return tr("Locked")
        case Place.BEST:
            return tr("In the best plan")
        case Place.KEPT_APART | Place.IMPOSSIBLE:
            return say(HINDRANCES[_broken(bench, mentee, mentor)[0]])
        case Place.POSSIBLE:
            outdated = bench.stage is Stage.OUTDATED  # then prices of the best plan would mislead
            return "" if outdated else _price(bench, mentee, mentor, price, chained=chained)


def _price(bench: Bench, mentee: ParticipationId, mentor: ParticipationId, price: Price, *, chained: bool) -> str:
    column = bench.question.column[mentor]
    others = 0
    if chained:
        others = len(bench.solution.prices.chain(bench.solution.priced_mentees[mentee], column)) - 1
    return say(price_words(int(price.unmatched[column]), int(price.weak[column]), float(price.points[column]), others))


def price_words(unmatched: int, weak: int, points: float, others: int) -> Message:
    """What forcing costs, as short as a chip: the first level that gets worse, and how many other pairs move."""
    if unmatched > 0:
        return nmsg("leaves {count} without a mentor", "leaves {count} without a mentor", unmatched)
    if weak > 0:
        return nmsg("{count} more weak pair", "{count} more weak pairs", weak)
    rounded = round(points, 1)
    if unmatched < 0 or weak < 0:
        return msg("a better plan")
    if rounded < 0:
        return msg("gains {points}", points=-rounded)
    if others > 0:
        if rounded == 0:
            return nmsg("costs nothing · moves {count} pair", "costs nothing · moves {count} pairs", others)
        return nmsg(
            "costs {points} · moves {count} pair", "costs {points} · moves {count} pairs", others, points=rounded
        )
    return msg("costs nothing") if rounded == 0 else msg("costs {points}", points=rounded)
