"""The board as a plain table: every pair, its points, state and marks (the twin that F9 shows)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentordesk.i18n.message import msg
from ui.desk import Desk
from ui.language import say, tr
from ui.matching_board.pair_lines import PairLine
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView


def _tone(line: PairLine) -> str:
    if line.status is not None:
        return "good"
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


def pair_table(desk: Desk, parent: QWidget) -> tuple[RecordTable[PairLine], TableView]:
    table = RecordTable(COLUMNS, lambda line: line.id, parent)
    view = TableView(desk, table, tr("All pairs"), tab="matching")
    view.setObjectName("pairTable")
    return table, view
