"""The rows that were not taken, to be corrected and imported again; without what is never taken."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.spreadsheets import people
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.rejects import write_rejects
from mentordesk.spreadsheets.sheet import Sheet, read

TODAY = date(2026, 11, 23)
HEADINGS = ("Fornavn", "Kjønn", "E-post", "Kapasitet", "Farge")
SHEET = Sheet(
    HEADINGS,
    (
        ("Åse", "kvinne", "ase@example.org", 1, "grønn"),
        ("Bo", "mann", "=cmd", "mange", "blå"),
        ("Eli", "kvinne", "eli@example.org", "to", "rød"),
    ),
    (5, 6, 9),
)


def rejected(tmp_path, code="nb"):
    mapping = guess(HEADINGS)
    found = people.parse(SHEET, mapping, TODAY)
    path = tmp_path / "avvist.xlsx"
    assert write_rejects(path, SHEET, mapping, found.problems, catalog(code)) == 2
    return read(path)


def test_the_reasons_come_first_in_the_reader_s_language_then_the_row_as_it_was(tmp_path):
    sheet = rejected(tmp_path)

    assert sheet.headings == ("Årsak", "Rad", "Fornavn", "E-post", "Kapasitet")
    reasons, *rest = sheet.rows[0]
    assert rest == [6, "Bo", "=cmd", "mange"]
    assert reasons.splitlines()[0].startswith("E-post: «=cmd»")
    assert reasons.splitlines()[1].startswith("Kapasitet: «mange»")


def test_what_is_never_taken_and_what_nobody_mapped_is_not_in_it(tmp_path):
    assert [cell for row in rejected(tmp_path).rows for cell in row if cell in ("kvinne", "mann", "blå", "rød")] == []


def test_corrected_it_can_be_imported_as_it_is(tmp_path):
    sheet = rejected(tmp_path)
    corrected = [[*row[:3], "bo@example.org", 1] for row in sheet.rows]

    found = people.parse(
        Sheet(sheet.headings, tuple(map(tuple, corrected)), sheet.numbers), guess(sheet.headings), TODAY
    )

    assert (len(found.rows), found.problems) == (2, ())
    assert found.ignored == ("Årsak", "Rad")


def test_nothing_to_reject_is_an_empty_list(tmp_path):
    mapping = guess(HEADINGS)

    assert write_rejects(tmp_path / "a.xlsx", SHEET, mapping, (), catalog("nb")) == 0
    assert read(tmp_path / "a.xlsx").rows == ()


def test_the_ending_decides_the_form(tmp_path):
    write_rejects(tmp_path / "a.csv", SHEET, guess(HEADINGS), (), catalog("sv"))

    assert read(tmp_path / "a.csv").headings[:2] == ("Orsak", "Rad")
    with pytest.raises(UnusableInput):
        read(tmp_path / "b.csv")
