"""Undo and redo: walks the journal's notes back and forth, and tells the history they make.

Columns that go forward only (`Forward`, a meeting's number in calendars) are no part of what must fit, and are never
taken back. A meeting whose adding is undone is gone; nothing tells a calendar that already has it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from mentordesk.storage.encoding import as_json, from_json, message_from_json
from mentordesk.storage.going_forward import forward_only, gone_forward
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

    def fits(self, now: dict[str, object] | None, free: Collection[str]) -> bool:
        """`free`: columns that may have gone on meanwhile."""
        if self.expected is None or now is None:
            return self.expected is now
        must = ((name, value) for name, value in self.expected.items() if name not in free)
        return all(name in now and now[name] == value for name, value in must)


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


def replay(connection: Connection, step: Step, *, back: bool, at: datetime) -> frozenset[Subject]:
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
        table = Row.metadata.tables[record]
        gone = _moved(connection, table, of_table, at)
        if gone is None:
            raise Refused(
                msg(
                    "“{change}” cannot be undone or redone: what it changed has been changed in another way since.",
                    change=step.what,
                )
            )
        _remember(connection, step, record, gone)
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


def _moved(
    connection: Connection, table: Table, moves: Sequence[_Move], at: datetime
) -> Mapping[str, dict[str, object]] | None:
    """The rows that are gone now and had columns that go forward only; None if a row is not where it must be.

    All go before any comes, so that no two rows meet at a unique value on their way.
    """
    (key,) = table.primary_key
    forward = forward_only(table)
    coming: list[dict[str, object]] = []
    gone: dict[str, dict[str, object]] = {}
    rest = iter(moves)
    while batch := list(islice(rest, _AT_ONCE)):
        these = key.in_([move.key for move in batch])
        found = connection.execute(select(table).where(these)).mappings()
        present = {row[key]: dict(row) for row in found}
        for move in batch:
            now = present.get(move.key)
            if not move.fits(now, forward):
                return None
            if move.wanted is not None:
                there = now or dict.fromkeys(table.columns.keys())  # a column newer than the note is empty
                coming.append({**there, **gone_forward(forward, now, move.wanted, at)})
            elif forward and now is not None:
                gone[move.key] = now
        connection.execute(delete(table).where(these))
    if coming:
        connection.execute(insert(table), coming)
    return gone


def _remember(connection: Connection, step: Step, record: str, gone: Mapping[str, dict[str, object]]) -> None:
    """How far a row that is gone had come, in the note that would bring it back."""
    for key, row in gone.items():
        of_row = (ChangedRow.change_number == step.number, ChangedRow.record == record, ChangedRow.row_key == key)
        undone = connection.scalar(select(ChangedRow.before).where(*of_row)) is None
        note = {"after": as_json(row)} if undone else {"before": as_json(row)}
        connection.execute(update(ChangedRow).where(*of_row).values(**note))
