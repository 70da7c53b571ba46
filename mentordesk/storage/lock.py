"""One program at a time: a lock on a side file, which the operating system frees when the process dies."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from mentordesk.domain.refusals import FileInUse
from mentordesk.i18n.message import Message, msg
from mentordesk.storage.failures import in_words

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 20  # a locked byte cannot be read by others, so it lies behind what is written

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_HERE: set[Path] = set()  # side files that this process holds


@dataclass(frozen=True, slots=True)
class Holder:
    process: int
    computer: str


class InstanceLock:
    """Held from its making until `release`, or until the process ends in whatever way.

    The side file is never the database itself: closing that would drop SQLite's own lock.

    Raises:
        FileInUse: another process, or this one, holds it; the sentence names the holder.
    """

    def __init__(self, path: Path) -> None:
        self._path = side_file(path)
        with in_words(path):
            self._descriptor: int | None = self._taken()
        if self._descriptor is None:
            raise FileInUse(_sentence(path, _read(self._path)))
        _write(self._descriptor)
        _HERE.add(self._path)

    def release(self) -> None:
        """Twice is as good as once."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):  # Windows removes no open file: the side file stays
            if _is_still(self._path, self._descriptor):
                self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        _HERE.discard(self._path)

    def _taken(self) -> int | None:
        while True:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(self._path, flags, 0o600)
            if not _try(descriptor):
                os.close(descriptor)
                return None
            if _is_still(self._path, descriptor):
                return descriptor
            os.close(descriptor)  # its last holder removed the side file as we opened it


def is_held_here(path: Path) -> bool:
    """Whether this process has the file: a plain reading of it would drop SQLite's own lock at its end."""
    return side_file(path) in _HERE


def refusal_of_holder(path: Path) -> FileInUse:
    """The sentence a second opener is told."""
    return FileInUse(_sentence(path, _read(side_file(path))))


def computer_of_holder(path: Path) -> str | None:
    """Where a process holds the file now, "" for one that has not said so; None if nobody does.

    Looks only: nothing is made, written or kept locked.
    """
    side = side_file(path)
    try:
        descriptor = os.open(side, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        if _try(descriptor):
            return None
    except OSError:  # a drive that locks nothing for who may only read
        return None
    finally:
        os.close(descriptor)
    holder = _read(side)
    return "" if holder is None else holder.computer


def side_file(path: Path) -> Path:
    """Beside the file that is meant, whichever symbolic link led to it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _write(descriptor: int) -> None:
    text = json.dumps({"process": os.getpid(), "computer": socket.gethostname()})
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.truncate(descriptor, 0)
    os.write(descriptor, text.encode())


def _read(path: Path) -> Holder | None:
    """None where the holder has not written yet; the lock itself, never this text, decides who has the file."""
    try:
        said = json.loads(path.read_text())
        return Holder(int(said["process"]), str(said["computer"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sentence(path: Path, holder: Holder | None) -> Message:
    if holder is None:
        return msg("{file} is open in another program. Close it there first.", file=path.name)
    if holder.computer != socket.gethostname():
        return msg(
            "{file} is open on the computer {computer}. Close it there first, or work on a copy of it.",
            file=path.name,
            computer=holder.computer,
        )
    return msg(
        "{file} is already open in MentorDesk on this computer (process {process}). Close it there first.",
        file=path.name,
        process=str(holder.process),  # a name, not an amount: no thousands separator
    )
