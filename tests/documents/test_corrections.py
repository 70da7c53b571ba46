"""What ReportLab does wrong for us: each test fails once upstream mends it, and the mend can go."""

from __future__ import annotations

import zlib
from datetime import date
from io import BytesIO

import pytest
from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFDocument, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.typesetting import corrections, fonts
from mentordesk.documents.typesetting.metadata import About
from mentordesk.documents.typesetting.tagged import Element, Tag, TaggedCanvas


@pytest.fixture(autouse=True)
def _applied() -> None:
    corrections.apply()


def test_upstream_still_maps_a_code_to_no_letter_and_ours_does_not() -> None:
    subset = [0, *range(65, 70), 0xFEFF]

    assert "<00> <0000>" in corrections.upstream_to_unicode("F", subset)
    assert "<0000>" not in corrections.to_unicode("F", subset)
    assert "<FEFF>" not in corrections.to_unicode("F", subset)
    assert "<01> <0041>" in corrections.to_unicode("F", subset)


def test_upstream_still_writes_blocks_of_more_than_a_hundred_and_ours_does_not() -> None:
    subset = list(range(32, 256))

    assert "224 beginbfchar" in corrections.upstream_to_unicode("F", subset)
    assert [line for line in corrections.to_unicode("F", subset).splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "24 beginbfchar",
    ]


@pytest.mark.parametrize("content", [b"x", b"ends in a carriage return\r", b"ends in a line feed\n"])
def test_upstream_still_leaves_out_the_line_end_before_endstream_and_ours_does_not(content: bytes) -> None:
    stream, document = PDFStream(PDFDictionary({}), content, filters=[]), PDFDocument()

    assert corrections.upstream_stream(stream, document).endswith(content + b"endstream\n")
    assert stream.format(document).endswith(content + b"\r\nendstream\n")


@pytest.mark.parametrize(("holder", "key"), [(PDFCatalog(), "OutputIntents"), (PDFPage(), "StructParents")])
def test_upstream_still_leaves_out_keys_that_it_does_not_know_and_ours_does_not(holder: PDFCatalog, key: str) -> None:
    holder.Contents = holder.Resources = holder.MediaBox = holder.Parent = PDFName("X")  # type: ignore[attr-defined]
    setattr(holder, key, PDFName("Set"))

    assert f"/{key}".encode() not in holder.format(PDFDocument())
    corrections.set_keys(holder, **{key: PDFName("Set")})
    assert f"/{key} /Set".encode() in holder.format(PDFDocument())
    assert key not in type(holder).__NoDefault__, "only this one is changed"


def test_upstream_still_begins_each_page_with_a_font_that_is_not_embedded_and_ours_does_not() -> None:
    plain = Canvas(BytesIO())
    plain.line(0, 0, 9, 9)
    assert b"/Helvetica" in plain.getpdfdata()  # type: ignore[no-untyped-call]

    root = Element(Tag.DOCUMENT, None)
    ours = TaggedCanvas(root, About("t", "o", "nb-NO", date(2026, 11, 22)), (100, 100))
    ours.line(0, 0, 9, 9)
    ours.showPage()
    assert b"/Helvetica" not in ours.written()


def test_nothing_is_fetched_for_a_page() -> None:
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == ["data"]


def test_a_part_of_the_font_is_cut_out_once() -> None:
    """And gives the same file as upstream's cut."""
    face = fonts.font(fonts.Face.REGULAR).face
    letters = [0, *map(ord, "Åse Ødegård")]

    assert face.makeSubset(letters) is face.makeSubset(list(letters))
    assert zlib.crc32(face.makeSubset(letters)) == zlib.crc32(type(face).makeSubset(face, letters))
