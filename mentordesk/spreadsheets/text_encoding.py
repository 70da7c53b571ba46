"""Bytes of a text file as text: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252; or as chosen."""

from __future__ import annotations

import codecs
import re

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg

# What can be chosen where the guess is wrong, by the name Python knows it under.
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
    "mac_roman": "Mac Roman",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4_096  # bytes from which the encoding of a file without a mark is guessed
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decoded(content: bytes, name: str, chosen: str = "") -> tuple[str, str]:
    """The text, and the name of the encoding it was in; `chosen` is one of ENCODINGS and goes before every guess.

    Raises:
        UnusableInput: these bytes are no text in any of them, or not in the one that was chosen.
    """
    if chosen:
        return _as_chosen(content, name, chosen), chosen
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    try:
        if encoding is None:
            encoding = _guessed(content)
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(name) from error
    if encoding == "cp1252" and _NOT_IN_TEXT.search(text):
        raise _unreadable(name)
    return text, encoding


def _as_chosen(content: bytes, name: str, chosen: str) -> str:
    try:
        text = content.decode(chosen)
    except UnicodeDecodeError as error:
        kind = ENCODINGS[chosen]
        raise UnusableInput(
            msg("“{name}” is not written in {encoding}. Choose another encoding.", name=name, encoding=kind)
        ) from error
    return text.removeprefix("\ufeff")


def _guessed(content: bytes) -> str:
    start = content[:_LOOKED_AT]
    # Western text in UTF-16 has a zero in every other byte.
    if len(content) % 2 == 0 and start.count(0) * 3 > len(start):
        return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _unreadable(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” is not text in an encoding that is known here. Save it as CSV UTF-8 and try again.", name=name)
    )
