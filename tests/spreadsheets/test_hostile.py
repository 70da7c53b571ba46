"""Files made to harm: refused soon, with little memory, and with nothing but a sentence (trust, faults 55 and 67)."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mentordesk.domain.refusals import UnusableInput
from mentordesk.spreadsheets import limits, people, workbook, workbook_process
from mentordesk.spreadsheets.cleaned import Cleaned
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.mapping_file import read_mapping
from mentordesk.spreadsheets.sheet import read, read_text
from mentordesk.spreadsheets.units import parse_units
from tests.counts import count
from tests.spreadsheets.corpus import BOMBS, GOOD, HEADINGS, one_sheet
from tests.spreadsheets.making import packed, row_xml, sheet_xml, table_xml, text, workbook_parts
from ui.tables.blocks import read_block

TODAY = date(2026, 11, 23)
_READ_AND_MEASURE = r"""
import json, re, resource, sys
from pathlib import Path
from mentordesk.domain.refusals import UnusableInput
from mentordesk.spreadsheets.mapping_file import read_mapping
from mentordesk.spreadsheets.sheet import read, read_text
from mentordesk.spreadsheets.units import parse_units
try:
    read(Path(sys.argv[1]))
    refused = False
except UnusableInput:
    refused = True
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
seconds = sum(each.ru_utime + each.ru_stime for each in used)
# Of itself, not ru_maxrss: a process inherits that from whoever started it, and a test run is large.
itself = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([refused, seconds, max(itself, used[1].ru_maxrss) / 1000]))
"""


def measured(path):
    """Whether a file was refused, in how many seconds of the processor, with how many megabytes."""
    told = subprocess.run([sys.executable, "-c", _READ_AND_MEASURE, path], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(told)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_within_300_megabytes(tmp_path, kind):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(BOMBS[kind]())
    assert path.stat().st_size < limits.FILE_BYTES

    refused, _, megabytes = measured(path)

    assert refused
    assert megabytes < 300


def test_empty_cells_to_the_end_of_the_sheet_are_no_bomb(tmp_path):
    """Some programs write them; nothing stands in them."""
    blank = '<row r="1048576"><c r="XFD1048576" s="1"/><c r="XFD1048576"></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(one_sheet(sheet_xml(row_xml(1, HEADINGS) + row_xml(2, ["Åse", "Å", "a@example.org"]) + blank)))

    assert read(path).rows == (("Åse", "Å", "a@example.org"),)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems stop a process by its time alone")
def test_the_reading_process_is_stopped_at_its_limits(tmp_path, monkeypatch):
    """A sheet that is wide and long is laid out whole, which takes some 130 MB."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<row r="20000"><c r="GR20000"><v>1</v></c></row>')))
    assert len(read(path).rows) == 1

    monkeypatch.setattr(limits, "MEMORY_BYTES", 100 * limits.MEGABYTE)
    with pytest.raises(UnusableInput):
        read(path)


def test_a_bundle_hands_the_work_to_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert workbook.reader_command() == [sys.executable, "--read-workbook"]


def taken_or_refused(path: Path) -> None:
    """What an import does before it changes anything; all that may be raised is a refusal."""
    try:
        sheet = read(path)
    except UnusableInput:
        return
    people.parse(sheet, guess(sheet.headings, rows=sheet.rows), TODAY)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), ending=st.sampled_from([".csv", ".txt", ".xlsx", ".tsv"]))
@example(content=b"\xff\xfe\x00\xd8", ending=".csv")
@example(content=b"\xff\xfe\x00\x00\x00", ending=".csv")
@example(content=b"PK\x03\x04", ending=".csv")
@example(content=b"PK\x05\x06" + bytes(18), ending=".xlsx")
def test_random_bytes_are_read_or_refused(tmp_path, content, ending):
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)

    taken_or_refused(path)


CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["=1+1", "\x00", "2026-02-30", "a@b", "1e999", "ja", "\u202ex"])
)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, max_size=5), max_size=6),
    headings=st.lists(st.sampled_from([*HEADINGS, "Leder siden", "Rolle", "Kapasitet", "Navn", "Alder"]), max_size=5),
    separator=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
)
def test_random_tables_are_read_or_refused(tmp_path, rows, headings, separator, encoding):
    content = "\n".join(separator.join(row) for row in [headings, *rows])
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode(encoding, "replace"))

    taken_or_refused(path)


CHANGED = st.tuples(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=4), st.booleans())
IN_THE_SHEET = st.tuples(st.integers(0, 10_000), st.binary(max_size=6))


def with_wrong_bytes(changes, cut):
    content = bytearray(GOOD)
    for at, byte in changes:
        content[at] = byte
    return bytes(content[: changes[0][0]] if cut and changes else content)


def with_something_else_inside(at, new):
    """As above, but packed soundly, so that the change reaches the reader of cells."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(buffer, "w") as changed:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                place = at % len(content)
                content = content[:place] + new + content[place + len(new) :]
            changed.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def read_in_this_process(monkeypatch):
    """A process for each of so many random workbooks would take hours; what it runs is run here, by the same code."""

    def here(content, name):
        out = BytesIO()
        figures = (2 * limits.UNPACKED_BYTES, limits.SHEETS, limits.LAST_ROW, limits.COLUMNS)
        status = workbook_process.read(BytesIO(content), out, *figures)
        if status:
            raise workbook._refusal(status, name)
        return out.getvalue()

    monkeypatch.setattr(workbook, "_read_elsewhere", here)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=CHANGED)
def test_a_workbook_with_a_few_wrong_bytes_is_read_or_refused(tmp_path, read_in_this_process, changed):
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_wrong_bytes(*changed))

    taken_or_refused(path)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=IN_THE_SHEET)
def test_a_sheet_with_something_else_inside_is_read_or_refused(tmp_path, read_in_this_process, changed):
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_something_else_inside(*changed))

    taken_or_refused(path)


@settings(max_examples=count(10, 250), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=CHANGED, inside=IN_THE_SHEET)
def test_the_reading_process_itself_ends_with_a_table_or_a_refusal(tmp_path, changed, inside):
    """Few, for each costs a process."""
    path = tmp_path / "a.xlsx"
    for content in (with_wrong_bytes(*changed), with_something_else_inside(*inside)):
        path.write_bytes(content)
        taken_or_refused(path)


KEYS = st.sampled_from(["full_name", "email", "", "nothing", "unit"])
LINES = st.one_of(
    st.text(max_size=40),
    st.builds(lambda heading, key: f'"{heading}" = "{key}"', st.sampled_from([*HEADINGS, "Alder", "x"]), KEYS),
)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=5), tail=st.binary(max_size=8))
def test_a_random_mapping_file_is_taken_or_refused(tmp_path, lines, tail):
    path = tmp_path / "m.toml"
    path.write_bytes("\n".join(lines).encode("utf-8", "replace") + tail)

    try:
        guess(HEADINGS, chosen=read_mapping(path))
    except UnusableInput:
        return


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None)
@given(text=st.one_of(st.text(max_size=300), st.lists(CELLS, max_size=12).map("\t".join)))
def test_a_random_text_from_the_clipboard_is_taken_or_refused(text):
    read_block(text)
    try:
        sheet = read_text(text, "Clipboard")
    except UnusableInput:
        return
    people.parse(sheet, guess(sheet.headings, rows=sheet.rows), TODAY, day_first=True)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(300, 20_000), deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, max_size=4), max_size=6),
    headings=st.lists(st.sampled_from(["Enhet", "Part of", "Område", "Koststed", "Alder", "Enhet"]), max_size=4),
)
def test_a_random_list_of_units_is_taken_or_refused(rows, headings):
    try:
        sheet = read_text("\n".join("\t".join(row) for row in [headings, *rows]), "Clipboard")
        parse_units(sheet)
    except UnusableInput:
        return


def test_a_name_with_a_path_in_it_is_only_a_name(tmp_path):
    """Nothing inside a workbook is ever unpacked to a place that the workbook names (fault 56)."""
    path = tmp_path / "sub" / "a.xlsx"
    path.parent.mkdir()
    path.write_bytes(
        packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"../../evil.xml": "<x/>", "/abs.xml": "<x/>"})
    )

    read(path)

    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a.xlsx", "sub"]


def test_text_with_controls_and_bidi_marks_is_cleaned_and_said(tmp_path):
    path = text(tmp_path / "a.csv", "Fornavn;Etternavn\nÅ\u200bse\x00;Øde\u202egård\nBo;Ek\n")
    sheet = read(path)

    parsed = people.parse(sheet, guess(sheet.headings), TODAY)

    assert parsed.rows[0].values == {"given_name": "Åse", "family_name": "Ødegård"}
    assert parsed.notices == (
        Cleaned(2, "Fornavn", "Å\u200bse\x00", "Åse"),
        Cleaned(2, "Etternavn", "Øde\u202egård", "Ødegård"),
    )
