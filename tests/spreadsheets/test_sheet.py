"""Reading a table: every encoding and separator, where the headings are, which sheet, and what is refused."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.spreadsheets import limits
from mentordesk.spreadsheets.sheet import read
from tests.spreadsheets.making import packed, row_xml, sheet_xml, table_xml, text, workbook, workbook_parts

HEADINGS = ("Fornavn", "Etternavn", "E-post", "Leder siden")
ÅSE = ("Åse", "Ødegård", "ase@example.org", "2015")
PÄR = ("Pär", "Sjöblom", "par@example.org", "7,5")
SÁMI = ("Áilu", "Čáhppe", "ailu@example.org", "2019")


def joined(separator: str, *rows: tuple[str, ...]) -> str:
    return "\r\n".join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in rows)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_every_encoding_with_every_separator(tmp_path, encoding, separator):
    path = text(tmp_path / "a.csv", joined(separator, HEADINGS, ÅSE, PÄR), encoding)

    sheet = read(path)

    assert sheet.headings == HEADINGS
    assert sheet.rows == (ÅSE, PÄR)
    assert sheet.numbers == (2, 3)


def test_letters_beyond_windows_1252_are_whole(tmp_path):
    assert read(text(tmp_path / "a.csv", joined(";", HEADINGS, SÁMI))).rows == (SÁMI,)


def test_the_encoding_is_said(tmp_path):
    assert read(text(tmp_path / "a.csv", joined(";", HEADINGS, ÅSE), "cp1252")).encoding == "cp1252"


def test_a_decimal_comma_does_not_make_a_comma_the_separator(tmp_path):
    rows = [("Navn", "År som leder"), ("Åse Å", "7,5"), ("Bo Bø", "12,0"), ("Eli Ek", "3,25")]

    assert read(text(tmp_path / "a.csv", "\n".join(";".join(row) for row in rows))).rows == tuple(rows[1:])


def test_quotes_and_line_breaks_inside_cells_stay(tmp_path):
    content = 'Navn;Notater\n"Åse ""Lille"" Å";"en; to\nog tre"\nBo "Bosse" Bø;x'

    sheet = read(text(tmp_path / "a.csv", content))

    assert sheet.rows == (('Åse "Lille" Å', "en; to\nog tre"), ('Bo "Bosse" Bø', "x"))
    assert sheet.numbers == (2, 3)


def test_a_quotation_mark_that_is_never_closed_loses_nobody_silently(tmp_path):
    path = text(tmp_path / "a.csv", 'Navn;E-post\nÅse;a@example.org\n"Bo;b@example.org\nEli;e@example.org')

    with pytest.raises(UnusableInput) as refused:
        read(path)

    assert "row 3" in catalog("en").say(refused.value.message)


def test_excel_s_line_that_names_the_separator_is_no_row_of_the_list(tmp_path):
    sheet = read(text(tmp_path / "a.csv", "sep=,\r\nNavn,E-post\r\nÅse,a@example.org\r\n"))

    assert (sheet.headings, sheet.numbers) == (("Navn", "E-post"), (3,))


def test_titles_and_blank_rows_above_the_headings_are_skipped(tmp_path):
    rows = [
        ["Søkere høsten 2026"],
        [],
        ["Per 1.9.2026", "Foreløpig liste"],
        [],
        list(HEADINGS),
        list(ÅSE),
        [],
        list(PÄR),
    ]

    for path in (
        workbook(tmp_path / "a.xlsx", rows),
        text(tmp_path / "a.csv", "\n".join(";".join(row) for row in rows)),
    ):
        sheet = read(path)

        assert sheet.headings == HEADINGS
        assert sheet.numbers == (6, 8)
        assert sheet.rows == (ÅSE, PÄR)


def test_headings_that_nobody_knows_are_found_by_their_place(tmp_path):
    sheet = read(text(tmp_path / "a.csv", "Hvem;Hvor;Når\nÅse;Bodø;2015\n"))

    assert sheet.headings == ("Hvem", "Hvor", "Når")


def test_a_column_without_a_heading_is_named_by_its_letter_and_a_second_one_too(tmp_path):
    sheet = read(text(tmp_path / "a.csv", "Navn;E-post;;Navn;\nÅse;a@example.org;hemmelig;Å;\n"))

    assert sheet.headings == ("Navn", "E-post", "(C)", "Navn (D)")


def test_the_first_visible_sheet_with_known_headings_is_the_list(tmp_path):
    parts = workbook_parts(
        {
            "Skjult": table_xml([HEADINGS, SÁMI]),
            "Forklaring": table_xml([["Farge", "Betyr"], ["rød", "mangler"]]),
            "Liste": table_xml([HEADINGS, ÅSE]),
        },
        hidden=["Skjult"],
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts))

    sheet = read(path)

    assert (sheet.name, sheet.rows) == ("Liste", (ÅSE,))


def test_a_table_may_begin_anywhere(tmp_path):
    book = openpyxl.Workbook()
    for row, cells in enumerate((HEADINGS, ÅSE), start=5):
        for column, cell in enumerate(cells, start=3):
            book.active.cell(row, column, cell)
    book.save(tmp_path / "a.xlsx")

    sheet = read(tmp_path / "a.xlsx")

    assert sheet.headings == ("", "", *HEADINGS)
    assert sheet.rows == ((None, None, *ÅSE),)
    assert sheet.numbers == (6,)


def test_cells_keep_their_kinds(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Navn", "Dag", "Stund", "Tall", "Desimal", "Ja"])
    values = ("Åse", date(2026, 2, 3), datetime.fromisoformat("2026-02-03T13:30"), 7, 7.5, True)
    book.active.append(values)
    book.save(tmp_path / "a.xlsx")

    assert read(tmp_path / "a.xlsx").rows == (values,)


def test_formulas_are_never_evaluated(tmp_path):
    saved, unsaved = '<c r="A2" t="str"><f>UPPER("x")</f><v>Åse</v></c>', '<c r="B2"><f>1+1</f></c>'
    path = tmp_path / "a.xlsx"
    rows = row_xml(1, ["Navn", "E-post"]) + f'<row r="2">{saved}{unsaved}</row>'
    path.write_bytes(packed(workbook_parts({"A": sheet_xml(rows)})))

    assert read(path).rows == (("Åse", None),)


def test_a_workbook_that_is_called_csv_is_read_as_what_it_is(tmp_path):
    assert read(workbook(tmp_path / "a.xlsx", [HEADINGS, ÅSE]).rename(tmp_path / "a.csv")).rows == (ÅSE,)


def _folder(tmp_path):
    return tmp_path


def _missing(tmp_path):
    return tmp_path / "nowhere.xlsx"


def _protected(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    return path


def _file(name: str, content: bytes):
    def made(tmp_path):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return made


USELESS = {
    "a folder": _folder,
    "a missing file": _missing,
    "an unknown ending": _file("a.pdf", b"%PDF-1.7"),
    "a text document": _file("a.docx", packed({"word/document.xml": "<x/>"})),
    "an empty file": _file("a.csv", b""),
    "nothing but blanks": _file("a.csv", b"\xef\xbb\xbf \r\n\r\n"),
    "a picture called csv": _file("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x9d"),
    "a text called xlsx": _file("a.xlsx", b"Navn;E-post\n"),
    "another package called xlsx": _file("a.xlsx", packed({"word/document.xml": "<x/>"})),
    "half a workbook": lambda tmp_path: _file("b.xlsx", workbook(tmp_path / "a.xlsx", [HEADINGS]).read_bytes()[:-90])(
        tmp_path
    ),
    "an old workbook": _file("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "a protected workbook": _protected,
    "no headings": _file("a.csv", b"1;2;3\n4;5;6\n"),
    "only addresses": _file("a.csv", b"a@example.org;b@example.org\nc@example.org;d@example.org\n"),
    "too large a file": _file("a.csv", b"Navn;E-post\n" + b"x" * limits.FILE_BYTES),
    "too many rows": _file("a.csv", b"Navn;E-post\n" + b"x;y\n" * (limits.ROWS + 60)),
    "a row too many": _file("a.csv", b"Navn;E-post\n" + b"x;y\n" * (limits.ROWS + 1)),
    "too many columns": _file("a.csv", b";".join([b"Navn"] * (limits.COLUMNS + 1)) + b"\n"),
    "an open quotation mark": _file("a.csv", b'Navn;E-post\n"x;y\n'),
    "a cell without end": _file("a.csv", b'Navn;E-post\n"' + b"x" * 200_000),
}


@pytest.mark.parametrize("kind", USELESS)
def test_what_is_no_table_is_refused_with_a_sentence_in_every_language(tmp_path, kind):
    path = USELESS[kind](tmp_path)

    with pytest.raises(UnusableInput) as refused:
        read(path)

    said = {catalog(code).say(refused.value.message) for code in ("nb", "sv", "en")}
    assert len(said) == 3
    assert all(path.name in sentence and str(tmp_path.parent) not in sentence for sentence in said)


def test_as_many_rows_as_are_allowed_are_read(tmp_path):
    assert len(read(_file("a.csv", b"Navn;E-post\n" + b"x;y\n" * limits.ROWS)(tmp_path)).rows) == limits.ROWS


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = text(tmp_path / "a.csv", "Navn;E-post\n")
    path.unlink()
    path.symlink_to(path)  # root may read everything, but nobody can follow a link to itself

    with pytest.raises(UnusableInput):
        read(path)
