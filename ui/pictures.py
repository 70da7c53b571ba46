"""Pictures of the real window, without a screen: each tab over a file, in any language, theme and size.

The demo takes them, and the README shows some; every state of every tab is photographed by `python -m tests.pictures`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mentordesk.actions.files import Store
    from ui.program import Program
    from ui.theme import ThemeName

SIZE = (1280, 800)
_STEP = 20  # ms between two looks at whether everything is painted
_CALM = 8  # so many looks in a row


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is taken."""

    language: LanguageCode
    theme: ThemeName
    zoom: int = 100
    size: tuple[int, int] = SIZE


def take_pictures(file: Path, folder: Path, *, language: LanguageCode, day: date, progress: Progress) -> Sequence[Path]:
    """Each tab of the window over this file as on that day, as PNG; their paths in the order of the tabs.

    Raises:
        Refused: what the window needs is not on this machine, or the folder cannot be written.
    """
    app = application()
    from ui.tabs import TABS
    from ui.theme import ThemeName

    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused(msg("The folder {folder} cannot be made. Choose another one.", folder=str(folder))) from problem
    camera = Camera(app, Setting(language, ThemeName.LIGHT))
    try:
        camera.open(lambda: _open_on(file, day))
        for tab in progress.over(TABS, len(TABS)):
            camera.program.workplace_shown().show_tab(tab.key)
            written.append(camera.take(folder / f"{tab.on_rail.number}-{tab.key}.png"))
    finally:
        camera.close()
    return written


def application() -> QApplication:
    """Qt without a screen.

    Raises:
        Refused: one of its libraries is not on this machine.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as missing:
        raise Refused(
            msg("There are no pictures of the window: a library is missing ({reason}).", reason=str(missing))
        ) from missing
    from ui.immortals import keep_constants

    keep_constants()
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["mentordesk"])


class Camera:
    """A window of its own, with preferences of its own; `close` it."""

    def __init__(self, app: QApplication, setting: Setting) -> None:
        from ui.preferences import Preferences
        from ui.start import first_window, furnish

        self._kept = tempfile.TemporaryDirectory(prefix="mentordesk-pictures-")
        preferences = Preferences(Path(self._kept.name) / "window.ini")
        preferences.language = setting.language
        preferences.theme = setting.theme
        preferences.zoom = setting.zoom
        self._window = first_window(app, preferences, file_comes=False)
        self._window.resize(*setting.size)
        self.program: Program = furnish(app, self._window, preferences)
        self.program.show_welcome()

    def open(self, opener: Callable[[], Store]) -> None:
        """Shows what `opener` opens, and waits until it is there."""
        self.program.open_with(opener)
        self.settle()

    def take(self, path: Path) -> Path:
        """
        Raises:
            Refused: it cannot be written.
        """
        self.settle()
        if not self._window.grab().save(str(path)):
            raise Refused(msg("“{path}” could not be written. Is there room, and may you write there?", path=str(path)))
        return path

    def settle(self) -> None:
        """Until nothing is asked, computed or painted any more."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, timer = QEventLoop(), QTimer()
        calm = 0

        def look() -> None:
            nonlocal calm
            calm = calm + 1 if self.program.is_idle else 0
            if calm >= _CALM:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_STEP)
        loop.exec()

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        with suppress(OSError):
            self._kept.cleanup()


def _open_on(file: Path, day: date) -> Store:
    from mentordesk.actions.files import open_file
    from ui.opening import load_rooms

    load_rooms()
    return open_file(file, clock=lambda: datetime.combine(day, time(12), UTC))
