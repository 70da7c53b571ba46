"""Names of files that people can read, made of what users wrote: they never leave the folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from mentordesk.domain.cleaning import one_line

_LONGEST = 120  # bytes of UTF-8 without the ending; with its folder a path stays within Windows' 260
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?")


def file_name(text: str, ending: str, taken: Iterable[str] = ()) -> str:
    """A name for a file of this text; numbered if it is `taken`, whatever the case of its letters.

    Raises:
        Refused: the text holds half a character.
    """
    stem = _fitting(_FORBIDDEN.sub(" ", one_line(text)), _LONGEST)
    if not stem or _DEVICES.fullmatch(stem):
        stem = f"_{stem}"
    used = {_folded(name) for name in taken}
    number, name = 1, f"{stem}{ending}"
    while _folded(name) in used:
        number += 1
        name = f"{stem} ({number}){ending}"
    return name


def _fitting(text: str, bytes_left: int) -> str:
    """Whole letters with their marks, as many as fit; no dot or blank at an end, which systems drop or hide."""
    text = " ".join(text.split()).strip(". ")
    while len(text.encode()) > bytes_left:
        text = text[:-1]
        while text and unicodedata.combining(text[-1]):
            text = text[:-1]
    return text.rstrip(". ")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
