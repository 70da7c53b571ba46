"""What was guessed of a list can be chosen: encoding, separator, sheet, order of days; and cells can be mended."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.dates import can_be_two_days, in_order, read_day
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.spreadsheets import limits
from mentordesk.spreadsheets.cleaned import visible
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse
from mentordesk.spreadsheets.sheet import Reading, read, read_text
from tests.spreadsheets.making import packed, table_xml, workbook_parts

TODAY = date(2026, 11, 23)


def test_a_text_is_read_as_a_file_would_be():
    sheet = read_text("Fornavn\tEtternavn\nÅse\tØdegård\n", "Clipboard")

    assert (sheet.headings, sheet.rows) == (("Fornavn", "Etternavn"), (("Åse", "Ødegård"),))
    assert (sheet.separator, sheet.encoding) == ("\t", "")


def test_a_text_is_no_longer_than_a_file_may_be(monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 20)
    with pytest.raises(UnusableInput):
        read_text("Fornavn\tEtternavn\nÅse\tØdegård\n", "Clipboard")


def test_the_encoding_that_was_chosen_goes_before_the_guess(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("Fornavn;Etternavn\nÅse;Ødegård\n".encode("utf-8-sig"))

    assert read(path, reading=Reading(encoding="cp1252")).rows == (("Ã…se", "Ã˜degÃ¥rd"),)
    assert read(path, reading=Reading(encoding="utf-8")).headings == ("Fornavn", "Etternavn")


def test_an_encoding_that_cannot_be_is_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("Fornavn;Etternavn\nÅse;Ek\n".encode("cp1252"))
    with pytest.raises(UnusableInput) as refusal:
        read(path, reading=Reading(encoding="utf-8"))

    said = catalog("en").say(refusal.value.message)
    assert said == "“a.csv” is not written in UTF-8. Choose another encoding."


def test_the_separator_that_was_chosen_goes_before_the_guess_and_the_sep_line():
    assert read_text("Fornavn;Etternavn,E-post\nBo;x,y\n", "a", reading=Reading(separator=",")).rows == (("Bo;x", "y"),)
    assert read_text("sep=;\nFornavn,Etternavn\nBo,Ek\n", "a", reading=Reading(separator=",")).rows == (("Bo", "Ek"),)


def test_the_sheets_are_named_and_one_is_chosen(tmp_path):
    path = tmp_path / "a.xlsx"
    sheets = {name: table_xml([["Fornavn", "Etternavn"], [name, "Ek"]]) for name in ("Ein", "To")}
    path.write_bytes(packed(workbook_parts(sheets)))

    assert read(path).sheets == ("Ein", "To")
    assert read(path, reading=Reading(sheet="To")).rows == (("To", "Ek"),)
    assert read(path, reading=Reading(sheet="gone")).name == "Ein"


def test_a_cell_is_mended_by_its_row_and_heading():
    sheet = read_text("Fornavn;Etternavn\nBo;\nEva;Ek\n", "a")

    assert sheet.mended({(3, "Etternavn"): "Alm", (9, "Etternavn"): "x", (3, "?"): "x"}).rows == (
        ("Bo", None),
        ("Eva", "Alm"),
    )


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2019, 4, 3)), (False, date(2019, 3, 4))])
def test_a_day_that_could_be_two_is_the_one_that_was_chosen(day_first, day):
    sheet = read_text("Fornavn;Leder siden\nBo;03/04/2019\nEva;31/12/2019\n", "a")
    asked = parse(sheet, guess(sheet.headings), TODAY)
    parsed = parse(sheet, guess(sheet.headings), TODAY, day_first=day_first)

    assert (asked.two_ways, len(asked.problems)) == (1, 1)
    assert [row.values["leadership_since"] for row in parsed.rows] == [day, date(2019, 12, 31)]


def test_a_fault_of_a_row_that_is_left_out_is_no_problem():
    sheet = read_text("Fornavn;E-post\nBo;nothing\nEva;eva@example.org\n", "a")
    parsed = parse(sheet, guess(sheet.headings), TODAY, skipped={2, 3})

    assert (parsed.problems, parsed.left_out, [row.number for row in parsed.rows]) == ((), (2,), [3])


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), sign=st.sampled_from("/-"), day_first=st.booleans())
def test_in_the_order_it_was_written_every_day_is_read(day, sign, day_first):
    parts = (day.day, day.month) if day_first else (day.month, day.day)
    entry = sign.join((*map(str, parts), f"{day.year}"))

    if can_be_two_days(entry):
        assert read_day(in_order(entry, day_first=day_first)) == day
        with pytest.raises(Refused):
            read_day(entry)
    else:
        assert in_order(entry, day_first=day_first) == entry


def test_what_cannot_be_seen_is_shown_by_its_name_and_in_short():
    assert visible("Å\u200bse\x00\n") == "Å‹U+200B›se‹U+0000›"
    assert visible("o" + "\u0308" * 5_000) == "o\u0308‹×5000›"
    assert len(visible("x" * 500)) == 80
