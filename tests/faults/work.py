"""What the processes do that the tests of this folder kill; each runs in a process of its own.

A process forked from a server that has all loaded starts in some milliseconds.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from pathlib import Path
from types import FrameType

from sqlalchemy import func, select

from mentordesk.i18n.message import msg
from mentordesk.storage.backup import backup, restore
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord, UnitRecord
from mentordesk.storage.store import Store

PEOPLE = 500  # as many as one import brings
# Calls into C after which a file may be another: a process is killed right before any of them.
ON_FILES = frozenset({"fsync", "link", "replace", "rename", "unlink", "open", "write"})
SYSTEM = frozenset({"posix", "io", "_io"})  # so that no other `replace` is meant
ON_ROWS = frozenset({"execute", "executemany", "commit"})


def processes() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "alembic.operations", "alembic.script"])
    return context


def import_people(store: Store) -> None:
    with store.changing(msg("Import")) as session:
        unit = UnitRecord(name="Kirurgen")
        session.add(unit)
        session.add_all(
            PersonRecord(given_name=f"{number}", notes="æ" * 300, unit_id=unit.id) for number in range(PEOPLE)
        )


def people(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(PersonRecord)) or 0


def keep_importing(path: Path, said: Path) -> None:
    """Import after import, until killed; after each, `said` has one byte more."""
    with open_store(path) as store, said.open("ab", buffering=0) as saying:
        saying.write(b".")  # ready
        while True:
            import_people(store)
            saying.write(b".")


def keep_rewriting(path: Path, said: Path) -> None:
    """The same in the way it must not be done: a file that is written over in place."""
    rows = [{"given_name": f"{number}", "notes": "æ" * 300} for number in range(PEOPLE)]
    with said.open("ab", buffering=0) as saying:
        saying.write(b".")
        while True:
            path.write_text(json.dumps(rows), encoding="utf-8")


def make(path: Path, _: Path) -> None:
    open_store(path, create=True).close()


def back_up(path: Path, other: Path) -> None:
    with open_store(path) as store:
        backup(store, other)


def bring_back(path: Path, copy: Path) -> None:
    restore(copy, path)


def bring_up(path: Path, versions: Path) -> None:
    open_store(path, versions=versions).close()


def killed_at(work: Callable[[Path, Path], None], path: Path, other: Path, at: int | None, said: Path) -> None:
    """Does the work and dies before its call number `at` into C; with None it ends well and tells all its calls."""
    calls: list[str] = []

    def watch(_: FrameType, event: str, called: object) -> None:
        if event != "c_call":
            return
        name = getattr(called, "__name__", "")
        if name in ON_ROWS or (name in ON_FILES and getattr(called, "__module__", None) in SYSTEM):
            if len(calls) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            calls.append(name)

    sys.setprofile(watch)
    work(path, other)
    sys.setprofile(None)
    said.write_text(json.dumps(calls))
