"""Steps that each take a turn of the event loop, so that what is made in them never holds the window for long."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """What was begun before and is not done yet is left when other steps begin."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._to_come: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    @property
    def are_left(self) -> bool:
        return self._timer.isActive()

    def begin(self, steps: Sequence[Callable[[], object]]) -> None:
        """The first step is a turn away, too."""
        self._to_come = list(steps)
        if steps:
            self._timer.start(0)
        else:
            self._timer.stop()

    def _step(self) -> None:
        step = self._to_come.pop(0)
        if self._to_come:
            self._timer.start(0)  # before the step, which may begin others
        step()
