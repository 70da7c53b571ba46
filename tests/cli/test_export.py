"""`mentordesk export`: applications in full, in each form and language; nothing runs, nothing changes coming back."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest

PEOPLE = (
    "Role;First name;Last name;E-mail;Unit;Letter of motivation",
    "Mentee;=Åse;@Lund;ase@example.org;=Ward 1;2026-10-01",
    "Mentor;Per;Vik;per@example.org;Asgård;",
    "Mentee;Eva;Lie;eva@example.org;Åsgård;no",
)


@pytest.fixture
def file(shell, tmp_path):
    path, table = tmp_path / "kull.mentordesk", tmp_path / "people.csv"
    assert shell("new", path, "--template", "nno", "--name", "Kull 1", "--start", "2027-01-18").status == 0
    table.write_text("\n".join(PEOPLE), encoding="utf-8")
    said = shell("import", path, table, "--json")
    assert (said.status, said.json["added"]) == (0, 3)
    return path


def everything(shell, file, folder):
    """But which column meant which field, which an import remembers."""
    found = []
    for subject in ("people", "units", "applications"):
        target = folder / f"{subject}.json"
        shell("export", file, subject, "--programme", "Kull 1", "--to", target)
        found.append(target.read_text(encoding="utf-8"))
    return found


def test_units_written_nearly_alike_are_named_by_the_import(shell, file, tmp_path):
    table = tmp_path / "more.csv"
    table.write_text("Role;First name;Last name;Unit\nMentee;Ida;Moe;Asgard", encoding="utf-8")
    told = shell("import", file, table, "--dry-run")
    assert "The unit Asgard is new; is it Asgård, which is there already?" in told.out
    assert shell("import", file, table, "--json").json["near_units"] == [{"new": "Asgard", "known": "Asgård"}]


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_list_of_applications_changes_nothing_when_it_is_read_in_again(shell, file, tmp_path, ending, language):
    target = tmp_path / f"applications{ending}"
    before = everything(shell, file, tmp_path)
    assert shell("export", file, "applications", "--to", target, "--language", language, "--json").json["rows"] == 3
    said = shell("import", file, target, "--json")
    assert (said.status, said.json["unchanged"], said.json["rejected"]) == (0, 3, [])
    assert everything(shell, file, tmp_path) == before


def test_no_cell_of_it_runs(shell, file, tmp_path):
    target = tmp_path / "applications.xlsx"
    shell("export", file, "applications", "--to", target)
    cells = [cell for row in openpyxl.load_workbook(target).active for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    text = tmp_path / "applications.csv"
    shell("export", file, "applications", "--to", text)
    with text.open(encoding="utf-8-sig", newline="") as lines:
        assert not [cell for row in csv.reader(lines, delimiter=";") for cell in row if cell[:1] in tuple("=@+-\t")]


def test_the_json_names_every_column_by_its_key(shell, file, tmp_path):
    target = tmp_path / "applications.json"
    shell("export", file, "applications", "--to", target, "--programme", "Kull 1")
    told = json.loads(target.read_text(encoding="utf-8"))
    ase = next(row for row in told["rows"] if row["email"] == "ase@example.org")
    assert told["subject"] == "applications"
    assert (ase["given_name"], ase["motivation"], ase["confirmation"]) == ("=Åse", "2026-10-01", None)
    assert {"status", "channel", "papers_missing", "exceptions", "interviewed_on", "decided_by", "reason"} <= ase.keys()
    assert any(key.startswith("criterion_") for key in ase)
