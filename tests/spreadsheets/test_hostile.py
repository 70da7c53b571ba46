"""Files made to harm: refused soon, with little memory, and with nothing but a sentence (trust, faults 55 and 67)."""

from __future__ import annotations

import json
import struct
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
from mentordesk.spreadsheets import limits, people, workbook
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.sheet import read
from tests.counts import count
from tests.spreadsheets.making import packed, row_xml, sheet_xml, table_xml, text, workbook_parts

TODAY = date(2026, 11, 23)
HEADINGS = ["Fornavn", "Etternavn", "E-post"]
GOOD = packed(workbook_parts({"Ark1": table_xml([HEADINGS, ["Åse", "Ødegård", "ase@example.org"]])}))


def _shared_text() -> bytes:
    """One long text, shown by 400,000 cells: a small file that wants twelve thousand megabytes."""
    rows = (
        f'<row r="{row}">' + "".join(f'<c r="{chr(65 + at)}{row}" t="s"><v>0</v></c>' for at in range(20)) + "</row>"
        for row in range(2, 20_000)
    )
    xml = sheet_xml(row_xml(1, HEADINGS) + "".join(rows))
    return packed(workbook_parts({"A": xml}, shared=["x" * 32_000]))


def _lying() -> bytes:
    """A part that unpacks to sixty times what the package says."""
    content = bytearray(packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 60_000_000}))
    told = struct.pack("<L", 60_000_000)
    while (at := content.find(told)) >= 0:
        content[at : at + 4] = struct.pack("<L", 1_000_000)
    return bytes(content)


def _one_sheet(xml: str) -> bytes:
    return packed(workbook_parts({"A": xml}))


BOMBS = {
    "far cell": lambda: _one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="XFD1048576"><v>1</v></c>')),
    "far column": lambda: _one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="XFD2"><v>1</v></c>')),
    "far row": lambda: _one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<row r="1048576"><c><v>1</v></c></row>')),
    "hidden far cell": lambda: _one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<c r="&#88;FD1048576"><v>1</v></c>')),
    "200,000 rows": lambda: _one_sheet(sheet_xml("".join(f'<c r="A{row}"><v>1</v></c>' for row in range(1, 200_001)))),
    "rows without numbers": lambda: _one_sheet(sheet_xml("<row><c><v>1</v></c></row>" * 100_000)),
    "ratio": lambda: packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 40_000_000}),
    "unpacked": lambda: packed(workbook_parts({"A": table_xml([HEADINGS])}) | {"xl/styles.xml": b" " * 60_000_000}),
    "lying": _lying,
    "shared text": _shared_text,
    "entities": lambda: _one_sheet('<!DOCTYPE x [<!ENTITY a "b">]>' + table_xml([HEADINGS])),
    "21 sheets": lambda: packed(workbook_parts({f"S{at}": table_xml([HEADINGS]) for at in range(21)})),
    "2,000 parts": lambda: packed(
        workbook_parts({"A": table_xml([HEADINGS])}) | {f"x/{at}": b"" for at in range(2_000)}
    ),
}
_READ_AND_MEASURE = r"""
import json, re, resource, sys
from pathlib import Path
from mentordesk.domain.refusals import UnusableInput
from mentordesk.spreadsheets.sheet import read
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
    path.write_bytes(_one_sheet(sheet_xml(row_xml(1, HEADINGS) + row_xml(2, ["Åse", "Å", "a@example.org"]) + blank)))

    assert read(path).rows == (("Åse", "Å", "a@example.org"),)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems stop a process by its time alone")
def test_the_reading_process_is_stopped_at_its_limits(tmp_path, monkeypatch):
    """A sheet that is wide and long is laid out whole, which takes some 130 MB."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(_one_sheet(sheet_xml(row_xml(1, HEADINGS) + '<row r="20000"><c r="GR20000"><v>1</v></c></row>')))
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


@settings(max_examples=count(60, 2000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@settings(max_examples=count(60, 2000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@settings(max_examples=count(25, 2000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=4), cut=st.booleans())
def test_a_workbook_with_a_few_wrong_bytes_is_read_or_refused(tmp_path, changes, cut):
    content = bytearray(GOOD)
    for at, byte in changes:
        content[at] = byte
    path = tmp_path / "a.xlsx"
    path.write_bytes(content[: changes[0][0]] if cut and changes else content)

    taken_or_refused(path)


@settings(max_examples=count(25, 2000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), new=st.binary(max_size=6))
def test_a_sheet_with_something_else_inside_is_read_or_refused(tmp_path, at, new):
    """As above, but packed soundly, so that the change reaches the reader of cells."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(buffer, "w") as changed:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                place = at % len(content)
                content = content[:place] + new + content[place + len(new) :]
            changed.writestr(name, content)
    path = tmp_path / "a.xlsx"
    path.write_bytes(buffer.getvalue())

    taken_or_refused(path)


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
    assert [(notice.row, notice.column) for notice in parsed.notices] == [(2, "Fornavn"), (2, "Etternavn")]
