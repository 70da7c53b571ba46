"""The walk's checks can fail: each is shown a paper with the fault that it looks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    Table,
    Title,
    Writing,
)
from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.shapes import Words
from mentordesk.documents.typesetting.press import Printed
from mentordesk.domain.forms import Form, FormField
from mentordesk.i18n.message import msg
from tests.documents.cases import Case, CaseName
from tests.documents.reading import read
from tests.documents.said_by import said_by
from tests.documents.walk.checks import Checked, conformance, problems

NAME = FormField("name", msg("Name"))


def paper(*blocks: Block, **more: object) -> Checked:
    head = Letterhead("Eier", "Program")
    document = Document(msg("Cooperation contract"), (), head, date(2026, 11, 22), (Title("Tittel"), *blocks), **more)
    return Checked(ReadyPaper(CONTRACT, document), "nb")


def form_paper(form: Form | None, *blocks: Block) -> Checked:
    made = paper(*blocks, stamp=Case(CaseName.ORDINARY).stamp("contract"))
    return Checked(ReadyPaper(replace(CONTRACT, form=form), made.paper.document), "nb")


def test_a_sound_paper_has_no_problem() -> None:
    assert problems(paper(Heading("Overskrift"), Paragraph("Et avsnitt."), Writing(3))) == []
    assert problems(form_paper(Form("contract", 1, (NAME,)), Entries((Entry(NAME, "Åse Ødegård"),)))) == []


def test_a_page_without_tags_conforms_to_nothing_and_one_without_its_tree_not_to_pdf_ua() -> None:
    buffer, robbed = BytesIO(), BytesIO()
    untagged = Canvas(buffer)
    untagged.drawString(100, 700, "Kontrakt")
    untagged.save()
    with pikepdf.open(BytesIO(paper().screen.data)) as ours:
        del ours.Root["/StructTreeRoot"]
        ours.save(robbed)

    assert conformance(buffer.getvalue()) == ["PDF/UA-1", "PDF/A-2a"]
    assert "PDF/UA-1" in conformance(robbed.getvalue())


def test_what_is_said_and_not_printed_is_missed_and_the_other_way_round() -> None:
    checked = paper(Paragraph("Et avsnitt."))
    checked.said = said_by(paper(Paragraph("Et annet.")).paper.document)

    assert problems(checked) == ["said 0 times instead of 1: 'Et annet.'", "nobody said 'Et avsnitt.'"]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ((Words("utenfor", 1.01, 1.3, 10, 20),), "outside the margins: 'utenfor'"),
        (
            (Words("oppå", 0.1, 0.5, 10, 20), Words("hverandre", 0.1, 0.5, 12, 22)),
            "one over the other: 'hverandre' 'oppå'",
        ),
    ],
)
def test_text_in_the_margin_and_text_over_text_are_seen(words: tuple[Words, ...], fault: str) -> None:
    (problem,) = problems(paper(Figure("Tegning", 60, words)))

    assert fault in problem


def test_words_that_fell_apart_are_seen() -> None:
    (problem,) = problems(paper(Table(("A", "B"), (("x", "Avdeling"),), (0.965, 0.035))))

    assert "fallen apart into letters" in problem


def test_other_bytes_are_seen() -> None:
    checked = paper()
    checked.screen = Printed(checked.screen.data + b"\n", checked.screen.pages)

    assert "the same content gave other bytes" in problems(checked)


def test_a_field_that_no_form_declares_and_a_form_without_a_stamp_are_seen() -> None:
    other = Form("contract", 1, (FormField("other", msg("Name")),))

    assert "field name is not declared" in problems(form_paper(other, Entries((Entry(NAME),))))
    unstamped = paper(Entries((Entry(NAME),)))
    unstamped.paper = ReadyPaper(replace(CONTRACT, form=Form("contract", 1, (NAME,))), unstamped.paper.document)
    assert problems(unstamped) == ["a form has a stamp, and nothing else has"]


def test_another_value_in_a_field_is_seen() -> None:
    checked = form_paper(Form("contract", 1, (NAME,)), Entries((Entry(NAME, "Åse"),)))
    changed = BytesIO()
    with pikepdf.open(BytesIO(checked.screen.data)) as file:
        next(field for field in file.Root.AcroForm.Fields if field.T == "name").V = pikepdf.String("Per")
        file.save(changed)
    checked.screen = Printed(changed.getvalue(), checked.screen.pages)

    assert "field name holds 'Per' and not 'Åse'" in problems(checked)


def test_positions_are_those_of_the_page() -> None:
    """A known line: the owner's name, at the left margin and at the top."""
    (drawn,) = read(paper().screen.data).drawn
    owner = next(run for run in drawn.runs if run.text == "Eier")

    assert owner.box.left == pytest.approx(68)
    assert owner.box.right == pytest.approx(68 + 20.6, abs=3)
    assert 770 < owner.box.bottom < 842 - 48
