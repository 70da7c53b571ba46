"""The line above the bench that names the pairs which moved with the last deed; the cards bear the marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from mentordesk.matching.forcing import Move
from ui.language import ntr, say, tr
from ui.matching_board.bench import Bench
from ui.theme import Look
from ui.widgets.buttons import icon_button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, row
from ui.widgets.labels import label, set_tip

_WIDE = 700  # px at 100 %: with less, only the count stands there
_NAMED = 3  # more are counted; the tip names all


class MovedLine(QFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("movedLine")
        self._look = look
        self._read: Sequence[Move] = ()
        self._words: QLabel | None = None
        self._line: QHBoxLayout = row(look, within=self)
        self._line.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        self.hide()

    def show_moves(self, bench: Bench) -> None:
        moves = bench.others_moved
        if not moves:
            self.hide()
            return
        if moves == self._read:
            return
        self._read = moves
        self._words = None
        clear(self._line)
        title = (
            ntr("{count} other pair moved", "{count} other pairs moved", len(moves))
            if bench.chosen
            else ntr("{count} pair moved", "{count} pairs moved", len(moves))
        )
        self._line.addWidget(Chip(self._look, title, "accent", "swap"))
        told = [say(move.words) for move in moves[:_NAMED]]
        if len(moves) > _NAMED:
            told.append(ntr("{count} more is marked.", "{count} more are marked.", len(moves) - _NAMED))
        words = label(" ".join(told), "second", wrap=True)
        words.setObjectName("movedWords")
        set_tip(self, "\n".join(say(move.words) for move in moves))
        self._line.addWidget(words, 1)
        self._line.addStretch()
        self._words = words
        self._fit()
        away = icon_button("close", tr("Close this message"), self.hide, name="closeMoved", look=self._look)
        self._line.addWidget(away)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._words is not None:
            self._words.setVisible(self.width() >= self._look.px(_WIDE))
