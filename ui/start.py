"""Builds the few objects of the window, wires them, and runs."""

from __future__ import annotations

import faulthandler
import locale
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentordesk import places
from ui.failures import Failures
from ui.immortals import keep_constants
from ui.preferences import Preferences
from ui.window import MainWindow


def start(path: Path | None) -> int:
    """Opens the window, with a file if one is named or was open last; gives the exit status."""
    faulthandler.enable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("MentorDesk")
    window = make_window(app, Preferences(places.settings(), system_locale=system_locale()))
    window.show()
    QTimer.singleShot(0, window, lambda: window.begin(path))
    return app.exec()


def make_window(app: QApplication, preferences: Preferences) -> MainWindow:
    keep_constants()
    failures = Failures()
    failures.watch()
    return MainWindow(app, preferences, failures)


def system_locale() -> str:
    """What the environment says, or the system where it says nothing."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return named or (locale.getlocale()[0] or "")
