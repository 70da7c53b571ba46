"""What is done with a file as a whole: made, opened, checked, copied, put back."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.soundness import INVARIANTS
from mentordesk.storage import backup, checks, opening, reading_only
from mentordesk.storage.backup import Backup, Restored
from mentordesk.storage.checks import FileReport
from mentordesk.storage.failures import WriteProtected
from mentordesk.storage.store import Store

__all__ = [
    "ENDING",
    "Store",
    "WriteProtected",
    "back_up",
    "check_file",
    "new_file",
    "open_file",
    "open_for_reading",
    "restore_file",
    "save_copy",
    "user",
]

ENDING = ".mentordesk"


@contextmanager
def new_file(path: Path, *, clock: Callable[[], datetime] = opening.now) -> Iterator[Store]:
    """A new file, open; what is refused inside the `with` leaves no file behind.

    Raises:
        Refused: there is one of that name, or the folder cannot be written.
    """
    if path.suffix.lower() != ENDING:
        raise Refused(msg("“{name}” must end in {endings}.", name=path.name, endings=ENDING))
    store = opening.open_store(path, create=True, who=user(), clock=clock)
    try:
        with store:
            yield store
    except BaseException:
        store.path.unlink(missing_ok=True)  # ours since a moment ago, and closed: nobody's work is in it
        raise


def open_file(path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = opening.now) -> Store:
    """See opening.open_store for what is refused.

    After FileInUse and WriteProtected the file can still be looked at: `open_for_reading`, which `read_only`
    asks for at once.
    """
    if read_only:
        return open_for_reading(path, clock=clock)
    return opening.open_store(path, who=user(), clock=clock)


def open_for_reading(path: Path, *, clock: Callable[[], datetime] = opening.now) -> Store:
    """The file as of now, in memory, whoever has it; see reading_only.open_for_reading for what is refused."""
    return reading_only.open_for_reading(path, who=user(), clock=clock)


def back_up(path: Path, to: Path) -> Backup:
    with open_file(path) as store:
        return save_copy(store, to)


def save_copy(store: Store, to: Path) -> Backup:
    """A verified copy of an open file, also of one that is open for reading."""
    return backup.backup(store, to)


def restore_file(copy: Path, to: Path) -> Restored:
    return backup.restore(copy, to)


def check_file(path: Path) -> FileReport:
    return checks.check(path, INVARIANTS)


def user() -> str:
    """Who sits at the machine, for the history; empty where the system doesn't say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
