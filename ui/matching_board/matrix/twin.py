"""The matrix as a plain table: a row for each mentee with each mentor (the twin that F9 shows)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import ntr, spoken, tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView, Pair
from ui.matching_board.cards import Place
from ui.matching_board.deeds import Deed
from ui.matching_board.matrix.cells import CellPrices, Cells, cell_prices, cells_of, prices_mislead
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.frames import column
from ui.widgets.labels import label

MOST = 20_000  # rows; of more pairs, the chosen mentee's alone


@dataclass(frozen=True, slots=True)
class CellLine:
    mentee: ParticipationId
    mentor: ParticipationId
    name: str  # the mentee's
    mentor_name: str
    score: float | None  # None: not possible
    price: str
    order: float | None  # dearer is more
    state: str
    place: Place

    @property
    def id(self) -> str:
        return f"{self.mentee} {self.mentor}"


_TONES = {
    Place.IN_PLAN: "accent",
    Place.LOCKED: "accent",
    Place.BEST: "good",
    Place.KEPT_APART: "bad",
    Place.IMPOSSIBLE: "bad",
    Place.POSSIBLE: "plain",
}

COLUMNS: tuple[Column[CellLine], ...] = (
    Column(key="mentee", title=msg("Mentee"), text=lambda line: line.name, width=220, disc=True),
    Column(key="mentor", title=msg("Mentor"), text=lambda line: line.mentor_name, width=220),
    Column(
        key="points",
        title=msg("Points"),
        text=lambda line: "" if line.score is None else spoken().number(line.score),
        sort=lambda line: line.score,
        align=Align.RIGHT,
        width=90,
    ),
    Column(key="price", title=msg("Price"), text=lambda line: line.price, sort=lambda line: line.order, width=220),
    Column(
        key="state",
        title=msg("State"),
        text=lambda line: line.state,
        width=260,
        tone=lambda line: _TONES[line.place] if line.state else None,
    ),
)


class MatrixTwin(BenchView):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bench: Bench | None = None
        self._mentee: ParticipationId | None = None
        self._wanted: str | None = None
        down = column(desk.look, within=self)
        self._of_one = label("", "second", wrap=True)
        down.addWidget(self._of_one)
        self._table: RecordTable[CellLine] = RecordTable(COLUMNS, lambda line: line.id, self)
        self.table = TableView(desk, self._table, tr("Matrix as a table"), tab="matching", key="matrix")
        self.table.setObjectName("matrixTable")
        self.table.opened.connect(self._open)
        down.addWidget(self.table, 1)

    @property
    def pair(self) -> Pair | None:
        number = self.table.current_id()
        line = None if number is None else self._table.rows.known(number)
        return None if line is None else (line.mentee, line.mentor)

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.table,)

    def show_bench(self, bench: Bench) -> None:
        self._bench = bench
        self._ask()

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        other, self._mentee = self._mentee != mentee, mentee
        if mentor is not None:
            self._wanted = f"{mentee} {mentor}"
        if self._bench is not None and other and _too_many(self._bench):
            self._ask()
        else:
            self._choose_wanted()

    def _ask(self) -> None:
        bench = self._bench
        if bench is None:
            return
        only = (self._mentee or bench.question.mentees[0].id) if _too_many(bench) and bench.question.mentees else None
        self._desk.work.compute("matching matrix table", lambda _: (bench, only, lines_of(bench, only)), self._show)

    def _show(self, answer: tuple[Bench, ParticipationId | None, tuple[CellLine, ...]]) -> None:
        bench, only, lines = answer
        if bench is not self._bench:
            return
        self._of_one.setVisible(only is not None)
        if only is not None:
            self._of_one.setText(
                ntr(
                    "Only {mentee} and {count} mentor: all pairs are too many for a list. Choose whom in the matrix.",
                    "Only {mentee} and {count} mentors: all pairs are too many for a list. Choose whom in the matrix.",
                    len(lines),
                    mentee=bench.question.mentee(only).name,
                )
            )
        self._table.show(lines)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self._table.rows.known(self._wanted) is not None:
            self.table.select_ids([self._wanted])
            self._wanted = None

    def _open(self, number: str) -> None:
        if (line := self._table.rows.known(number)) is not None:
            self.wanted.emit(Deed.PUT_TOGETHER, line.mentee, line.mentor)


def lines_of(bench: Bench, only: ParticipationId | None = None) -> tuple[CellLine, ...]:
    """By the names of both; `only`: one mentee's. Without prices while those of another plan hold."""
    cells = cells_of(bench)
    prices = None if prices_mislead(bench) else cell_prices(cells)
    rows = range(len(cells.mentees)) if only is None else [cells.row_of[only]]
    return tuple(_lines(cells, prices, rows))


def _too_many(bench: Bench) -> bool:
    mentees, mentors = bench.question.shape
    return mentees * mentors > MOST


def _lines(cells: Cells, prices: CellPrices | None, rows: Sequence[int]) -> Iterator[CellLine]:
    for row in rows:
        for at, mentor in enumerate(cells.mentors):
            place = cells.place(row, at)
            priced = prices is not None and place not in (Place.IN_PLAN, Place.LOCKED) and prices.known[row, at]
            yield CellLine(
                cells.mentees[row].id,
                mentor.id,
                cells.mentees[row].name,
                mentor.name,
                None if place is Place.IMPOSSIBLE else float(cells.scores[row, at]),
                prices.words(row, at) if prices is not None and priced else "",
                _order(prices, row, at) if prices is not None and priced else None,
                cells.state(row, at),
                place,
            )


def _order(prices: CellPrices, row: int, at: int) -> float:
    """One number in the order of the three levels; points are far fewer than a million."""
    return float(prices.unmatched[row, at]) * 1e12 + float(prices.weak[row, at]) * 1e6 + float(prices.points[row, at])
