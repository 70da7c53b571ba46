"""A file from before the running year was kept in it: goals, papers and meetings stay, what came with it is empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from mentordesk.storage import soundness, upgrade
from tests.storage.test_life_of_a_pair import put

COLUMNS = {
    "meeting": ("days_ever", "pinned", "prepared_on"),
    "attendance": ("followed_up_on",),
    "deadline": ("pinned",),
    "document": ("meeting_id",),
    "goal": ("measure_consent_id",),
}
TABLES = {
    *("agenda_item", "agenda_speaker", "invitation", "meeting_group", "group_member"),
    *("goal_document", "goal_step", "pair_talk", "experience"),
    *("issue", "team_decision", "team_task", "alert_snooze", "alert_step"),
}


def test_rows_stay_and_what_came_is_empty() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        upgrade.migrate(file, to=5)
        before = set(soundness.counts(file))
        put(file, "programme", id="p")
        for number in (1, 2):
            put(file, "person", id=f"person {number}")
            put(file, "participation", id=f"part {number}", programme_id="p", person_id=f"person {number}")
        put(file, "pair", id="pair", programme_id="p", mentee_id="part 1", mentor_id="part 2")
        put(file, "meeting", id="m", programme_id="p", pair_id="pair", sequence=4)
        put(file, "meeting_day", id="d", meeting_id="m")
        put(file, "attendance", id="a", meeting_day_id="d", person_id="person 1")
        put(file, "deadline", id="due", programme_id="p")
        put(file, "document", id="paper", programme_id="p", pair_id="pair", pages=3)
        put(file, "consent", id="c", pair_id="pair")
        put(file, "goal", id="g", pair_id="pair", number=2, consent_id="c")
        kept = {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in COLUMNS}
        upgrade.migrate(file, to=6)

        for table, columns in COLUMNS.items():
            (row,) = file.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
            assert set(row) == {None}, table
            (row,) = file.execute(f"SELECT * FROM {table}").fetchall()
            assert row[: len(kept[table][0])] == kept[table][0]
        counts = soundness.counts(file)
        assert set(counts) - before == TABLES
        assert {counts[table] for table in TABLES} == {0}
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
