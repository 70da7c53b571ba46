"""Reads a tagged PDF as assistive technology does: by its structure, never by where letters stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pypdf import PdfReader

from tests.documents.drawn import DrawnPage, drawn


@dataclass
class Node:
    """An element with all that is read out inside it."""

    tag: str
    language: str = ""
    own: str = ""
    kids: list[Node] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    marks: set[tuple[int, int]] = field(default_factory=set)  # its own pieces of content: page, number
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
    drawn: list[DrawnPage]


def read(data: bytes) -> Reading:
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: drawn(page) for page in pdf.pages}
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        root = _node(pdf.Root.StructTreeRoot.K[0], pages, numbers)
        artifacts = [told.text(None) for told in pages.values()]
        return Reading(root, artifacts, str(pdf.Root.Lang), len(pages), list(pages.values()))


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
                node.own += pages[kid.Pg.objgen].text(int(kid.MCID))
                number = numbers[kid.Pg.objgen]
                node.pages.add(number)
                node.marks.add((number, int(kid.MCID)))
    return node
