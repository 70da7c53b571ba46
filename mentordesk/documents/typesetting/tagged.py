"""A canvas that says what it draws: elements in reading order for assistive technology, all else an artifact.

The tree of elements is made when blocks are composed (setting.py); drawing only notes on which page, and under
which number, an element's content lies. So an element that runs over pages stays one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import md5
from io import BytesIO
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.typesetting import corrections, fonts, metadata
from mentordesk.documents.typesetting.metadata import About, File


class Tag(StrEnum):
    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    PARAGRAPH = "P"
    SPAN = "Span"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    FORM = "Form"


HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of a page's content."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class _Annotation:
    page: int
    name: str


Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top in points


class Element(PDFObject):
    """A node of the structure tree; its kids are elements, content and annotations, in reading order."""

    __RefOnly__ = 1

    def __init__(self, tag: Tag, parent: Element | None, *, language: str = "", alt: str = "", **layout: str) -> None:
        """`layout` are attributes such as Scope and ListNumbering, by their PDF names."""
        self.tag, self.parent = tag, parent
        self.language, self.alt, self.layout = language, alt, layout
        self.kids: list[Element | _Mark | _Annotation] = []
        self.above: PDFObject | None = None  # the root's parent, known when the file is written
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: File) -> bytes:
        """Called by ReportLab when the file is written; put together by hand, for a paper has hundreds of them."""
        above = self.parent or self.above
        assert above is not None, "the root is told its parent before the file is written"
        kids = b" ".join(_kid(kid, document) for kid in self.kids)
        parts = [
            f"/Type /StructElem /S /{self.tag.value} /P ".encode(),
            _reference(above, document),
            b" /K [",
            kids,
            b"]",
        ]
        for key, text in (("Lang", self.language), ("Alt", self.alt)):
            if text:
                parts += [f" /{key} ".encode(), PDFString(text).format(document)]
        if self.layout:
            owner = "List" if self.tag is Tag.LIST else "Table"
            values = " ".join(f"/{name} /{value}" for name, value in self.layout.items())
            parts.append(f" /A << /O /{owner} {values} >>".encode())
        return b"<< " + b"".join(parts) + b" >>"


def _kid(kid: Element | _Mark | _Annotation, document: File) -> bytes:
    if isinstance(kid, Element):
        return _reference(kid, document)
    page = _reference(document.Pages.pages[kid.page], document)
    if isinstance(kid, _Mark):
        return b"<< /Type /MCR /Pg %b /MCID %d >>" % (page, kid.number)
    annotation: bytes = document.refAnnotation(kid.name).format(document)
    return b"<< /Type /OBJR /Pg %b /Obj %b >>" % (page, annotation)


def _reference(target: PDFObject, document: File) -> bytes:
    written: bytes = document.Reference(target).format(document)
    return written


class TaggedCanvas(Canvas):
    """Draws as ReportLab's does, and writes down whose each piece of content is."""

    _code: list[str]
    _doc: File

    def __init__(self, root: Element, about: About, size: tuple[float, float]) -> None:
        first = fonts.font(fonts.Face.REGULAR).fontName  # else each page asks for Helvetica, which is not embedded
        super().__init__(
            BytesIO(),
            size,
            pageCompression=1,
            pdfVersion=(1, 7),
            invariant=1,
            initialFontName=first,  # type: ignore[arg-type]  # the stub takes it for a size
            lang=about.language,
        )
        self._root, self._about = root, about
        self._owners: list[list[Element]] = [[]]  # page -> number of content -> whose it is
        self._annotated: list[Element] = []  # in the order of their annotations
        self._in_artifact = False

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element; inside an artifact it does not."""
        if self._in_artifact:
            yield
            return
        owners = self._owners[-1]
        self._code.append(f"/{element.tag.value} <</MCID {len(owners)}>> BDC")
        element.kids.append(_Mark(len(self._owners) - 1, len(owners)))
        owners.append(element)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is not read out: lines, tints, heads and feet, a table's head said again."""
        if self._in_artifact:
            yield
            return
        self._in_artifact = True
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")
        self._in_artifact = False

    def link(self, element: Element, target: str, says: str, box: Box) -> None:
        """Makes the box lead to the target."""
        if not self._in_artifact:
            action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
            self.annotate(element, "Link", says, box, Border=PDFArray([0, 0, 0]), A=action)

    def annotate(self, element: Element, kind: str, says: str, box: Box, **entries: object) -> PDFObjectReference:
        """Something on the page that answers to the mouse and to keys; it is the element's, after what that has."""
        number = len(self._annotated)
        name = f"annotation{number}"
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName(kind),
                "Rect": PDFArray(list(box)),
                "F": 4,  # printed, as PDF/A wants it
                "Contents": PDFString(says),
                "StructParent": number,
                **entries,
            }
        )
        self._addAnnotation(annotation, name)  # type: ignore[attr-defined]  # the stub leaves it out
        element.kids.append(_Annotation(len(self._owners) - 1, name))
        self._annotated.append(element)
        return self._doc.refAnnotation(name)

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        super().showPage()
        self._owners.append([])

    def written(self) -> bytes:
        """The whole file; the canvas is spent."""
        document = self._doc
        pages = document.Pages.pages
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot"), "K": PDFArray([document.Reference(self._root)])})
        self._root.above = tree
        numbers: list[object] = []
        for number, element in enumerate(self._annotated):
            numbers += [number, document.Reference(element)]
        for number, (page, owners) in enumerate(zip(pages, self._owners, strict=False), start=len(self._annotated)):
            corrections.set_keys(page, StructParents=number, Tabs=PDFName("S"))
            numbers += [number, PDFArray([document.Reference(owner) for owner in owners])]
        tree["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        tree["ParentTreeNextKey"] = len(self._annotated) + len(pages)
        corrections.set_keys(document.Catalog, StructTreeRoot=tree)
        metadata.describe(document, self._about)
        # The file's identity is its content, not the clock.
        content = "".join((*(page.stream for page in pages), *self._unseen()))
        document.signature = md5(content.encode(), usedforsecurity=False)
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]  # the stub has no types

    def _unseen(self) -> list[str]:
        """What makes this file another than one with the same pages."""
        return []
