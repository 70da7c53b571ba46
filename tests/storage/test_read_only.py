"""A file that may not be changed is still seen: whole, as of now, and without a byte changed around it."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from mentordesk.actions.files import WriteProtected, open_file, save_copy
from mentordesk.domain.refusals import FileInUse, Refused, UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, msg
from mentordesk.storage import placing, upgrade
from mentordesk.storage.lock import side_file
from mentordesk.storage.opening import open_store
from mentordesk.storage.reading_only import open_for_reading
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.store import Store
from tests.storage.children import opened_elsewhere

NOBODY = 65534
SEE_ALL = "You can see everything and save a copy."


def said(message: Message | None) -> str:
    assert message is not None
    return catalog("en").say(message)


def add(store: Store, name: str) -> None:
    with store.changing(msg("Add a unit")) as session:
        session.add(UnitRecord(name=name))


def units(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(UnitRecord.name).order_by(UnitRecord.name)))


def around(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file's bytes and time of change, and the folder's own time."""
    found = {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in folder.iterdir()
        if file.is_file()
    }
    return found | {".": ("", folder.stat().st_mtime_ns)}


@pytest.fixture
def filled(path: Path) -> Path:
    with open_store(path) as store:
        add(store, "Kirurgen")
    return path


def test_it_shows_all_and_changes_nothing(filled: Path) -> None:
    before = around(filled.parent)
    with open_for_reading(filled) as store:
        assert units(store) == ["Kirurgen"]
        assert len(store.history()) == 1
        assert store.undo_name() is None
        assert store.redo_name() is None
        doings: tuple[Callable[[], object], ...] = (lambda: add(store, "x"), store.undo, store.redo)
        for doing in doings:
            with pytest.raises(Refused) as caught:
                doing()
            assert caught.value.message == store.read_only
        assert units(store) == ["Kirurgen"]
        assert around(filled.parent) == before
    assert around(filled.parent) == before
    with open_file(filled) as store:
        assert store.read_only is None
        assert said(store.undo()) == "Add a unit"


def test_a_file_that_another_process_has_is_seen_as_of_now(filled: Path) -> None:
    with opened_elsewhere(filled):
        before = around(filled.parent)
        with pytest.raises(FileInUse):
            open_file(filled)
        at = datetime(2026, 11, 23, 12, tzinfo=UTC)
        with open_file(filled, read_only=True, clock=lambda: at) as store:
            assert units(store) == ["Kirurgen"]
            reason = said(store.read_only)
        assert reason.startswith("This is a copy of programme.mentordesk for reading, as it was at 23")
        assert reason.endswith(f": the file is in use in another window. {SEE_ALL}")
        assert around(filled.parent) == before


def test_its_holder_goes_on_writing_and_the_copy_stays_as_it_was(filled: Path) -> None:
    with open_for_reading(filled) as copy:
        with open_store(filled) as store:
            add(store, "Medisin")
        assert units(copy) == ["Kirurgen"]
    with open_for_reading(filled) as copy:
        assert units(copy) == ["Kirurgen", "Medisin"]


def test_a_file_that_this_process_has_is_not_read_beside_itself(filled: Path) -> None:
    """A plain close of it would drop SQLite's own lock."""
    with open_store(filled) as store:
        with pytest.raises(FileInUse):
            open_for_reading(filled)
        add(store, "Medisin")
    open_for_reading(filled).close()


def test_a_side_file_that_a_killed_process_left_means_nobody(filled: Path) -> None:
    side_file(filled).write_text('{"process": 7, "computer": "pc-042"}')
    before = around(filled.parent)
    with open_for_reading(filled) as store:
        assert "in use" not in said(store.read_only)
    assert around(filled.parent) == before


def test_a_copy_of_it_can_be_saved(filled: Path, tmp_path: Path) -> None:
    with open_for_reading(filled) as store:
        save_copy(store, tmp_path / "copy.mentordesk")
    with open_file(tmp_path / "copy.mentordesk") as store:
        assert units(store) == ["Kirurgen"]
        add(store, "Medisin")


def test_what_a_crash_left_half_done_is_rolled_back_in_the_copy_only(filled: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / "programme.mentordesk"
    crashed.parent.mkdir()
    with closing(sqlite3.connect(filled, isolation_level=None)) as file:
        file.execute("PRAGMA cache_size = 1")  # pages go into the file before the commit
        file.execute("BEGIN")
        file.execute("UPDATE unit SET name = 'half'")
        file.executemany(
            "INSERT INTO unit (id, name, area, cost_centre) VALUES (?, ?, '', '')",
            [(str(number), "x" * 100) for number in range(500)],
        )
        for source in (filled, placing.journal_of(filled)):
            shutil.copy2(source, crashed.parent)
        file.execute("ROLLBACK")
    assert placing.journal_of(crashed).stat().st_size > 0
    before = around(crashed.parent)
    with open_for_reading(crashed) as store:
        assert units(store) == ["Kirurgen"]
    assert around(crashed.parent) == before


def test_an_older_file_is_upgraded_in_the_copy_only(filled: Path, tmp_path: Path) -> None:
    versions = Path(shutil.copytree(upgrade.VERSIONS, tmp_path / "program" / "versions"))
    number = upgrade.newest() + 1
    step = (
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "{number:04}"\ndown_revision = "{number - 1:04}"\nbranch_labels = depends_on = None\n'
        'def upgrade():\n    op.create_table("hobby", sa.Column("id", sa.String(36), primary_key=True))\n'
    )
    (versions / f"{number:04}_made_up.py").write_text(step)
    before = around(filled.parent)
    with open_for_reading(filled, versions=versions) as store:
        assert units(store) == ["Kirurgen"]
        with store.whole_file() as file:
            assert file.execute("PRAGMA user_version").fetchone()[0] == number
    assert around(filled.parent) == before


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE VIEW v AS SELECT * FROM person", "holds parts that MentorDesk did not make"),
        ("DROP TABLE wish", "is damaged"),
        ("PRAGMA user_version = 999", "was written by a newer MentorDesk"),
        ("UPDATE meta SET lowest_reader = '0.10.0'", "0.10.0 or later is needed"),
        ("PRAGMA application_id = 7", "is not a MentorDesk file"),
    ],
)
def test_what_is_refused_for_work_is_refused_for_reading(filled: Path, statement: str, sentence: str) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as file:
        file.execute(statement)
    with pytest.raises(UnusableInput) as caught:
        open_for_reading(filled)
    assert sentence in said(caught.value.message)


def test_a_file_that_only_asks_for_a_newer_writer_can_be_read(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as file:
        file.execute("UPDATE meta SET lowest_writer = '0.10.0'")
    with pytest.raises(UnusableInput):
        open_file(filled)
    open_for_reading(filled).close()


def test_a_file_without_its_end_is_damage(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.truncate(filled.stat().st_size - 100)
    with pytest.raises(UnusableInput, match="is damaged"):
        open_for_reading(filled)
    filled.write_bytes(b"no database at all" * 300)
    with pytest.raises(UnusableInput, match="is not a MentorDesk file"):
        open_for_reading(filled)


def _protected_folder(folder: Path) -> None:
    folder.chmod(0o555)


def _protected_file(folder: Path) -> None:
    (folder / "programme.mentordesk").chmod(0o444)


def _look_as_nobody(folder: Path) -> None:
    """Root may write anywhere, so this is tried as another user."""
    path = folder / "programme.mentordesk"
    open_for_reading(path).close()  # loads what is loaded late, from where that user may not read
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    with pytest.raises(WriteProtected):
        open_file(path)
    before = around(folder)
    with open_file(path, read_only=True) as store:
        assert units(store) == ["Kirurgen"]
        reason = said(store.read_only)
    assert reason == f"programme.mentordesk is open for reading because it or its folder is write-protected. {SEE_ALL}"
    assert around(folder) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becoming another user takes root")
@pytest.mark.parametrize("protect", [_protected_folder, _protected_file])
def test_a_write_protected_file_is_refused_for_work_and_seen(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, protect: Callable[[Path], None]
) -> None:
    folder = Path("/tmp") / f"{filled.parent.name}-{os.getpid()}"  # where another user may enter
    shutil.copytree(filled.parent, folder)
    try:
        folder.chmod(0o755)
        (folder / filled.name).chmod(0o666)
        protect(folder)
        if protect is _protected_file:
            os.chown(folder, NOBODY, NOBODY)
        child = multiprocessing.get_context("fork").Process(target=_look_as_nobody, args=(folder,))
        child.start()
        child.join()
        assert child.exitcode == 0
    finally:
        shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_refused_in_words(filled: Path) -> None:
    filled.chmod(0o000)
    with pytest.raises(UnusableInput, match="You may not read"):
        open_for_reading(filled)
