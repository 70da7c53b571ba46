"""All that is kept of one person, for that person's own eyes (GDPR 15): every row that can be followed to them.

The tables are found by their foreign keys, so that none can be forgotten. Other participants are not named: they have
a right to that (GDPR 15(4)). What another answered about a shared pair, and a wish not to meet, are theirs: counted as
withheld, and not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import AttachmentId, ParticipationId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.person_trash import DeletedRow, deleted_rows
from mentordesk.queries.person_walk import PEOPLE, AnyRow, Walk
from mentordesk.queries.report_masks import Mask, Plain
from mentordesk.storage.encoding import message_from_json
from mentordesk.storage.records import (
    AttachmentContentRecord,
    AttachmentRecord,
    Change,
    ChangedRow,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.records.foundation import Row
from mentordesk.storage.store import Store

_CONTENT = AttachmentContentRecord.__tablename__
_NAMED = {"programme": "name", "unit": "name", "scenario": "name", "call_channel": "name", "library_item": "title"}


@dataclass(frozen=True, slots=True)
class ReportCell:
    column: str
    value: Plain
    told: bool  # False: a key that says nothing to a reader
    name: str = ""  # of what a key points at, where a reader knows it by its name


@dataclass(frozen=True, slots=True)
class ReportTable:
    name: str
    rows: tuple[tuple[ReportCell, ...], ...]


@dataclass(frozen=True, slots=True)
class ReportChange:
    """One change that touched a row of theirs; `rows` as the journal keeps them, before and after."""

    at: datetime
    who: str
    what: Message
    rows: tuple[tuple[str, Plain, Plain], ...]  # table, before, after


@dataclass(frozen=True, slots=True)
class ReportDeleted:
    """A row that only the journal still holds, and the change that deleted it, or was undone."""

    at: datetime
    who: str
    what: Message
    table: str
    row: tuple[ReportCell, ...]


@dataclass(frozen=True, slots=True)
class PersonReport:
    person: PersonId
    name: str
    tables: tuple[ReportTable, ...]
    deleted: tuple[ReportDeleted, ...]  # the oldest first
    changes: tuple[ReportChange, ...]  # the oldest first
    files: tuple[tuple[AttachmentId, str], ...]  # attached to an application
    withheld: int  # rows that are another's as much, and are not told


def person_report(store: Store, number: str, *, other: str) -> PersonReport:
    """`number`: of a person or of a participation; `other`: what stands in place of another participant's name.

    Raises:
        Refused: nobody bears the number.
    """
    with store.reading() as session:
        person = _person(session, number)
        walk = Walk(session, person)
        walk.go()
        deleted = deleted_rows(session, walk)
        mask = Mask(session, person, walk.participations, other)
        return PersonReport(
            person.id,
            f"{person.given_name} {person.family_name}".strip(),
            tuple(_tables(session, walk, mask)),
            tuple(_deleted(session, walk, mask, deleted)),
            tuple(_changes(session, walk, mask, deleted)),
            tuple(_files(session, walk.participations)),
            walk.withheld,
        )


def attached_content(store: Store, attachment: AttachmentId) -> bytes:
    """Raises NoResultFound for one that is gone."""
    with store.reading() as session:
        return session.get_one(AttachmentContentRecord, attachment).content


def _person(session: Session, number: str) -> PersonRecord:
    part = session.get(ParticipationRecord, number)
    found = session.get(PersonRecord, number if part is None else part.person_id)
    if found is None:
        raise Refused(msg("There is nobody with the number {id}.", id=number))
    return found


def _tables(session: Session, walk: Walk, mask: Mask) -> Iterator[ReportTable]:
    names = _Names(session)
    for table in Row.metadata.sorted_tables:
        rows = walk.rows.get(table.name)
        if rows and table.name != _CONTENT:
            cells = (
                tuple(_cells(table, row, walk, names, mask, only_us=(table.name, key) in walk.pointing))
                for key, row in rows.items()
            )
            yield ReportTable(table.name, tuple(cells))


def _cells(table: Table, row: AnyRow, walk: Walk, names: _Names, mask: Mask, *, only_us: bool) -> Iterator[ReportCell]:
    for column in table.columns:
        if column.name not in row or row[column.name] is None:
            continue
        value = row[column.name]
        if only_us and not walk.is_us(value):
            continue
        pointed = next((key.column.table.name for key in column.foreign_keys), "")
        if pointed in PEOPLE and not walk.is_us(value):
            yield ReportCell(column.name, mask.other, told=True)
        elif pointed in _NAMED:
            yield ReportCell(column.name, str(value), told=True, name=names.of(pointed, str(value)))
        else:
            yield ReportCell(column.name, mask.plain(value), told=not pointed and not column.primary_key)


class _Names:
    """Of what rows point at and a reader knows by its name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, table: str, number: str) -> str:
        if table not in self._known:
            asked = Row.metadata.tables[table]
            named = self._session.execute(select(asked.c.id, asked.c[_NAMED[table]]))
            self._known[table] = {key: _one_name(name) for key, name in named}
        return self._known[table].get(number, number)


def _one_name(name: str | Mapping[str, str]) -> str:
    return name if isinstance(name, str) else " / ".join(dict.fromkeys(text for text in name.values() if text))


def _deleted(session: Session, walk: Walk, mask: Mask, rows: Iterable[DeletedRow]) -> Iterator[ReportDeleted]:
    names = _Names(session)
    for row in rows:
        if row.table.name != _CONTENT:
            change = session.get_one(Change, row.change)
            only_us = walk.is_anothers(row.table, row.values)
            cells = tuple(_cells(row.table, row.values, walk, names, mask, only_us=only_us))
            what = mask.message(message_from_json(change.what))
            yield ReportDeleted(change.at, change.who, what, row.table.name, cells)


def _changes(session: Session, walk: Walk, mask: Mask, deleted: Iterable[DeletedRow]) -> Iterator[ReportChange]:
    ours = walk.known()
    ours |= {(row.table.name, row.key) for row in deleted if not walk.is_anothers(row.table, row.values)}
    keys = sorted({key for _, key in ours})
    found: defaultdict[int, list[tuple[str, Plain, Plain]]] = defaultdict(list)
    for start in range(0, len(keys), 500):
        asked = select(ChangedRow).where(ChangedRow.row_key.in_(keys[start : start + 500]))
        for row in session.scalars(asked):
            if (row.record, row.row_key) in ours and row.record != _CONTENT:
                found[row.change_number].append((row.record, mask.json(row.before), mask.json(row.after)))
    for start in range(0, len(found), 500):
        numbers = sorted(found)[start : start + 500]
        for change in session.scalars(select(Change).where(Change.number.in_(numbers)).order_by(Change.number)):
            what = mask.message(message_from_json(change.what))
            yield ReportChange(change.at, change.who, what, tuple(found[change.number]))


def _files(session: Session, participations: Iterable[ParticipationId]) -> Iterator[tuple[AttachmentId, str]]:
    asked = select(AttachmentRecord.id, AttachmentRecord.file_name).where(
        AttachmentRecord.participation_id.in_(participations)
    )
    yield from session.execute(asked.order_by(AttachmentRecord.id))
