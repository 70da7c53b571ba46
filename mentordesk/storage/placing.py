"""Files written aside, synced, and put into place whole: at any crash there is the old one or the new one.

Works on files that no connection of this process has open; a database is copied by SQLite itself.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import datetime
from enum import StrEnum
from pathlib import Path

JOURNAL = "-journal"  # what SQLite appends to a file's name for its own


class Aside(StrEnum):
    """What a file beside the final one is being made for."""

    NEW = "new"
    UPGRADE = "upgrade"
    BACKUP = "backup"
    SCRATCH = "scratch"
    RESTORE = "restore"


def beside(path: Path, purpose: Aside) -> Path:
    return path.with_name(f".{path.name}.{purpose}")


def start_beside(path: Path, purpose: Aside) -> Path:
    """An empty file that nobody else can read, in the folder where it will be put into place."""
    aside = beside(path, purpose)
    remove(aside)
    os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return aside


def put_into_place(aside: Path, path: Path) -> None:
    """Replaces what is there in one step."""
    sync(aside)
    aside.replace(path)
    sync_folder(path.parent)


def keep_under(path: Path, other: Path) -> None:
    """The same file under a second name too, so that replacing the first loses nothing."""
    try:
        os.link(path, other)
    except OSError:  # a drive without hard links
        shutil.copyfile(path, other)
        other.chmod(0o600)
        sync(other)
    sync_folder(other.parent)


def dated(path: Path, now: datetime) -> Path:
    """A name beside `path` that says when, and is free."""
    stamp = f"{now.astimezone():%Y-%m-%d %H.%M.%S}"
    free = path.with_name(f"{path.stem} {stamp}{path.suffix}")
    count = 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem} {stamp} ({count}){path.suffix}")
    return free


def remove(aside: Path) -> None:
    """With the journal that SQLite may have left beside it; nothing there is fine."""
    for leftover in (aside, journal_of(aside)):
        with contextlib.suppress(FileNotFoundError):
            leftover.unlink()


def remove_leftovers(path: Path) -> None:
    """What a crash left half made beside this file; only for who holds its lock."""
    for purpose in Aside:
        remove(beside(path, purpose))


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + JOURNAL)


def sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders, and keeps names by itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
