"""Pieces that are drawn, not written: lines for a pen, hairlines, the line to cut along, the bar, the logo."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from mentordesk.documents.typesetting import page
from mentordesk.documents.typesetting.page import Colour, Style
from mentordesk.documents.typesetting.pieces import SLACK, Halves, Piece
from mentordesk.documents.typesetting.tagged import Element, TaggedCanvas

PITCH = 22.0  # points from line to line: not quite 8 mm, as in an exercise book


class PenLines(Piece):
    """Room to write: empty lines for a pen."""

    below = 6.0

    def __init__(self, count: int, pitch: float = PITCH) -> None:
        self.count, self.pitch = count, pitch

    def height(self, width: float) -> float:
        return self.count * self.pitch

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        for number in range(1, self.count + 1):
            _line(canvas, left, top - number * self.pitch, width, page.PEN_LINE)

    def split(self, width: float, room: float) -> Halves:
        fitting = int((room + SLACK) // self.pitch)
        if fitting >= self.count:
            return self, None
        return (PenLines(fitting, self.pitch) if fitting else None), PenLines(self.count - fitting, self.pitch)


class Rule(Piece):
    """A hairline across, in a height of its own."""

    def __init__(self, space: float = 1.0, *, colour: Colour = page.HAIRLINE, dashed: bool = False) -> None:
        self.space, self.colour, self.dashed = space, colour, dashed

    def height(self, width: float) -> float:
        return self.space

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        _line(canvas, left, top - self.space / 2, width, self.colour, dashed=self.dashed)


class Box(Piece):
    """A square to tick with a pen, or ticked. Read out, and copied, it is the character ☐ or ☑."""

    SIDE = 9.5
    SIGNS = ("☐", "☑")

    def __init__(self, style: Style, element: Element, *, ticked: bool = False) -> None:
        self.above, self.below = style.above, style.below
        self._style, self._element, self._ticked = style, element, ticked

    def height(self, width: float) -> float:
        return self._style.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        middle, half = top - self._style.leading / 2, self.SIDE / 2
        with canvas.content(self._element):
            letter = canvas.beginText(left, middle - half)
            letter.setFont(self._style.face.value, self._style.size)
            letter.setTextRenderMode(3)  # unseen: the typeface draws its box with a shadow
            letter.textOut(self.SIGNS[self._ticked])
            letter.setTextRenderMode(0)
            canvas.drawText(letter)
            canvas.setStrokeColorRGB(*page.INK)
            canvas.setLineWidth(0.8)
            canvas.rect(left + 0.5, middle - half, self.SIDE, self.SIDE)
            if self._ticked:
                canvas.setLineWidth(1.4)
                lowest = (left + 4.6, middle - 2.4)
                canvas.lines([(left + 2.6, middle, *lowest), (*lowest, left + 8.2, middle + 2.8)])


class Bar(Piece):
    """The one piece of colour: short and thick, over the title."""

    def __init__(self, colour: Colour) -> None:
        self.colour = colour

    def height(self, width: float) -> float:
        return 3.0

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        with canvas.artifact():
            canvas.setFillColorRGB(*self.colour)
            canvas.rect(left, top - 3, 36, 3, stroke=0, fill=1)


class Space(Piece):
    def __init__(self, space: float) -> None:
        self.space = space

    def height(self, width: float) -> float:
        return self.space

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """There is nothing to see."""


class Logo(Piece):
    """An organisation's own picture, at the right; raises ValueError for a file that is no picture."""

    TALLEST, WIDEST = 40.0, 130.0  # points

    def __init__(self, file: bytes, element: Element) -> None:
        try:
            with Image.open(BytesIO(file), formats=("PNG", "JPEG")) as picture:
                flat = Image.new("RGB", picture.size, "white")  # transparency prints badly and says nothing here
                shown = picture.convert("RGBA")
        except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as problem:
            raise ValueError("not a PNG or JPEG picture") from problem
        flat.paste(shown, mask=shown.getchannel("A"))
        scale = min(self.TALLEST / flat.height, self.WIDEST / flat.width)
        self._picture, self._element = ImageReader(flat), element
        self._size = flat.width * scale, flat.height * scale

    def height(self, width: float) -> float:
        return self._size[1]

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        wide, tall = self._size
        with canvas.content(self._element):
            canvas.drawImage(self._picture, left + width - wide, top - tall, wide, tall)


def _line(canvas: TaggedCanvas, left: float, at: float, width: float, colour: Colour, *, dashed: bool = False) -> None:
    with canvas.artifact():
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(0.6)
        canvas.setDash(*((3, 3) if dashed else ()))
        canvas.line(left, at, left + width, at)
        canvas.setDash()  # a box drawn next is whole again
