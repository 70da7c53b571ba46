"""From a path to a Store: what may be opened, what must be refused and in which words, and new files.

Looks first and takes no lock on what is not ours; writes nothing into a file until it is known to be whole.
"""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import create_mock_engine, insert
from sqlalchemy.schema import ExecutableDDLElement

from mentordesk import __version__
from mentordesk.domain.ids import new_id
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.storage import placing, soundness, upgrade
from mentordesk.storage.connection import APPLICATION_ID, connect, connect_untouched, engine_of
from mentordesk.storage.failures import damaged, in_words, is_damage, is_torn, not_ours
from mentordesk.storage.lock import InstanceLock
from mentordesk.storage.placing import Aside
from mentordesk.storage.records import Row, ThisFile
from mentordesk.storage.store import Store
from mentordesk.storage.upgrade import VERSIONS


def now() -> datetime:
    return datetime.now(UTC)


def open_store(
    path: Path,
    *,
    create: bool = False,
    who: str = "",
    clock: Callable[[], datetime] = now,
    versions: Path = VERSIONS,
) -> Store:
    """The file, checked in full, upgraded if it is older, and locked until the store is closed.

    With `create` the file is made and must not be there yet. `who` stands in the history.

    Raises:
        UnusableInput: not a MentorDesk file, damaged, or newer than this program.
        FileInUse: another process has it.
        Refused: read-only, no room, or `create` where there is a file.
    """
    path = path.resolve()
    if not create:
        look(path)
    lock = InstanceLock(path)
    try:
        with in_words(path):
            placing.remove_leftovers(path)
            if create:
                _create(path, clock())
            version = schema_version(path, versions)
            file = connect_sound(path)
            if version < upgrade.newest(versions):
                file.close()
                upgrade.upgrade(path, clock(), versions)
                file = connect_sound(path)
            refuse_missing_parts(file, path)
            return Store(path, file, lock, clock, who)
    except BaseException:
        lock.release()
        raise


def look(path: Path) -> None:
    """
    Raises:
        UnusableInput: what lies there is no file that could be ours.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnusableInput(
            msg("{file} is not there. Check the name and the folder, or choose another file.", file=path.name)
        ) from None
    except OSError:
        raise UnusableInput(
            msg("{file} cannot be reached. Check that you may read its folder.", file=path.name)
        ) from None
    if stat.S_ISDIR(found.st_mode):
        raise UnusableInput(msg("{file} is a folder. Choose a file in it.", file=path.name))
    if not stat.S_ISREG(found.st_mode):
        raise UnusableInput(msg("{file} is not an ordinary file. Choose another one.", file=path.name))
    if found.st_size == 0:
        raise UnusableInput(
            msg("{file} is empty. Choose another file, restore a backup, or make a new file.", file=path.name)
        )


def schema_version(path: Path, versions: Path = VERSIONS) -> int:
    """
    Raises:
        UnusableInput: another program's file, or one that a newer MentorDesk wrote.
    """
    with in_words(path):
        try:
            version, needed = _looked_at(path)
        except sqlite3.DatabaseError as error:
            if not is_torn(error) or not placing.journal_of(path).exists():
                raise
            settle(path)  # no damage but a commit that a crash cut off; its journal tells how it was
            version, needed = _looked_at(path)
    refuse_newer(path, version, needed, versions)
    return version


def refuse_newer(path: Path, version: int, needed: str, versions: Path) -> None:
    """
    Raises:
        UnusableInput: a newer MentorDesk wrote the file; `needed` is the program that understands it.
    """
    if version > upgrade.newest(versions) or _numbers(needed) > _numbers(__version__):
        raise UnusableInput(
            msg(
                "{file} was written by a newer MentorDesk: version {version} or later is needed. "
                "Update the program, then open the file again.",
                file=path.name,
                version=needed,
            )
        )


def _looked_at(path: Path) -> tuple[int, str]:
    with closing(connect_untouched(path)) as file:
        version, writer, _ = versions_said(file, path)
        return version, writer


def versions_said(file: sqlite3.Connection, path: Path) -> tuple[int, str, str]:
    """Schema version, and the program versions from which on one may write and read such a file.

    Raises:
        UnusableInput: another program's file, or damaged.
    """
    if file.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_ours(path)
    version: int = file.execute("PRAGMA user_version").fetchone()[0]
    if not version or "meta" not in soundness.tables(file):
        raise damaged(path)
    row = file.execute("SELECT lowest_writer, lowest_reader FROM meta").fetchone()
    if row is None:
        raise damaged(path)
    return version, str(row[0]), str(row[1])


def connect_sound(path: Path) -> sqlite3.Connection:
    """A connection that holds the file for itself, after a full check.

    What looks like damage is asked for twice: a read that failed for a moment looks the same.

    Raises:
        UnusableInput: damaged, or with parts in it that MentorDesk did not make.
        sqlite3.Error: read-only, in use.
    """
    for _ in range(2):
        try:
            file = connect(path)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            continue
        try:
            if _is_sound(file, path):
                refuse_strange_parts(file, path)
                _try_writing(file)
                return file
        except BaseException:
            file.close()
            raise
        file.close()
    raise damaged(path)


def settle(path: Path) -> None:
    """Rolls back what a crash left half done, if it did.

    Raises:
        FileInUse: it is not left but being done.
    """
    if not placing.journal_of(path).exists():
        return
    with in_words(path), closing(connect(path)) as file:
        file.execute("BEGIN EXCLUSIVE")
        file.execute("ROLLBACK")


def _is_sound(file: sqlite3.Connection, path: Path) -> bool:
    try:
        file.execute("BEGIN EXCLUSIVE")  # kept from here on; fails on what is in use
        file.execute("COMMIT")
        return not soundness.faults(file, path)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return False


def _try_writing(file: sqlite3.Connection) -> None:
    """Raises sqlite3.Error on what is read-only, which a transaction alone does not."""
    version = file.execute("PRAGMA user_version").fetchone()[0]
    file.execute("BEGIN IMMEDIATE")
    file.execute(f"PRAGMA user_version = {version}")
    file.execute("ROLLBACK")


def refuse_strange_parts(file: sqlite3.Connection, path: Path) -> None:
    """
    Raises:
        UnusableInput: triggers or views, which would run with our rights.
    """
    if soundness.strange_parts(file):
        raise UnusableInput(
            msg(
                "{file} holds parts that MentorDesk did not make, and is not opened. Restore a backup.",
                file=path.name,
            )
        )


def refuse_missing_parts(file: sqlite3.Connection, path: Path) -> None:
    """
    Raises:
        UnusableInput: a table is missing; the connection is closed then.
    """
    if not set(Row.metadata.tables).issubset(soundness.tables(file)):
        file.close()
        raise damaged(path)


def _create(path: Path, at: datetime) -> None:
    """Made aside, then put in place: there is never half a file under this name."""
    if path.exists():
        raise Refused(msg("{file} is there already. Choose another name.", file=path.name))
    aside = placing.start_beside(path, Aside.NEW)
    try:
        with closing(connect(aside)) as file:
            lay_out(file, at)
        placing.put_into_place(aside, path)
    except BaseException:
        placing.remove(aside)
        raise


def lay_out(file: sqlite3.Connection, at: datetime) -> None:
    """All tables of the newest version, as migrations would have made them, without loading Alembic."""
    version = upgrade.newest()
    about = {"number": 1, "file_id": new_id(), "made_at": at}
    with engine_of(file).begin() as connection:
        for statement in _laying_out():
            file.execute(statement)
        connection.execute(
            insert(ThisFile),
            about | {"lowest_writer": upgrade.LOWEST_WRITER, "lowest_reader": upgrade.LOWEST_READER},
        )
        file.execute(
            f"CREATE TABLE {soundness.ALEMBIC} (version_num VARCHAR(32) NOT NULL,"
            f" CONSTRAINT {soundness.ALEMBIC}_pkc PRIMARY KEY (version_num))"
        )
        file.execute(f"INSERT INTO {soundness.ALEMBIC} VALUES (?)", (upgrade.revision(version),))  # noqa: S608
        file.execute(f"PRAGMA user_version = {version}")
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@cache
def _laying_out() -> tuple[str, ...]:
    """What makes the tables, worked out once: that took ten times as long as doing it."""
    statements: list[str] = []

    def note(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", note)
    Row.metadata.create_all(engine, checkfirst=False)
    return tuple(statements)


def _numbers(version: str) -> tuple[int, ...]:
    """ "0.1.0" as numbers to compare; what a later program may append to them does not count."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
