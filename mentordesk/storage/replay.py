"""Undo and redo: walks the journal's notes back and forth, and tells the history they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from mentordesk.storage.encoding import from_json, message_from_json
from mentordesk.storage.journal import subject_of
from mentordesk.storage.records.foundation import Row
from mentordesk.storage.records.journal import Change, ChangedRow, Standing

_AT_ONCE = 500  # rows asked for in one statement; SQLite takes 999 values


@dataclass(frozen=True, slots=True)
class Step:
    """One change as the history shows it."""

    number: int
    at: datetime
    who: str
    what: Message
    standing: Standing
    undoable: bool


@dataclass(frozen=True, slots=True)
class _Move:
    """How one row shall go from what it must be now to what is wanted; None: not there."""

    key: str
    expected: dict[str, object] | None
    wanted: dict[str, object] | None

    def fits(self, now: dict[str, object] | None) -> bool:
        if self.expected is None or now is None:
            return self.expected is now
        return all(name in now and now[name] == value for name, value in self.expected.items())


def steps(connection: Connection, limit: int) -> tuple[Step, ...]:
    """The newest first."""
    return tuple(_steps(connection, limit=limit))


def next_undo(connection: Connection) -> Step | None:
    """None also where the newest change cannot be undone: undo does not step over it."""
    newest = next(_steps(connection, Change.standing == Standing.DONE), None)
    return newest if newest is not None and newest.undoable else None


def next_redo(connection: Connection) -> Step | None:
    oldest = next(_steps(connection, Change.standing == Standing.UNDONE, newest_first=False), None)
    return oldest if oldest is not None and oldest.undoable else None


def replay(connection: Connection, step: Step, *, back: bool) -> frozenset[Subject]:
    """Every row to where it was before the step (`back`) or after it; foreign keys must be deferred.

    Raises:
        Refused: a row is not as the journal left it.
    """
    notes = connection.execute(
        select(ChangedRow.record, ChangedRow.row_key, ChangedRow.before, ChangedRow.after)
        .where(ChangedRow.change_number == step.number)
        .order_by(ChangedRow.record, ChangedRow.row_key)
    )
    moves: dict[str, list[_Move]] = {}
    for record, key, *states in notes:
        before, after = (from_json(Row.metadata.tables[record], state) for state in states)
        moves.setdefault(record, []).append(_Move(key, after, before) if back else _Move(key, before, after))
    for record, of_table in moves.items():
        if not _moved(connection, Row.metadata.tables[record], of_table):
            raise Refused(
                msg(
                    "“{change}” cannot be undone or redone: what it changed has been changed in another way since.",
                    change=step.what,
                )
            )
    standing = Standing.UNDONE if back else Standing.DONE
    connection.execute(update(Change).where(Change.number == step.number).values(standing=standing))
    return frozenset(subject_of(record) for record in moves)


def _steps(
    connection: Connection, *where: ColumnElement[bool], newest_first: bool = True, limit: int | None = 1
) -> Iterator[Step]:
    order = Change.number.desc() if newest_first else Change.number
    columns = (Change.number, Change.at, Change.who, Change.what, Change.standing, Change.undoable)
    for row in connection.execute(select(*columns).where(*where).order_by(order).limit(limit)):
        number, at, who, what, standing, undoable = row
        yield Step(number, at, who, message_from_json(what), standing, undoable)


def _moved(connection: Connection, table: Table, moves: Sequence[_Move]) -> bool:
    """False if a row is not where it must be.

    All go before any comes, so that no two rows meet at a unique value on their way.
    """
    (key,) = table.primary_key
    coming: list[dict[str, object]] = []
    rest = iter(moves)
    while batch := list(islice(rest, _AT_ONCE)):
        these = key.in_([move.key for move in batch])
        found = connection.execute(select(table).where(these)).mappings()
        present = {row[key]: dict(row) for row in found}
        for move in batch:
            now = present.get(move.key)
            if not move.fits(now):
                return False
            if move.wanted is not None:
                coming.append({**(now or {}), **move.wanted})
        connection.execute(delete(table).where(these))
    if coming:
        connection.execute(insert(table), coming)
    return True
