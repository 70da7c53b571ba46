"""The one typeface: Source Sans in two weights, registered once; how wide words are, which letters it lacks.

Its upright faces cover the Nordic and Northern Sámi letters, Polish, Greek, Cyrillic and the boxes to tick;
its italics lack ŋ and ŧ, so there are none.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mentordesk.documents.typesetting import corrections


class Face(StrEnum):
    REGULAR = "SourceSans"
    SEMIBOLD = "SourceSans-Semibold"


_FILES = {Face.REGULAR: "SourceSansPro-Regular.ttf", Face.SEMIBOLD: "SourceSansPro-Semibold.ttf"}


@cache
def font(face: Face) -> TTFont:
    """The face, registered with ReportLab at the first call."""
    corrections.apply()
    made = TTFont(face.value, Path(font_source_sans_pro.__file__).parent / "files" / _FILES[face])
    made.face.makeSubset = _cut_once(made.face.makeSubset)  # type: ignore[method-assign, assignment]  # one face only
    pdfmetrics.registerFont(made)
    return made


def width(text: str, face: Face, size: float) -> float:
    """In points."""
    return _thousandths(text, face) * size / 1000


def shortened(text: str, face: Face, size: float, room: float) -> str:
    """The text, or as much of it as leaves room for an ellipsis; nothing where not even that fits."""
    if width(text, face, size) <= room:
        return text
    while text and width(f"{text}…", face, size) > room:
        text = text[:-1].rstrip()
    return f"{text}…" if text else ""


@lru_cache(maxsize=4_096)
def missing(text: str) -> str:
    """The letters of the text that the typeface lacks, each once, in order."""
    known = font(Face.REGULAR).face.charToGlyph
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in known))


def _cut_once(cut: Callable[[list[int]], bytes]) -> Callable[[list[int]], bytes]:
    """Papers of a batch use much the same letters, and so the same part of the font.

    Cutting it out moves a cursor in the font's file, hence the lock.
    """
    lock = Lock()

    @lru_cache(maxsize=64)
    def cut_letters(letters: tuple[int, ...]) -> bytes:
        with lock:
            return cut(list(letters))

    return lambda letters: cut_letters(tuple(letters))


@lru_cache(maxsize=16_384)
def _thousandths(text: str, face: Face) -> float:
    widths: dict[int, float] = font(face).face.charWidths
    return sum(widths.get(ord(letter), 0) for letter in text)
