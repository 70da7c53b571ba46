"""From a document to a file: its blocks set, filled into pages, drawn with head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.documents import page
from mentordesk.documents.blocks import Document
from mentordesk.documents.edition import Edition
from mentordesk.documents.form_fields import CODE_TIP, FormCanvas, Identity
from mentordesk.documents.metadata import About
from mentordesk.documents.page import Furniture, Sheet
from mentordesk.documents.pieces import Piece, Stack
from mentordesk.documents.place import Place
from mentordesk.documents.saying import Voices
from mentordesk.documents.setting import set_blocks, set_letterhead
from mentordesk.documents.tagged import Element, Tag, TaggedCanvas
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import msg

_TIGHTER = (0.85, 0.7, 0.6)  # of the space between pieces


@dataclass(frozen=True, slots=True)
class Printed:
    data: bytes
    pages: int


def pdf(document: Document, catalogs: Sequence[Catalog], edition: Edition = Edition.SCREEN) -> Printed:
    """The paper as a tagged file (PDF/UA-1, PDF/A-2a), in one language or in two side by side.

    The same document gives the same bytes; both editions have the same pages.

    Raises:
        Refused: a text has letters that the typeface lacks; the details name each.
    """
    voices = Voices(catalogs)
    root = Element(Tag.DOCUMENT, None)
    sheet = page.LANDSCAPE if document.landscape else page.UPRIGHT
    place = Place(voices, root, width=sheet.width, sheet=sheet, edition=edition)
    pieces = [*set_letterhead(document.letterhead, place), *set_blocks(document.blocks, place)]
    about = _about(document, voices)
    made_on = voices.catalogs[0].date(document.made_on, "long")
    code = document.stamp.code if document.stamp else ""
    foot = " · ".join(filter(None, (code, voices.joined(document.letterhead.programme), made_on)))
    voices.check_letters()
    pages = _filled(pieces, sheet)
    furniture = Furniture(about.title, foot, _numbering(len(pages), voices), sheet, code)
    canvas = (FormCanvas if edition is Edition.SCREEN else TaggedCanvas)(root, about, sheet.size)
    identity = Identity(document.stamp, voices.joined(CODE_TIP, " / ")) if document.stamp else None
    _draw(pages, furniture, canvas, identity)
    return Printed(canvas.written(), len(pages))


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


def _draw(pages: Sequence[Piece], furniture: Furniture, canvas: TaggedCanvas, identity: Identity | None) -> None:
    sheet = furniture.sheet
    for number, content in enumerate(pages):
        furniture.draw(canvas, number)
        content.draw(canvas, sheet.left, sheet.size[1] - sheet.top, sheet.width)
        if identity and not number and isinstance(canvas, FormCanvas):
            canvas.identify(identity, furniture.code_box())
        canvas.showPage()
