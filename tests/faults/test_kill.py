"""Killed at any moment: the file holds the state before or the state after, and whatever was said to be saved.

Kills show nothing of power cuts: a killed process loses no write that it made (trust 0.1).
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentordesk.i18n.message import msg
from mentordesk.storage import upgrade
from mentordesk.storage.backup import backup, restore
from mentordesk.storage.checks import check, signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import UnitRecord
from tests.counts import LONG, count
from tests.faults.work import (
    ON_FILES,
    ON_ROWS,
    PEOPLE,
    back_up,
    bring_back,
    bring_up,
    import_people,
    keep_importing,
    keep_rewriting,
    killed_at,
    make,
    people,
    processes,
)
from tests.storage.test_upgrade import REBUILD, add_step, versions

__all__ = ["versions"]

pytestmark = pytest.mark.timeout(count(300, 7_200))

Work = Callable[[Path, Path], None]


def killed_soon(work: Work, path: Path, tmp_path: Path, dice: random.Random) -> int:
    """Kills the work some time after it is ready; how often it said that it was done."""
    said = tmp_path / "said"
    said.touch()
    child = processes().Process(target=work, args=(path, said))
    child.start()
    while not said.stat().st_size:
        assert child.is_alive()
        time.sleep(0.001)
    time.sleep(dice.uniform(0, 0.3))
    child.kill()
    child.join()
    done = said.stat().st_size - 1
    said.unlink()
    return done


def test_an_import_that_is_killed_is_there_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    dice = random.Random(seed)
    before = 0
    for _ in range(count(10, 2_000)):
        acknowledged = killed_soon(keep_importing, path, tmp_path, dice)
        with open_store(path) as store:
            rows = people(store)
            assert rows % PEOPLE == 0
            assert before + acknowledged <= rows // PEOPLE <= before + acknowledged + 1
            mark = signature(store)
            if rows:  # the journal is as whole as the rows
                store.undo()
                assert people(store) == rows - PEOPLE
                store.redo()
                assert signature(store) == mark
            before = rows // PEOPLE
        if before > 20:
            path.unlink()
            open_store(path, create=True).close()
            before = 0


def test_the_same_kills_break_a_file_that_is_written_in_place(tmp_path: Path) -> None:
    """The control: a harness that could not see damage would prove nothing."""
    dice = random.Random(1)
    broken = 0
    for _ in range(10):
        path = tmp_path / "people.json"
        killed_soon(keep_rewriting, path, tmp_path, dice)
        try:
            broken += len(json.loads(path.read_text(encoding="utf-8"))) != PEOPLE
        except (OSError, ValueError):
            broken += 1
    assert broken > 0


def moments(work: Work, path: Path, other: Path, tmp_path: Path) -> list[int]:
    """Calls at which this work can be killed: those on files and some of those on rows; all, in a long run."""
    said = tmp_path / "calls"
    child = processes().Process(target=killed_at, args=(work, path, other, None, said))
    child.start()
    child.join()
    assert child.exitcode == 0
    calls = json.loads(said.read_text())
    on_rows = [at for at, name in enumerate(calls) if name in ON_ROWS]
    on_files = [at for at, name in enumerate(calls) if name in ON_FILES]
    assert on_rows
    assert on_files
    if LONG:
        return list(range(len(calls)))
    of_another_kind = [at for at in on_files if calls[at] != calls[at - 1]]  # not each of a row of removals
    return sorted(of_another_kind + on_rows[:: len(on_rows) // 4])


def kill(work: Work, path: Path, other: Path, at: int) -> None:
    child = processes().Process(target=killed_at, args=(work, path, other, at, path.with_name("never said")))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def hidden(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if file.name.startswith(".")]


def test_killed_while_making_a_file(folder: Path, tmp_path: Path) -> None:
    path = folder / "x.mentordesk"
    for at in moments(make, path, path, tmp_path):
        for file in folder.iterdir():
            file.unlink()
        kill(make, path, path, at)
        open_store(path, create=not path.exists()).close()
        assert hidden(folder) == []


def test_killed_while_upgrading(path: Path, folder: Path, versions: Path, tmp_path: Path) -> None:
    add_step(versions, REBUILD)
    with open_store(path) as store:
        import_people(store)
        before = signature(store)
    old = path.read_bytes()
    work = folder / "x.mentordesk"
    shutil.copy2(path, work)
    for at in moments(bring_up, work, versions, tmp_path):
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.copy2(path, work)
        kill(bring_up, work, versions, at)
        if not check(work, versions=versions).current:
            assert work.read_bytes() == old
        with open_store(work, versions=versions) as store:
            assert signature(store) == before
        assert hidden(folder) == []
        assert all(kept.read_bytes() == old for kept in folder.glob("x *.mentordesk"))
        assert any(folder.glob("x *.mentordesk"))


def test_killed_while_restoring(path: Path, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "backup.mentordesk"
    with open_store(path) as store:
        import_people(store)
        then = signature(store)
        backup(store, copy)
        with store.changing(msg("Add")) as session:
            session.add(UnitRecord(name="Medisin"))
        now = signature(store)
    work = folder / "x.mentordesk"
    shutil.copy2(path, work)
    for at in moments(bring_back, work, copy, tmp_path):
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.copy2(path, work)
        kill(bring_back, work, copy, at)
        with open_store(work) as store:
            found = signature(store)
        assert found in (then, now)
        if found == then:
            (kept,) = folder.glob("x *.mentordesk")
            assert kept.read_bytes() == path.read_bytes()
        assert hidden(folder) == []


def test_killed_while_backing_up(path: Path, folder: Path, tmp_path: Path) -> None:
    with open_store(path) as store:
        import_people(store)
        before = signature(store)
    to = folder / "backup.mentordesk"
    for at in moments(back_up, path, to, tmp_path):
        shutil.rmtree(folder)
        folder.mkdir()
        kill(back_up, path, to, at)
        if to.exists():
            restored = restore(to, tmp_path / "restored.mentordesk").path
            with open_store(restored) as store:
                assert signature(store) == before
        else:
            with open_store(path) as store:
                backup(store, to)
                assert signature(store) == before
        assert to.with_name(to.name + ".sha256").exists()
    assert upgrade.newest() == check(path).version
