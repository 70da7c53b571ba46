"""How a page looks: A4, its margins, the scale of type, the colours, head and foot.

One typeface in two weights, ink and one accent, hairlines instead of boxes; all of it holds in grey on a
laser printer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from mentordesk.documents.typesetting import fonts
from mentordesk.documents.typesetting.fonts import Face
from mentordesk.documents.typesetting.tagged import TaggedCanvas

Colour: TypeAlias = tuple[float, float, float]  # red, green, blue, each 0 to 1

LEFT, TOP, BOTTOM = 68.0, 48.0, 56.0
GUTTER = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's paper and margins, in points."""

    size: tuple[float, float]
    left: float = LEFT
    top: float = TOP
    bottom: float = BOTTOM

    @property
    def width(self) -> float:
        """Of what stands between the margins."""
        return self.size[0] - 2 * self.left

    @property
    def height(self) -> float:
        return self.size[1] - self.top - self.bottom


UPRIGHT = Sheet((595.28, 841.89))  # A4
LANDSCAPE = Sheet((841.89, 595.28), left=42.0, top=36.0, bottom=46.0)
WIDTH, HEIGHT = UPRIGHT.width, UPRIGHT.height


def colour(code: str) -> Colour:
    """Of a "#rrggbb"."""
    return int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255


INK, QUIET = colour("#17211F"), colour("#475552")
PEN_LINE, HAIRLINE = colour("#7C8A87"), colour("#AEBAB7")
ACCENT = colour("#0E665D")
_CONTRAST = 4.5  # to white, as WCAG asks of text


def accent(code: str) -> Colour:
    """An organisation's colour, darkened until it can be read on paper; the program's own if it is none."""
    if not re.fullmatch("#[0-9A-Fa-f]{6}", code):
        return ACCENT
    chosen = colour(code)
    while 1.05 / (_luminance(chosen) + 0.05) < _CONTRAST:
        chosen = (chosen[0] * 0.95, chosen[1] * 0.95, chosen[2] * 0.95)
    return chosen


def _luminance(rgb: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Style:
    face: Face
    size: float
    leading: float
    colour: Colour = INK
    above: float = 0.0  # space that it wants over and under it; of two neighbours the greater wish holds
    below: float = 0.0


TITLE = Style(Face.SEMIBOLD, 25, 29, above=13, below=3)
TITLE_OF_TWO = Style(Face.SEMIBOLD, 20, 25, above=15, below=3)  # two languages share the width
UNDER_TITLE = Style(Face.REGULAR, 13, 18, QUIET, below=12)
HEADING = Style(Face.SEMIBOLD, 13, 17, above=13, below=4)
SUBHEADING = Style(Face.SEMIBOLD, 11, 15, above=8, below=2)
TEXT = Style(Face.REGULAR, 11, 14.85, above=4, below=4)
QUIET_TEXT = Style(Face.REGULAR, 9.5, 13, QUIET, above=4, below=4)
ITEM = Style(Face.REGULAR, 11, 14.85, above=2, below=2)
STRONG = Style(Face.SEMIBOLD, 11, 15)
PLAIN = Style(Face.REGULAR, 11, 14.85)
SMALL = Style(Face.REGULAR, 9.5, 13, QUIET)
LABEL = Style(Face.REGULAR, 9, 12, QUIET)
QUESTION = Style(Face.SEMIBOLD, 11, 14.85, above=9)
WRITER = Style(Face.REGULAR, 9, 12, QUIET, above=3)
CAPTION = Style(Face.REGULAR, 8.5, 11, QUIET, above=2)
_FURNITURE = Style(Face.REGULAR, 8.5, 11, QUIET)

HEADINGS = (TITLE, HEADING, SUBHEADING, SUBHEADING, SUBHEADING, SUBHEADING)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the edges of every page; none of it is read out."""

    head: str  # over every page but the first
    foot: str
    numbering: tuple[str, ...]  # a page's "page x of y", page by page
    sheet: Sheet = UPRIGHT
    code: str = ""  # of a form, with which the foot begins

    def code_box(self) -> tuple[float, float, float, float]:
        """Where the code stands: left, bottom, right and top in points."""
        baseline = self.sheet.bottom - 28
        return self.sheet.left, baseline - 2.5, self.sheet.left + _width(self.code), baseline + 8.5

    def draw(self, canvas: TaggedCanvas, number: int) -> None:
        """`number` counts from 0."""
        left, width = self.sheet.left, self.sheet.width
        baseline = self.sheet.bottom - 28
        with canvas.artifact():
            canvas.setStrokeColorRGB(*HAIRLINE)
            canvas.setLineWidth(0.5)
            canvas.line(left, baseline + 13, left + width, baseline + 13)
            canvas.setFillColorRGB(*QUIET)
            canvas.setFont(_FURNITURE.face.value, _FURNITURE.size)
            page = self.numbering[number]
            canvas.drawRightString(left + width, baseline, page)
            canvas.drawString(left, baseline, _shortened(self.foot, width - GUTTER - _width(page)))
            if number:
                canvas.drawString(left, self.sheet.size[1] - self.sheet.top + 16, _shortened(self.head, width))


def _width(text: str) -> float:
    return fonts.width(text, _FURNITURE.face, _FURNITURE.size)


def _shortened(text: str, room: float) -> str:
    """A running title is a reminder, said in full on the first page."""
    return fonts.shortened(text, _FURNITURE.face, _FURNITURE.size, room)
