"""Reads a .po file in the few milliseconds that a window has before it is painted.

Babel's reader takes ten times as long and a tenth of a second to import; it still writes our catalogs, and a test
holds this one to the very same result on them. Plural rules are catalog.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

Key: TypeAlias = tuple[str | None, str]
"""Context and English original."""

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? )?"(.*)"')
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


def read_po(path: Path) -> dict[Key, tuple[str, ...]]:
    """The forms of each translated sentence; those marked fuzzy or not yet translated are left out.

    Raises:
        OSError: there is no such file.
        ValueError: a line that is none of a .po file's.
    """
    found: dict[Key, tuple[str, ...]] = {}
    for entry in path.read_text("utf-8").split("\n\n"):
        parts = list(_parts(entry))
        context = next((text for word, text in parts if word == "msgctxt"), None)
        original = next((text for word, text in parts if word == "msgid"), "")
        forms = tuple(text for word, text in parts if word == "msgstr")
        if original and forms and all(forms) and "\n#, fuzzy" not in f"\n{entry}":
            found[(context, original)] = forms
    return found


def _parts(entry: str) -> Iterator[tuple[str, str]]:
    """Each keyword with its text, whose lines are joined."""
    word, texts = "", list[str]()
    for line in entry.split("\n"):
        if not line or line.startswith("#"):
            continue
        said = _LINE.fullmatch(line)
        if said is None:
            raise ValueError(line)
        if said[1]:
            if word:
                yield word, "".join(texts)
            word, texts = said[1], []
        texts.append(_ESCAPED.sub(_unescaped, said[2]) if "\\" in said[2] else said[2])
    if word:
        yield word, "".join(texts)


def _unescaped(found: re.Match[str]) -> str:
    return _MEANT.get(found[1], found[1])
