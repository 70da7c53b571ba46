"""`mentordesk` begins here: a sub-command goes to the command line and loads no part of Qt; else the window opens."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentordesk.i18n.catalog import Catalog
    from mentordesk.i18n.languages import LanguageCode
    from mentordesk.progress import Progress

_ENDING = ".mentordesk"


def main() -> int:
    if getattr(sys, "frozen", False):  # a packed program begins here in each process that writes papers, too
        from multiprocessing import freeze_support

        freeze_support()
    words = sys.argv[1:]
    if _wants_window(words):
        if not _has_screen():
            sys.stderr.write("There is no screen here. The commands run without one: mentordesk --help\n")
            return 1
        from ui.start import start

        return start(Path(words[0]) if words else None)
    from mentordesk.cli.main import main as command_line

    return command_line(words, _take_pictures, _try_itself)


def _take_pictures(
    file: Path, folder: Path, *, language: LanguageCode, day: date, progress: Progress
) -> Sequence[Path]:
    """The window's one part in a command line; Qt is loaded when a command asks for it."""
    from ui.pictures import take_pictures

    return take_pictures(file, folder, language=language, day=day, progress=progress)


def _try_itself(catalog: Catalog) -> int:
    from ui.self_test import run

    return run(catalog)


def _wants_window(words: list[str]) -> bool:
    """Alone, or with a file as the system hands one over that was double-clicked."""
    return not words or (len(words) == 1 and words[0].lower().endswith(_ENDING))


def _has_screen() -> bool:
    """Qt ends the process where it finds none; nothing can catch that."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
