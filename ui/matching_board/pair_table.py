"""The board as a plain table: every pair, its points, state and marks (the twin that F9 shows)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.pair_stages import ENDED, Stage
from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import say, tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView
from ui.matching_board.pair_lines import PairLine, pair_lines
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.widgets.frames import column


def _tone(line: PairLine) -> str:
    if line.at is not None:
        return "plain" if line.at in ENDED else "warn" if line.at is Stage.ON_HOLD else "good"
    return "accent" if line.mentor else "warn"


COLUMNS: tuple[Column[PairLine], ...] = (
    Column(key="mentee", title=msg("Mentee"), text=lambda line: line.name, width=240, disc=True),
    Column(key="mentor", title=msg("Mentor"), text=lambda line: line.mentor, width=220),
    Column(
        key="points",
        title=msg("Points"),
        text=lambda line: line.figure,
        sort=lambda line: line.score,
        align=Align.RIGHT,
        width=90,
    ),
    Column(key="state", title=msg("State"), text=lambda line: say(line.stage), width=260, tone=_tone),
    Column(key="marks", title=msg("Marks"), text=lambda line: line.marks, width=140),
)


class PairTable(BenchView):
    opened = Signal(object)  # PairLine

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._table: RecordTable[PairLine] = RecordTable(COLUMNS, lambda line: line.id, self)
        self.table = TableView(desk, self._table, tr("All pairs"), tab="matching")
        self.table.setObjectName("pairTable")
        self.table.opened.connect(self._open)
        column(desk.look, within=self).addWidget(self.table)

    @property
    def lines(self) -> Sequence[PairLine]:
        """In the order shown."""
        rows = self._table.rows
        return [rows.row(place) for place in range(len(rows.shown))]

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.table,)

    def show_bench(self, bench: Bench) -> None:
        self._table.show(pair_lines(bench))

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        if self._table.rows.known(mentee) is not None:
            self.table.select_ids([mentee])

    def _open(self, number: str) -> None:
        if (line := self._table.rows.known(number)) is not None:
            self.opened.emit(line)
