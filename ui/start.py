"""Builds the few objects of the window and runs: the first frame at once, everything else when that is painted."""

from __future__ import annotations

import faulthandler
import locale
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentordesk import places
from ui import language
from ui.preferences import Preferences
from ui.theme import interface_font
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.program import Program

_TURN_OF_A_THREAD = 0.0001
"""Seconds. The window's thread gives the interpreter away in many of Qt's calls; beside long work on the file's thread
it would wait Python's own 5 ms each time to get it back. At a tenth of a millisecond no event waited 50 ms any more."""


def start(path: Path | None) -> int:
    """Opens the window, with a file if one is named or was open last; gives the exit status."""
    faulthandler.enable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("MentorDesk")
    preferences = Preferences(places.settings(), system_locale=system_locale())
    wanted = path or next(iter(preferences.recent_files), None)
    window = first_window(app, preferences, file_comes=wanted is not None)
    QTimer.singleShot(0, window, lambda: furnish(app, window, preferences).begin(wanted))
    return app.exec()


def first_window(app: QApplication, preferences: Preferences, *, file_comes: bool) -> MainWindow:
    """The window with its first frame, shown."""
    language.use(preferences.language)
    app.setFont(interface_font())
    window = MainWindow(preferences, file_comes=file_comes)
    window.show()
    return window


def furnish(app: QApplication, window: MainWindow, preferences: Preferences) -> Program:
    """What fills the window; its rooms are loaded only now."""
    from ui.collector import Collector
    from ui.failures import Failures
    from ui.immortals import keep_constants
    from ui.program import Program

    keep_constants()  # the few hundred calls before the first frame leave enough of them
    sys.setswitchinterval(_TURN_OF_A_THREAD)
    Collector(window)
    failures = Failures()
    failures.watch()
    return Program(app, window, preferences, failures)


def system_locale() -> str:
    """What the environment says, or the system where it says nothing."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return named or (locale.getlocale()[0] or "")
