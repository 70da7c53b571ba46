"""How long the window's thread is held during the whole job: every event that took longer than 50 ms (goal: none).

    python -m tests.benchmarks.responsiveness [mouse|keys] [turns]

Beside each stands how long this thread was on a processor itself; the rest it waited for the file's thread, or for a
machine that did other things. `turns` times whole turns of the event loop, clicks and keys instead: several events
together, with what lies between them.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.i18n.languages import LanguageCode
from tests.ui import hands
from tests.ui.conftest import ScriptedAsk
from tests.ui.hands import Keys, Mouse
from tests.ui.test_whole_job import test_the_whole_job as play
from ui.preferences import Preferences
from ui.start import first_window, furnish
from ui.theme import ThemeName

LIMIT = 0.050  # seconds
_REST = 0.002  # seconds between two turns in which nothing waited
_QUIET = 0.060  # seconds without news after which the next step is taken


@dataclass(frozen=True, slots=True)
class Held:
    seconds: float
    busy: float
    what: str


class Probe:
    def __init__(self) -> None:
        self.held: list[Held] = []

    def time(self, what: str, do: Callable[[], Any]) -> Any:
        begun, busy = time.perf_counter(), time.thread_time()
        try:
            return do()
        finally:
            self.held.append(Held(time.perf_counter() - begun, time.thread_time() - busy, what))

    def turns_until_calm(self, app: QApplication, program: Any) -> None:
        calm_since = time.perf_counter()
        while time.perf_counter() - calm_since < _QUIET:
            self.time("turn of the event loop", app.processEvents)
            if not program.is_idle:
                calm_since = time.perf_counter()
            time.sleep(_REST)


class TimedHands:
    """What the test's hands use of QTest: each click and key is timed by itself."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe

    def mouseClick(self, widget: Any, *more: Any) -> None:  # noqa: N802  # Qt's name
        self._probe.time(f"click on {widget.objectName()}", partial(QTest.mouseClick, widget, *more))

    def keyClick(self, widget: Any, *more: Any) -> None:  # noqa: N802  # Qt's name
        self._probe.time(f"key in {widget.objectName()}", partial(QTest.keyClick, widget, *more))

    def keyClicks(self, widget: Any, text: str) -> None:  # noqa: N802  # Qt's name
        for letter in text:
            self.keyClick(widget, letter)


class Naming(QApplication):
    """Times every event that is not sent from within another one."""

    def __init__(self, probe: Probe) -> None:
        super().__init__([])
        self._probe = probe
        self._inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside:
            return super().notify(receiver, event)
        self._inside = True
        what = f"{event.type().name:22s} {_name(receiver)}"
        try:
            return bool(self._probe.time(what, partial(super().notify, receiver, event)))
        finally:
            self._inside = False


def _name(receiver: QObject) -> str:
    """A timer has none: it is called after whose it is."""
    named = receiver.parent() or receiver if isinstance(receiver, QTimer) else receiver
    return f"{type(named).__name__} {named.objectName()}"


def main(kind: type[Mouse] | type[Keys], *, turns: bool) -> None:
    probe, names = Probe(), Probe()
    app = Naming(names) if not turns else QApplication([])
    hands.QTest = TimedHands(probe)  # type: ignore[misc, assignment]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        preferences = Preferences(home / "window.ini")
        preferences.language, preferences.theme = LanguageCode.EN, ThemeName.LIGHT
        window = first_window(app, preferences, file_comes=False)
        program = furnish(app, window, preferences)
        program.ask = ScriptedAsk()
        program.begin(None)
        calm = partial(probe.turns_until_calm, app)
        calm(program)
        play(lambda _: program, calm, home, kind)
        window.close()
    held = sorted((probe if turns else names).held, key=lambda one: -one.seconds)
    over, busy = (sum(seconds(one) > LIMIT for one in held) for seconds in (_seconds, _busy))
    counted = "turns, clicks and keys" if turns else "events"
    print(f"{len(held)} {counted}; {over} longer than {LIMIT * 1000:.0f} ms (goal 0), {busy} by its own work")
    for one in held[:12]:
        print(f"  {one.seconds * 1000:6.1f} ms, busy {one.busy * 1000:6.1f}  {one.what}")
    sys.stdout.flush()
    gc.freeze()
    os._exit(0)  # Qt's own teardown is not what is measured


def _seconds(held: Held) -> float:
    return held.seconds


def _busy(held: Held) -> float:
    return held.busy


if __name__ == "__main__":
    main(Keys if "keys" in sys.argv else Mouse, turns="turns" in sys.argv)
