"""Names of files that people can read, made of what users wrote: they never leave the folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from mentordesk.domain.cleaning import one_line

_LONGEST = 120  # bytes of UTF-8 without the ending; with its folder a path stays within Windows' 260
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?")


class Names:
    """Names for files of one folder, each given once; a `taken` one never, whatever the case of its letters."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._used = {_folded(name) for name in taken}

    def new(self, text: str, ending: str) -> str:
        """A name for a file of this text, numbered if there is one already.

        Raises:
            Refused: the text holds half a character.
        """
        stem = _fitting(_FORBIDDEN.sub(" ", one_line(text)), _LONGEST)
        if not stem or _DEVICES.fullmatch(stem):
            stem = f"_{stem}"
        number, name = 1, f"{stem}{ending}"
        while _folded(name) in self._used:
            number += 1
            name = f"{stem} ({number}){ending}"
        self._used.add(_folded(name))
        return name


def file_name(text: str, ending: str, taken: Iterable[str] = ()) -> str:
    """A single name, as `Names` gives it.

    Raises:
        Refused: the text holds half a character.
    """
    return Names(taken).new(text, ending)


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
