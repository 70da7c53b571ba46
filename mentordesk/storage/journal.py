"""What each change did to rows (design D7): noted under the actions while they run, never written by them.

Going back and forth over these notes is replay.py's work.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, SQLColumnExpression, Table, event, func, insert, inspect, select, update
from sqlalchemy.orm import InstanceState, LoaderCallableStatus, Mapper, Session, UOWTransaction

from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from mentordesk.storage.doors import guard_of
from mentordesk.storage.encoding import as_json, message_as_json
from mentordesk.storage.records.foundation import Record, Row
from mentordesk.storage.records.journal import Change, ChangedRow, Standing
from mentordesk.storage.whole_rows import insert_all

RowKey = tuple[str, str]  # table, primary key as text
_UNREAD = LoaderCallableStatus.NO_VALUE
_CHANGED_ROW = Row.metadata.tables[ChangedRow.__tablename__]


@dataclass(frozen=True, slots=True)
class _Edit:
    """None: the row was not there. A row that stayed has only the columns that differ."""

    before: dict[str, object] | None
    after: dict[str, object] | None

    def then(self, later: _Edit) -> _Edit:
        return _Edit(
            None if self.before is None else {**(later.before or {}), **self.before},
            None if later.after is None else {**(self.after or {}), **later.after},
        )

    def net(self) -> _Edit | None:
        """Without what came back to where it was; None if all did."""
        if self.before is None or self.after is None:
            return None if self.before is self.after else self
        differ = [name for name in self.after if self.before[name] != self.after[name]]
        if not differ:
            return None
        return _Edit({name: self.before[name] for name in differ}, {name: self.after[name] for name in differ})


class Recorder:
    """Watches the flushes of one changing session, and writes at its end what became of each row."""

    def __init__(self, session: Session) -> None:
        self._edits: dict[RowKey, _Edit] = {}
        self._unread: dict[RowKey, dict[str, object]] = {}  # old values that the session never loaded
        self._forgotten: set[RowKey] = set()
        session.info[Recorder] = self
        event.listen(session, "before_flush", self._look)
        event.listen(session, "after_flush", self._note)

    def write(
        self, connection: Connection, *, what: Message, who: str, at: datetime, undoable: bool
    ) -> frozenset[Subject]:
        """The change and its rows into the journal; the subjects it touched, none if nothing differs."""
        rows = list(self._rows())
        if not rows:
            return frozenset()
        connection.execute(update(Change).where(Change.standing == Standing.UNDONE).values(standing=Standing.DROPPED))
        number = (connection.scalar(select(func.max(Change.number))) or 0) + 1
        change = {
            "number": number,
            "at": at,
            "who": who,
            "what": message_as_json(what),
            "standing": Standing.DONE,
            "undoable": undoable and not self._forgotten,
        }
        connection.execute(insert(Change), change)
        for row in rows:
            row["change_number"] = number
        insert_all(connection, _CHANGED_ROW, rows)
        return frozenset(map(subject_of, {str(row["record"]) for row in rows}))

    def note_inserted(self, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
        """Whole rows that went in by another door than the session's; nobody may change these mappings any more."""
        (key,) = table.primary_key.columns.keys()
        for row in rows:
            self._edits[table.name, str(row[key])] = _Edit(None, dict(row))

    def forget(self, row: RowKey) -> None:
        self._forgotten.add(row)

    def _rows(self) -> Iterator[dict[str, object]]:
        for record, key in self._forgotten:
            yield {"record": record, "row_key": key, "before": None, "after": None}
        for (record, key), edit in self._edits.items():
            net = edit.net()
            if net is not None and (record, key) not in self._forgotten:
                yield {
                    "record": record,
                    "row_key": key,
                    "before": None if net.before is None else as_json(net.before),
                    "after": None if net.after is None else as_json(net.after),
                }

    def _look(self, session: Session, _: UOWTransaction, __: object) -> None:
        """Before a flush: fetches what is about to be overwritten and was never loaded, such as a long text."""
        for thing in (*session.new, *session.dirty, *session.deleted):
            if not isinstance(thing, Record):
                raise TypeError(f"{thing!r} is the store's own; a change writes Records only")
        for thing in (*session.new, *session.dirty):
            _refuse_sql(inspect(thing))
        for thing in (*session.dirty, *session.deleted):
            state = inspect(thing)
            unread = _unread(state, whole=thing in session.deleted)
            if unread:
                row = _row_key(state)
                columns = [state.mapper.columns[name] for name in unread]
                found = session.connection().execute(select(*columns).where(state.mapper.primary_key[0] == row[1]))
                self._unread[row] = dict(zip(unread, found.one(), strict=True))

    def _note(self, session: Session, _: UOWTransaction) -> None:
        """After a flush, while the session still knows what was new, changed and deleted in it."""
        for thing in session.new:
            state = inspect(thing)
            self._add(state, _Edit(None, _now(state, _columns(state.mapper))))
        for thing in session.dirty:
            state = inspect(thing)
            if before := self._before(state):
                self._add(state, _Edit(before, _now(state, tuple(before))))
        for thing in session.deleted:
            state = inspect(thing)
            before = self._before(state)
            untouched = tuple(name for name in _columns(state.mapper) if name not in before)
            self._add(state, _Edit(before | _now(state, untouched), None))
        self._unread.clear()

    def _add(self, state: InstanceState[Record], edit: _Edit) -> None:
        key = _row_key(state)
        earlier = self._edits.get(key)
        self._edits[key] = edit if earlier is None else earlier.then(edit)

    def _before(self, state: InstanceState[Record]) -> dict[str, object]:
        """What this flush overwrote."""
        old = state.committed_state
        known = {name: _still(old[name]) for name in _columns(state.mapper) if name in old}
        return known | self._unread.get(_row_key(state), {})


def forget(session: Session, row: Record) -> None:
    """Empties every note on this row, past ones and that of the change at work, so that no journal holds
    what consent was withdrawn for (R60).

    Neither this change nor one whose notes were emptied can be undone, and undo goes no further back than
    they. Deleting the row itself is the action's own step.
    """
    _forget(session, _row_key(inspect(row)))


def forget_gone(session: Session, kind: type[Record], key: str) -> None:
    """As `forget`, of a row that is in the file no more: removed, or its adding undone."""
    _forget(session, (kind.__tablename__, key))


def gone(session: Session, kind: type[Record], **held: str) -> frozenset[str]:
    """The keys of rows that are in the file no more but in the journal, with these values when they were there."""
    asked = select(ChangedRow.row_key, ChangedRow.before, ChangedRow.after).where(
        ChangedRow.record == kind.__tablename__
    )
    notes = ((key, json.loads(text)) for key, *texts in session.execute(asked) for text in texts if text is not None)
    found = {key for key, was in notes if all(was.get(name) == value for name, value in held.items())}
    return frozenset(key for key in found if session.get(kind, key) is None)


def _forget(session: Session, row: RowKey) -> None:
    recorder = session.info[Recorder]
    assert isinstance(recorder, Recorder)
    recorder.forget(row)
    notes = (ChangedRow.record == row[0], ChangedRow.row_key == row[1])
    numbers = select(ChangedRow.change_number).where(*notes)
    with guard_of(session).lifted():
        connection = session.connection()
        connection.execute(update(Change).where(Change.number.in_(numbers)).values(undoable=False))
        connection.execute(update(ChangedRow).where(*notes).values(before=None, after=None))


def subject_of(table: str) -> Subject:
    return _subjects()[table]


@cache
def _subjects() -> dict[str, Subject]:
    mapped = (mapper.class_ for mapper in Row.registry.mappers)
    return {kind.__tablename__: kind.subject for kind in mapped if issubclass(kind, Record)}


@cache
def _columns(mapper: Mapper[Record]) -> tuple[str, ...]:
    """Attributes bear the names of their columns in every record, so that one word does for both."""
    assert all(attribute.key == attribute.columns[0].name for attribute in mapper.column_attrs), mapper
    return tuple(attribute.key for attribute in mapper.column_attrs)


def _row_key(state: InstanceState[Record]) -> RowKey:
    (column,) = state.mapper.primary_key  # every record has one, a text
    if state.key is None:
        return state.mapper.class_.__tablename__, state.dict[column.name]
    if column.name in state.committed_state:
        raise ValueError(f"{state.obj()!r}: a key never changes")
    return state.mapper.class_.__tablename__, state.key[1][0]


def _unread(state: InstanceState[Record], *, whole: bool) -> list[str]:
    old = state.committed_state
    names = _columns(state.mapper) if whole else [name for name in _columns(state.mapper) if name in old]
    return [name for name in names if old.get(name, state.dict.get(name, _UNREAD)) is _UNREAD]


def _refuse_sql(state: InstanceState[Record]) -> None:
    given = [name for name in state.committed_state if isinstance(state.dict.get(name), SQLColumnExpression)]
    if given:
        raise TypeError(f"{state.obj()!r}: the journal cannot know what SQL makes of {given}")


def _now(state: InstanceState[Record], names: tuple[str, ...]) -> dict[str, object]:
    values = state.dict
    return {name: _still(values.get(name)) for name in names}  # what a new record was never told is NULL


def _still(value: object) -> object:
    """As it is now, whatever is put into it later."""
    return copy.deepcopy(value) if isinstance(value, (list, dict)) else value
