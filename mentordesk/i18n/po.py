"""Reads a .po file in the few milliseconds that a window has before it is painted.

Babel's reader takes ten times as long and a tenth of a second to import; it still writes our catalogs, and a test
holds this one to the very same result on them. The handful of sentences in the first frame is found without reading
the rest. Plural rules are catalog.py's.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

Key: TypeAlias = tuple[str | None, str]
"""Context and English original."""

_QUOTED = r'((?:"[^\n]*"\n)+)'
_ENTRY = re.compile(
    rf"((?:#[^\n]*\n)*)(?:msgctxt {_QUOTED})?msgid {_QUOTED}(?:msgid_plural {_QUOTED})?"
    r'((?:msgstr(?:\[\d\])? (?:"[^\n]*"\n)+)+)'
)
_FORM = re.compile(rf"msgstr(?:\[\d\])? {_QUOTED}")
_ESCAPED = re.compile(r"\\(.)")
_NOT_PLAIN = re.compile(r'["\\\n\t\r]')
_GLANCES = 24
"""As many take a tenth of the time that reading the whole takes; the first frame has a dozen."""
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


class Translations:
    """The sentences of one .po file, read whole when more than a few have been asked for."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            OSError: there is no such file.
        """
        self._content = path.read_text("utf-8") + "\n"
        self._glances = 0

    def get(self, key: Key) -> tuple[str, ...] | None:
        """The forms of a sentence; None where it is fuzzy or not translated.

        Raises:
            ValueError: a line that is none of a .po file's.
        """
        if self._glances < _GLANCES:
            self._glances += 1
            if (form := glance(self._content, key)) is not None:
                return (form,)
        return self._whole.get(key)

    @cached_property
    def _whole(self) -> dict[Key, tuple[str, ...]]:
        return _read(self._content)


def glance(content: str, key: Key) -> str | None:
    """What a plain entry says: no context, no plural, a line each; None where it takes reading to tell."""
    context, original = key
    at = content.find(f'\nmsgid "{original}"\nmsgstr "')
    if context is not None or at < 0 or _NOT_PLAIN.search(original):
        return None
    begins = at + len(original) + len('\nmsgid ""\nmsgstr "')
    ends = content.index('"\n', begins)
    above = content[content.rfind("\n\n", 0, at) + 1 : at]
    is_plain = not ("fuzzy" in above or "msgctxt" in above or content.startswith('"', ends + 2))
    said = content[begins:ends]
    return said if is_plain and said and "\\" not in said else None


def read_po(path: Path) -> dict[Key, tuple[str, ...]]:
    """The forms of each translated sentence; those marked fuzzy or not yet translated are left out.

    Raises:
        OSError: there is no such file.
        ValueError: a line that is none of a .po file's.
    """
    return _read(path.read_text("utf-8") + "\n")


def _read(content: str) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    end = 0
    for entry in _ENTRY.finditer(content):
        _refuse_strange(content[end : entry.start()])
        end = entry.end()
        comments, context, original, _, said = entry.groups()
        forms = tuple(_text(form) for form in _FORM.findall(said))
        key = _text(original)
        if key and all(forms) and not ("fuzzy" in comments and _is_fuzzy(comments)):
            found[(_text(context) if context else None, key)] = forms
    _refuse_strange(content[end:])
    return found


def _is_fuzzy(comments: str) -> bool:
    return any(line.startswith("#,") and "fuzzy" in line for line in comments.split("\n"))


def _refuse_strange(between: str) -> None:
    """Between two entries stand empty lines, and comments of entries that are no more."""
    for line in between.split("\n"):
        if line and not line.startswith("#"):
            raise ValueError(line)


def _text(quoted: str) -> str:
    """The lines between quotation marks as one text."""
    joined = quoted[1:-2].replace('"\n"', "")
    return _ESCAPED.sub(_unescaped, joined) if "\\" in joined else joined


def _unescaped(found: re.Match[str]) -> str:
    return _MEANT.get(found[1], found[1])
