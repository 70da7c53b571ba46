"""The look of papers: what is kept of a logo is the picture alone; what is none is refused with a sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from mentordesk.actions.looks import remove_logo, set_colour, set_logo, set_logo_words
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.letterhead import NOBODYS, letterhead
from tests.queries.small_programme import made


@pytest.fixture
def programme(store):
    return made(store, pairs=1).programme


def picture(size=(600, 200), kind="PNG", mode="RGB", **more):
    kept = BytesIO()
    Image.new(mode, size).save(kept, kind, **more)
    return kept.getvalue()


def test_colour_and_logo_are_on_the_letterhead_and_each_is_undone_alone(store, programme):
    plain = letterhead(store, programme)
    set_colour(store, programme, " #7A1f5c ")
    set_logo(store, programme, picture())
    set_logo_words(store, programme, "  The  union ")

    head = letterhead(store, programme)
    assert (head.colour, catalog("sv").say(head.logo_says)) == ("#7a1f5c", "The union")
    assert (head.owner, head.programme) == (plain.owner, plain.programme)
    remove_logo(store, programme)
    assert letterhead(store, programme).logo == b""
    for _ in range(4):
        store.undo()
    assert letterhead(store, programme) == plain
    assert letterhead(store, None) == NOBODYS


@pytest.mark.parametrize(
    ("written", "kept"), [("#00609F", "#00609f"), ("00609f", "#00609f"), ("#abc", "#aabbcc"), ("", "")]
)
def test_a_colour_is_taken_as_people_write_it(store, programme, written, kept):
    set_colour(store, programme, "#111111")
    set_colour(store, programme, written)
    assert letterhead(store, programme).colour == kept


@pytest.mark.parametrize("wrong", ["blue", "#12345", "#12345g", "rgb(1,2,3)", "#1234567"])
def test_what_is_no_colour_is_refused(store, programme, wrong):
    with pytest.raises(Refused):
        set_colour(store, programme, wrong)


def test_only_the_picture_is_kept_and_no_larger_than_paper_needs(store, programme):
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "canary")
    set_logo(store, programme, picture((3000, 3000), pnginfo=said))

    kept = letterhead(store, programme).logo
    assert b"canary" not in kept
    with Image.open(BytesIO(kept)) as seen:
        assert seen.format == "PNG"
        assert seen.size == (400, 400)
        assert seen.info == {}


def test_a_jpeg_is_a_logo_too(store, programme):
    set_logo(store, programme, picture(kind="JPEG"))
    assert letterhead(store, programme).logo.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + b"\0" * 50,
        picture()[:200],
        picture((8, 8)),
        picture((7_000, 7_000), mode="1"),
        b"\x89PNG" + b"x" * 1_000_001,
    ],
    ids=["empty", "text", "svg", "gif", "cut", "speck", "bomb", "large"],
)
def test_what_is_no_logo_is_refused_and_nothing_changes(store, programme, content):
    with pytest.raises(Refused):
        set_logo(store, programme, content)
    assert letterhead(store, programme).logo == b""
