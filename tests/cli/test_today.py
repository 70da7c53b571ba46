"""`mentordesk today`: what is to be done on a day, for people and for scripts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentordesk.actions.files import open_file
from mentordesk.actions.snoozing import snooze
from mentordesk.queries.today import today
from mentordesk.storage.records import LogbookEntryRecord
from tests.queries.small_programme import START, add, made

DAY = START + timedelta(100)


@pytest.fixture
def file(shell, tmp_path):
    path = tmp_path / "nu.mentordesk"
    assert shell("new", path, "--template", "nu", "--name", "NU", "--start", START.isoformat()).status == 0
    return path


@pytest.fixture
def with_pairs(file):
    """A second programme, with one pair that met once."""
    with open_file(file) as store:
        pair = made(store, "nno", "Kull 1", pairs=1).pairs[0]
        add(store, LogbookEntryRecord(pair_id=pair.id, held_on=DAY - timedelta(43)))
    return file


def test_a_script_is_given_entries_and_counts(shell, with_pairs):
    said = shell("today", with_pairs, "--date", DAY.isoformat(), "--json")

    assert (said.status, said.err) == (0, "")
    assert set(said.json) == {"date", "entries", "hidden", "counts"}
    assert said.json["date"] == DAY.isoformat()
    assert {tuple(entry) for entry in said.json["entries"]} == {
        ("section", "alert", "programme", "about", "text", "rule", "action", "due", "figures")
    }
    silence = next(entry for entry in said.json["entries"] if entry["text"].startswith("No conversation"))
    assert silence == {
        "section": "overdue",
        "alert": "rhythm",
        "programme": "Kull 1",
        "about": "Mentee 1 – Mentor 1",
        "text": "No conversation for 43 days; the programme asks for one about every 21 days.",
        "rule": "The programme asks for one about every 21 days.",
        "action": "Ask the pair how it is going",
        "due": (DAY - timedelta(22)).isoformat(),
        "figures": {"count": 43, "every": 21},
    }
    kull = next(counts for counts in said.json["counts"] if counts["programme"] == "Kull 1")
    assert (kull["matched"], kull["active"], kull["conversations_held"]) == (1, 1, 1)


def test_a_person_reads_sections_most_urgent_first(shell, with_pairs):
    said = shell("today", with_pairs, "--date", DAY.isoformat())

    headings = [
        line for line in said.out.splitlines() if line in ("Overdue", "Today", "This week", "Waiting for others")
    ]
    assert headings[0] == "Overdue"
    assert "  No conversation for 43 days; the programme asks for one about every 21 days.\n" in said.out
    assert "      Kull 1 · Mentee 1 – Mentor 1\n" in said.out
    assert "      Rule: The programme asks for one about every 21 days.\n" in said.out
    assert "      Next: Ask the pair how it is going (due 30 Mar 2027)\n" in said.out


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "Ingen samtale på 43 dager; programmet legger opp til omtrent 21 dager mellom samtalene."),
        ("sv", "Inget samtal på 43 dagar; programmet anger ungefär 21 dagar mellan samtalen."),
    ],
)
def test_it_speaks_the_chosen_language(shell, with_pairs, language, sentence):
    said = shell("today", with_pairs, "--date", DAY.isoformat(), "--language", language)

    assert sentence in said.out


def test_without_a_date_it_is_today(shell, file):
    with open_file(file) as store:
        day = store.today()

    assert date.fromisoformat(shell("today", file, "--json").json["date"]) == day


def test_a_quiet_day_says_so(shell, file):
    assert "Nothing is due." in shell("today", file, "--date", "2026-12-01").out


def test_a_day_that_is_none_is_wrong_use(shell, file):
    assert shell("today", file, "--date", "2027-02-30").status == 2


def test_looking_changes_nothing(shell, file):
    before = file.read_bytes()

    shell("today", file)

    assert file.read_bytes() == before


def test_what_was_put_off_is_counted_and_told_with_its_reason(shell, with_pairs):
    with open_file(with_pairs, clock=lambda: datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)) as store:
        silence = next(entry for entry in today(store, DAY).entries if entry.alert == "rhythm")
        about = silence.subject
        until = DAY + timedelta(7)
        snooze(store, programme=about.programme, alert="rhythm", about=about.about, until=until, reason="Both ill")

    said = shell("today", with_pairs, "--date", DAY.isoformat(), "--json").json
    read = shell("today", with_pairs, "--date", DAY.isoformat()).out

    assert [(one["alert"], one["until"], one["reason"]) for one in said["hidden"]] == [
        ("rhythm", until.isoformat(), "Both ill")
    ]
    assert "rhythm" not in {one["alert"] for one in said["entries"]}
    assert "1 task is hidden for now." in read
    assert "No conversation for 43 days" not in read
