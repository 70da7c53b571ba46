"""What every view of the bench has in common; which views there are is `views`'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.matching.forcing import Move
from ui.matching_board.bench import Bench

Pair: TypeAlias = tuple[ParticipationId, ParticipationId]
"""Mentee, mentor."""

Moves: TypeAlias = Mapping[ParticipationId, Move]
"""By mentee."""


class BenchView(QWidget):
    """Shows a bench and keeps over a change whom it showed; it tells what is wanted and does nothing."""

    wanted = Signal(object, str, str)  # Deed, mentee, mentor

    @property
    def pair(self) -> Pair | None:
        """Whom the page's commands are about."""
        return None

    @property
    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self,)

    def show_bench(self, bench: Bench) -> None:
        raise NotImplementedError

    def show_trial(self, moves: Moves) -> None:
        """Which pairs the weights on trial would change; with none, the marks go. Comes after the bench."""

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        """Whom the view before this one was about; does nothing where that says nothing."""

    def enter(self) -> None:
        """The keyboard comes in."""
        self.panes[0].setFocus()
