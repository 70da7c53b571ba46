"""`mentordesk documents`: papers for every pair, and what happens to one that cannot be printed."""

from __future__ import annotations

import pytest


@pytest.fixture
def file(shell, tmp_path):
    """A programme with two pairs; one mentee bears a name that no typeface of ours can write."""
    path, table = tmp_path / "kull.mentordesk", tmp_path / "people.csv"
    shell("new", path, "--template", "nno", "--name", "Kull 1", "--start", "2027-01-18")
    table.write_text(
        "Role;Given name;Family name;Unit;Document language\n"
        "Mentee;Åse;Ødegård;Ward 1;nb\nMentee;\U0001f600;Berg;Ward 2;sv\n"
        "Mentor;Per;Lund;Ward 3;nb\nMentor;Eva;Ek;Ward 4;sv\n",
        encoding="utf-8",
    )
    assert shell("import", path, table).status == 0
    assert shell("match", path, "--approve", "--except", "papers come later", "--by", "Kari").status == 0
    return path


def test_one_that_cannot_be_printed_does_not_stop_the_others(shell, file, tmp_path):
    said = shell("documents", file, "contract", "--to", tmp_path / "papers", "--json")

    assert said.status == 3
    assert [paper["for"][0] for paper in said.json["written"]] == ["Åse Ødegård"]
    (left_out,) = said.json["left_out"]
    assert "\U0001f600" in left_out["for"][0]
    assert [path.name for path in (tmp_path / "papers").iterdir()] == [said.json["written"][0]["path"].split("/")[-1]]


def test_a_language_can_be_forced(shell, file, tmp_path):
    said = shell(
        "documents", file, "first-meeting-checklist", "--to", tmp_path / "papers", "--language", "sv", "--json"
    )

    assert {paper["language"] for paper in said.json["written"]} == {"sv"}


def test_a_file_in_the_folders_place_is_refused(shell, file, tmp_path):
    (tmp_path / "papers").write_text("")

    said = shell("documents", file, "contract", "--to", tmp_path / "papers")

    assert said.status == 2
    assert "Choose another" in said.err
