"""A file that is handed out, written whole or not at all: papers, lists, calendars. The database has its own ways."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Written aside, synced and moved into place: a reader finds the old file or the new one, never a half.

    Its owner alone may read it (0600). If anything is raised inside, the old file stays as it was.

    Raises:
        Refused: the folder is missing, full or closed to us.
    """
    aside: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)  # 0600 from the start
        aside = Path(name)
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        aside = None
        _sync_folder(path.parent)
    except OSError as problem:
        raise Refused(_reason(problem, path)) from problem
    finally:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()


def write_whole(data: bytes, path: Path) -> None:
    """As `written_whole`, for content that is ready."""
    with written_whole(path) as file:
        file.write(data)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot, and its journal sees to it
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _reason(problem: OSError, path: Path) -> Message:
    folder = str(path.parent)
    match problem.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return msg("There is no folder {folder}. Choose another one.", folder=folder)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return msg("You may not write in the folder {folder}. Choose another one.", folder=folder)
        case errno.ENOSPC | errno.EDQUOT:
            return msg("The disk is full: {name} was not written. Make room, then try again.", name=path.name)
        case errno.EISDIR:
            return msg("{name} is a folder, so no file can have that name.", name=path.name)
        case _:
            return msg(
                "{name} could not be written to the folder {folder}. Is the drive still connected?",
                name=path.name,
                folder=folder,
            )
