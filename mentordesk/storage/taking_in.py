"""New rows by the thousand: one statement for a table, and the journal told of each row as if it had come alone.

Not here: changing and deleting rows, which stay the session's, one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from typing import Protocol, TypeVar, cast

from sqlalchemy import Table
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from mentordesk.storage.doors import guard_of
from mentordesk.storage.journal import Recorder
from mentordesk.storage.records.foundation import Record
from mentordesk.storage.whole_rows import insert_all

_New = TypeVar("_New", bound=Record)
Values = dict[str, object]


class Newcomers(Protocol):
    """Where new rows are begun; what is set on them until the change ends goes in with them."""

    def begin(self, kind: type[_New], values: Values) -> _New: ...


class OneByOne:
    """Records of the session: for a few."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, kind: type[_New], values: Values) -> _New:
        made = kind(**values)
        self._session.add(made)
        return made


class _Begun:
    """Stands in for a record until it is in the file: its columns can be read and set, and nothing else."""

    def __init__(self, values: Values) -> None:
        self.__dict__ = values


class AllAtOnce:
    """Plain rows, written by `take_in`: for thousands, at a tenth of what as many records cost."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[type[Record], list[Values]] = {}

    def begin(self, kind: type[_New], values: Values) -> _New:
        known, makers = _blank(kind)
        row = known | values
        for name, make in makers:
            if name not in values:
                row[name] = make()
        self._rows.setdefault(kind, []).append(row)
        return cast(_New, _Begun(row))

    def take_in(self) -> None:
        """Once, when everything is set; a row set after it stays as it was written."""
        for kind, rows in self._rows.items():
            insert_rows(self._session, kind, rows)
        self._rows = {}


def insert_rows(session: Session, kind: type[Record], rows: Sequence[Values]) -> None:
    """Whole rows, every column of them, into the file and the journal's notes of this change.

    Raises:
        KeyError: a row lacks a column, or the session is not a changing one.
    """
    table = _table(kind)
    recorder = session.info[Recorder]
    assert isinstance(recorder, Recorder)
    with guard_of(session).lifted():
        insert_all(session.connection(), table, rows)
    recorder.note_inserted(table, rows)


def _table(kind: type[Record]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


@cache
def _blank(kind: type[Record]) -> tuple[Values, tuple[tuple[str, Callable[[], object]], ...]]:
    """What a record of this kind is when nothing is said of it, and what is made anew for each: its key."""
    known: Values = {}
    for column in _table(kind).columns:
        said = column.default
        assert said is None or isinstance(said, ScalarElementColumnDefault), f"{column} is worked out by the session"
        known[column.name] = None if said is None else said.arg
    made = ((each.name, each.default_factory) for each in fields(kind) if callable(each.default_factory))
    return known, tuple((name, make) for name, make in made if name in known)
