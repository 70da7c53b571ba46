"""The disk is full, read-only, or gone: nothing is half saved, it is said why, and work goes on without a restart."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.storage.backup import backup
from mentordesk.storage.checks import check_open, signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import UnitRecord
from mentordesk.storage.store import Store
from tests.counts import count
from tests.faults.work import import_people, people, processes
from tests.storage.children import ROOT
from tests.storage.test_journal import add, unit_names

NOBODY = 65534
FULL = "There is no room left on the drive of programme.mentordesk; nothing was saved. Make room, then try again."


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        work()
    return catalog("en").say(caught.value.message)


def limit(store: Store, pages: int) -> None:
    """The quickest full disk there is: no more than so many pages beyond those there are."""
    with store.whole_file() as file:
        size = file.execute("PRAGMA page_count").fetchone()[0]
        file.execute(f"PRAGMA max_page_count = {size + pages}")


def test_a_full_disk_at_any_moment_leaves_what_was(store: Store) -> None:
    import_people(store)
    before = signature(store)
    for pages in range(0, 120, count(12, 1)):
        limit(store, pages)
        assert refused(lambda: import_people(store)) == FULL, pages
        assert signature(store) == before
        assert len(store.history()) == 1
        assert not check_open(store).problems
    limit(store, 10**6)
    import_people(store)
    assert people(store) == 1000
    store.undo()
    assert signature(store) == before


@pytest.mark.parametrize("still_open", [True, False])
def test_it_does_not_matter_whether_sqlite_has_rolled_back_by_itself(store: Store, still_open: bool) -> None:
    """Both happen on a full disk, and in the second a ROLLBACK of ours would fail."""
    add(store)
    before = signature(store)
    limit(store, 0)
    seen = []

    def fill() -> None:
        with store.changing(msg("Add")) as session:
            session.add_all(UnitRecord(name="x" * 150) for _ in range(1 if still_open else 1000))
            try:
                session.flush()
                with store._guard.lifted():  # a statement of many rows is rolled back by itself, the rest stays
                    many = "INSERT INTO unit SELECT a.name || b.name, b.name, NULL, '', '' FROM"
                    session.connection().exec_driver_sql(f"{many} sqlite_schema a, sqlite_schema b")
            except OperationalError:
                seen.append(store._file.in_transaction)
                raise

    assert refused(fill) == FULL
    assert seen == [still_open]
    assert signature(store) == before
    limit(store, 10**6)
    add(store)


def test_a_swallowed_error_is_not_reported_as_saved(store: Store) -> None:
    limit(store, 0)

    def swallow() -> None:
        with store.changing(msg("Add")) as session:
            session.add_all(UnitRecord(name="x" * 150) for _ in range(1000))
            try:
                session.flush()
            except OperationalError:
                store._file.rollback()

    with pytest.raises(Exception, match="rolled back"):
        swallow()
    limit(store, 10**6)
    assert unit_names(store) == []


def test_a_file_may_not_grow_over_a_limit_of_the_system(path: Path) -> None:
    """Which would kill the process, did Python not see to the signal."""
    child = processes().Process(target=_over_the_limit, args=(path,))
    child.start()
    child.join()
    assert child.exitcode == 0
    with open_store(path) as store:
        assert people(store) == 500


def _over_the_limit(path: Path) -> None:
    with open_store(path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 50_000, resource.RLIM_INFINITY))
        assert "reported an error" in refused(lambda: import_people(store))
        assert people(store) == 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        import_people(store)


_SMALL_DRIVE = """
import sys
from pathlib import Path
from mentordesk.domain.refusals import Refused
from mentordesk.storage.backup import backup
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from tests.faults.work import import_people, people
drive, outside = Path(sys.argv[1]), Path(sys.argv[2])
ballast = drive / "ballast"

def refused(work):
    try:
        work()
    except Refused as refusal:
        return refusal.message.text.startswith("There is no room left")
    return False

with open_store(drive / "x.mentordesk", create=True) as store:
    import_people(store)
    before = signature(store)
    while refused(lambda: import_people(store)) is False:
        assert people(store) < 100_000
    here = signature(store)
    assert here != before
    assert refused(lambda: import_people(store)) and signature(store) == here
    assert refused(lambda: backup(store, drive / "copy.mentordesk"))
    assert sorted(p.name for p in drive.iterdir() if "copy" in p.name) == []
    backup(store, outside / "copy.mentordesk")
with open_store(outside / "copy.mentordesk") as copy, open_store(drive / "x.mentordesk") as store:
    assert signature(copy) == signature(store) == here
print("all as it must be")
"""


def test_a_small_drive_fills_up(tmp_path: Path) -> None:
    """A real one, mounted where only this process sees it."""
    drive = tmp_path / "drive"
    drive.mkdir()
    mount = f"mount -t tmpfs -o size=6m none '{drive}'"
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-m", "sh", "-c", mount], check=False, capture_output=True).returncode
    ):
        pytest.skip("no mount namespace of one's own on this machine")
    command = f'{mount} && exec "{sys.executable}" -c "$0" "{drive}" "{tmp_path}"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command, _SMALL_DRIVE], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "all as it must be\n", done.stderr


@pytest.fixture
def open_folder(path: Path) -> Iterator[Path]:
    """With a copy of the file in it, where another user could write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy2(path, folder / path.name)
        for thing in (folder, folder / path.name):
            os.chown(thing, NOBODY, NOBODY) if os.geteuid() == 0 else None
        yield folder


def as_nobody(work: Callable[[Path], None], folder: Path) -> None:
    """Rights bind everybody but root."""
    if os.geteuid() != 0:
        work(folder)
        return
    child = processes().Process(target=_demoted, args=(work, folder))
    child.start()
    child.join()
    assert child.exitcode == 0


def _demoted(work: Callable[[Path], None], folder: Path) -> None:
    open_store(folder / "programme.mentordesk").close()  # loads what is loaded late, from where nobody may read
    for leftover in folder.glob(".*"):
        leftover.unlink()
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    work(folder)


def _read_only_folder(folder: Path) -> None:
    folder.chmod(0o555)
    assert "or its folder is read-only" in refused(lambda: open_store(folder / "programme.mentordesk"))
    assert "or its folder is read-only" in refused(lambda: open_store(folder / "new.mentordesk", create=True))
    folder.chmod(0o755)
    open_store(folder / "programme.mentordesk").close()


def _read_only_file(folder: Path) -> None:
    (folder / "programme.mentordesk").chmod(0o444)
    assert "or its folder is read-only" in refused(lambda: open_store(folder / "programme.mentordesk"))
    (folder / "programme.mentordesk").chmod(0o644)
    open_store(folder / "programme.mentordesk").close()


def _unreadable_file(folder: Path) -> None:
    (folder / "programme.mentordesk").chmod(0o000)
    assert "cannot be opened" in refused(lambda: open_store(folder / "programme.mentordesk"))


def _folder_closed_meanwhile(folder: Path) -> None:
    with open_store(folder / "programme.mentordesk") as store:
        add(store)
        folder.chmod(0o555)
        assert "is read-only" in refused(lambda: backup(store, folder / "copy.mentordesk"))
        folder.chmod(0o755)
        backup(store, folder / "copy.mentordesk")


@pytest.mark.parametrize("work", [_read_only_folder, _read_only_file, _unreadable_file, _folder_closed_meanwhile])
def test_what_may_not_be_written_is_refused_in_words(open_folder: Path, work: Callable[[Path], None]) -> None:
    as_nobody(work, open_folder)


@pytest.mark.parametrize("move", [lambda path: path.rename(path.with_name("other")), lambda path: path.unlink()])
def test_a_file_that_is_moved_away_while_it_is_open(path: Path, move: Callable[[Path], object]) -> None:
    with open_store(path) as store:
        add(store)
        before = signature(store)
        move(path)
        said = refused(lambda: add(store, name="Medisin"))
        assert said == (
            "programme.mentordesk was moved, renamed or deleted while it was open; the change was not saved. "
            "Put the file back, or make a backup under a new name before you close."
        )
        assert signature(store) == before
        rescued = backup(store, path.with_name("rescued.mentordesk")).path
        with open_store(rescued) as other:
            assert signature(other) == before


def test_a_file_that_comes_back_can_be_written_again(path: Path) -> None:
    with open_store(path) as store:
        path.rename(path.with_name("other"))
        refused(lambda: add(store))
        path.with_name("other").rename(path)
        add(store)
        assert unit_names(store) == ["Kirurgen"]


def test_the_drive_of_a_backup_is_full(store: Store, tmp_path: Path) -> None:
    """Work goes on, and nothing lies where the backup should be."""
    import_people(store)
    child = processes().Process(target=_no_room_for_copies, args=(tmp_path,))
    child.start()
    child.join()
    assert child.exitcode == 0
    add(store)


def _no_room_for_copies(folder: Path) -> None:
    with open_store(folder / "full.mentordesk", create=True) as store:
        import_people(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        assert "copy.mentordesk" in refused(lambda: backup(store, folder / "copy.mentordesk"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert not list(folder.glob("*copy*"))
        assert not list(folder.glob(".*backup*"))
        add(store)


def test_errors_that_are_faults_of_the_program_are_not_made_into_sentences(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), store.whole_file() as file:
        file.execute("SELECT * FROM nowhere")
