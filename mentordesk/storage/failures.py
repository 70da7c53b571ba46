"""What SQLite and the disk say when they cannot, in sentences with a way out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentordesk.domain.refusals import FileInUse, Refused, UnusableInput
from mentordesk.i18n.message import msg

_PRIMARY = 0xFF  # an extended result code carries its kind in the lowest byte


class WriteProtected(Refused):
    """The file cannot be changed where it lies; it can still be read (reading_only.py)."""


def is_damage(error: sqlite3.Error) -> bool:
    """Also said of a read that failed for a moment: ask again before believing it."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


def is_torn(error: sqlite3.Error) -> bool:
    """A database, but not all of a piece."""
    return _code(error) == sqlite3.SQLITE_CORRUPT


def refusal(error: sqlite3.Error, path: Path) -> Refused | None:
    """None for an error that is a fault of the program and no condition of the file."""
    name = path.name
    extended = getattr(error, "sqlite_errorcode", None)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved_away(path)
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        return Refused(
            msg(
                "MentorDesk ended while it was writing {file}. Open the file once, which puts that right, "
                "then try again.",
                file=name,
            )
        )
    match _code(error):
        case sqlite3.SQLITE_FULL:
            return disk_full(path)
        case sqlite3.SQLITE_IOERR:
            return Refused(
                msg(
                    "The drive of {file} reported an error; nothing was saved. "
                    "Check that it is connected and has room, then try again.",
                    file=name,
                )
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return FileInUse(msg("{file} is open in another program. Close it there first.", file=name))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_FORMAT | sqlite3.SQLITE_INTERRUPT:
            return damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case sqlite3.SQLITE_CANTOPEN:
            return Refused(
                msg("{file} cannot be opened. Check that you may read and change it and its folder.", file=name)
            )
        case sqlite3.SQLITE_TOOBIG:
            return Refused(msg("A text or an attachment is too large to be kept; nothing was saved."))
        case _:
            return None


def moved_away(path: Path) -> Refused:
    return Refused(
        msg(
            "{file} was moved, renamed or deleted while it was open; the change was not saved. "
            "Put the file back, or make a backup under a new name before you close.",
            file=path.name,
        )
    )


def disk_full(path: Path) -> Refused:
    return Refused(
        msg(
            "There is no room left on the drive of {file}; nothing was saved. Make room, then try again.",
            file=path.name,
        )
    )


def read_only(path: Path) -> WriteProtected:
    return WriteProtected(
        msg(
            "{file} or its folder is read-only. Choose a folder of your own, or copy the file to one.",
            file=path.name,
        )
    )


def damaged(path: Path) -> UnusableInput:
    return UnusableInput(
        msg(
            "{file} is damaged. Nothing in it was changed. Keep it, and restore the newest backup.",
            file=path.name,
        )
    )


def not_ours(path: Path) -> UnusableInput:
    return UnusableInput(
        msg(
            "{file} is not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup.",
            file=path.name,
        )
    )


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns what the database or the disk says into Refused where it is no fault of the program."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and (said := refusal(error.orig, path)) is not None:
            raise said from error
        raise
    except sqlite3.Error as error:
        if (said := refusal(error, path)) is not None:
            raise said from error
        raise
    except OSError as error:
        if (said := _of_the_disk(error, path)) is not None:
            raise said from error
        raise


def _of_the_disk(error: OSError, path: Path) -> Refused | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return read_only(path)
    if error.errno == errno.ENAMETOOLONG:
        return Refused(msg("The name {file} is too long. Choose a shorter one.", file=path.name))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused(msg("The folder of {file} does not exist. Choose another folder.", file=path.name))
    return None


def _code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY
