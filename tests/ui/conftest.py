"""The real window, offscreen, over real files: an example cohort written once and copied, a desk, scripted answers."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import open_file
from mentordesk.i18n.languages import LanguageCode
from tests.approving import approve_plan
from ui import language
from ui.changes import Changes
from ui.desk import Desk, OpenFile
from ui.immortals import keep_constants
from ui.preferences import Preferences
from ui.theme import LIGHT, Look, ThemeName
from ui.wearing import wear
from ui.work import Work

keep_constants()
_A_MOMENT = 200  # ms
_LONGEST = 60.0  # seconds


@dataclass
class ScriptedAsk:
    """Answers in the order they were laid down; a question without an answer fails the test."""

    answers: list[object] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def _next(self, title: str):
        self.asked.append(title)
        assert self.answers, f"nobody expected the question “{title}”"
        return self.answers.pop(0)

    def open_file(self, title, kind):
        return self._next(title)

    def save_file(self, title, suggested, kind):
        return self._next(title)

    def folder(self, title):
        return self._next(title)

    def confirm(self, title, text, button, turn_back):
        return self._next(title)


@pytest.fixture(scope="session")
def _written_example(tmp_path_factory, request):
    """The example as the window offers it: programme and people, not yet matched."""
    from mentordesk.sample.rounds import write_example

    path = tmp_path_factory.mktemp("example") / "example.mentordesk"
    write_example(path)
    return path


@pytest.fixture
def example(_written_example, tmp_path) -> Path:
    copy = tmp_path / "example.mentordesk"
    shutil.copy(_written_example, copy)
    return copy


@pytest.fixture(scope="session")
def _written_once() -> dict[Callable[[Path], object], Path]:
    return {}


@pytest.fixture
def copy_of(_written_once, tmp_path_factory, tmp_path):
    """`copy_of(write)`: a file of the test's own, as `write(path)` leaves it; that is called once for all tests."""

    def make(write: Callable[[Path], object]) -> Path:
        if write not in _written_once:
            path = tmp_path_factory.mktemp("written") / f"{write.__name__}.mentordesk"
            write(path)
            _written_once[write] = path
        copy = tmp_path / _written_once[write].name
        shutil.copy(_written_once[write], copy)
        return copy

    return make


@pytest.fixture(scope="session")
def _matched_once(_written_example, tmp_path_factory):
    """The example with its plan found and approved."""
    path = tmp_path_factory.mktemp("matched") / "matched.mentordesk"
    shutil.copy(_written_example, path)
    approve_plan(path)
    return path


@pytest.fixture
def matched_example(_matched_once, tmp_path) -> Path:
    copy = tmp_path / "matched.mentordesk"
    shutil.copy(_matched_once, copy)
    return copy


@pytest.fixture(autouse=True)
def _collected_here():
    """As ui/collector.py has it: widgets are taken apart on this thread, and on no other."""
    gc.disable()
    yield
    # What was told to go goes now: a sheet that the next test puts on would dress it anew, for ten seconds a window.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # what is still there was loaded and stays: a tenth of a second less for each test
    gc.enable()  # else what other rooms' tests leave heaps up, and the next test here collects it for half a minute


@pytest.fixture(autouse=True)
def _undressed():
    """A part shown alone wears the application's sheet; the next test's does not find it there."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory, monkeypatch):
    """No test sees what the machine remembers."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture
def speak():
    """`speak("nb")`: the language of the window for this test; English again after it."""
    yield lambda code: language.use(LanguageCode(code))
    language.use(LanguageCode.EN)


@pytest.fixture
def look(qapp) -> Look:
    language.use(LanguageCode.EN)
    made = Look(LIGHT)
    wear(qapp, made)
    return made


@pytest.fixture
def desk_over(qapp, qtbot, tmp_path, look):
    """`desk_over(path, look=…)`: a desk over an open file, with the newest programme in view."""
    works: list[Work] = []

    def make(path: Path, *, look: Look = look, opener=None) -> Desk:
        changes = Changes()
        work = Work(changes)
        works.append(work)
        opened: list[object] = []
        work.open((lambda: open_file(path)) if opener is None else opener, opened.append, opened.append)
        qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
        store = opened[0]
        assert not isinstance(store, Exception), store
        desk = Desk(
            work=work,
            changes=changes,
            ask=ScriptedAsk(),
            look=look,
            preferences=Preferences(tmp_path / "window.ini"),
            file=OpenFile(store.path, store.today(), getattr(store, "read_only", None)),
        )
        found: list[object] = []
        from mentordesk.queries.programmes import programmes

        work.ask("programmes", programmes, found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        desk.programme = found[0][-1] if found[0] else None
        return desk

    yield make
    for work in works:
        work.close()


@pytest.fixture
def settled():
    """`settled(desk)`: waits until nothing is under way and everything was painted."""

    def wait(desk: Desk) -> None:
        for _ in range(2):  # Qt commits what was typed into a cell a turn after Enter; an answer may lead to a question
            QTest.qWait(1)
            _wait_until(lambda: desk.work.idle)
        QTest.qWait(1)

    return wait


@pytest.fixture
def program_in(qapp, qtbot, tmp_path, monkeypatch):
    """`program_in("nb", zoom=200)`: the whole window on its start page, with scripted answers to what it asks."""
    from ui import pages
    from ui.start import first_window, furnish

    monkeypatch.setattr(pages, "_READY_AFTER", 0)  # a hundred pauses are for a person's hands
    made = []

    def make(code: str = "en", *, theme: ThemeName = ThemeName.LIGHT, zoom: int = 100, size=(1280, 800)):
        preferences = Preferences(tmp_path / f"window{len(made)}.ini")
        preferences.language, preferences.theme, preferences.zoom = LanguageCode(code), theme, zoom
        window = first_window(qapp, preferences, file_comes=False)
        window.resize(*size)
        program = furnish(qapp, window, preferences)
        program.ask = ScriptedAsk()
        program.begin(None)
        made.append(program)
        return program

    yield make
    for program in made:
        program.window.close()
        program.window.deleteLater()
    language.use(LanguageCode.EN)


@pytest.fixture
def calm():
    """`calm(program)`: until nothing is asked, computed or painted, and nothing is about to begin."""

    def idle(program) -> None:
        for _ in range(3):  # an answer may lead to the next question
            _wait_until(lambda: program.is_idle)
            if QApplication.activeWindow() is None:  # offscreen nobody gives the keyboard on when a window goes
                program.window.activateWindow()
            QTest.qWait(1)

    def wait(program) -> None:
        idle(program)
        until = time.monotonic() + _LONGEST
        while _about_to_begin(program.window):  # asked seldom: it looks at every object of the window
            assert time.monotonic() < until, "it never became calm"
            QTest.qWait(5)
            idle(program)

    return wait


def _wait_until(there: Callable[[], bool]) -> None:
    """Asks at every turn of the event loop; the plugin's way asks every ten milliseconds."""
    until = time.monotonic() + _LONGEST
    while not there():
        assert time.monotonic() < until, "it never became calm"
        QTest.qWait(1)


def _about_to_begin(window) -> bool:
    """Parts that are made in turns, a pane that waits for those who run through a list; not a notice that goes."""
    timers = (timer for timer in window.findChildren(QTimer) if timer.isActive() and timer.isSingleShot())
    return any(timer.interval() <= _A_MOMENT for timer in timers)
