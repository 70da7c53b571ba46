"""`mentordesk calendar`: a file that calendars read, with every meeting in it, or a sentence that says why not."""

from __future__ import annotations

import os
import stat

import pytest
from icalendar import Calendar

from mentordesk.actions.files import open_file
from mentordesk.storage.records import MeetingDayRecord
from tests.queries.small_programme import made


@pytest.fixture
def file(shell, tmp_path):
    path = tmp_path / "kull.mentordesk"
    assert shell("new", path, "--template", "nno", "--name", "Kull 1", "--start", "2027-01-11").status == 0
    return path


def with_pairs(file, **known):
    with open_file(file) as store:
        return made(store, "nu", "NU", **known).pairs


def events(path):
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_the_only_programmes_meetings_are_all_written(shell, file, tmp_path):
    to = tmp_path / "programme.ics"

    said = shell("calendar", file, "--to", to, "--json")

    with open_file(file) as store, store.reading() as session:
        days = session.query(MeetingDayRecord).count()
    assert (said.status, said.json) == (0, {"written": str(to), "events": days})
    assert len(events(to)) == days > 9
    assert said.err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_nobody_else_can_read_the_file(shell, file, tmp_path):
    shell("calendar", file, "--to", tmp_path / "x.ics")

    assert stat.S_IMODE((tmp_path / "x.ics").stat().st_mode) == 0o600


def test_the_same_meetings_give_the_same_bytes_and_stable_names(shell, file, tmp_path):
    for name in ("a.ics", "b.ics"):
        shell("calendar", file, "--to", tmp_path / name)

    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    uids = [str(event["UID"]) for event in events(tmp_path / "a.ics")]
    assert len(set(uids)) == len(uids)
    assert all(uid.endswith("@mentordesk") for uid in uids)


@pytest.mark.parametrize(("language", "title"), [("nb", "Oppstartssamling"), ("sv", "Uppstartsträff")])
def test_titles_are_in_the_chosen_language(shell, file, tmp_path, language, title):
    shell("calendar", file, "--to", tmp_path / "x.ics", "--language", language)

    assert any(title in str(event["SUMMARY"]) for event in events(tmp_path / "x.ics"))


def test_a_pair_and_a_person_are_written_by_their_numbers(shell, file, tmp_path):
    pair, _ = with_pairs(file)

    of_pair = shell("calendar", file, "--to", tmp_path / "pair.ics", "--pair", pair.id)
    of_person = shell("calendar", file, "--to", tmp_path / "person.ics", "--person", pair.mentor_person)

    assert (of_pair.status, of_person.status) == (0, 0)
    uids = [{str(event["UID"]) for event in events(tmp_path / name)} for name in ("pair.ics", "person.ics")]
    assert uids[0] < uids[1]
    assert {str(event["SUMMARY"]) for event in events(tmp_path / "pair.ics")} == {"Conversation"}
    assert b"Mentee" not in (tmp_path / "pair.ics").read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--pair", "none"], "There is no pair with the number none."),
        (["--person", "none"], "There is nobody with the number none."),
        (["--programme", "none"], "No programme is named “none”."),
        (["--pair", "a", "--person", "b"], "Choose one of --programme, --person and --pair."),
    ],
)
def test_what_cannot_be_asked_is_refused_and_nothing_written(shell, file, tmp_path, words, sentence):
    said = shell("calendar", file, "--to", tmp_path / "x.ics", *words)

    assert said.status == 2
    assert said.err.startswith(sentence)
    assert not (tmp_path / "x.ics").exists()


def test_several_programmes_need_a_name(shell, file, tmp_path):
    with_pairs(file)

    without = shell("calendar", file, "--to", tmp_path / "x.ics")
    with_name = shell("calendar", file, "--to", tmp_path / "x.ics", "--programme", "NU")

    assert (without.status, with_name.status) == (2, 0)
    assert "Kull 1 or NU" in without.err


def test_a_folder_that_is_not_there_is_said(shell, file, tmp_path):
    said = shell("calendar", file, "--to", tmp_path / "nowhere" / "x.ics")

    assert said.status == 2
    assert "nowhere" in said.err
    assert list(tmp_path.glob("*.ics*")) == []
