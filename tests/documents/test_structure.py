"""What a screen reader finds: order, languages, one element over page breaks, artifacts left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
from PIL import Image

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Title,
    Writing,
)
from mentordesk.documents.papers.checklist import checklist
from mentordesk.documents.papers.contract import contract
from mentordesk.documents.papers.logbook import logbook
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.domain.ground_rules import STOPPING
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import Reading, read
from tests.documents.samples import NNO, checklist_of, logbook_of


def paper(*blocks: Block, languages: str = "nb") -> tuple[Printed, Reading]:
    document = Document(msg("Cooperation contract"), (), Letterhead("Eier", "Program"), date(2026, 11, 22), blocks)
    printed = pdf(document, [catalog(code) for code in languages.split("+")])
    return printed, read(printed.data)


def test_a_paragraph_over_a_page_break_is_one_element() -> None:
    text = " ".join(f"ord{i}" for i in range(1_500))
    _, reading = paper(Paragraph(text))
    (node,) = (node for node in reading.root.all("P") if node.text.startswith("ord0"))

    assert reading.pages > 1
    assert node.pages == set(range(reading.pages))
    assert node.own == text, "words at line ends neither run together nor fall apart"


def test_a_table_over_page_breaks_is_one_element_with_one_head() -> None:
    rows = tuple((f"Samtale {i}", f"{i}. mai") for i in range(100))
    _, reading = paper(Table(("Samtalen", "Dagen"), rows, (0.5, 0.5), named_rows=True))
    (table,) = reading.root.all("Table")

    assert reading.pages > 2
    assert table.on_pages() == set(range(reading.pages))
    assert [row.text for row in table.all("TR")] == ["Samtalen Dagen", *(f"{a} {b}" for a, b in rows)]
    assert [cell.scope for cell in table.all("TH")][:3] == ["Column", "Column", "Row"]
    assert [("Samtalen" in text) for text in reading.artifacts] == [False] + [True] * (reading.pages - 1)


def test_a_row_higher_than_a_page_is_cut_and_stays_one_cell() -> None:
    long = " ".join(f"ord{i}" for i in range(2_000))
    _, reading = paper(Table(("A", "B"), (("kort", long), ("x", "y")), (0.3, 0.7)))
    cells = [cell.text for cell in reading.root.all("TD")]

    assert cells == ["kort", long, "x", "y"]


def test_list_items_keep_their_label_and_body() -> None:
    _, reading = paper(Bullets(("én", "to")))
    items = list(reading.root.all("LI"))

    assert [[kid.tag for kid in item.kids] for item in items] == [["Lbl", "LBody"]] * 2
    assert [item.text for item in items] == ["• én", "• to"]


def test_two_languages_are_read_row_by_row_each_as_what_it_is() -> None:
    printed = pdf(contract(NNO), [catalog("nb"), catalog("sv")])
    reading = read(printed.data)
    headings = [[(kid.text, kid.language) for kid in node.kids] for node in reading.root.all("H2")]

    assert reading.language == "nb-NO"
    assert ([("Spilleregler", ""), ("Spelregler", "sv-SE")]) in headings
    marked = [node.text for node in reading.root.all() if node.language == "sv-SE"]
    assert "Mentorn" in marked
    assert "Ort och datum" in marked
    assert not [text for text in marked if "Adepten skriver" in text]
    texts = [node.text for node in reading.root.all("P")]
    nb, sv = (catalog(code).say(STOPPING.sentence) for code in ("nb", "sv"))
    assert texts[texts.index(nb) + 1] == sv


def test_what_is_the_same_in_both_languages_stands_once() -> None:
    reading = read(pdf(contract(NNO), [catalog("nb"), catalog("sv")]).data)

    assert sum(node.own == "Åse Ødegård" for node in reading.root.all()) == 2  # as party and as signer
    assert sum(node.own == "Oslo" for node in reading.root.all()) == 3
    assert sum(node.own == "Adept" for node in reading.root.all()) == 2


def test_headings_go_down_without_a_gap_from_one_title() -> None:
    for document in (contract(NNO), checklist(checklist_of(NNO)), logbook(logbook_of(NNO))):
        levels = [int(node.tag[1]) for node in read(pdf(document, [catalog("nb")]).data).root.all() if node.tag in _H]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for filling in range(600, 720, 7):
        lines = (Paragraph("x"),) * (filling // 19)
        _, reading = paper(*lines, Writing(1), Heading("Overskrift"), Paragraph("Avsnittet under"))
        (heading,), (under,) = (
            [node for node in reading.root.all() if node.own == text] for text in ("Overskrift", "Avsnittet under")
        )
        assert heading.pages == under.pages


def test_signatures_never_part_from_their_names_and_nobody_signs_a_page_that_says_nothing() -> None:
    for rules in range(0, 40, 5):
        content = replace(NNO, own_rules=tuple(f"Regel {i} for oss to." for i in range(rules)))
        root = read(pdf(contract(content), [catalog("nb")]).data).root
        blocks = [node for node in root.all("Sect") if "Underskrift" in node.text]
        (ending,) = (node for node in root.all("H2") if node.text == "Hvis vi vil avslutte")

        assert [node.text.split(" Sted")[0] for node in blocks] == [
            "Åse Ødegård Adept",
            "Čáhppe Ŋilas Mentor",
            "Mette Dalby Programleder",
        ]
        assert all(node.on_pages() == ending.on_pages() for node in blocks), rules


def test_more_signers_than_a_page_holds_part_between_names_only() -> None:
    signers = tuple(Signature(f"Navn {i}", "Rolle") for i in range(40))
    for filling in range(8):
        _, reading = paper(*(Paragraph("x"),) * filling, Signatures(signers))

        assert reading.pages > 1
        assert all(len(node.on_pages()) == 1 for node in reading.root.all("Sect")), filling


def test_a_name_of_two_hundred_letters_wraps_and_is_not_cut() -> None:
    name = "Anna-Karin Margareta von Ödeshög-Østensjø " * 5
    content = replace(NNO, mentee=replace(NNO.mentee, name=name[:200].strip()))
    texts = [node.own for node in read(pdf(contract(content), [catalog("nb")]).data).root.all("P")]

    assert texts.count(name[:200].strip()) == 2


def test_heads_feet_and_numbers_are_not_read_out() -> None:
    reading = read(pdf(contract(NNO), [catalog("nb"), catalog("sv")]).data)

    assert all(f"Side {n + 1} av" in text and f"Sida {n + 1} av" in text for n, text in enumerate(reading.artifacts))
    assert "Side 1 av" not in reading.root.text


def test_a_page_break_is_obeyed() -> None:
    _, reading = paper(Title("Tittel"), PageBreak(), Paragraph("Neste"))

    assert reading.pages == 2
    assert [node.pages for node in reading.root.all("P") if node.own == "Neste"] == [{1}]


def test_a_contact_s_address_is_a_link_with_its_own_words() -> None:
    data = pdf(contract(NNO), [catalog("nb")]).data
    (link,) = read(data).root.all("Link")
    with pikepdf.open(BytesIO(data)) as file:
        (annotation,) = file.pages[0].Annots
        assert str(annotation.A.URI) == "mailto:mette.dalby@nno.example"
        assert str(annotation.Contents) == link.text == "mette.dalby@nno.example"


def test_a_logo_is_a_figure_that_says_what_it_is() -> None:
    picture = BytesIO()
    Image.new("RGBA", (400, 90), (20, 90, 80, 128)).save(picture, "PNG")
    head = Letterhead("Eier", "Program", logo=picture.getvalue(), logo_says="Eiers logo")
    reading = read(pdf(contract(replace(NNO, letterhead=head)), [catalog("nb")]).data)

    assert [node.alt for node in reading.root.all("Figure")] == ["Eiers logo"]


def test_the_file_names_itself() -> None:
    with pikepdf.open(BytesIO(pdf(contract(NNO), [catalog("nb"), catalog("en")]).data)) as file:
        title = "Samarbeidskontrakt / Cooperation contract – Åse Ødegård og Čáhppe Ŋilas"
        assert str(file.docinfo.Title) == title
        assert str(file.docinfo.CreationDate).startswith("D:20261122")
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as xmp:
            assert xmp["dc:title"] == title


_H = {f"H{level}" for level in range(1, 7)}


def test_a_list_leaves_no_item_alone_on_a_page() -> None:
    items = tuple(f"Punkt {number}" for number in range(4))
    seen = set()
    for lines in range(20, 42):
        _, reading = paper(*(Paragraph("Noe") for _ in range(lines)), Bullets(items), Writing(30))
        seen.add(tuple(min(node.on_pages()) for node in reading.root.all("LI")))
    assert seen == {(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 1, 1)}
