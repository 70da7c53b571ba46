"""Text from outside, cleaned at the edge (trust 5.2); whoever calls can compare and say what was changed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg

_KEPT_CONTROLS = {"\n", "\t"}
_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_INVISIBLE = set("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_FIRST_MARK = "\u0300"  # below it every letter is whole, and nothing printable is in need of cleaning
_TYPESET = str.maketrans("‘’‐‑–", "''---")  # what writing programs make of typed quotation marks and hyphens
_MARKS_PER_LETTER = 8  # more than any real script stacks; above it the text is an attack on the page


def clean(text: str) -> str:
    """NFC, line ends as \\n, without control, bidi and invisible characters, blanks trimmed.

    Raises:
        Refused: a half surrogate pair, which no file can hold.
    """
    if is_plain(text):
        return text.strip()
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise Refused(msg("The text holds a broken character. Type it again, or save the file anew as UTF-8."))
    kept: list[str] = []
    marks = 0
    for letter in text.replace("\r\n", "\n").replace("\r", "\n"):
        if letter in _BIDI or letter in _INVISIBLE:
            continue
        if unicodedata.category(letter) == "Cc" and letter not in _KEPT_CONTROLS:
            continue
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(letter)
    # Last, for what was removed may have stood between a letter and its mark.
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def is_plain(text: str) -> bool:
    """Whether there is nothing to clean but blanks at the ends: true of nearly all that people type."""
    return text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK)


def one_line(text: str) -> str:
    """Cleaned, and every run of blanks and line breaks is one blank: for names and titles."""
    return " ".join(clean(text).split())


@lru_cache(maxsize=8_192)  # the same headings and names are compared again and again
def folded(text: str) -> str:
    """For comparing words and searching: case, marks and å/ä/ö/ø/æ don't count."""
    special = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th"})
    lower = unicodedata.normalize("NFKD", text.casefold()).translate(special)
    return re.sub(r"[\W_]+", " ", "".join(c for c in lower if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=8_192)
def spelling(text: str) -> str:
    """For telling names apart: case, blanks and ways to write the same letter don't count; å is not a, nor ø o."""
    if text.isascii():
        return " ".join(text.lower().split())
    whole = unicodedata.normalize("NFD", text).casefold().translate(_TYPESET)
    return " ".join(unicodedata.normalize("NFC", whole).split())


def check_length(text: str, limit: int) -> None:
    """Raises Refused where the text is longer, in characters."""
    if len(text) > limit:
        raise Refused(msg("The text has {length} characters; at most {limit} fit.", length=len(text), limit=limit))


def fitting(text: str, limit: int) -> str:
    """The text itself; raises Refused as `check_length`."""
    check_length(text, limit)
    return text
