"""Answers with a box before each: beside each other as long as they fit, and on from the next line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mentordesk.documents.said import Said
from mentordesk.documents.typesetting import fonts, page
from mentordesk.documents.typesetting.pieces import Across, Piece, Stack
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.tagged import Tag

INDENT = 17.0  # of what follows a box, a bullet or a number
_BETWEEN = 14.0


def natural(title: Said, place: Place) -> float:
    """Points that an answer takes on one line, its box with it; a little more, for sums are not exact."""
    texts = [spoken.text for spoken in place.voices.say(title)]
    return INDENT + fonts.width(" · ".join(texts), page.TEXT.face, page.TEXT.size) + 1


def answer(title: Said, box: Callable[[Place], Piece], place: Place) -> Piece:
    """One of them, over the place's width; `box` is given its element's place."""
    whole = place.under(Tag.PARAGRAPH)
    said = whole.inside(place.width - INDENT).line(title, page.TEXT, Tag.SPAN)
    return Across([(0, INDENT, box(whole)), (INDENT, place.width - INDENT, said)])


def answers(asked: Sequence[tuple[Said, Callable[[Place], Piece]]], place: Place) -> Piece:
    """A row of them, or as many rows as they need."""
    rows: list[list[tuple[float, float, Piece]]] = [[]]
    left = 0.0
    for title, box in asked:
        wide = natural(title, place)
        if left and left + wide > place.width:
            rows.append([])
            left = 0.0
        width = min(wide, place.width - left)
        rows[-1].append((left, width, answer(title, box, place.inside(width))))
        left += wide + _BETWEEN
    return Stack([Across(row) for row in rows])
