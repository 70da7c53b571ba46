"""The matrix as values: every mentee with every mentor in the order of their names, and what each cell says in words.

Made in the background out of a Bench. How it is painted is `matrix_grid`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentordesk.domain.ids import ParticipationId
from mentordesk.matching.candidates import Candidate
from mentordesk.matching.levels import Mask, Points, Whole
from ui.language import ntr, say, spoken, tr
from ui.matching_board.bench import Bench, Stage
from ui.matching_board.bench_view import Pair
from ui.matching_board.cards import HINDRANCES, Place, price_words, prices_of
from ui.matching_board.why import Why

PLACES = tuple(Place)
_UNLOCKED_FIRST = 100  # mentees: of more, those who are locked have no prices, for each would be a plan of its own


@dataclass(frozen=True, eq=False)
class Cells:
    """`places` are numbers in PLACES; every table is mentees x mentors, both by name, the mentors for whom nobody is
    possible last."""

    bench: Bench
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    rows: Whole  # of the question
    columns: Whole
    scores: Points
    places: Whole
    wished: Mask
    blocking: Mask  # who would both rather have each other

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.mentees), len(self.mentors)

    @cached_property
    def open(self) -> int:
        """How many mentors may have somebody."""
        return int((self.places != PLACES.index(Place.IMPOSSIBLE)).any(axis=0).sum())

    @cached_property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest score of those who may become a pair."""
        possible = self.scores[self.places < PLACES.index(Place.KEPT_APART)]
        return (float(possible.min()), float(possible.max())) if possible.size else (0.0, 100.0)

    @cached_property
    def row_of(self) -> dict[ParticipationId, int]:
        return {mentee.id: at for at, mentee in enumerate(self.mentees)}

    @cached_property
    def column_of(self) -> dict[ParticipationId, int]:
        return {mentor.id: at for at, mentor in enumerate(self.mentors)}

    def pair(self, row: int, column: int) -> Pair:
        return self.mentees[row].id, self.mentors[column].id

    def place(self, row: int, column: int) -> Place:
        return PLACES[int(self.places[row, column])]

    def hindrance(self, row: int, column: int) -> str:
        """The first broken rule in a few words."""
        at = self.rows[row], self.columns[column]
        broken = self.bench.solution.numbers.broken
        return next((say(HINDRANCES[key]) for key, plane in broken.items() if plane[at]), "")

    def state(self, row: int, column: int) -> str:
        """What the cell's frame and symbols say."""
        match self.place(row, column):
            case Place.IN_PLAN:
                said = tr("In the plan")
            case Place.LOCKED:
                said = tr("Locked")
            case Place.BEST:
                said = tr("In the best plan")
            case Place.KEPT_APART | Place.IMPOSSIBLE:
                said = self.hindrance(row, column)
            case Place.POSSIBLE:
                said = ""
        wished = tr("wished for") if self.wished[row, column] else ""
        rather = tr("rather each other") if self.blocking[row, column] else ""
        return ", ".join(part for part in (said, wished, rather) if part)

    def words(self, row: int, column: int) -> str:
        """For who listens: both names, the points and the state."""
        names = tr("{mentee} with {mentor}", mentee=self.mentees[row].name, mentor=self.mentors[column].name)
        impossible = self.place(row, column) is Place.IMPOSSIBLE
        points = tr("not possible") if impossible else tr("{points} points", points=round(self.scores[row, column]))
        return ", ".join(part for part in (names, points, self.state(row, column)) if part)


@dataclass(frozen=True, slots=True, eq=False)
class CellPrices:
    """What forcing each cell costs the whole plan, as `Price` has it; `known` where it was worked out."""

    unmatched: Whole
    weak: Whole
    points: Points
    known: Mask

    def words(self, row: int, column: int) -> str:
        """Without the moves: those are worked out for one cell at a time."""
        if not self.known[row, column]:
            return ""
        at = row, column
        return say(price_words(int(self.unmatched[at]), int(self.weak[at]), float(self.points[at]), 0))


@dataclass(frozen=True, slots=True)
class Told:
    """One cell in the line under the matrix."""

    pair: Pair
    heading: str
    words: str

    @property
    def sentence(self) -> str:
        """All in one."""
        return tr("{pair}: {words}", pair=self.heading, words=self.words)


def cells_of(bench: Bench) -> Cells:
    question, numbers = bench.question, bench.solution.numbers
    places = _places(bench)
    rows, columns = _by_name(question.mentees), _by_name(question.mentors)
    closed = (places == PLACES.index(Place.IMPOSSIBLE)).all(axis=0)[columns]
    columns = np.concatenate([columns[~closed], columns[closed]])
    table = np.ix_(rows, columns)
    return Cells(
        bench,
        tuple(question.mentees[at] for at in rows),
        tuple(question.mentors[at] for at in columns),
        rows,
        columns,
        numbers.scores[table],
        places[table],
        question.naming(lambda one: one.wishes)[table],
        _blocking(bench)[table],
    )


def cell_prices(cells: Cells) -> CellPrices:
    """Takes about as long as a plan; locked mentees' rows as `prices_of` has them."""
    bench = cells.bench
    solution, shape = bench.solution, bench.question.shape
    unmatched, weak = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    points, known = np.zeros(shape), np.zeros(shape, dtype=bool)
    free = [bench.question.row[mentee] for mentee in solution.priced_mentees]
    if free:
        prices = solution.prices
        unmatched[free], weak[free], points[free] = prices.unmatched, prices.weak, prices.points
        known[free] = True
    if len(bench.question.mentees) <= _UNLOCKED_FIRST:
        for mentee in bench.solution.locked:
            row, price = bench.question.row[mentee], prices_of(bench, mentee)
            unmatched[row], weak[row], points[row] = price.unmatched, price.weak, price.points
            known[row] = True
    table = np.ix_(cells.rows, cells.columns)
    known &= _places(bench) != PLACES.index(Place.IMPOSSIBLE)
    return CellPrices(unmatched[table], weak[table], points[table], known[table])


def told_of(why: Why) -> Told:
    """Points and fit, then what stands in the way, else what it costs and who moves."""
    heading = tr("{mentee} with {mentor}", mentee=why.mentee_name, mentor=why.mentor_name)
    points = tr("{points} points", points=round(why.explanation.score))
    sentences = [tr("{points}, {verdict}.", points=points, verdict=why.explanation.verdict)]
    if why.place is Place.IN_PLAN:
        sentences.append(tr("The two are in the plan."))
    elif why.place is Place.LOCKED:
        sentences.append(tr("The two are locked together."))
    sentences.extend(say(hindrance) for hindrance in why.hindrances)
    if why.price is not None and why.place is not Place.BEST:
        sentences.append(say(why.price.words[0]))
        others = len(why.price.moves) - 1
        moved = ntr("Moves {count} other pair.", "Moves {count} other pairs.", others)
        sentences.append(moved if others > 0 else tr("Nobody else moves."))
    if why.blocking is not None:
        sentences.extend(map(say, why.blocking.words))
    return Told((why.mentee, why.mentor), heading, " ".join(sentences))


def prices_mislead(bench: Bench) -> bool:
    """They are those of the best plan, and another one is kept."""
    return bench.stage is Stage.OUTDATED


def _by_name(people: tuple[Candidate, ...]) -> Whole:
    keys = [spoken().sort_key(one.name) for one in people]
    return np.array(sorted(range(len(people)), key=keys.__getitem__), dtype=np.int64)


def _blocking(bench: Bench) -> Mask:
    marked = np.zeros(bench.question.shape, dtype=bool)
    for mentee, mentor in bench.blocking:
        marked[bench.question.row[mentee], bench.question.column[mentor]] = True
    return marked


def _places(bench: Bench) -> Whole:
    """As `place_of` for every pair at once, in the order of the question."""
    question, number = bench.question, {place: at for at, place in enumerate(PLACES)}
    apart, impossible = np.zeros(question.shape, dtype=bool), np.zeros(question.shape, dtype=bool)
    for key, plane in bench.solution.numbers.broken.items():
        target = apart if key == "kept_apart" else impossible
        target |= plane
    places = np.full(question.shape, number[Place.POSSIBLE], dtype=np.int64)
    for mentee, mentor in bench.solution.mentor_of.items():
        places[question.row[mentee], question.column[mentor]] = number[Place.BEST]
    places[apart] = number[Place.KEPT_APART]
    places[impossible] = number[Place.IMPOSSIBLE]
    for mentee, mentor in bench.plan.items():
        planned = Place.LOCKED if bench.is_locked(mentee, mentor) else Place.IN_PLAN
        places[question.row[mentee], question.column[mentor]] = number[planned]
    return places
