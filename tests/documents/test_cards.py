"""Cards to cut out, a landscape sheet of text, and a drawing: what papers of meetings are made of."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import page
import pikepdf
import pytest

from mentordesk.documents.blocks import Block, Cards, Document, Figure, Letterhead, Paragraph, Title
from mentordesk.documents.shapes import Area, Shade, Words
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import read

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
NAMES = [f"Čáhppe Ŋilas-Mikkelsen {number}" for number in range(21)]
TEN = Cards(tuple((name, "Psykisk helse, Ringerike sykehus", msg("Mentee")) for name in NAMES), across=2, height=140)
DRAWN = Figure(
    "A long and a short bar",
    80,
    (
        Area(0.1, 0.9, 10, 30, Shade.ACCENT),
        Area(0.1, 0.3, 40, 60, Shade.INK),
        Words("a title that is much too long for its room", 0, 0.1, 0, 20),
    ),
)


def paper(*blocks: Block, landscape: bool = False, codes: str = "nb") -> Printed:
    head = Letterhead("Norsk Sykepleierforbund", "Mentorprogram")
    made = Document(msg("List of participants"), (), head, date(2026, 11, 22), (Title("Skilt"), *blocks), landscape)
    return pdf(made, [catalog(code) for code in codes.split("+")])


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("codes", ["nb", "sv", "en", "nb+sv"])
def test_cards_and_drawings_conform(landscape: bool, codes: str) -> None:
    data = paper(TEN, DRAWN, landscape=landscape, codes=codes).data
    assert [page.is_pdf_compliant_bytes(data, profile=profile) for profile in PROFILES] == [True, True]


def test_each_card_is_read_once_and_no_row_of_cards_is_cut() -> None:
    made = paper(TEN)
    items = list(read(made.data).root.all("LI"))
    assert [item.text for item in items] == [f"{name} Psykisk helse, Ringerike sykehus Adept" for name in NAMES]
    assert all(len(item.on_pages()) == 1 for item in items)
    assert made.pages == 3


def test_a_drawing_is_one_figure_that_says_what_it_shows() -> None:
    (figure,) = read(paper(DRAWN).data).root.all("Figure")
    assert figure.alt == "A long and a short bar"
    assert figure.text.endswith("…"), "what passes its room is cut short"


def test_a_landscape_sheet_fills_its_pages_and_loses_nothing() -> None:
    sentences = tuple(Paragraph(f"Setning nummer {number} står her.") for number in range(120))
    made = paper(*sentences, landscape=True)
    reading = read(made.data)
    assert [node.text for node in reading.root.all("P")][-120:] == [block.text for block in sentences]
    assert made.pages > 3
    with pikepdf.open(BytesIO(made.data)) as file:
        assert all(float(each.MediaBox[2]) > float(each.MediaBox[3]) for each in file.pages)
