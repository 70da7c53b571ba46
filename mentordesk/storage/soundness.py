"""What can be known of a file through SQLite alone: is it whole, how many rows, which tables and columns."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

ALEMBIC = "alembic_version"  # the one table that is not a record


@dataclass(frozen=True, slots=True)
class Faults:
    damaged_places: tuple[str, ...]  # in SQLite's words
    lost_references: int  # rows that point at a row which is not there

    def __bool__(self) -> bool:
        return bool(self.damaged_places or self.lost_references)


def faults(file: sqlite3.Connection, path: Path | None = None) -> Faults:
    """A full check; 36 ms for 100 MB. With `path` also of whether the file there has all its bytes.

    Raises:
        sqlite3.DatabaseError: too damaged for even that.
    """
    places = tuple(row[0] for row in file.execute("PRAGMA integrity_check") if row[0] != "ok")
    if path is not None and path.stat().st_size != size(file):
        places += ("the end is cut off",)  # SQLite reads a last page that is not all there as if zeros followed
    lost = 0 if places else sum(1 for _ in file.execute("PRAGMA foreign_key_check"))
    return Faults(places, lost)


def tables(file: sqlite3.Connection) -> list[str]:
    found = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")
    return sorted(row[0] for row in found)


def counts(file: sqlite3.Connection) -> dict[str, int]:
    """Table -> rows."""
    return {
        table: file.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0]  # noqa: S608
        for table in tables(file)
    }


def shape(file: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Tables, columns, keys and indexes, to compare two files with each other.

    Not the text of the schema: that differs between a file that was made new and one that grew through
    upgrades. Anything else, such as a trigger or a view, is named as it is, and so is equal to nothing of ours.
    """
    found: set[tuple[object, ...]] = set()
    for kind, name, table in file.execute("SELECT type, name, tbl_name FROM sqlite_schema").fetchall():
        if kind == "index":
            columns = tuple(row[2] for row in file.execute(f"PRAGMA index_info({quoted(name)})"))
            unique, partial = _index_kind(file, table, name)
            own = "" if name.startswith("sqlite_autoindex") else name  # those are numbered as they come
            found.add((kind, own, table, columns, unique, partial))
        elif kind == "table":
            for _, column, typed, not_null, default, key, hidden in file.execute(f"PRAGMA table_xinfo({quoted(name)})"):
                found.add((kind, name, column, typed.upper(), not_null, default, key, hidden))
            for row in file.execute(f"PRAGMA foreign_key_list({quoted(name)})"):
                found.add(("reference", name, *row[2:]))
        else:
            found.add((kind, name))
    return frozenset(found)


def strange_parts(file: sqlite3.Connection) -> list[str]:
    """Triggers and views: we make none, and they would run with our rights."""
    return [row[0] for row in file.execute("SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')")]


def size(file: sqlite3.Connection) -> int:
    """Bytes of all its pages."""
    pages, each = (file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * each)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _index_kind(file: sqlite3.Connection, table: str, index: str) -> tuple[int, int]:
    for _, name, unique, _, partial in file.execute(f"PRAGMA index_list({quoted(table)})"):
        if name == index:
            return unique, partial
    raise LookupError(index)
