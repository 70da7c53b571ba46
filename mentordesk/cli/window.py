"""What the command line asks of the window, which it doesn't know: `ui.main` hands it over (design, settled)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.progress import Progress


class TakePictures(Protocol):
    """Opens a file in the real window, without a screen, and writes a picture of each tab.

    Raises:
        Refused: what the window needs is not on this machine.
    """

    def __call__(
        self, file: Path, folder: Path, *, language: LanguageCode, day: date, progress: Progress
    ) -> Sequence[Path]: ...


class TryItself(Protocol):
    """Opens the real window in a scratch folder, says step by step what works, and gives the exit status."""

    def __call__(self, catalog: Catalog) -> int: ...


@dataclass(frozen=True, slots=True)
class Around:
    """What every command is given beside its words."""

    catalog: Catalog
    take_pictures: TakePictures | None = None  # None where no window is installed
    try_itself: TryItself | None = None  # the same
