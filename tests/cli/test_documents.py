"""`mentordesk documents`: papers for every pair, and what happens to one that cannot be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentordesk.documents.registry import ALL_KINDS
from mentordesk.queries.batch_sources import SOURCES
from tests.actions.every_paper import write_every


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


def test_every_kind_of_every_scope_is_printed_for_one_it_is_for(shell, tmp_path):
    every = write_every(tmp_path / "every.mentordesk")

    for kind in SOURCES:
        about = every.about(kind) or ()
        said = shell("documents", tmp_path / "every.mentordesk", kind, "--to", tmp_path / kind, *about, "--json")

        assert said.status == 0, (kind, said.err)
        assert said.json["written"], kind
        assert said.json["left_out"] == [], kind
        for paper in said.json["written"]:
            assert paper.keys() == {"kind", "for", "language", "path", "pages"}
            assert Path(paper["path"]).read_bytes().startswith(b"%PDF"), kind


def test_the_list_of_kinds_says_what_each_is_made_for(shell, file):
    listed = shell("documents", file, "--json").json["kinds"]

    assert {each["kind"]: each["scope"] for each in listed} == {kind.key: kind.scope.value for kind in ALL_KINDS}
    assert "for each pair" in shell("documents", file).out


def test_a_kind_that_is_made_in_the_window_says_where(shell, file, tmp_path):
    said = shell("documents", file, "people-list", "--to", tmp_path / "papers")

    assert said.status == 2
    assert "Participants" in said.err


def test_an_option_of_another_scope_is_refused(shell, file, tmp_path):
    said = shell("documents", file, "contract", "--to", tmp_path / "papers", "--meeting", "1")

    assert said.status == 2
    assert "leave out --meeting" in said.err
