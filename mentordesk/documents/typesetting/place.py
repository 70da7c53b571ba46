"""Where a text is set: under which element, how wide, in whose voices; how two languages share the room.

Two languages stand in two columns of the page, a short text's on one line, a cell's under each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentordesk.documents.blocks import Said
from mentordesk.documents.edition import Edition
from mentordesk.documents.typesetting.page import GUTTER, UPRIGHT, WIDTH, Sheet, Style
from mentordesk.documents.typesetting.pieces import Across, Beside, Kept, Piece, Stack, Text
from mentordesk.documents.typesetting.saying import Spoken, Voices
from mentordesk.documents.typesetting.tagged import HEADINGS, Element, Tag
from mentordesk.i18n.message import Message

_ONE_OUT_OF_TWO = frozenset({*HEADINGS, Tag.LABEL, Tag.BODY, Tag.HEAD_CELL, Tag.CELL})


@dataclass(frozen=True, slots=True)
class Place:
    voices: Voices
    parent: Element
    width: float = WIDTH
    indent: float = 0.0  # from the left edge of the paper's text; the second language's column has none
    sheet: Sheet = UPRIGHT
    edition: Edition = Edition.SCREEN

    def under(self, tag: Tag, **layout: str) -> Place:
        """The same room, inside a new element."""
        return replace(self, parent=Element(tag, self.parent, **layout))

    def inside(self, width: float) -> Place:
        return replace(self, width=width)

    def indented(self, by: float) -> Place:
        return replace(self, width=self.width - by, indent=self.indent + by)

    def kept(self, piece: Piece) -> Piece:
        """It stays on one page of this paper."""
        return Kept(piece, 0.8 * self.sheet.height)

    @property
    def mixed(self) -> bool:
        return len(self.voices.catalogs) > 1

    def text(self, said: Said, style: Style, tag: Tag = Tag.PARAGRAPH, *, holds_next: bool = False) -> Piece:
        """A text over the whole room; two languages take a column each."""
        texts = self._texts(said, style, tag, holds_next, twice=isinstance(said, Message))
        if len(texts) < 2:
            return texts[0] if texts else Stack([])
        column = (self.sheet.width - GUTTER) / 2
        second = column + GUTTER - self.indent
        return Across([(0, column - self.indent, texts[0]), (second, column, texts[1])])

    def line(self, said: Said, style: Style, tag: Tag = Tag.PARAGRAPH) -> Piece:
        """A label or a caption: two languages beside each other with a dot between, as long as they fit."""
        texts = self._texts(said, style, tag)
        return Beside(texts) if len(texts) > 1 else Stack(texts)

    def cell(self, said: Said, style: Style, tag: Tag = Tag.PARAGRAPH) -> Piece:
        """A text in a narrow room: two languages under each other."""
        return Stack(self._texts(said, style, tag))

    def _texts(
        self, said: Said, style: Style, tag: Tag, holds_next: bool = False, *, twice: bool = False
    ) -> Sequence[Text]:
        """`twice`: our own words stand in both columns, even where the languages happen to agree."""
        spoken = self.voices.say(said, twice=twice)
        elements = self._elements(spoken, tag)
        return [
            Text(one.text, style, element, holds_next=holds_next) for one, element in zip(spoken, elements, strict=True)
        ]

    def _elements(self, spoken: Sequence[Spoken], tag: Tag) -> Sequence[Element]:
        """A paragraph in two languages is two; a heading or an item is one, with a part for each."""
        if len(spoken) < 2 or tag not in _ONE_OUT_OF_TWO:
            return [Element(tag, self.parent, language=one.language) for one in spoken]
        whole = Element(tag, self.parent)
        part = Tag.PARAGRAPH if tag in (Tag.BODY, Tag.HEAD_CELL, Tag.CELL) else Tag.SPAN
        return [Element(part, whole, language=one.language) for one in spoken]
