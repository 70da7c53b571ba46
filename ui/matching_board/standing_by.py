"""What stands in place of the bench: nobody to match yet, or everybody matched already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.queries.board import Board
from ui.language import ntr, tr
from ui.matching_board.bench import Bench
from ui.matching_board.bench_view import BenchView
from ui.matching_board.plan_bar import next_of
from ui.theme import Look
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import clear, column


class AllPaired(BenchView):
    papers_wanted = Signal()
    board_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._room = column(look, within=self)

    @property
    def main(self) -> QPushButton | None:
        """The newest: those before it may not have left yet."""
        made = self.findChildren(QPushButton, "printPapersNow")
        return made[-1] if made else None

    @property
    def panes(self) -> Sequence[QWidget]:
        return (self.main or self,)

    def show_bench(self, bench: Bench) -> None:
        clear(self._room)
        words, _ = next_of(bench)
        self._room.addWidget(
            EmptyPage(
                self._look,
                picture="done",
                heading=ntr("{count} pair is approved", "All {count} pairs are approved", bench.board.running),
                text=tr("Next: print the contract and the checklist for the first meeting of each pair."),
                ways_on=(
                    WayOn(words, self.papers_wanted.emit, "printPapersNow"),
                    WayOn(tr("Show the board"), self.board_wanted.emit, "showBoard"),
                ),
            )
        )


def who_is_missing(board: Board) -> str:
    if board.question.mentees:
        return tr("There are no mentors yet")
    if board.question.mentors:
        return tr("There are no mentees yet")
    return tr("There is nobody to match yet")
