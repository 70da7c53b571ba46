"""Everybody who would both rather have each other than what the plan gives them, as a table, the strongest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from mentordesk.matching.blocking_list import BlockingPair
from mentordesk.matching.candidates import Question
from mentordesk.matching.stable_plan import in_words, stable_plan
from ui.desk import Desk
from ui.language import ntr, say, spoken, tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView, Pair
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.frames import column
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class BlockingLine:
    name: str  # the mentee's
    own: str  # her mentor of the plan
    mentor_name: str
    theirs: str  # the mentor's mentees of the plan
    two: BlockingPair

    @property
    def id(self) -> str:
        return f"{self.two.mentee} {self.two.mentor}"


def _gain(key: str, title: Message, of: Callable[[BlockingPair], float]) -> Column[BlockingLine]:
    return Column(
        key=key,
        title=title,
        text=lambda line: spoken().number(of(line.two), 1),
        sort=lambda line: of(line.two),
        align=Align.RIGHT,
        width=110,
    )


COLUMNS: tuple[Column[BlockingLine], ...] = (
    Column(key="mentee", title=msg("Mentee"), text=lambda line: line.name, width=190, disc=True),
    Column(key="mentor", title=msg("Mentor"), text=lambda line: line.mentor_name, width=160),
    Column(key="own", title=msg("The mentee has"), text=lambda line: line.own, width=160),
    Column(key="theirs", title=msg("The mentor has"), text=lambda line: line.theirs, width=160),
    _gain("mentee_gain", msg("Mentee gains"), lambda two: two.mentee_gain),
    _gain("mentor_gain", msg("Mentor gains"), lambda two: two.mentor_gain),
    _gain("strength", msg("Both gain"), lambda two: two.strength),
)


class BlockingTable(BenchView):
    opened = Signal(str, str)  # mentee, mentor

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        down = column(desk.look, within=self)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("blockingWords")
        down.addWidget(self._words)
        self._instead = label("", "second", wrap=True)
        self._instead.setObjectName("stablePlanWords")
        down.addWidget(self._instead)
        self._table: RecordTable[BlockingLine] = RecordTable(COLUMNS, lambda line: line.id, self)
        self.table = TableView(
            desk, self._table, tr("Who would rather have each other"), tab="matching", key="blocking"
        )
        self.table.setObjectName("blockingTable")
        self.table.opened.connect(self._open)
        down.addWidget(self.table, 1)

    @property
    def pair(self) -> Pair | None:
        number = self.table.current_id()
        line = None if number is None else self._table.rows.known(number)
        return None if line is None else (line.two.mentee, line.two.mentor)

    @property
    def lines(self) -> Sequence[BlockingLine]:
        """In the order shown."""
        rows = self._table.rows
        return [rows.row(place) for place in range(len(rows.shown))]

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.table,)

    def show_bench(self, bench: Bench) -> None:
        lines = lines_of(bench)
        self._words.setText(_explained(len(lines)))
        self._table.show(lines)
        self._instead.setVisible(bool(lines))
        if lines:
            self._desk.work.compute("stable plan", lambda _: _compared(bench), self._show_instead)

    def _show_instead(self, words: Message) -> None:
        self._instead.setText(say(words))

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        number = f"{mentee} {mentor}"
        if self._table.rows.known(number) is not None:
            self.table.select_ids([number])

    def _open(self, number: str) -> None:
        if (line := self._table.rows.known(number)) is not None:
            self.opened.emit(line.two.mentee, line.two.mentor)


def lines_of(bench: Bench) -> tuple[BlockingLine, ...]:
    return tuple(_line(bench.question, two) for two in bench.blocking.values())


def _line(question: Question, two: BlockingPair) -> BlockingLine:
    own = tr("no mentor") if two.mentee_has is None else question.mentor(two.mentee_has).name
    theirs = ", ".join(question.mentee(one).name for one in two.mentor_has)
    return BlockingLine(
        question.mentee(two.mentee).name, own, question.mentor(two.mentor).name, theirs or tr("a place free"), two
    )


def _compared(bench: Bench) -> Message:
    return in_words(stable_plan(bench.solution), bench.solution, bench.plan)


def _explained(count: int) -> str:
    if not count:
        return tr("No two would both rather have each other than what the plan gives them.")
    number = ntr(
        "{count} pair would rather have each other than what the plan gives them.",
        "{count} pairs would rather have each other than what the plan gives them.",
        count,
    )
    return " ".join(
        (
            number,
            tr("Each side is measured by the points of the pair, with nobody’s wishes but its own."),
            tr("Worth knowing, and nothing wrong: the plan is the best for all of them together."),
        )
    )
