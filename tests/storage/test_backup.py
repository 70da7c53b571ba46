"""A copy counts once it is verified; the way back loses nothing and trusts nothing."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentordesk.domain.refusals import FileInUse, Refused, UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.storage import placing, soundness
from mentordesk.storage.backup import backup, restore
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.store import Store
from tests.storage.children import opened_elsewhere
from tests.storage.test_damage import cut_off
from tests.storage.test_journal import add, rename, unit_names
from tests.storage.test_opening import contents, refused
from tests.storage.test_upgrade import REBUILD, add_step, versions

__all__ = ["versions"]

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Path:
    """A backup of a file with one unit, in a folder of its own; the file is closed and has changed since."""
    folder = tmp_path / "backups"
    folder.mkdir()
    add(store)
    made = backup(store, folder / "copy.mentordesk")
    rename(store, "Medisin")
    store.close()
    return made.path


def test_a_backup_holds_what_the_file_holds(store: Store, tmp_path: Path) -> None:
    add(store)
    rename(store, "Medisin")
    made = backup(store, tmp_path / "copy.mentordesk")
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.rows == 7  # the unit, two changes of one row each, the file's own, the schema's
    with open_store(made.path) as other:
        assert signature(other) == signature(store)
        assert other.undo() == msg("Rename")
    add(store)  # the file goes on


def test_the_manifest_is_what_sha256sum_reads(copy: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "copy.mentordesk.sha256"], cwd=copy.parent, capture_output=True, check=False
    )
    assert done.stdout == b"copy.mentordesk: OK\n"


def test_a_backup_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    for target in (there, store.path):
        with pytest.raises(Refused, match="is there already"):
            backup(store, target)
    assert there.read_text() == "mine"


def test_no_backup_of_damage(store: Store, tmp_path: Path) -> None:
    with store.whole_file() as file:
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute("INSERT INTO unit (id, name, area, cost_centre, parent_id) VALUES ('1', '', '', '', 'gone')")
    before = contents(tmp_path)
    with pytest.raises(UnusableInput, match="is damaged"):
        backup(store, tmp_path / "copy.mentordesk")
    assert contents(tmp_path).keys() == before.keys()


def test_a_backup_that_cannot_be_put_in_place_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("mentordesk.storage.placing.put_into_place", no_room)
    before = contents(tmp_path).keys()
    with pytest.raises(Refused, match="no room left"):
        backup(store, tmp_path / "copy.mentordesk")
    assert contents(tmp_path).keys() == before


def test_a_backup_is_not_made_inside_a_change(store: Store, tmp_path: Path) -> None:
    with store.changing(msg("Add")), pytest.raises(RuntimeError, match="open already"):
        backup(store, tmp_path / "copy.mentordesk")
    assert not (tmp_path / "copy.mentordesk").exists()


def test_restoring_brings_the_rows_back_and_keeps_the_present_file(path: Path, copy: Path) -> None:
    present = path.read_bytes()
    done = restore(copy, path, clock=lambda: AT)
    with open_store(path) as store:
        assert unit_names(store) == ["Kirurgen"]
        assert [step.what for step in store.history()] == [msg("Add")]
        assert store.undo() == msg("Add")
    assert done.set_aside is not None
    assert done.set_aside.name == f"programme {AT.astimezone():%Y-%m-%d %H.%M.%S}.mentordesk"
    assert done.set_aside.read_bytes() == present
    with open_store(done.set_aside) as store:
        assert unit_names(store) == ["Medisin"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_restoring_twice_is_as_good_as_once(path: Path, copy: Path) -> None:
    first, second = (restore(copy, path, clock=lambda: AT) for _ in range(2))
    with open_store(path) as store:
        assert unit_names(store) == ["Kirurgen"]
    assert first.set_aside != second.set_aside
    assert len(list(path.parent.glob("*.mentordesk"))) == 3


def test_restoring_to_where_nothing_is(tmp_path: Path, copy: Path) -> None:
    done = restore(copy, tmp_path / "new.mentordesk")
    assert done.set_aside is None
    with open_store(done.path) as store:
        assert unit_names(store) == ["Kirurgen"]


def test_restoring_replaces_a_damaged_file_and_keeps_it(path: Path, copy: Path) -> None:
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    placing.journal_of(path).write_bytes(b"the journal of a crash")
    done = restore(copy, path)
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == damaged
    assert placing.journal_of(done.set_aside).read_bytes() == b"the journal of a crash"
    with open_store(path) as store:
        assert unit_names(store) == ["Kirurgen"]


def test_without_hard_links_the_present_file_is_copied(path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise OSError("this drive has no links")

    monkeypatch.setattr("os.link", no_link)
    present = path.read_bytes()
    done = restore(copy, path)
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == present
    assert done.set_aside.stat().st_mode & 0o777 == 0o600


def test_a_file_in_use_is_not_replaced(path: Path, copy: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(FileInUse):
            restore(copy, path)
        assert unit_names(store) == ["Medisin"]


def test_a_copy_in_use_is_not_read(path: Path, copy: Path, tmp_path: Path) -> None:
    with opened_elsewhere(copy), pytest.raises(FileInUse):
        restore(copy, path)
    with open_store(copy) as store, pytest.raises(FileInUse):
        restore(store.path, tmp_path / "new.mentordesk")


def test_a_file_is_not_restored_from_itself(path: Path, copy: Path) -> None:
    with pytest.raises(Refused, match="cannot be restored from itself"):
        restore(path, path)


def not_taken(copy: Path, path: Path) -> str:
    before = contents(path.parent)
    with pytest.raises(UnusableInput) as caught:
        restore(copy, path)
    assert contents(path.parent) == before
    return caught.value.message.text


def test_a_copy_that_changed_since_is_not_taken(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as file:
        file.execute("UPDATE unit SET name = 'by another hand'")
        file.commit()
    assert "is no longer as it was" in not_taken(copy, path)
    copy.with_name(copy.name + ".sha256").unlink()
    restore(copy, path)  # without a manifest it is taken for what it is


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM person; END",
        "CREATE VIEW v AS SELECT * FROM person",
        "CREATE TABLE more (id TEXT)",
        "CREATE TABLE 'a b\"c' (id TEXT)",
        "ALTER TABLE unit ADD COLUMN more TEXT",
        "ALTER TABLE unit ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(name))",
        "CREATE INDEX more ON unit (upper(name))",
        "CREATE UNIQUE INDEX more ON unit (name)",
        "DROP INDEX ix_unit_name",
        "DROP TABLE wish",
        "CREATE VIRTUAL TABLE more USING fts5(text)",
    ],
)
def test_a_copy_with_other_tables_than_ours_is_not_taken(path: Path, copy: Path, statement: str) -> None:
    with closing(sqlite3.connect(copy)) as file:
        file.execute(statement)
    assert "has other tables" in not_taken(copy, path)


def test_no_text_of_a_copys_schema_comes_along(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as file:
        file.execute("PRAGMA writable_schema = ON")
        file.execute("UPDATE sqlite_schema SET sql = replace(sql, 'CREATE TABLE', 'CREATE TABLE/*hostile*/')")
        file.commit()
    copy.with_name(copy.name + ".sha256").unlink()
    restore(copy, path)
    assert b"hostile" not in path.read_bytes()


def test_rows_that_break_our_rules_are_not_taken(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as file:
        file.execute("PRAGMA writable_schema = ON")
        file.execute("UPDATE sqlite_schema SET sql = replace(sql, 'number = 1', 'number > 0') WHERE name = 'meta'")
        file.commit()
    with closing(sqlite3.connect(copy)) as file:
        file.execute("INSERT INTO meta SELECT 2, file_id, made_at, lowest_writer, lowest_reader FROM meta")
        file.commit()
    copy.with_name(copy.name + ".sha256").unlink()
    assert "is damaged" in not_taken(copy, path)


def test_a_damaged_or_foreign_copy_is_not_taken(path: Path, copy: Path) -> None:
    copy.with_name(copy.name + ".sha256").unlink()
    whole = copy.read_bytes()
    for size in (0, 50, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        copy.write_bytes(whole[:size])
        not_taken(copy, path)
    copy.write_text("text" * 5000)
    assert "is not a MentorDesk file" in not_taken(copy, path)
    copy.unlink()
    assert "is not there" in not_taken(copy, path)


def test_a_newer_copy_is_not_taken(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as file:
        file.execute("PRAGMA user_version = 999")
    assert "written by a newer MentorDesk" in not_taken(copy, path)


def test_an_older_copy_is_upgraded_when_it_is_opened(path: Path, copy: Path, versions: Path) -> None:
    add_step(versions, REBUILD)
    restore(copy, path, versions=versions)
    with open_store(path, versions=versions) as store, store.whole_file() as file:
        assert "hobby" in soundness.tables(file)
    newer = path.with_name("newer.mentordesk")
    restore(path, newer, versions=versions)
    with open_store(newer, versions=versions) as store:
        assert unit_names(store) == ["Kirurgen"]


def test_a_copy_made_in_the_middle_of_a_change_is_refused_with_a_way_out(path: Path, tmp_path: Path) -> None:
    crashed = cut_off(path, tmp_path / "crashed.mentordesk")
    with pytest.raises(Refused, match="ended while it was writing"):
        restore(crashed, tmp_path / "new.mentordesk")
    open_store(crashed).close()
    restore(crashed, tmp_path / "new.mentordesk")


def test_a_folder_is_not_replaced(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnusableInput, match="is a folder"):
        restore(copy, tmp_path / "folder")
    assert "is a folder" in refused(tmp_path / "folder")
