"""What the weights that are tried would do: how many pairs change and which, and the ways on. Never taller or shorter,
so that no slider moves away under the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.language import ntr, say, tr
from ui.matching_board.plans.weights_trial import Outcome
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import column, row, scrolling
from ui.widgets.labels import label, set_tip

_LOWEST, _HIGHEST = 92, 184  # px at 100 %, for the words
_LINE = 20  # px at 100 %: where the words stand beside the sliders, they scroll
_ANY_HEIGHT = 16_777_215  # Qt's own for "no limit"
_NAMED = 40  # more are counted


class WeightsResult(QWidget):
    keep_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("weightsResult")
        self._look = look
        down = column(look, within=self, space=Space.BETWEEN)
        head = row(look)
        self.chip = Chip(look, tr("Trial"), "accent", "eye")
        self.chip.setObjectName("trialChip")
        head.addWidget(self.chip)
        head.addStretch(1)
        self.back = button(
            tr("Back to what is kept"), self.back_wanted.emit, name="backToKept", kind="link", keys="Esc"
        )
        head.addWidget(self.back)
        down.addLayout(head)
        content = QWidget()
        inside = column(look, within=content, space=Space.WITHIN)
        self._words = label("", "strong", wrap=True)
        self._words.setObjectName("trialWords")
        inside.addWidget(self._words)
        self._figures = label("", wrap=True)
        self._figures.setObjectName("trialFigures")
        set_tip(self._figures, tr("Both plans are measured with the weights that you try."))
        inside.addWidget(self._figures)
        self._moves = label("", "second", wrap=True)
        self._moves.setObjectName("trialMoves")
        inside.addWidget(self._moves)
        inside.addStretch(1)
        self._area = scrolling(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll through a long list
        self._area.setAccessibleName(tr("What these weights would change"))
        down.addWidget(self._area, 1)
        line = row(look)
        self.keep = button(tr("Keep these weights"), self.keep_wanted.emit, name="keepWeights", keys="Return")
        line.addWidget(self.keep)
        line.addStretch(1)
        down.addLayout(line)
        self.show_nothing()

    @property
    def holds_focus(self) -> bool:
        return self.keep.hasFocus() or self.back.hasFocus()

    def give_room(self, pixels: int | None) -> None:
        """For the words, whatever they are; None: what there is beside the buttons."""
        look = self._look
        if pixels is None:
            self._area.setMinimumHeight(look.px(_LINE))
            self._area.setMaximumHeight(_ANY_HEIGHT)
        else:
            self._area.setFixedHeight(min(look.px(_HIGHEST), max(look.px(_LOWEST), pixels)))

    def show_nothing(self) -> None:
        """Nothing is tried."""
        self._put(figures=tr("Move a slider: which pairs would change stands here, before anything is kept."))

    def show_waiting(self, *, is_first: bool) -> None:
        """What was found for a moment ago stays until the next is there."""
        if is_first:
            self._put(trial=True, figures=tr("Trying …"))

    def show_outcome(self, outcome: Outcome, *, newest: bool) -> None:
        """`newest`: nothing further is under way, so that it is worth reading out."""
        moves = outcome.trial.moves
        lines = [say(move.words) for move in moves[:_NAMED]]
        if len(moves) > _NAMED:
            lines.append(ntr("… and {count} more.", "… and {count} more.", len(moves) - _NAMED))
        self._put(say(outcome.trial.words), outcome.figures, "\n".join(lines), trial=True)
        if newest:
            spoken = QAccessibleAnnouncementEvent(self, " ".join((say(outcome.trial.words), outcome.figures)))
            QAccessible.updateAccessibility(spoken)

    def _put(self, words: str = "", figures: str = "", moves: str = "", *, trial: bool = False) -> None:
        for widget in (self.chip, self.keep, self.back):
            _stay_visible(widget, trial)
        for shown, text in ((self._words, words), (self._figures, figures), (self._moves, moves)):
            shown.setText(text)
            shown.setVisible(bool(text))
        self._area.setAccessibleDescription("\n".join(part for part in (words, figures, moves) if part))


def _stay_visible(widget: QWidget, shown: bool) -> None:
    """Its room stays."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.setVisible(shown)
