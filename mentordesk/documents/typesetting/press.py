"""From a document to a file: its blocks set, filled into pages, drawn with head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.documents.blocks import Document
from mentordesk.documents.edition import Edition
from mentordesk.documents.typesetting import page
from mentordesk.documents.typesetting.form_fields import CODE_TIP, FormCanvas, Identity
from mentordesk.documents.typesetting.metadata import About
from mentordesk.documents.typesetting.page import Furniture, Sheet
from mentordesk.documents.typesetting.pieces import Piece, Stack
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.saying import Voices
from mentordesk.documents.typesetting.setting import set_blocks, set_letterhead
from mentordesk.documents.typesetting.tagged import Element, Tag, TaggedCanvas
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg

_TIGHTER = (0.85, 0.7, 0.6, 0.5)  # of the space between pieces


@dataclass(frozen=True, slots=True)
class Printed:
    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper laid out: its pages, what stands at their edges, and whose form it is."""

    pages: Sequence[Piece]
    furniture: Furniture
    about: About
    identity: Identity | None


def pdf(document: Document, catalogs: Sequence[Catalog], edition: Edition = Edition.SCREEN) -> Printed:
    """The paper as a tagged file (PDF/UA-1, PDF/A-2a), in one language or in two side by side.

    The same document gives the same bytes; both editions have the same pages.

    Raises:
        Refused: a text has letters that the typeface lacks; the details name each.
    """
    root = Element(Tag.DOCUMENT, None)
    laid = _laid(document, catalogs, root, edition)
    canvas = (FormCanvas if edition is Edition.SCREEN else TaggedCanvas)(root, laid.about, laid.furniture.sheet.size)
    _draw(laid, canvas)
    return Printed(canvas.written(), len(laid.pages))


def print_job(papers: Sequence[tuple[Document, Sequence[Catalog]]], *, both_sides: bool = False) -> Printed:
    """Papers for the pen one after another in one file, as tagged as each alone; each keeps its own "page x of y".

    With `both_sides` each begins on a sheet of its own. Each has a bookmark, named as its file would be.

    Raises:
        Refused: as `pdf` does.
    """
    root = Element(Tag.DOCUMENT, None)
    canvas: TaggedCanvas | None = None
    for number, (document, catalogs) in enumerate(papers):
        part = Element(Tag.SECTION, root, language=catalogs[0].language.tag)
        laid = _laid(document, catalogs, part, Edition.PAPER)
        canvas = canvas or TaggedCanvas(root, laid.about, laid.furniture.sheet.size)
        if both_sides and canvas.getPageNumber() % 2 == 0:
            canvas.showPage()
        canvas.setPageSize(laid.furniture.sheet.size)
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(laid.about.title, str(number))
        _draw(laid, canvas)
    assert canvas is not None, "a job has papers"
    pages = canvas.getPageNumber() - 1
    return Printed(canvas.written(), pages)


def _laid(document: Document, catalogs: Sequence[Catalog], parent: Element, edition: Edition) -> Laid:
    voices = Voices(catalogs)
    sheet = page.LANDSCAPE if document.landscape else page.UPRIGHT
    place = Place(voices, parent, width=sheet.width, sheet=sheet, edition=edition)
    pieces = [*set_letterhead(document.letterhead, place), *set_blocks(document.blocks, place)]
    about = _about(document, voices)
    made_on = voices.catalogs[0].date(document.made_on, "long")
    code = document.stamp.code if document.stamp else ""
    foot = " · ".join(filter(None, (code, voices.joined(document.letterhead.programme), made_on)))
    voices.check_letters()
    pages = _filled(pieces, sheet)
    furniture = Furniture(about.title, foot, _numbering(len(pages), voices), sheet, code)
    identity = Identity(document.stamp, voices.joined(CODE_TIP, " / ")) if document.stamp else None
    return Laid(pages, furniture, about, identity)


def _about(document: Document, voices: Voices) -> About:
    first = voices.catalogs[0]
    people = first.listed([spoken.text for person in document.people for spoken in voices.say(person)])
    title = " – ".join(filter(None, (voices.joined(document.title, " / "), people)))
    owner = voices.joined(document.letterhead.owner)
    return About(title, owner, first.language.tag, document.made_on)


def _filled(pieces: Sequence[Piece], sheet: Sheet) -> list[Piece]:
    """A paper is set tighter, as little as will do, if that saves a page."""
    whole = Stack(pieces)
    airy = _pages(whole, sheet)
    if len(airy) == 1:
        return airy
    return min((airy, *(_pages(whole.aired(air), sheet) for air in _TIGHTER)), key=len)


def _pages(whole: Piece, sheet: Sheet) -> list[Piece]:
    pages: list[Piece] = []
    left: Piece | None = whole
    while left is not None:
        fits, left = left.split(sheet.width, sheet.height)
        assert fits is not None, "a piece is higher than a page and cannot be cut"
        pages.append(fits)
    return pages


def _numbering(total: int, voices: Voices) -> tuple[str, ...]:
    return tuple(
        voices.joined(msg("Page {page} of {total}", page=number, total=total)) for number in range(1, total + 1)
    )


def _draw(laid: Laid, canvas: TaggedCanvas) -> None:
    furniture = laid.furniture
    sheet = furniture.sheet
    for number, content in enumerate(laid.pages):
        furniture.draw(canvas, number)
        content.draw(canvas, sheet.left, sheet.size[1] - sheet.top, sheet.width)
        if laid.identity and not number and isinstance(canvas, FormCanvas):
            canvas.identify(laid.identity, furniture.code_box())
        canvas.showPage()
