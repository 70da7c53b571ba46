"""Reads a tagged PDF as assistive technology does: by its structure, never by where letters stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pypdf import PdfReader

_ENTRY = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


@dataclass
class Node:
    """An element with all that is read out inside it."""

    tag: str
    language: str = ""
    own: str = ""
    kids: list[Node] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    alt: str = ""
    scope: str = ""

    @property
    def text(self) -> str:
        return " ".join(filter(None, (self.own.strip(), *(kid.text for kid in self.kids))))

    def all(self, tag: str = "") -> Iterator[Node]:
        if not tag or self.tag == tag:
            yield self
        for kid in self.kids:
            yield from kid.all(tag)

    def on_pages(self) -> set[int]:
        return self.pages.union(*(kid.on_pages() for kid in self.kids))


@dataclass
class Reading:
    root: Node
    artifacts: list[str]  # text that is shown but not read out, page by page
    language: str
    pages: int


def read(data: bytes) -> Reading:
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: _contents(page) for page in pdf.pages}
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        root = _node(pdf.Root.StructTreeRoot.K[0], pages, numbers)
        artifacts = [said.get(None, "") for said in pages.values()]
        return Reading(root, artifacts, str(pdf.Root.Lang), len(pages))


def plain(data: bytes) -> str:
    """As pypdf extracts it, white space made single."""
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return re.sub(r"\s+", " ", text)


def _node(element: pikepdf.Object, pages: dict, numbers: dict) -> Node:
    node = Node(str(element.S).lstrip("/"), str(element.get("/Lang", "")), alt=str(element.get("/Alt", "")))
    node.scope = str(element.get("/A", {}).get("/Scope", "")).lstrip("/")
    for kid in element.get("/K", []):
        match str(kid.get("/Type", "")):
            case "/StructElem":
                node.kids.append(_node(kid, pages, numbers))
            case "/MCR":
                node.own += pages[kid.Pg.objgen].get(int(kid.MCID), "")
                node.pages.add(numbers[kid.Pg.objgen])
    return node


def _contents(page: pikepdf.Page) -> dict[int | None, str]:
    """Text by number of marked content; what is in artifacts under None."""
    maps = {name: _letters(font) for name, font in page.Resources.Font.items()}
    said: dict[int | None, str] = {}
    open_marks: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = maps[str(operands[0])]
            case "BMC":
                open_marks.append(None)
            case "BDC":
                open_marks.append(int(operands[1]["/MCID"]))
            case "EMC":
                open_marks.pop()
            case "Tj":
                assert open_marks, "text outside of all elements and artifacts"
                text = "".join(letters[code] for code in bytes(operands[0]))
                said[open_marks[-1]] = said.get(open_marks[-1], "") + text
    assert not open_marks
    return said


def _letters(font: pikepdf.Object) -> dict[int, str]:
    entries = _ENTRY.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in entries}
