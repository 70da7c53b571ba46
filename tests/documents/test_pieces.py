"""Lines and pages are filled without losing, doubling or overrunning anything."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.documents.typesetting import fonts, page
from mentordesk.documents.typesetting.breaking import broken
from mentordesk.documents.typesetting.lines import PenLines
from mentordesk.documents.typesetting.page import Style
from mentordesk.documents.typesetting.pieces import Across, Kept, Piece, Stack, Text
from mentordesk.documents.typesetting.tagged import Element, Tag
from tests.counts import count

STYLES = st.sampled_from([page.TEXT, page.TITLE, page.LABEL])
WORDS = st.lists(st.text(st.sampled_from("aiWØ-æ\u0301"), min_size=1, max_size=60), min_size=1, max_size=40)


def _width(line: str, style: Style) -> float:
    return fonts.width(line.rstrip(" "), style.face, style.size)


@settings(max_examples=count(200, 5_000), deadline=None)
@given(WORDS.map(" ".join), STYLES, st.floats(40, 500))
def test_lines_joined_are_the_text_and_none_is_too_wide(text: str, style: Style, width: float) -> None:
    lines = broken(text, style, width)

    assert "".join(lines) == text
    assert all(_width(line, style) <= width for line in lines)
    parted = [after for before, after in pairwise(lines) if after.startswith("\u0301") and not before.endswith(" ")]
    assert not parted, "a mark left its letter"


def test_a_word_too_wide_is_broken_after_a_hyphen() -> None:
    word = "Anna-Karin-Margareta-" + "x" * 80
    lines = broken(word, page.TEXT, 120)

    assert lines[0] == "Anna-Karin-Margareta-"


def _text(lines: int) -> Text:
    return Text(" ".join(["Ordet"] * lines * 9), page.TEXT, Element(Tag.PARAGRAPH, None))


def _filled(piece: Piece, room: float) -> list[Piece]:
    parts: list[Piece] = []
    left: Piece | None = piece
    while left is not None:
        fits, left = left.split(300, room)
        assert fits is not None
        parts.append(fits)
    return parts


def _texts(piece: Piece) -> list[str]:
    match piece:
        case Text():
            return [piece.text]
        case Stack():
            return [text for inner in piece.pieces for text in _texts(inner)]
        case Across():
            return [text for _, _, inner in piece.columns for text in _texts(inner)]
        case Kept():
            return _texts(piece.piece)
        case _:
            return []


@settings(max_examples=count(100, 5_000), deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.floats(120, 700))
def test_pages_hold_everything_in_order_and_none_is_too_full(lengths: list[int], room: float) -> None:
    whole = Stack([_text(length) for length in lengths])
    parts = _filled(whole, room)

    assert all(part.height(300) <= room + 0.1 for part in parts)
    assert "".join(text for part in parts for text in _texts(part)).split() == "".join(_texts(whole)).split()


@settings(max_examples=count(100, 5_000), deadline=None)
@given(st.integers(4, 60), st.floats(60, 700))
def test_a_cut_paragraph_leaves_two_lines_on_both_sides(length: int, room: float) -> None:
    text = _text(length)
    head, tail = text.split(300, room)

    if head is not None and tail is not None:
        assert isinstance(head, Text)
        assert isinstance(tail, Text)
        assert len(head.lines(300)) >= 2
        assert len(tail.lines(300)) >= 2
        assert head.element is tail.element is text.element


def test_what_is_kept_moves_on_whole() -> None:
    kept = Kept(Stack([_text(2), PenLines(4)]))
    head, tail = Stack([_text(3), kept]).split(300, 160)

    assert isinstance(head, Stack)
    assert isinstance(tail, Stack)
    assert len(head.pieces) == 1
    assert tail.pieces == (kept,)


def test_what_is_kept_but_higher_than_a_page_is_cut() -> None:
    head, tail = Kept(PenLines(100)).split(300, page.HEIGHT)

    assert head is not None
    assert tail is not None


def test_what_must_be_cut_leaves_no_heading_behind() -> None:
    root = Element(Tag.DOCUMENT, None)
    heading = Text("Mål 1", page.HEADING, root, holds_next=True)
    tall = Kept(Stack([heading, Text("ord " * 4_000, page.TEXT, root)]))
    assert tall.height(page.WIDTH) > page.HEIGHT
    assert tall.split(page.WIDTH, 1.5 * page.HEADING.leading) == (None, tall)
    assert None not in tall.split(page.WIDTH, page.HEIGHT)
