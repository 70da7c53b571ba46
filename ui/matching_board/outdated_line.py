"""The line above the bench where the kept plan is not the best any more, with the way to keep it anyway."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.language import ntr, tr
from ui.matching_board.bench import Bench, Stage
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label


class OutdatedLine(QFrame):
    as_it_is_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("outdatedLine")
        line = row(look, within=self)
        line.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        self._words = label("", "second", wrap=True)
        line.addWidget(self._words, 1)
        line.addWidget(button(tr("Approve as it is"), self.as_it_is_wanted.emit, name="approveAsItIs"))
        self.hide()

    def show_bench(self, bench: Bench) -> None:
        self._words.setText(
            ntr(
                "Something has changed since the plan was found; {count} pair would change.",
                "Something has changed since the plan was found; {count} pairs would change.",
                len(bench.better),
            )
        )
        self.setVisible(bench.stage is Stage.OUTDATED and bool(bench.plan))
