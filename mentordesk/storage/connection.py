"""The one connection to a file: how it is opened, set and read back. When one may open it: opening.py."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

APPLICATION_ID = 0x4D44_736B  # "MDsk"; what tells our files from those of other programs
VALUE_LIMIT = 20_000_000  # bytes of one value

# Exclusive: nobody else may even read while we work. Extra: the folder is synced too, so that a commit
# outlives a power cut. Secure delete and an emptied journal: what was deleted is gone from the disk's files.
PRAGMAS = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,  # extra
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,  # memory
    "mmap_size": 0,
    "journal_size_limit": 0,  # exclusive locking keeps the journal file; it must not keep old pages in it
}


class PragmaRefused(RuntimeError):
    """The SQLite of this machine does not do what our promises stand on."""


def connect(path: Path) -> sqlite3.Connection:
    """A file that exists, for reading and writing; every setting is read back.

    Raises:
        sqlite3.Error: the file cannot be opened, is in use or is no database.
        PragmaRefused: a setting did not hold.
    """
    file = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)
    try:
        file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_LIMIT)
        for name, value in PRAGMAS.items():
            file.execute(f"PRAGMA {name} = {value}")
        _read_back(file)
    except BaseException:
        file.close()
        raise
    return file


def connect_reading(path: Path) -> sqlite3.Connection:
    """A file that is trusted with nothing; refused while somebody is at work in it."""
    file = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0, isolation_level=None)
    file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_LIMIT)
    file.execute("PRAGMA trusted_schema = OFF")
    file.execute("PRAGMA cell_size_check = ON")
    return file


def connect_untouched(path: Path) -> sqlite3.Connection:
    """To look at a file whose kind is not known yet: takes no lock and writes nothing, not even beside it."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, timeout=0, isolation_level=None)


def engine_of(file: sqlite3.Connection, *, writing: bool = True) -> Engine:
    """SQLAlchemy on this connection and no other; each transaction is whole, also where it changes the schema."""
    start = "BEGIN IMMEDIATE" if writing else "BEGIN"
    engine = create_engine(
        "sqlite://",
        creator=lambda: file,
        poolclass=StaticPool,
        hide_parameters=True,  # an error goes into a log, and what a person's row says must not
    )

    @event.listens_for(engine, "begin")
    def begin(_: Connection) -> None:
        file.execute(start)

    return engine


def _read_back(file: sqlite3.Connection) -> None:
    for name, wanted in PRAGMAS.items():
        row = file.execute(f"PRAGMA {name}").fetchone()
        if row is not None and row[0] != wanted:  # no row: a SQLite built without that feature
            raise PragmaRefused(f"{name} is {row[0]!r}, not {wanted!r}")
