"""How long the window's thread is held during the whole job: every event that took longer than 50 ms (goal: none).

    python -m tests.benchmarks.responsiveness [mouse|keys]

Events sent by the test's own hands count too. A machine that does other things at the time shows in the figures.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.i18n.languages import LanguageCode
from tests.ui.conftest import ScriptedAsk
from tests.ui.hands import Keys, Mouse
from tests.ui.test_whole_job import test_the_whole_job as play
from ui.preferences import Preferences
from ui.start import first_window, furnish
from ui.theme import ThemeName

LIMIT = 0.050  # seconds


@dataclass(frozen=True, slots=True)
class Held:
    seconds: float
    kind: str
    receiver: str


class Probed(QApplication):
    """Times every event that is not sent from within another one."""

    def __init__(self) -> None:
        super().__init__([])
        self.held: list[Held] = []
        self.count = 0
        self._inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside:
            return super().notify(receiver, event)
        self._inside = True
        kind, name = event.type().name, f"{type(receiver).__name__} {receiver.objectName()}"
        begun = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self._inside = False
            self.count += 1
            self.held.append(Held(time.perf_counter() - begun, kind, name))


def main(kind: type[Mouse] | type[Keys]) -> None:
    app = Probed()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        preferences = Preferences(home / "window.ini")
        preferences.language, preferences.theme = LanguageCode.EN, ThemeName.LIGHT
        window = first_window(app, preferences, file_comes=False)
        program = furnish(app, window, preferences)
        program.ask = ScriptedAsk()
        program.begin(None)

        def calm(_: object) -> None:
            for _ in range(3):
                while not program.work.idle:
                    QTest.qWait(5)
                QTest.qWait(30)

        calm(program)
        play(lambda _: program, calm, home, kind)
        held = sorted(app.held, key=lambda one: -one.seconds)
        window.close()
    over = [one for one in held if one.seconds > LIMIT]
    print(f"{app.count} events; {len(over)} held the window longer than {LIMIT * 1000:.0f} ms (goal 0)")
    for one in held[:12]:
        print(f"  {one.seconds * 1000:6.1f} ms  {one.kind:22s} {one.receiver}")
    sys.stdout.flush()
    gc.freeze()
    os._exit(0)  # Qt's own teardown is not what is measured


if __name__ == "__main__":
    main(Keys if sys.argv[1:] == ["keys"] else Mouse)
