"""Drawings and cards: a figure's shapes at their places, and boxes of one size to cut out.

What is drawn is the builders'; a figure is one element that says in words all that it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.documents import blocks
from mentordesk.documents.shapes import Area, Shade, Stroke, Words
from mentordesk.documents.typesetting import fonts, page
from mentordesk.documents.typesetting.fonts import Face
from mentordesk.documents.typesetting.page import Colour
from mentordesk.documents.typesetting.pieces import Across, Piece, Stack
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.tagged import Element, Tag, TaggedCanvas

SHADES: dict[Shade, Colour] = {
    Shade.INK: page.INK,
    Shade.QUIET: page.QUIET,
    Shade.ACCENT: page.ACCENT,
    Shade.LINE: page.HAIRLINE,
    Shade.TINT: page.colour("#E4ECEA"),
}
_PADDING = 10.0  # within a card


@dataclass(frozen=True, slots=True)
class _Written:
    """Words as they are said to the paper's readers."""

    text: str
    words: Words


class Drawing(Piece):
    """A figure; it is never cut."""

    above = below = 6.0

    def __init__(
        self, shapes: Sequence[Area | Stroke], written: Sequence[_Written], tall: float, element: Element
    ) -> None:
        self._shapes, self._written, self._tall, self._element = tuple(shapes), tuple(written), tall, element

    def height(self, width: float) -> float:
        return self._tall

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        with canvas.content(self._element):
            for shape in self._shapes:
                if isinstance(shape, Area):
                    _fill(canvas, shape, left, top, width)
                else:
                    _line(canvas, shape, left, top, width)
            for one in self._written:
                _write(canvas, one, left, top, width)


def figure(block: blocks.Figure, place: Place) -> Piece:
    """Shapes first, words over them."""
    element = Element(Tag.FIGURE, place.parent, alt=place.voices.joined(block.says))
    shapes = [shape for shape in block.shapes if not isinstance(shape, Words)]
    words = [shape for shape in block.shapes if isinstance(shape, Words)]
    written = [_Written(place.voices.joined(each.text, " / "), each) for each in words]
    return Drawing(shapes, written, block.height, element)


class _Framed(Piece):
    """A card: what is on it in the middle, a hairline around."""

    def __init__(self, piece: Piece, tall: float) -> None:
        self._piece, self._tall = piece, tall

    def height(self, width: float) -> float:
        return max(self._tall, self._piece.height(width - 2 * _PADDING) + 2 * _PADDING)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        tall, inner = self.height(width), width - 2 * _PADDING
        with canvas.artifact():
            canvas.setStrokeColorRGB(*page.PEN_LINE)
            canvas.setLineWidth(0.6)
            canvas.setDash(3, 3)
            canvas.rect(left, top - tall, width, tall)
            canvas.setDash()
        self._piece.draw(canvas, left + _PADDING, top - (tall - self._piece.height(inner)) / 2, inner)


def cards(block: blocks.Cards, place: Place) -> list[Piece]:
    """Row by row, edge to edge, so that one cut parts two."""
    whole = place.under(Tag.LIST, ListNumbering="None")
    wide = place.width / block.across
    framed = [_card(lines, whole.inside(wide - 2 * _PADDING), block.height) for lines in block.cards]
    rows = (framed[at : at + block.across] for at in range(0, len(framed), block.across))
    return [place.kept(Across([(i * wide, wide, each) for i, each in enumerate(row)])) for row in rows]


def _card(lines: Sequence[blocks.Said], whole: Place, tall: float) -> Piece:
    body = whole.under(Tag.ITEM).under(Tag.BODY)
    styles = [page.HEADING] + [page.PLAIN] * len(lines)
    return _Framed(Stack([body.cell(line, style) for line, style in zip(lines, styles, strict=False)]), tall)


def _fill(canvas: TaggedCanvas, area: Area, left: float, top: float, width: float) -> None:
    wide = max((area.right - area.left) * width, area.least)
    canvas.setFillColorRGB(*SHADES[area.shade])
    canvas.rect(left + area.left * width, top - area.bottom, wide, area.bottom - area.top, stroke=0, fill=1)


def _line(canvas: TaggedCanvas, stroke: Stroke, left: float, top: float, width: float) -> None:
    canvas.setStrokeColorRGB(*SHADES[stroke.shade])
    canvas.setLineWidth(0.6)
    canvas.setDash(*((3, 3) if stroke.dashed else ()))
    canvas.line(left + stroke.left * width, top - stroke.top, left + stroke.right * width, top - stroke.bottom)
    canvas.setDash()


def _write(canvas: TaggedCanvas, one: _Written, left: float, top: float, width: float) -> None:
    words = one.words
    face = Face.SEMIBOLD if words.strong else Face.REGULAR
    text = fonts.shortened(one.text, face, words.size, (words.right - words.left) * width)
    drawn = canvas.beginText(left + words.left * width, top - (words.top + words.bottom) / 2 - 0.33 * words.size)
    drawn.setFont(face.value, words.size)
    drawn.setFillColorRGB(*SHADES[words.shade])
    drawn.textOut(text)
    canvas.drawText(drawn)
