"""A file from before pairs had their whole life in it: every row stays as it was, and what nobody knows is empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from mentordesk.storage import soundness, upgrade

ADDED = {
    "asked_on",
    "mentee_agreed_on",
    "mentor_agreed_on",
    "began_on",
    "mentee_evaluated",
    "mentor_evaluated",
    "lessons_summed_up",
    "contact_continues",
    "follows_id",
}
FILLED = {"VARCHAR": "x", "JSON": "{}", "DATE": "2027-01-11", "DATETIME": "2027-01-11 12:00:00", "BOOLEAN": 0}


@pytest.fixture
def old():
    """Of version 1, with two pairs and an answer on the fit."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        upgrade.migrate(file, to=1)
        file.execute("PRAGMA foreign_keys = ON")
        put(file, "programme", id="kull")
        for number in range(1, 5):
            put(file, "person", id=f"person {number}")
            put(file, "participation", id=f"part {number}", programme_id="kull", person_id=f"person {number}")
        for number, (mentee, mentor) in enumerate((("part 1", "part 2"), ("part 3", "part 4")), start=1):
            put(file, "pair", id=f"pair {number}", programme_id="kull", mentee_id=mentee, mentor_id=mentor)
        put(file, "fit", id="fit", pair_id="pair 1", after_meeting=3, value="good")
        yield file


def put(file, table, **values):
    """A row, its columns that must not be empty filled with anything."""
    for _, name, kind, not_null, *_ in file.execute(f"PRAGMA table_info({table})"):
        if not_null and name not in values:
            values[name] = FILLED.get(kind.split("(")[0], 1)
    file.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values())
    )


def rows(file, table):
    cursor = file.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def test_the_pairs_of_an_older_file_stay_as_they_were(old):
    before, counts = rows(old, "pair"), soundness.counts(old)
    fit = rows(old, "fit")

    upgrade.migrate(old)

    after = rows(old, "pair")
    assert [{name: value for name, value in row.items() if name not in ADDED} for row in after] == before
    assert {value for row in after for name, value in row.items() if name in ADDED} == {None}
    assert rows(old, "fit") == fit
    assert {table: soundness.counts(old)[table] for table in counts if table != soundness.ALEMBIC} == {
        table: number for table, number in counts.items() if table != soundness.ALEMBIC
    }
    assert old.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_dependence_of_an_older_file_has_neither_day_nor_reason(old):
    put(old, "dependence", id="old", person_id="person 1", other_id="person 2")

    upgrade.migrate(old)

    (kept,) = rows(old, "dependence")
    assert (kept["person_id"], kept["recorded_on"], kept["reason"]) == ("person 1", None, None)


def test_a_hold_does_not_end_before_it_begins_and_a_warning_has_its_reason(old):
    upgrade.migrate(old)
    put(old, "pair_hold", id="hold", pair_id="pair 1", from_on="2027-03-01", until_on="2027-03-02")
    for table, values in (
        ("pair_hold", {"from_on": "2027-03-01", "until_on": "2027-03-01"}),
        ("pair_hold", {"from_on": "2027-03-01", "resumed_on": "2027-02-28"}),
        ("pair_substitute", {"mentor_id": "part 4", "from_on": "2027-03-02", "until_on": "2027-03-01"}),
        ("fit_question", {"after_meeting": 2}),
        ("pair_decision", {"kind": "passed", "rule": "weak"}),
        ("pair_decision", {"kind": "passed"}),
        ("pair_decision", {"kind": "approved", "rule": "weak", "reason": "Why"}),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            put(old, table, id="new", pair_id="pair 1", **values)
