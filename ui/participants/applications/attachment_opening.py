"""Opening an attached file safely (trust 5.6): under a name of our own, only to be read, and gone afterwards.

What somebody called the file is never a path here. The folder is emptied when the program ends, and by `sweep` at
its next start, should it have ended otherwise.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mentordesk import places
from mentordesk.actions.attachments import AttachedFile
from mentordesk.domain.attachments import ENDINGS
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg

_OURS: list[Path] = []  # made by this process, the first time a file is opened


def folder() -> Path:
    """Where files lie while they are open."""
    return places.cache() / "open"


def sweep() -> None:
    """Takes away what an earlier run left; a file that another program still holds stays until the next time."""
    for left in folder().glob("*"):
        if left not in _OURS:
            _remove(left)


def laid_out(file: AttachedFile) -> Path:
    """A copy to be read, where no other user looks.

    Raises:
        Refused: it cannot be written; ValueError: an ending that is none of ours.
    """
    if file.ending not in ENDINGS:
        raise ValueError(file.ending)
    try:
        path = _private_folder() / f"{secrets.token_hex(8)}.{file.ending}"
        binary = getattr(os, "O_BINARY", 0)  # or Windows would change line ends
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600), "wb") as out:
            out.write(file.content)
        path.chmod(stat.S_IRUSR)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(msg("“{file}” cannot be opened: {reason}.", file=file.name, reason=reason)) from error
    return path


def show(path: Path) -> bool:
    """With the program that the system has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _private_folder() -> Path:
    if not _OURS or not _OURS[0].is_dir():
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        _OURS[:] = [Path(tempfile.mkdtemp(dir=folder()))]  # 0700 by itself
        atexit.register(_remove, _OURS[0])
    return _OURS[0]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, onerror=_writable_first)
    else:
        path.unlink(missing_ok=True)


def _writable_first(remove: Callable[[str], object], path: str, _: object) -> None:
    """Windows removes nothing that is only to be read."""
    try:
        Path(path).chmod(stat.S_IRWXU)
        remove(path)
    except OSError:
        return  # another program holds it; the next start tries again
