"""How the window opens and makes files: what is done on the file's thread, and what is known of the file after.

Heavy rooms are imported here, inside the functions, so that the window is painted before them.
"""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import places
from ui.language import spoken
from ui.tabs import MODULES

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

EXAMPLE = "example.mentordesk"


def load_rooms() -> None:
    """Imports what every open file needs; on the file's thread, while the window is there already."""
    for module in ("ui.workplace", "mentordesk.actions.files", "mentordesk.queries.programmes", *MODULES):
        importlib.import_module(module)
    spoken().date(date.today())  # noqa: DTZ011  # any day: what the language calls them is read from a file


def sweep() -> None:
    """Takes away what an earlier run, that was killed, left of attached files it had laid out to be read."""
    from ui.participants.applications.attachment_opening import sweep as sweep_attachments

    sweep_attachments()


def open_path(path: Path) -> Store:
    """The file; one that is write-protected is opened for reading.

    Raises:
        Refused: see actions.files.open_file.
    """
    load_rooms()
    from mentordesk.actions.files import WriteProtected, open_file, open_for_reading

    try:
        return open_file(path)
    except WriteProtected:
        return open_for_reading(path)


def open_copy(path: Path) -> Store:
    """What another has open, as it is now, for reading."""
    load_rooms()
    from mentordesk.actions.files import open_for_reading

    return open_for_reading(path)


def make(path: Path, template: str, name: str, starts_on: date) -> Store:
    """A new file with one programme. A file that is there already is refused, not overwritten."""
    load_rooms()
    from mentordesk.actions.files import new_file, open_file
    from mentordesk.actions.programmes import create_programme

    with new_file(path) as store:
        create_programme(store, template_key=template, name=name, starts_on=starts_on)
    return open_file(path)


def open_example() -> Store:
    """The invented programme; what she did with it the last time is still there."""
    load_rooms()
    from mentordesk.actions.files import open_file
    from mentordesk.sample.rounds import write_example

    path = places.examples() / EXAMPLE
    if not path.exists():
        write_example(path)
    return open_file(path)
