"""What a second reader of the command line stumbled over: slips that must cost nothing, and plain answers."""

from __future__ import annotations

import pytest

from mentordesk.cli.main import PLACES

PEOPLE = (
    "Role;First name;Last name;E-mail;Unit;Capacity",
    "Mentor;Åse;Lund;ase@example.org;Ward 1;3",
    "Mentee;Per;Vik;per@example.org;Ward 2;",
)


@pytest.fixture
def file(shell, tmp_path):
    path = tmp_path / "kull.mentordesk"
    assert shell("new", path, "--template", "nu", "--name", "Kull 1", "--start", "2026-11-30").status == 0
    return path


@pytest.fixture
def sheet(tmp_path):
    def write(*lines):
        path = tmp_path / "people.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def approve(shell, file):
    return shell("match", file, "--approve", "--except", "Trial", "--by", "Kari", "--json")


def test_without_a_word_the_help_is_shown(shell):
    assert "demo" in shell().out


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_documents_are_written_in_a_language_as_the_help_names_it(shell, file, sheet, tmp_path, language):
    shell("import", file, sheet(*PEOPLE))
    approve(shell, file)
    said = shell("documents", file, "contract", "--to", tmp_path / "papers", "--language", language, "--json")

    assert (said.status, [paper["language"] for paper in said.json["written"]]) == (0, [language])


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_help_of_a_command_lists_options_only_and_no_word_of_a_programmer(shell, place, language):
    said = shell(place.name, "--help", "--language", language)
    options = said.out.split(":\n")[1].splitlines()

    assert [line for line in options if line.strip() and not line.startswith(("  --", "      "))] == []
    assert [word for word in ("%Y", "INTEGER", "[NB|") if word in said.out] == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["bogus"], "bogus"),
        (["new", "x", "--template", "other"], "--template is not valid. Choose nno or nu."),
        (["new", "x", "--template", "nu", "--name"], "--name"),
        (["new", "x", "--template", "nu", "--name", "x"], "--start"),
        (["calendar", "x"], "--to"),
    ],
)
def test_a_slip_is_named_as_it_was_typed(shell, words, named):
    said = shell(*words)

    assert (said.status, named in said.err) == (2, True)


def test_a_calendar_is_never_written_over_the_file(shell, file):
    before = file.read_bytes()

    assert shell("calendar", file, "--to", file).status == 2
    assert file.read_bytes() == before


def test_rejects_are_never_written_over_the_sheet_they_come_from(shell, file, sheet):
    path = sheet(*PEOPLE, "Mentee;Bad;Mail;bad;Ward 2;")
    before = path.read_bytes()

    assert shell("import", file, path, "--rejects", path).status == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["missing/rejects.xlsx", "rejects.txt", "kull.mentordesk", "folder.csv"])
def test_a_wrong_place_for_rejects_is_told_before_anybody_is_taken(shell, file, sheet, tmp_path, place):
    (tmp_path / "folder.csv").mkdir()
    path = sheet(*PEOPLE, "Mentee;Bad;Mail;bad;Ward 2;")

    assert shell("import", file, path, "--rejects", tmp_path / place).status == 2
    assert shell("import", file, path, "--json").json["added"] == 2


def test_the_demo_writes_over_nobodys_list(shell, tmp_path):
    own = tmp_path / "people.xlsx"
    own.write_text("mine")

    assert shell("demo", tmp_path).status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["people.xlsx"]
    assert own.read_text() == "mine"


def test_a_new_mentee_after_the_approval_needs_no_name_for_the_plan(shell, file, sheet):
    """Rolling intake: one new mentee against the whole bank (R37)."""
    shell("import", file, sheet(*PEOPLE))
    first = approve(shell, file)
    shell("import", file, sheet(PEOPLE[0], "Mentee;Siv;Dal;siv@example.org;Ward 3;"))
    second = approve(shell, file)

    assert (first.status, second.status) == (0, 0)
    assert [pair["mentee"]["name"] for pair in second.json["pairs"]] == ["Siv Dal"]


def test_a_sheet_that_names_nobody_is_refused_in_one_sentence(shell, file, tmp_path):
    """A list of units, exported and given to `import` by mistake."""
    shell("export", file, "units", "--to", tmp_path / "units.csv")
    (tmp_path / "units.csv").write_text("Unit;Area\nWard 1;Medicine\nWard 2;Surgery\n")
    said = shell("import", file, tmp_path / "units.csv")

    assert (said.status, said.out, len(said.err.splitlines())) == (4, "", 1)


def test_people_without_a_role_are_counted_until_they_have_one(shell, file, sheet):
    path = sheet("First name;Last name;E-mail", "Åse;Lund;ase@example.org")

    assert shell("import", file, path, "--json").json["without_role"] == 1
    assert shell("import", file, path, "--role", "mentor", "--json").json["without_role"] == 0
    assert shell("import", file, path, "--json").json["without_role"] == 0


def test_a_sheet_of_which_nothing_is_taken_leaves_nothing_to_undo(shell, file, sheet):
    before = shell("check", file, "--json").json["rows"]
    assert shell("import", file, sheet("First name;E-mail", "Bad;bad")).status == 3

    assert shell("check", file, "--json").json["rows"] == before


def test_people_of_one_programme_are_exported_alone(shell, tmp_path):
    """Those of another programme must not go to its readers by mistake."""
    assert shell("demo", tmp_path / "demo", "--programme", "nu").status == 0
    file = tmp_path / "demo" / "demo.mentordesk"
    everybody = shell("export", file, "people", "--to", tmp_path / "all.csv", "--json").json["rows"]
    (tmp_path / "bystander.csv").write_text("First name;Last name\nNo;Part\n")
    assert shell("import", file, tmp_path / "bystander.csv").status == 0
    name = shell("today", file, "--json").json["counts"][0]["programme"]
    theirs = shell("export", file, "people", "--to", tmp_path / "some.csv", "--programme", name, "--json").json["rows"]

    assert theirs == everybody


def test_what_was_printed_before_a_name_that_cannot_be_is_noted(shell, file, sheet, tmp_path):
    shell("import", file, sheet(*PEOPLE, "Mentee;Zoë;😀;zoe@example.org;Ward 2;"))
    approve(shell, file)
    said = shell("documents", file, "contract", "--to", tmp_path / "papers")
    printed = list((tmp_path / "papers").iterdir())

    assert (said.status, len(printed)) == (3, 1)
    assert shell("check", file, "--json").json["rows"]["document"] == 1
