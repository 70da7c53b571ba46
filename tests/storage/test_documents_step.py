"""A file from before texts, forms and the library were kept in it: papers and letters stay, what came is empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from mentordesk.storage import soundness, upgrade
from mentordesk.storage.opening import lay_out, now
from tests.storage.test_life_of_a_pair import put

COLUMNS = {"document": ("participation_id",), "letter": ("way", "sent_on")}
TABLES = {
    *("own_text", "look", "library_item", "library_content", "loan", "material_request"),
    *("returned_form", "survey_answer"),
}


def test_rows_stay_and_the_file_has_the_shape_of_a_new_one() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        upgrade.migrate(file, to=6)
        before = set(soundness.counts(file))
        put(file, "programme", id="p")
        put(file, "person", id="person")
        put(file, "participation", id="part", programme_id="p", person_id="person")
        put(file, "document", id="paper", programme_id="p", pages=3)
        put(file, "letter", id="letter", programme_id="p", participation_id="part")
        kept = {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in COLUMNS}
        upgrade.migrate(file)

        for table, columns in COLUMNS.items():
            (row,) = file.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
            assert set(row) == {None}, table
            (row,) = file.execute(f"SELECT * FROM {table}").fetchall()
            assert row[: len(kept[table][0])] == kept[table][0]
        counts = soundness.counts(file)
        assert set(counts) - before == TABLES
        assert {counts[table] for table in TABLES} == {0}
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            lay_out(new, now())
            assert soundness.shape(file) == soundness.shape(new)
