"""Files of every older version come through the step that brought recruitment: same rows, shape of a new file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentordesk.storage import soundness, upgrade
from mentordesk.storage.opening import lay_out, now

STEP = 5
ROWS = (
    ("programme", {"id": "p", "name": "Kull 1", "starts_on": "2027-01-18", "ends_on": "2028-07-17", "settings": "{}"}),
    ("person", {"id": "a", "given_name": "Åse", "family_name": "Berg"}),
    ("mentor", {"person_id": "a", "capacity": 2}),
    (
        "participation",
        {
            "id": "t",
            "programme_id": "p",
            "person_id": "a",
            "role": "mentor",
            "status": "received",
            "since": "2026-11-01",
        },
    ),
    ("criterion_note", {"id": "c", "participation_id": "t", "criterion": "own", "answer": 1}),
    (
        "interview",
        {"id": "i", "participation_id": "t", "held_on": "2026-11-02", "interviewer": "Anne", "notes": "Good"},
    ),
    ("rating", {"id": "r", "interview_id": "i", "rating_key": "openness", "points": 4, "evidence": "listens"}),
    (
        "meeting",
        {
            "id": "m",
            "programme_id": "p",
            "kind": "joint",
            "status": "planned",
            "mode": "physical",
            "place": "Oslo",
            "audience": "[]",
            "sequence": 0,
            "changed_at": "2026-11-01 12:00:00",
        },
    ),
    (
        "meeting_day",
        {
            "id": "d",
            "meeting_id": "m",
            "number": 1,
            "starts_at": "2027-01-18 09:00:00",
            "ends_at": "2027-01-18 16:00:00",
        },
    ),
)


def older(folder: Path, number: int) -> Path:
    """The steps up to this one."""
    steps = Path(shutil.copytree(upgrade.VERSIONS, folder / f"up to {number}"))
    for step in steps.glob("[0-9]*_*.py"):
        if int(step.name[:4]) > number:
            step.unlink()
    return steps


def rows(file: sqlite3.Connection, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    return file.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1").fetchall()


@pytest.mark.parametrize("number", range(1, STEP))
def test_rows_of_an_older_file_are_all_there(tmp_path: Path, number: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        upgrade.migrate(file, older(tmp_path, number))
        for table, values in ROWS:
            places = ", ".join("?" * len(values))
            file.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", list(values.values()))
        upgrade.migrate(file, upgrade.VERSIONS)

        for table, values in ROWS:
            assert rows(file, table, list(values)) == [tuple(values.values())], table
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            lay_out(new, now())
            assert soundness.shape(file) == soundness.shape(new)


def test_what_came_with_it_is_empty(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        upgrade.migrate(file, older(tmp_path, STEP - 1))
        before = set(soundness.counts(file))
        upgrade.migrate(file, upgrade.VERSIONS)
        counts = soundness.counts(file)

    new = set(counts) - before
    assert {"application", "attachment", "attachment_content", "status_step", "call_channel", "saved_view"} <= new
    assert {counts[table] for table in new} == {0}
