"""All fields with a name that a PDF holds, with their values as text; of a hostile file too.

Walks by itself: what pypdf offers for this stumbles over files that other programs have saved, and loses fields of
those that macOS has. Runs in the process of form_process.py only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

SIZE = 65_536  # bytes of one value
_FIELDS, _DEPTH, _PAGES = 1_000, 20, 500
_LANGUAGE = re.compile("\x1b[^\x1b]{0,20}\x1b")  # which a text of UTF-16 may name inside itself
OFF = ("", "Off")  # states of a box that is not ticked


@dataclass(slots=True)
class FoundField:
    """What stands under one name."""

    kinds: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    long: bool = False


class Beyond(Exception):
    """More fields or deeper ones than any form of ours has."""


class Walk:
    """Every field with a name: from the list of fields down, and from what stands on the pages up."""

    def __init__(self, root: DictionaryObject, form: DictionaryObject | None) -> None:
        self.fields: dict[str, FoundField] = {}
        self._seen: set[object] = set()
        self._met = 0
        if form is not None:
            for kid in _items(form.get("/Fields")):
                self._down(kid, 0)
        for annotation in self._annotations(root):
            self._end(annotation)

    def _down(self, place: PdfObject, depth: int) -> None:
        if not self._is_new(place):
            return
        node = dictionary(place)
        if node is None:
            return
        if depth > _DEPTH:
            raise Beyond
        kids = list(_items(node.get("/Kids")))
        self._note(node)
        for kid in kids:
            self._down(kid, depth + 1)

    def _annotations(self, root: DictionaryObject) -> Iterator[PdfObject]:
        """Of all pages; those that are no fields come, too."""
        to_see: list[PdfObject] = [root.raw_get("/Pages")] if "/Pages" in root else []
        pages = 0
        while to_see:
            place = to_see.pop(0)
            if not self._is_new(place):
                continue
            page = dictionary(place)
            if page is None:
                continue
            pages += 1
            if pages > _PAGES:
                raise Beyond
            to_see += _items(page.get("/Kids"))
            yield from _items(page.get("/Annots"))

    def _end(self, place: PdfObject) -> None:
        if not self._is_new(place):
            return
        node = dictionary(place)
        if node is not None and ("/FT" in node or "/T" in node or "/Parent" in node):
            self._note(node)

    def _is_new(self, place: PdfObject) -> bool:
        key: object = (place.idnum, place.generation) if isinstance(place, IndirectObject) else id(place)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._met += 1
        if self._met > 4 * _FIELDS:
            raise Beyond
        return True

    def _note(self, node: DictionaryObject) -> None:
        """What a field, or one of its places on a page, says; a name may stand above and the value below."""
        line = list(_upwards(node))
        name = ".".join(part for each in reversed(line) if (part := _text(each.get("/T"))))
        kind = next((str(each["/FT"]) for each in line if "/FT" in each), "")
        if not name or not kind:
            return
        if name not in self.fields and len(self.fields) >= _FIELDS:
            raise Beyond
        found = self.fields.setdefault(name, FoundField())
        found.kinds.add(kind)
        value = next((each["/V"] for each in line if "/V" in each), None)
        if kind == "/Btn":
            told = _state(value)
            if told in OFF and value is None:
                told = _state(node.get("/AS"))
        else:
            told = _text(value)
        if len(told.encode("utf-8", "replace")) > SIZE:
            found.long = True
        else:
            found.values.add(told)


def _upwards(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """A field and those above it."""
    seen: set[int] = set()
    here: DictionaryObject | None = node
    while here is not None:
        if id(here) in seen or len(seen) > _DEPTH:
            raise Beyond
        seen.add(id(here))
        yield here
        here = dictionary(here.get("/Parent"))


def dictionary(value: PdfObject | None) -> DictionaryObject | None:
    found = None if value is None else value.get_object()
    return found if isinstance(found, DictionaryObject) else None


def _items(value: PdfObject | None) -> Iterator[PdfObject]:
    """As they lie in the file, so that two ways to one object are seen to be one."""
    found = None if value is None else value.get_object()
    if isinstance(found, ArrayObject):
        yield from list.__iter__(found)


def _state(value: PdfObject | None) -> str:
    found: object = None if value is None else value.get_object()
    return found.removeprefix("/") if isinstance(found, str) else ""


def _text(value: PdfObject | None) -> str:
    found: object = None if value is None else value.get_object()
    match found:
        case StreamObject():  # so may a long text be kept
            text = _decoded(found.get_data()[: SIZE + 1])
        case ByteStringObject():
            text = _decoded(bytes(found))
        case TextStringObject() if found.startswith("\u00ef\u00bb\u00bf"):  # UTF-8, taken for something older
            text = _decoded(found.original_bytes)
        case str():
            text = str(found)
        case _:
            return ""
    return _LANGUAGE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")
