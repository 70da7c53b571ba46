"""Python's garbage is collected on the window's thread only.

By itself it is collected on whichever thread happens to allocate; on the file's thread that would take widgets apart
while they are painted, and end the process.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # ms
_A_ROOM = 50  # modules: so many new ones are worth leaving out of every later search


class Collector(QObject):
    """Looks twice a second whether there is enough to collect; young objects often, old ones seldom."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._loaded = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if len(sys.modules) - self._loaded >= _A_ROOM:
            self._loaded = len(sys.modules)
            gc.freeze()  # what was loaded until now stays: looking through it again would hold the window
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
