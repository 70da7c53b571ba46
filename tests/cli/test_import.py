"""`mentordesk import`: what is taken, what is not and why, and that looking changes nothing."""

from __future__ import annotations

import pytest

from mentordesk.actions.files import open_file
from mentordesk.storage.checks import signature

IDENTITY = (
    "bisexual",
    "gay",
    "lesbian",
    "pansexual",
    "my characteristics",
    "my name is",
    "match with similar identity",
)


@pytest.fixture
def file(shell, tmp_path):
    path = tmp_path / "kull.mentordesk"
    assert shell("new", path, "--template", "nno", "--name", "Kull 1", "--start", "2027-01-18").status == 0
    return path


def rows(path, *lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def signed(path):
    with open_file(path) as store:
        return signature(store)


def test_the_civil_service_export_comes_in_without_identities(shell, file, civil_service):
    mentees = shell("import", file, civil_service / "mentees.csv", "--role", "mentee", "--json")
    mentors = shell("import", file, civil_service / "mentors.csv", "--role", "mentor", "--json")

    assert (mentees.status, mentors.status) == (0, 0)
    assert (mentees.json["read"], mentees.json["added"]) == (mentors.json["read"], mentors.json["added"]) == (50, 50)
    assert {*mentees.json["ignored_columns"], *mentors.json["ignored_columns"]} == {
        "match with similar identity",
        "identity to match",
        "characteristics",
        "biography",
    }
    for kept in file.parent.iterdir():
        content = kept.read_bytes().lower()
        assert [word for word in IDENTITY if word.encode() in content] == [], kept.name


def test_identities_can_be_found_where_they_are(civil_service):
    """The control: the same search does find them in the export itself."""
    content = (civil_service / "mentees.csv").read_bytes().lower()

    assert [word for word in IDENTITY if word.encode() in content]


def test_importing_again_changes_nothing(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Fornavn;Etternavn;E-post;Enhet", "Åse;Ødegård;ase@example.org;Sengepost 3")
    shell("import", file, table, "--role", "mentee")
    before = signed(file)

    again = shell("import", file, table, "--role", "mentee", "--json")

    assert (again.json["added"], again.json["updated"], again.json["unchanged"]) == (0, 0, 1)
    assert signed(file) == before


def test_a_dry_run_says_what_the_import_then_does(shell, file, tmp_path):
    table = rows(
        tmp_path / "a.csv",
        "Förnamn,Efternamn,E-post,Enhet,Chef sedan",
        "Ánte,Ŋuolas,ante@example.org,Avd 1,2012",
        "Bo,Ek,bo@example.org,Avd 1,1999-13-40",
    )
    before = signed(file)

    looked = shell("import", file, table, "--role", "mentor", "--dry-run", "--json")

    assert signed(file) == before
    done = shell("import", file, table, "--role", "mentor", "--json")
    assert looked.json == done.json
    assert (looked.status, done.status) == (3, 3)
    assert done.json["rejected"] == [
        {"row": 3, "column": "Chef sedan", "reason": "There is no such day as “1999-13-40”."}
    ]


def test_rows_not_taken_are_written_with_the_reason_first(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Name;E-mail;Places", "Per Lund;not an address;1", "Eva Ek;eva@example.org;2")
    rejects = tmp_path / "rejects.xlsx"

    said = shell("import", file, table, "--role", "mentor", "--rejects", rejects)

    assert said.status == 3
    again = shell("import", file, rejects, "--role", "mentor", "--dry-run", "--json")
    assert again.json["read"] == 1
    assert "not an address" in said.out


def test_one_undo_takes_the_whole_import_back_after_a_restart(shell, file, tmp_path):
    table = rows(
        tmp_path / "a.csv", "Name;Unit;Needs", *(f"Anna Berg{n};Ward {n % 7};change; courage" for n in range(60))
    )
    before = signed(file)
    shell("import", file, table, "--role", "mentee")
    after = signed(file)

    with open_file(file) as store:
        assert store.undo_name() is not None
        store.undo()
    assert signed(file) == before
    with open_file(file) as store:
        store.redo()
    assert signed(file) == after
    assert before != after


def test_a_unit_nobody_knows_is_made_named_and_undone(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Name;Unit;Part of", "Per Lund;Ward 3;Clinic East")

    said = shell("import", file, table, "--role", "mentor", "--json")

    assert said.json["new_units"] == ["Clinic East", "Ward 3"]


def test_an_address_of_somebody_else_is_refused(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Name;E-mail", "Per Lund;post@example.org", "Eva Ek;post@example.org")

    said = shell("import", file, table, "--role", "mentor", "--json")

    assert (said.status, said.json["added"]) == (3, 1)
    assert "Per Lund" in said.json["rejected"][0]["reason"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "empty"),
        ("page.pdf", b"%PDF-1.7 nothing", ".xlsx"),
        ("prose.csv", b"Only some words\nwithout any heading\n", "heading"),
        ("broken.xlsx", b"PK\x03\x04 broken", "broken.xlsx"),
    ],
)
def test_what_is_no_spreadsheet_gets_a_sentence(shell, file, tmp_path, name, content, sentence):
    table = tmp_path / name
    table.write_bytes(content)
    before = signed(file)

    said = shell("import", file, table, "--role", "mentee")

    assert said.status == 4
    assert sentence in said.err
    assert signed(file) == before


def test_a_name_of_ten_thousand_letters_is_refused_with_its_length(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Given name;Family name", f"{'x' * 10_000};Ek")

    said = shell("import", file, table, "--role", "mentee")

    assert said.status == 3
    assert "10,000" in said.out


def test_formulas_stay_words(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Given name;Family name;E-mail", "=cmd|' /C calc'!A0;@SUM(1);a@example.org")
    out = tmp_path / "out.csv"

    shell("import", file, table, "--role", "mentee")
    assert shell("export", file, "people", "--to", out).err == ""

    assert "\n=" not in out.read_text("utf-8-sig")
    assert "'=cmd" in out.read_text("utf-8-sig")
    again = shell("import", file, out, "--role", "mentee", "--json")
    assert again.json["unchanged"] == 1


def test_the_mapping_a_person_chose_is_remembered(shell, file, tmp_path):
    mapping = rows(tmp_path / "m.toml", '"Kode" = "grade"', '"Navn" = "full_name"')
    table = rows(tmp_path / "a.csv", "Navn;Kode", "Per Lund;X7")
    first = shell("import", file, table, "--role", "mentee", "--mapping", mapping, "--json")

    second = shell("import", file, rows(tmp_path / "b.csv", "Navn;Kode", "Eva Ek;X8"), "--role", "mentee", "--json")

    assert first.json["mapping"] == second.json["mapping"] == {"Navn": "full_name", "Kode": "grade"}


def test_nobody_takes_part_without_a_name(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Role;E-mail;Name", "Mentor;a@example.org;", "Mentee;c@example.org;Eva Ek")

    said = shell("import", file, table, "--json")

    assert (said.status, said.json["added"]) == (3, 1)
    assert "no name" in said.json["rejected"][0]["reason"]


def test_a_new_file_bears_its_ending(shell, tmp_path):
    said = shell("new", tmp_path / "kull.db", "--template", "nno", "--name", "K", "--start", "2027-01-18")

    assert said.status == 2
    assert ".mentordesk" in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_tree_of_units_comes_in_and_goes_out(shell, file, tmp_path):
    table = rows(tmp_path / "u.csv", "Enhet;Del av;Kostnadssted", "Post 3;Klinikk A;4410", "Klinikk A;;")
    said = shell("import", file, table, "--units", "--json")
    out = tmp_path / "out.xlsx"
    shell("export", file, "units", "--to", out)
    before = signed(file)

    again = shell("import", file, out, "--units", "--json")

    assert (said.status, said.json["added"]) == (0, 2)
    assert (again.json["added"], again.json["updated"], again.json["unchanged"]) == (0, 0, 2)
    assert signed(file) == before


def test_units_in_a_circle_are_not_taken_and_people_s_options_do_not_go_with_them(shell, file, tmp_path):
    table = rows(tmp_path / "u.csv", "Unit;Part of", "A;B", "B;A")

    said = shell("import", file, table, "--units", "--dry-run")
    refused = shell("import", file, table, "--units", "--role", "mentor")

    assert (said.status, refused.status) == (3, 2)
    assert "B cannot be part of A" in said.out


def test_whom_rows_meet_is_told(shell, file, tmp_path):
    table = rows(tmp_path / "a.csv", "Name;E-mail;Phone", "Per Lund;per@example.org;1")
    shell("import", file, table, "--role", "mentor")
    again = rows(tmp_path / "b.csv", "Name;E-mail;Phone", "Per Lund;per@example.org;2")

    said = shell("import", file, again, "--role", "mentor", "--json")

    assert said.json["met"] == [
        {"row": 2, "known": "Per Lund", "why": "email", "taken": "merge", "differences": ["phone"]}
    ]
