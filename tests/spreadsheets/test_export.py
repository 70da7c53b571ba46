"""Lists out and in again: the same values, nothing that runs, a file that is whole or not there."""

from __future__ import annotations

import json
import os
import re
import stat
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.spreadsheets.delimited import harmless, restored
from mentordesk.spreadsheets.export import write_table
from mentordesk.spreadsheets.sheet import read
from tests.counts import count

HEADINGS = ("Fornavn", "E-post", "Notater")
FULL = Path("/dev/full")
FORMULAS = (
    "=cmd|'/c calc'!A0",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "\x00x",
    "'=1",
    "''@x",
    "#N/A",
    "=",
)
NORDIC = "ÅÄÖÆØåäöæøČčĐđŊŋŠšŦŧŽžÁáǥǩʒéüẞ=+-@'\";,|<>&\t\n #_x0041_xD"
TEXTS = st.one_of(
    st.text(alphabet=NORDIC, min_size=1, max_size=20),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.sampled_from(FORMULAS),
)


@settings(max_examples=count(40, 2000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=8), ending=st.sampled_from([".xlsx", ".csv"]))
@example(rows=[(text, text, text) for text in FORMULAS], ending=".csv")
@example(rows=[(text, text, text) for text in FORMULAS], ending=".xlsx")
@example(rows=[("_x0041_", "_x005F_", "a\r\nb\rc")], ending=".xlsx")
def test_every_text_comes_back_as_it_was(tmp_path, rows, ending):
    path = tmp_path / f"a{ending}"

    write_table(path, HEADINGS, rows)

    back = read(path)
    kept = [row for row in rows if any(text.strip() for text in row)]  # a row of blanks is no row
    assert back.headings == HEADINGS
    assert [tuple(map(str, row)) for row in back.rows] == kept


def test_numbers_days_and_yes_and_no_come_back_from_a_workbook(tmp_path):
    row = ("Åse", 7, 7.5, True, date(2026, 11, 22), None, datetime.fromisoformat("2026-11-22T13:05"))

    write_table(tmp_path / "a.xlsx", ("Navn", "a", "b", "c", "d", "e", "f"), [row])

    assert read(tmp_path / "a.xlsx").rows == (row,)


def test_a_text_table_is_what_nordic_spreadsheets_open(tmp_path):
    write_table(tmp_path / "a.csv", ("Navn", "Tall"), [("Åse", 7.5), ("Bo", date(2026, 11, 22))])

    content = (tmp_path / "a.csv").read_bytes()

    assert content == "\ufeffNavn;Tall\r\nÅse;7,5\r\nBo;2026-11-22\r\n".encode()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_text_table_runs(tmp_path, text):
    write_table(tmp_path / "a.csv", (text, "E-post"), [(text, "x")])

    cells = re.split(r'[;"]', (tmp_path / "a.csv").read_text(encoding="utf-8-sig"))

    assert [cell for cell in cells if re.match(r"[=+\-@\t\x00]", cell)] == []


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_or_an_error(tmp_path, text):
    write_table(tmp_path / "a.xlsx", (text, "E-post"), [(text, "x")])

    cells = [cell for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@given(st.text())
@settings(max_examples=count(200, 20_000))
def test_harmless_and_restored_are_inverse(text):
    assert restored(harmless(text)) == text
    assert not re.match(r"[=+\-@\t\r\n\x00]", harmless(text))


def test_json_names_the_subject_and_the_columns_by_key(tmp_path):
    row = ("Åse", date(2026, 1, 2), None)

    write_table(tmp_path / "a.json", ("Navn", "Dag", "Ingen"), [row], subject="people", keys=("name", "day", "none"))

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {
        "subject": "people",
        "rows": [{"name": "Åse", "day": "2026-01-02", "none": None}],
    }


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_a_list_is_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    path.write_text("the list of last year")

    write_table(path, HEADINGS, [("Åse", "a@example.org", "x")])

    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size > 30
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_list_that_cannot_be_finished_leaves_the_old_one(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("the list of last year")

    with pytest.raises(Refused):
        write_table(path, HEADINGS, [("x" * 40_000, "", "")])

    assert path.read_text() == "the list of last year"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("name", ["nowhere/a.csv", "folder.csv", "a.pdf", "a"])
def test_where_nothing_can_be_written_it_is_refused(tmp_path, name):
    (tmp_path / "folder.csv").mkdir()

    with pytest.raises(Refused) as refused:
        write_table(tmp_path / name, HEADINGS, [])

    assert len({catalog(code).say(refused.value.message) for code in ("nb", "sv", "en")}) == 3
    assert [each.name for each in tmp_path.iterdir()] == ["folder.csv"]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a drive that is always full")
@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_a_full_drive_is_a_refusal(tmp_path, monkeypatch, ending):
    opened = os.open
    monkeypatch.setattr(os, "open", lambda *_: opened(FULL, os.O_WRONLY))

    with pytest.raises(Refused):
        write_table(tmp_path / f"a{ending}", HEADINGS, [("Åse", "a@example.org", "x")])

    assert list(tmp_path.iterdir()) == []
