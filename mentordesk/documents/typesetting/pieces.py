"""What stands on a page, piece by piece: each knows its height, where it may be cut, and how to draw itself.

This is all the layout a paper of ours needs. ReportLab's own (platypus) reads text as markup, knows no tags,
and takes a third of a second to load.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TypeAlias

from mentordesk.documents.typesetting import fonts, page
from mentordesk.documents.typesetting.breaking import broken
from mentordesk.documents.typesetting.page import Style
from mentordesk.documents.typesetting.tagged import Element, TaggedCanvas

SLACK = 0.01  # points; sums of heights are not exact


class Piece(ABC):
    """Something with a height, at a width; `above` and `below` are the space that it wants around it."""

    above = 0.0
    below = 0.0
    holds_next = False  # stays on the page of what follows, as a heading does

    @abstractmethod
    def height(self, width: float) -> float: ...

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None: ...

    def split(self, width: float, room: float) -> Halves:
        """What fits into the room, and what is left; a piece that must not be cut is one or the other."""
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def aired(self, air: float) -> Piece:
        """The same with so much of the space between its parts, 1 being all."""
        return self


Halves: TypeAlias = tuple[Piece | None, Piece | None]


class Text(Piece):
    """A paragraph of one style and one element; its halves share the element, so it stays one when read out."""

    def __init__(self, text: str, style: Style, element: Element, *, holds_next: bool = False) -> None:
        self.text, self.style, self.element, self.holds_next = text, style, element, holds_next
        self.above, self.below = style.above, style.below
        self._broken: dict[float, list[str]] = {}

    def lines(self, width: float) -> list[str]:
        """Joined again they are the text: a line keeps the blank that it was broken at."""
        if width not in self._broken:
            self._broken[width] = broken(self.text, self.style, width)
        return self._broken[width]

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, room: float) -> Halves:
        lines = self.lines(width)
        if self.height(width) <= room + SLACK:
            return self, None
        fitting = min(int((room + SLACK) // self.style.leading), len(lines) - 2)  # no widow
        if fitting < 2:  # no orphan
            return None, self
        return self._part(lines[:fitting]), self._part(lines[fitting:])

    def _part(self, lines: list[str]) -> Text:
        return Text("".join(lines), self.style, self.element)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        style = self.style
        baseline = top - style.leading / 2 - 0.33 * style.size  # capitals stand in the middle of their line
        with canvas.content(self.element):
            drawn = canvas.beginText(left, baseline)
            drawn.setFont(style.face.value, style.size, style.leading)
            drawn.setFillColorRGB(*style.colour)
            for line in self.lines(width):
                drawn.textLine(line)
            canvas.drawText(drawn)


class Link(Text):
    """A line that leads somewhere on screen; on paper it is plain text."""

    def __init__(self, text: str, style: Style, element: Element, target: str) -> None:
        super().__init__(text, style, element)
        self.target = target

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        super().draw(canvas, left, top, width)
        lines = self.lines(width)
        longest = max(fonts.width(line, self.style.face, self.style.size) for line in lines)
        box = (left, top - len(lines) * self.style.leading, left + longest, top)
        canvas.link(self.element, self.target, self.text, box)


class Stack(Piece):
    """Pieces under each other; a whole paper is one. Of two neighbours' wishes for space the greater holds.

    `air` is how much of that space they get, 1 being all.
    """

    def __init__(self, pieces: Sequence[Piece], *, air: float = 1.0) -> None:
        self.pieces, self.air = tuple(pieces), air
        if self.pieces:
            self.above, self.below = self.pieces[0].above, self.pieces[-1].below
            self.holds_next = self.pieces[-1].holds_next

    def height(self, width: float) -> float:
        return sum(self._gap(i) + piece.height(width) for i, piece in enumerate(self.pieces))

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        for i, piece in enumerate(self.pieces):
            top -= self._gap(i)
            piece.draw(canvas, left, top, width)
            top -= piece.height(width)

    def split(self, width: float, room: float) -> Halves:
        for i, piece in enumerate(self.pieces):
            room -= self._gap(i)
            if isinstance(piece, NewPage) and i > 0:
                return self._part(self.pieces[:i]), self._part(self.pieces[i + 1 :])
            head, tail = piece.split(width, room)
            if tail is not None:
                return self._cut(i, head, tail)
            room -= piece.height(width)
        return self, None

    def _cut(self, i: int, head: Piece | None, tail: Piece) -> Halves:
        after = self.pieces[i + 1 :]
        if head is not None:
            return self._part((*self.pieces[:i], head)), self._part((tail, *after))
        start = i
        while start > 0 and self.pieces[start - 1].holds_next:
            start -= 1
        start = start or i  # a heading that fills the page to what it holds has to let go
        return (self._part(self.pieces[:start]) if start else None), self._part(self.pieces[start:])

    def aired(self, air: float) -> Stack:
        return Stack([piece.aired(air) for piece in self.pieces], air=air)

    def _part(self, pieces: Sequence[Piece]) -> Stack:
        return Stack(pieces, air=self.air)

    def _gap(self, i: int) -> float:
        return self.air * max(self.pieces[i - 1].below, self.pieces[i].above) if i else 0.0


class Across(Piece):
    """Pieces beside each other, each in its column (left and width in points, within the width given)."""

    def __init__(self, columns: Sequence[tuple[float, float, Piece]]) -> None:
        self.columns = tuple(columns)
        self.above = max(piece.above for _, _, piece in self.columns)
        self.below = max(piece.below for _, _, piece in self.columns)
        self.holds_next = any(piece.holds_next for _, _, piece in self.columns)

    def height(self, width: float) -> float:
        return max(piece.height(own) for _, own, piece in self.columns)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        for start, own, piece in self.columns:
            piece.draw(canvas, left + start, top, own)

    def split(self, width: float, room: float) -> Halves:
        halves = [(start, own, *piece.split(own, room)) for start, own, piece in self.columns]
        if any(head is None for _, _, head, _ in halves):
            return None, self
        tails = [(start, own, tail) for start, own, _, tail in halves if tail is not None]
        heads = [(start, own, head) for start, own, head, _ in halves if head is not None]
        return (Across(heads), Across(tails)) if tails else (self, None)

    def aired(self, air: float) -> Across:
        return Across([(start, own, piece.aired(air)) for start, own, piece in self.columns])


class Beside(Piece):
    """Short texts on one line, with dots between them; under each other where they do not fit."""

    _BETWEEN = " · "

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self.above, self.below = self.texts[0].above, self.texts[0].below

    def height(self, width: float) -> float:
        if self._fits(width):
            return max(text.style.leading for text in self.texts)
        return sum(text.height(width) for text in self.texts)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        fits = self._fits(width)
        for i, text in enumerate(self.texts):
            if fits and i:
                left += self._draw_between(canvas, left, top, text.style, width)
            text.draw(canvas, left, top, width)
            if fits:
                left += _natural(text)
            else:
                top -= text.height(width)

    def _draw_between(self, canvas: TaggedCanvas, left: float, top: float, style: Style, width: float) -> float:
        with canvas.artifact():
            Text(self._BETWEEN, style, self.texts[0].element).draw(canvas, left, top, width)
        return fonts.width(self._BETWEEN, style.face, style.size)

    def _fits(self, width: float) -> bool:
        between = fonts.width(self._BETWEEN, self.texts[0].style.face, self.texts[0].style.size)
        return sum(_natural(text) for text in self.texts) + between * (len(self.texts) - 1) <= width


class Kept(Piece):
    """A piece that moves to the next page rather than be cut, as long as it leaves room for a heading there."""

    def __init__(self, piece: Piece, tallest: float = 0.8 * page.UPRIGHT.height) -> None:
        """Beyond `tallest`, in points, it is cut: it would leave no room on the next page either."""
        self.piece, self.above, self.below, self.holds_next = piece, piece.above, piece.below, piece.holds_next
        self._tallest = tallest

    def height(self, width: float) -> float:
        return self.piece.height(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        self.piece.draw(canvas, left, top, width)

    def split(self, width: float, room: float) -> Halves:
        if self.height(width) <= self._tallest:
            return super().split(width, room)
        head, tail = self.piece.split(width, room)
        if head is not None and head.holds_next and room < self._tallest:
            return None, self  # its heading would stay behind alone
        return head, tail

    def aired(self, air: float) -> Kept:
        return Kept(self.piece.aired(air), self._tallest)


class NewPage(Piece):
    def height(self, width: float) -> float:
        return 0.0

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """There is nothing to see."""


def _natural(text: Text) -> float:
    return fonts.width(text.text, text.style.face, text.style.size)
