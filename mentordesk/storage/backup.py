"""Verified copies of a file, and the way back from one. When copies are made, and which are kept, is not here."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import msg
from mentordesk.storage import placing, soundness, upgrade
from mentordesk.storage.connection import APPLICATION_ID, connect, connect_reading, connect_untouched
from mentordesk.storage.failures import damaged, in_words
from mentordesk.storage.lock import InstanceLock
from mentordesk.storage.opening import lay_out, look, now, schema_version
from mentordesk.storage.placing import Aside
from mentordesk.storage.store import Store
from mentordesk.storage.upgrade import VERSIONS

_PATIENCE = 10  # seconds that a file from outside may make us look at it


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    manifest: Path  # the hash beside it, as `sha256sum --check` reads it
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Restored:
    path: Path
    set_aside: Path | None  # where the file lies that was there before
    rows: int


def backup(store: Store, to: Path) -> Backup:
    """A copy that was opened, checked and counted before it bears its name.

    Raises:
        UnusableInput: the file itself is damaged; a copy of damage is no backup.
        Refused: there is a file of that name, or no room; nothing is left behind then.
    """
    to = to.resolve()
    if to.exists():
        raise Refused(msg("{file} is there already. Choose another name.", file=to.name))
    with in_words(to):
        aside, manifest = placing.start_beside(to, Aside.BACKUP), _manifest_of(to)
        try:
            rows = _copied(store, aside, to)
            digest = _sha256(aside)
            manifest.write_text(f"{digest}  {to.name}\n", encoding="utf-8", newline="\n")
            placing.sync(manifest)
            placing.put_into_place(aside, to)  # last, so that a backup is never without its manifest
        except BaseException:
            placing.remove(aside)
            manifest.unlink(missing_ok=True)
            raise
    return Backup(to, manifest, digest, rows)


def restore(copy: Path, to: Path, *, clock: Callable[[], datetime] = now, versions: Path = VERSIONS) -> Restored:
    """Puts a copy in the place of a file; what was there is kept under a dated name beside it.

    The copy may come from anywhere and is trusted with nothing: its tables must be ours, and only its rows
    reach the new file. One of an older version is upgraded when it is next opened.

    Raises:
        UnusableInput: the copy is not ours, damaged, newer, or not what its manifest says.
        FileInUse: one of the two is open.
    """
    copy, to = copy.resolve(), to.resolve()
    look(copy)
    if to.exists() and not to.is_file():
        look(to)
    if copy == to:
        raise Refused(msg("A file cannot be restored from itself. Choose a backup."))
    lock = InstanceLock(to)
    try:
        placing.remove_leftovers(to)
        with in_words(copy):
            version = schema_version(copy, versions)
            expected = _checked(copy, version, versions)
        with in_words(to):
            rows = _rebuilt(copy, placing.start_beside(to, Aside.RESTORE), version, versions)
            if rows != expected:
                raise damaged(copy)
            kept = _set_aside(to, clock()) if to.exists() else None
            placing.put_into_place(placing.beside(to, Aside.RESTORE), to)
    finally:
        placing.remove_leftovers(to)
        lock.release()
    return Restored(to, kept, sum(rows.values()))


def _copied(store: Store, aside: Path, to: Path) -> int:
    """How many rows; the copy lies at `aside`, and holds what the store holds."""
    with store.whole_file() as file:
        if soundness.faults(file):
            raise damaged(store.path)
        rows = soundness.counts(file)
        with in_words(to):  # what fails from here on is the drive of the copy
            file.execute("VACUUM INTO ?", (str(aside),))
    with closing(connect_untouched(aside)) as copy:
        if soundness.faults(copy, aside) or soundness.counts(copy) != rows:
            raise Refused(
                msg("The copy {file} was not written as it should be, and was removed. Check the drive.", file=to.name)
            )
    return sum(rows.values())


def _checked(copy: Path, version: int, versions: Path) -> dict[str, int]:
    """Its rows per table, once it has been found to be what it says."""
    with closing(connect_reading(copy)) as file:
        end = time.monotonic() + _PATIENCE
        file.set_progress_handler(lambda: time.monotonic() > end, 100_000)  # steps between two looks at the clock
        if soundness.shape(file) != _shape_of(version, versions):
            raise UnusableInput(
                msg(
                    "{file} has other tables than MentorDesk makes, and is not taken. Choose another backup.",
                    file=copy.name,
                )
            )
        if soundness.faults(file, copy):
            raise damaged(copy)
        rows = soundness.counts(file)
    manifest = _manifest_of(copy)  # read now: nobody has the copy open, or the lines above had been refused
    if manifest.exists() and manifest.read_text(encoding="utf-8").split(maxsplit=1)[:1] != [_sha256(copy)]:
        raise UnusableInput(
            msg("{file} is no longer as it was when the backup was made. Choose another backup.", file=copy.name)
        )
    return rows


def _shape_of(version: int, versions: Path) -> frozenset[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        _lay_out(file, version, versions)
        return soundness.shape(file)


def _lay_out(file: sqlite3.Connection, version: int, versions: Path) -> None:
    if version == upgrade.newest():
        lay_out(file, now())
    else:
        upgrade.migrate(file, versions, to=version)


def _rebuilt(copy: Path, aside: Path, version: int, versions: Path) -> dict[str, int]:
    """A new file of the copy's rows, which must keep our rules: no text of its schema comes along."""
    with closing(connect(aside)) as file:
        _lay_out(file, version, versions)
        file.execute("ATTACH ? AS copy", (f"{copy.as_uri()}?mode=ro",))
        try:
            _take_rows(file)
        except sqlite3.IntegrityError as error:
            raise damaged(copy) from error
        file.execute("DETACH copy")
        if soundness.faults(file):
            raise damaged(copy)
        return soundness.counts(file)


def _take_rows(file: sqlite3.Connection) -> None:
    file.execute("BEGIN")
    file.execute("PRAGMA defer_foreign_keys = ON")
    for table in map(soundness.quoted, soundness.tables(file)):
        columns = ", ".join(soundness.quoted(row[1]) for row in file.execute(f"PRAGMA main.table_info({table})"))
        file.execute(f"DELETE FROM main.{table}")  # noqa: S608  names of our own tables, quoted
        file.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM copy.{table}")  # noqa: S608
    file.execute(f"PRAGMA main.application_id = {APPLICATION_ID}")
    file.execute("COMMIT")


def _set_aside(path: Path, at: datetime) -> Path:
    """Under a second name, so that it is never missing, and with the journal that a crash may have left of it."""
    kept = placing.dated(path, at)
    placing.keep_under(path, kept)
    journal = placing.journal_of(path)
    if journal.exists():
        placing.keep_under(journal, placing.journal_of(kept))
        journal.unlink()  # or SQLite would roll the restored file back with it
        placing.sync_folder(path.parent)
    return kept


def _manifest_of(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def _sha256(path: Path) -> str:
    """Of a file that no connection of this process has open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
