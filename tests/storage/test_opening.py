"""What is opened, what is refused and in which words; a refused file keeps every byte."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.storage import placing, soundness, upgrade
from mentordesk.storage.checks import signature
from mentordesk.storage.connection import APPLICATION_ID
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import Row, UnitRecord
from tests import migrations

NOT_OURS = "not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup."
DAMAGED = "damaged. Nothing in it was changed. Keep it, and restore the newest backup."


def refused(path: Path) -> str:
    with pytest.raises(UnusableInput) as caught:
        open_store(path)
    return catalog("en").say(caught.value.message)


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_new_file_is_ours_and_private(tmp_path: Path) -> None:
    path = tmp_path / "ny fil 100% #1 ø.mentordesk"
    with open_store(path, create=True) as store, store.whole_file() as file:
        assert file.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert file.execute("PRAGMA user_version").fetchone()[0] == upgrade.newest()
        assert file.execute("SELECT count(*), max(length(file_id)) FROM meta").fetchone() == (1, 36)
        assert set(soundness.tables(file)) == set(Row.metadata.tables) | {soundness.ALEMBIC}
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(contents(tmp_path)) == [path.name]
    open_store(path).close()


def test_a_new_file_never_replaces_one(path: Path) -> None:
    before = contents(path.parent)
    with pytest.raises(Refused, match="is there already"):
        open_store(path, create=True)
    assert contents(path.parent) == before


def test_a_new_file_needs_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in ("nowhere", "file"):
        with pytest.raises(Refused) as caught:
            open_store(tmp_path / folder / "x.mentordesk", create=True)
        said = catalog("en").say(caught.value.message)
        assert said == "The folder of x.mentordesk does not exist. Choose another folder."


def test_a_name_may_be_too_long(tmp_path: Path) -> None:
    """For the names that lie beside it, too."""
    for length in (240, 300):
        with pytest.raises(Refused, match="is too long"):
            open_store(tmp_path / ("x" * length + ".mentordesk"), create=True)
    assert list(tmp_path.iterdir()) == []


def test_migrations_make_what_the_records_say() -> None:
    assert migrations.check() == []


def test_odd_paths_open(tmp_path: Path) -> None:
    folder = tmp_path / ("å" * 60 + "a\u030a?#%41 '\"")
    folder.mkdir()
    path = folder / ("x" * 200 + "%20?.mentordesk")
    with open_store(path, create=True) as store:
        signature(store)
    open_store(path).close()


def _missing(path: Path) -> None:
    pass


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Kjære adept\n" * 500, encoding="utf-8")


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE unit (id TEXT)")


def _foreign_in_wal(path: Path) -> None:
    """Whose very opening would write into it, were it not done with care."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = wal")
        file.execute("CREATE TABLE unit (id TEXT)")


def _ours_without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("VACUUM")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_missing, "x is not there. Check the name and the folder, or choose another file."),
        (_folder, "x is a folder. Choose a file in it."),
        (_pipe, "x is not an ordinary file. Choose another one."),
        (_empty, "x is empty. Choose another file, restore a backup, or make a new file."),
        (_text, "x is not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup."),
        (_short, "x is not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup."),
        (
            _foreign,
            "x is not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup.",
        ),
        (
            _foreign_in_wal,
            "x is not a MentorDesk file, or its beginning is damaged. Choose another file, or restore a backup.",
        ),
        (
            _ours_without_tables,
            "x is damaged. Nothing in it was changed. Keep it, and restore the newest backup.",
        ),
    ],
    ids=lambda case: case.__name__ if callable(case) else "",
)
def test_what_is_not_ours_is_refused_in_words(tmp_path: Path, make: Callable[[Path], None], sentence: str) -> None:
    path = tmp_path / "x"
    make(path)
    before = contents(tmp_path)
    assert refused(path) == sentence
    assert contents(tmp_path) == before


def test_a_newer_file_is_refused_with_the_version_it_needs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 999")
        file.execute("UPDATE meta SET lowest_writer = '7.2.0'")
        file.commit()
    before = contents(path.parent)
    assert refused(path) == (
        "programme.mentordesk was written by a newer MentorDesk: version 7.2.0 or later is needed. "
        "Update the program, then open the file again."
    )
    assert contents(path.parent) == before


def test_a_file_of_the_same_schema_may_still_ask_for_a_newer_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE meta SET lowest_writer = '0.10.0'")  # more than 0.9, whatever letters say
        file.commit()
    assert "0.10.0" in refused(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM person; END",
        "CREATE VIEW v AS SELECT * FROM person",
    ],
)
def test_triggers_and_views_are_not_ours(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
    assert "holds parts that MentorDesk did not make" in refused(path)


@pytest.mark.parametrize("statement", ["DROP TABLE wish", "DROP TABLE meta", "DELETE FROM meta"])
def test_a_file_without_all_its_parts_is_damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()
    assert "is damaged" in refused(path)


def test_a_lost_reference_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO unit (id, name, area, cost_centre, parent_id) VALUES ('1', 'x', '', '', 'gone')")
        file.commit()
    assert "is damaged" in refused(path)


def test_what_a_crash_left_half_made_is_removed(path: Path) -> None:
    for purpose in placing.Aside:
        placing.beside(path, purpose).write_text("half")
        placing.journal_of(placing.beside(path, purpose)).write_text("half")
    open_store(path).close()
    assert list(contents(path.parent)) == [path.name]


def test_a_failure_to_open_lets_go_of_everything(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE VIEW v AS SELECT 1")
    refused(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP VIEW v")
    open_store(path).close()
    assert list(contents(path.parent)) == [path.name]


def test_the_file_is_never_opened_by_plain_calls_while_we_hold_it(path: Path) -> None:
    """Closing such an opening would drop SQLite's lock (trust 0.10); seen through the interpreter's own audit."""
    opened: list[object] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and str(arguments[0]).endswith(path.name):
            opened.append(arguments)

    sys.addaudithook(watch)  # cannot be removed, only told to look away
    with open_store(path) as store:
        with store.changing(msg("Add")) as session:
            session.add(UnitRecord(name="Kirurgen"))
        store.undo()
        signature(store)
    assert opened == []
    path.read_bytes()
    watching = False
    assert len(opened) == 1
