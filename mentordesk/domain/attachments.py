"""Which files may show something of a participant (R22, trust 5.6): kinds, sizes, and what their names may hold.

A name is data and never a path; a file is opened by a name of our own. Rows are in storage/records/attachments.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg

MEGABYTE = 1_000_000
FILE_BYTES = 10 * MEGABYTE  # of one; kept as base64 in the journal twice, and SQLite takes 20 MB in one value
MUCH_BYTES = 100 * MEGABYTE  # of all together: from here it is said
ALL_BYTES = 200 * MEGABYTE
FILE_NAME_LENGTH = 255

_TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069]")  # shows "exe.pdf" where "fdp.exe" stands
# Endings of what runs when it is opened; one of them inside a name is there to be overlooked.
_RUNS_WORDS = (
    "app apk bash bat bin cmd com command cpl csh desktop dll docm dotm elf exe gadget hta htm html inf iso jar js jse"
    " ksh lnk mht mhtml msc msi msp pif pkg ps1 py rb reg run scf scr sh svg sys url vb vbe vbs wsf wsh xht xhtml"
    " xlsm zsh"
)
_RUNS = frozenset(_RUNS_WORDS.split())


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(starts)


def _is_text(content: bytes) -> bool:
    return b"\0" not in content or content.startswith((b"\xff\xfe", b"\xfe\xff"))


_PACKAGE = _begins(b"PK\x03\x04")
_JPEG = _begins(b"\xff\xd8\xff")
_TIFF = _begins(b"II*\0", b"MM\0*")
# By the ending: whether a content can be of that kind.
_KINDS: dict[str, Callable[[bytes], bool]] = {
    "pdf": lambda content: b"%PDF-" in content[:1024],  # the norm lets a reader look so far
    "docx": _PACKAGE,
    "doc": _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "odt": _PACKAGE,
    "rtf": _begins(b"{\\rtf"),
    "txt": _is_text,
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "tif": _TIFF,
    "tiff": _TIFF,
}
ENDINGS = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be attached, under the name it is shown by."""

    name: str
    ending: str  # lower case, no dot
    content: bytes
    sha256: str


def checked_file(name: str, content: bytes) -> CheckedFile:
    """
    Raises:
        Refused: a name that hides its ending, a kind that is not taken or that the content is not of, an empty file,
            or one that is too large.
    """
    called = one_line(re.split(r"[/\\]", name)[-1])
    if _TURNS_TEXT.search(name):
        raise Refused(
            msg("The name holds marks that hide its ending. Without them it is “{name}”. It is not taken.", name=called)
        )
    ending = _ending(called)
    if len(called) > FILE_NAME_LENGTH:
        raise Refused(
            msg(
                "The name has {length} characters; at most {limit} fit. Give the file a shorter name.",
                length=len(called),
                limit=FILE_NAME_LENGTH,
            )
        )
    if not content:
        raise Refused(msg("“{name}” is empty.", name=called))
    check_size(called, len(content))
    if not _KINDS[ending](content):
        raise Refused(
            msg(
                "“{name}” is not what its ending says. Open it in the program it comes from, and save it anew.",
                name=called,
            )
        )
    return CheckedFile(called, ending, content, sha256(content).hexdigest())


def check_size(name: str, size: int) -> None:
    """So that a file that is too large is not read first.

    Raises:
        Refused: it is larger than FILE_BYTES.
    """
    if size > FILE_BYTES:
        raise Refused(
            msg(
                "“{name}” is larger than {limit} MB. Save it smaller: pages as PDF, pictures at a lower resolution.",
                name=name,
                limit=FILE_BYTES // MEGABYTE,
            )
        )


def check_together(size: int, more: int) -> Message | None:
    """What is to be said about all attachments, which weigh `size` bytes with `more` of them new.

    Raises:
        Refused: they would weigh more than ALL_BYTES.
    """
    if size + more > ALL_BYTES:
        raise Refused(
            msg(
                "All attachments together may weigh {limit} MB. Take some away that are not needed any more.",
                limit=ALL_BYTES // MEGABYTE,
            )
        )
    if size + more < MUCH_BYTES:
        return None
    return msg(
        "The attachments weigh {size} MB together; {limit} MB is the most. What is taken away stays in the history,"
        " so the file itself grows by more.",
        size=(size + more) // MEGABYTE,
        limit=ALL_BYTES // MEGABYTE,
    )


def _ending(name: str) -> str:
    """
    Raises:
        Refused: no ending, one that is not taken, or one that runs hidden before it.
    """
    stem, dot, last = name.rpartition(".")
    ending = last.strip().lower()
    if not dot or not stem.strip(". ") or ending not in _KINDS:
        raise Refused(
            msg(
                "“{name}” is not taken. These can be attached: {endings}.",
                name=name or "?",
                endings=", ".join(each.upper() for each in ENDINGS if each not in ("jpeg", "tiff")),
            )
        )
    hidden = next((part for part in stem.lower().split(".")[1:] if part.strip() in _RUNS), None)
    if hidden is not None:
        raise Refused(
            msg(
                "“{name}” carries the ending of a program in its name (.{ending}). It is not taken.",
                name=name,
                ending=hidden,
            )
        )
    return ending
