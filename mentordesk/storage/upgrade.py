"""Brings a file of an older version up to this one: on a copy, in one transaction, the old file kept beside it.

The steps stand in `migrations/versions`, numbered; Alembic is loaded only when one is due.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from mentordesk.storage import placing, soundness
from mentordesk.storage.connection import connect, engine_of
from mentordesk.storage.placing import Aside

VERSIONS = Path(__file__).parent / "migrations" / "versions"
LOWEST_WRITER = LOWEST_READER = "0.1.0"  # the program versions from which on the newest schema is understood


class RowsLost(RuntimeError):
    """A migration's fault; nothing it did is kept."""


def newest(versions: Path = VERSIONS) -> int:
    """The schema version this program writes: the number of its last migration, and a file's user_version."""
    return max(int(path.name.split("_")[0]) for path in versions.glob("[0-9]*_*.py"))


def revision(version: int) -> str:
    return f"{version:04}"


def upgrade(path: Path, now: datetime, versions: Path = VERSIONS) -> Path:
    """For who holds the file's lock and has no connection to it; returns where the old file is kept.

    Whatever a step raises comes through; then the file is as it was.

    Raises:
        RowsLost: a step dropped rows, or left references to rows that are gone.
        sqlite3.Error, OSError: the disk.
    """
    aside = placing.start_beside(path, Aside.UPGRADE)
    try:
        with closing(connect(path)) as old:
            rows = soundness.counts(old)
            old.execute("VACUUM INTO ?", (str(aside),))
        with closing(connect(aside)) as copy:
            if soundness.counts(copy) != rows:
                raise RowsLost("the copy is not whole")
            migrate(copy, versions)
            if found := soundness.faults(copy):
                raise RowsLost(found)
        kept = placing.dated(path, now)
        placing.keep_under(path, kept)
        placing.put_into_place(aside, path)
    except BaseException:
        placing.remove(aside)
        raise
    return kept


def migrate(file: sqlite3.Connection, versions: Path = VERSIONS, to: int | None = None) -> None:
    """From its version to the newest, or to version `to`, in one transaction.

    Raises:
        RowsLost: a table has other rows than before and no step said so (`CHANGES_ROWS_OF` in its module).
    """
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    target = newest(versions) if to is None else to
    stored: int = file.execute("PRAGMA user_version").fetchone()[0]
    scripts = ScriptDirectory(str(versions.parent), version_locations=[str(versions)])
    due = list(scripts.iterate_revisions(revision(target), revision(stored) if stored else "base"))
    rows = soundness.counts(file)
    file.execute("PRAGMA foreign_keys = OFF")  # rebuilding a table drops it for a moment
    with engine_of(file).begin() as connection:
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for step in reversed(due):
                step.module.upgrade()
                for table in getattr(step.module, "CHANGES_ROWS_OF", ()):
                    rows.pop(table, None)
        context.stamp(scripts, revision(target))
        if stored:
            _mark(connection)
        file.execute(f"PRAGMA user_version = {target}")
        _compare(file, rows)
    file.execute("PRAGMA foreign_keys = ON")


def _mark(connection: Connection) -> None:
    """Older programs must leave the file alone now, and undo cannot replay rows of another shape."""
    connection.exec_driver_sql("UPDATE meta SET lowest_writer = ?, lowest_reader = ?", (LOWEST_WRITER, LOWEST_READER))
    connection.exec_driver_sql("UPDATE change SET undoable = 0")


def _compare(file: sqlite3.Connection, rows: dict[str, int]) -> None:
    after = soundness.counts(file)
    others = {table for table, count in rows.items() if table in after and after[table] != count}
    if others - {soundness.ALEMBIC}:
        raise RowsLost(f"other rows than before in {sorted(others)}")
    lost = {row[0] for row in file.execute("PRAGMA foreign_key_check")}
    if lost:
        raise RowsLost(f"references to nothing in {sorted(lost)}")
