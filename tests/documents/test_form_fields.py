"""Fields on a page: read by other programs, read out to who cannot see them, and the same pages on paper."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import page
import pikepdf
import pypdf
import pytest
from pikepdf.form import Form as FilledForm

from mentordesk.documents.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    EntryTable,
    Heading,
    Letterhead,
    OneAnswer,
    Paragraph,
    Title,
)
from mentordesk.documents.edition import Edition
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.domain.form_identity import FormIdentity, stamp
from mentordesk.domain.forms import TICKED, AnswerKind, FormField, Option, rows
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording, msg
from tests.documents.hostile import LITERAL
from tests.documents.reading import plain, read

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
NAME = FormField("name", msg("Mentee"))
LETTER = FormField("letter", msg("Letter of motivation"), AnswerKind.LINES, lines=6)
TICK = FormField("education", msg("Leadership education"), AnswerKind.TICK)
DAY = FormField("held", msg("Date"), AnswerKind.DAY)
ANSWERS = tuple(Option(key, Wording.everywhere(key.title())) for key in ("good", "unsure", "bad"))
FIT = FormField(
    "fit", Wording("Hvordan passer dere?", "Hur passar ni ihop?", "How do you fit?"), AnswerKind.ONE_OF, ANSWERS
)
STATEMENTS = rows("statement", (FormField("scale", msg("Goal document"), AnswerKind.ONE_OF, ANSWERS),), 3)
STAMP = stamp(FormIdentity("goal-document", 1, "programme", "pair"), "file")
LANGUAGES = ("nb", "sv", "en", "nb+sv")


def form(*blocks: Block, languages: str = "nb", edition: Edition = Edition.SCREEN, stamped: bool = True) -> Printed:
    title = msg("Goal document")
    document = Document(
        title,
        (),
        Letterhead("Eier", "Program"),
        date(2026, 11, 23),
        (Title(title), *blocks),
        stamp=STAMP if stamped else None,
    )
    return pdf(document, [catalog(code) for code in languages.split("+")], edition)


def every_field(*, filled: bool) -> tuple[Block, ...]:
    known = filled
    return (
        Entries((Entry(NAME, "Åse Ødegård Ŋilas" if known else ""), Entry(DAY, date(2027, 2, 3) if known else "")), 2),
        Entries((Entry(LETTER, "Jeg vil lede. " * 30 if known else ""), Entry(TICK, TICKED if known else ""))),
        Entries((Entry(FIT, "unsure" if known else ""),)),
        EntryTable(
            (msg("Goal document"), "1", "2", "3"),
            tuple(
                (field.label, *(OneAnswer(field, each.key, known and each.key == "bad") for each in ANSWERS))
                for field in STATEMENTS
            ),
            (0.4, 0.2, 0.2, 0.2),
            named_rows=True,
        ),
    )


def values(data: bytes) -> dict[str, str]:
    return {
        name: str(field.get("/V", "")) for name, field in (pypdf.PdfReader(BytesIO(data)).get_fields() or {}).items()
    }


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("edition", Edition)
def test_a_form_conforms_empty_and_filled_in(languages: str, filled: bool, edition: Edition) -> None:
    made = form(*every_field(filled=filled), languages=languages, edition=edition)
    assert [page.is_pdf_compliant_bytes(made.data, profile=profile) for profile in PROFILES] == [True, True]
    with pikepdf.open(BytesIO(made.data)) as opened:
        assert opened.check_pdf_syntax() == []
    assert form(*every_field(filled=filled), languages=languages, edition=edition) == made


def test_what_is_known_already_stands_in_the_fields() -> None:
    found = values(form(*every_field(filled=True)).data)
    assert found["name"] == "Åse Ødegård Ŋilas"
    assert found["held"] == "03.02.2027"
    assert found["letter"] == ("Jeg vil lede. " * 30).strip()
    assert found["education"] == "/yes"
    assert found["fit"] == "/unsure"
    assert found["statement.2.scale"] == "/bad"


def test_a_day_in_a_field_cannot_be_read_as_two_days() -> None:
    assert [
        values(form(Entries((Entry(DAY, date(2027, 2, 3)),)), languages=code).data)["held"] for code in LANGUAGES
    ] == [
        "03.02.2027",
        "2027-02-03",
        "2027-02-03",
        "03.02.2027",
    ]


def test_an_empty_form_answers_nothing() -> None:
    found = values(form(*every_field(filled=False)).data)
    assert {found.pop(name) for name in ("mentordesk.form", "form.code")} == {STAMP.hidden}
    assert set(found.values()) == {"", "/Off"}


def test_on_paper_the_same_stands_on_the_page_and_nothing_can_be_typed() -> None:
    for filled in (True, False):
        screen, paper = (
            form(*every_field(filled=filled), edition=edition) for edition in (Edition.SCREEN, Edition.PAPER)
        )
        assert screen.pages == paper.pages
        assert not values(paper.data)
    text = plain(form(*every_field(filled=True), edition=Edition.PAPER).data)
    assert "Åse Ødegård Ŋilas" in text
    assert "3. februar 2027" in text
    assert text.count("☑") == 5
    assert text.count("☐") == 2 + 3 * 2


def test_both_programs_fill_it_in_and_the_other_reads_it() -> None:
    empty = form(*every_field(filled=False)).data
    writer = pypdf.PdfWriter(clone_from=BytesIO(empty))
    told = {"name": "Čáhppe Ŋilas", "education": "/yes", "fit": "/bad", "statement.3.scale": "/good"}
    writer.update_page_form_field_values(writer.pages[0], {**told, "letter": "Én\nto"}, auto_regenerate=False)
    by_one = BytesIO()
    writer.write(by_one)
    with pikepdf.open(by_one) as opened:
        filled = FilledForm(opened)
        assert filled["name"].value == "Čáhppe Ŋilas"
        assert filled["education"].checked

    by_other = BytesIO()
    with pikepdf.open(BytesIO(empty)) as opened:
        filled = FilledForm(opened)
        filled["name"].value = "Čáhppe Ŋilas"
        filled["education"].checked = True
        filled["fit"].options[2].select()
        filled["statement.3.scale"].options[0].select()
        opened.save(by_other)
    for done in (by_one, by_other):
        found = values(done.getvalue())
        assert {name: found[name] for name in told} == told
        assert found["mentordesk.form"] == STAMP.hidden


def test_who_rewrites_the_list_of_fields_from_the_page_loses_no_identity() -> None:
    with pikepdf.open(BytesIO(form(*every_field(filled=False)).data)) as opened:
        opened.Root.AcroForm.Fields = pikepdf.Array([each for one in opened.pages for each in one.get("/Annots", [])])
        rewritten = BytesIO()
        opened.save(rewritten)
    with pikepdf.open(rewritten) as opened:
        left = {str(each.get("/T")): str(each.get("/V")) for each in opened.Root.AcroForm.Fields}
    assert left["form.code"] == STAMP.hidden


def test_every_field_has_a_tip_in_each_language_and_follows_reading_order() -> None:
    data = form(*every_field(filled=False), languages="nb+sv").data
    with pikepdf.open(BytesIO(data)) as opened:
        fields = list(opened.pages[0].Annots)
        tips = [str(each.TU) for each in fields]
        assert opened.pages[0].Tabs == "/S"
        assert all(each.F == 4 and str(each.Contents) == str(each.TU) for each in fields)
    assert tips[:5] == [
        "Adept",
        "Dato / Datum",
        "Motivasjonsbrev / Motivationsbrev",
        "Lederutdanning / Ledarutbildning",
        "Hvordan passer dere? / Hur passar ni ihop?: Good",
    ]
    read_out = [node.tag for node in read(data).root.all("Form")]
    assert len(read_out) == len(tips)


def test_a_box_is_said_with_what_it_answers_and_stands_in_a_cell() -> None:
    tree = read(form(*every_field(filled=False)).data).root
    (table,) = tree.all("Table")
    cells = [len(list(cell.all("Form"))) for cell in table.all("TD")]
    assert cells == [1] * 9


def test_the_code_stands_in_print_on_every_page() -> None:
    many = form(*(Entries((Entry(field),)) for field in rows("letter", (LETTER,), 12)))
    assert many.pages > 1
    assert all(STAMP.code in text for text in read(many.data).artifacts)
    without = form(Entries((Entry(NAME),)), stamped=False)
    assert "mentordesk.form" not in values(without.data)


def test_a_paper_without_fields_has_no_form() -> None:
    with pikepdf.open(BytesIO(form(Paragraph("Bare tekst"), stamped=False).data)) as opened:
        assert "/AcroForm" not in opened.Root


def test_a_field_goes_to_the_next_page_with_its_label() -> None:
    tall = FormField("tall", msg("Letter of motivation"), AnswerKind.LINES, lines=20)
    made = form(Paragraph("ord " * 900), Heading("Brevet"), Entries((Entry(tall),)))
    reading = read(made.data)
    (label,) = (node for node in reading.root.all("Lbl") if node.text == "Motivasjonsbrev")
    with pikepdf.open(BytesIO(made.data)) as opened:
        pages = [
            number for number, each in enumerate(opened.pages) for one in each.get("/Annots", []) if one.T == "tall"
        ]
    assert label.on_pages() == set(pages)


def test_a_text_of_many_pages_is_cut_nowhere() -> None:
    words = " ".join(f"ord{number}" for number in range(3_000))
    paper = read(form(Entries((Entry(LETTER, words),)), edition=Edition.PAPER).data)
    assert words in [node.own for node in paper.root.all("P")]
    assert values(form(Entries((Entry(LETTER, words),))).data)["letter"] == words


@pytest.mark.parametrize("hostile", LITERAL)
def test_a_value_is_a_value_whatever_it_says(hostile: str) -> None:
    made = form(Entries((Entry(NAME, hostile), Entry(LETTER, hostile))))
    with pikepdf.open(BytesIO(made.data)) as opened:
        fields = {str(each.T): str(each.V) for each in opened.Root.AcroForm.Fields}
        assert opened.check_pdf_syntax() == []
    assert fields["name"] == fields["letter"] == hostile


def test_two_forms_with_other_values_are_two_files() -> None:
    def identity(value: str) -> str:
        with pikepdf.open(BytesIO(form(Entries((Entry(NAME, value),))).data)) as opened:
            return str(opened.trailer.ID[0])

    assert identity("Åse") != identity("Kari")
    assert identity("Åse") == identity("Åse")
