"""Looking at a file that may not be changed where it lies, or that somebody else has: a copy of it in memory.

Nothing is made, written or locked in the file's folder, and nothing of it stays on this computer's disk.
Opening for work, and what is refused in any case, is opening.py's.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentordesk.domain.refusals import FileInUse, UnusableInput
from mentordesk.i18n.message import Message, msg
from mentordesk.storage import lock, opening, placing, soundness, upgrade
from mentordesk.storage.connection import VALUE_LIMIT
from mentordesk.storage.failures import damaged, in_words
from mentordesk.storage.store import Store
from mentordesk.storage.upgrade import VERSIONS

_TRIES = 20
_PAUSE = 0.05  # seconds between two of them


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The bytes of the file and of SQLite's journal beside it, both of one moment."""

    file: bytes
    journal: bytes


def open_for_reading(
    path: Path, *, who: str = "", clock: Callable[[], datetime] = opening.now, versions: Path = VERSIONS
) -> Store:
    """The file as of now, checked in full; `Store.read_only` says why and of when, and every change is refused.

    What a crash left half done is rolled back in the copy, and a file of an older version is upgraded there.

    Raises:
        UnusableInput: not a MentorDesk file, damaged, newer than this program, or not to be read by this user.
        FileInUse: this very process has it open, or it is being changed all the time.
    """
    path = path.resolve()
    opening.look(path)
    if lock.is_held_here(path):
        raise lock.refusal_of_holder(path)
    with in_words(path):
        why = _why(path, clock())
        content = _settled(_snapshot(path), path)
        file = _in_memory(content)
        try:
            _check(file, path, versions, len(content))
        except BaseException:
            file.close()
            raise
        return Store(path, file, None, clock, who, read_only=why)


def _why(path: Path, at: datetime) -> Message:
    computer = lock.computer_of_holder(path)
    if computer is not None and computer not in ("", socket.gethostname()):
        return msg(
            "This is a copy of {file} for reading, as it was at {at}: the file is in use on the computer {computer}. "
            "You can see everything and save a copy.",
            file=path.name,
            at=at.astimezone(),
            computer=computer,
        )
    if computer is not None:
        return msg(
            "This is a copy of {file} for reading, as it was at {at}: the file is in use in another window. "
            "You can see everything and save a copy.",
            file=path.name,
            at=at.astimezone(),
        )
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return msg(
            "{file} is open for reading because it or its folder is write-protected. "
            "You can see everything and save a copy.",
            file=path.name,
        )
    return msg(
        "This is a copy of {file} for reading, as it was at {at}. You can see everything and save a copy.",
        file=path.name,
        at=at.astimezone(),
    )


def _snapshot(path: Path) -> _Snapshot:
    """Read until two readings agree; whoever is at work in the file, a crash right then would leave the same bytes.

    Only for a file that this process does not hold.
    """
    try:
        for _ in range(_TRIES):
            seen = _read(path)
            if seen == _read(path):
                return seen
            time.sleep(_PAUSE)
    except PermissionError:
        raise UnusableInput(
            msg("You may not read {file}. Ask whoever keeps it for the right to do so.", file=path.name)
        ) from None
    raise FileInUse(msg("{file} is being changed right now. Try again in a moment.", file=path.name))


def _read(path: Path) -> _Snapshot:
    try:
        journal = placing.journal_of(path).read_bytes()
    except FileNotFoundError:
        journal = b""
    return _Snapshot(path.read_bytes(), journal)


def _settled(seen: _Snapshot, path: Path) -> bytes:
    """The file's bytes without a change that was cut off, as its journal tells."""
    if not seen.journal:
        return seen.file
    with tempfile.TemporaryDirectory(prefix="mentordesk-") as folder:  # nobody else may enter it
        copy = Path(folder).resolve() / path.name
        copy.write_bytes(seen.file)
        placing.journal_of(copy).write_bytes(seen.journal)
        opening.settle(copy)
        return copy.read_bytes()


def _in_memory(content: bytes) -> sqlite3.Connection:
    file = sqlite3.connect(":memory:", isolation_level=None)
    try:
        file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_LIMIT)
        file.execute("PRAGMA trusted_schema = OFF")
        file.execute("PRAGMA cell_size_check = ON")
        file.deserialize(content)
    except BaseException:
        file.close()
        raise
    return file


def _check(file: sqlite3.Connection, path: Path, versions: Path, length: int) -> None:
    version, _, reader = opening.versions_said(file, path)
    opening.refuse_newer(path, version, reader, versions)
    if length != soundness.size(file) or soundness.faults(file):
        raise damaged(path)
    opening.refuse_strange_parts(file, path)
    if version < upgrade.newest(versions):
        upgrade.migrate(file, versions)
    opening.refuse_missing_parts(file, path)
