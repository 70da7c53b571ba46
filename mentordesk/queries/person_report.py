"""All that is kept of one person, for that person's own eyes (GDPR 15): every row that can be followed to them.

The tables are found by their foreign keys, so that none can be forgotten. Other participants are not named: they have
a right to that (GDPR 15(4)). What another answered about a shared pair, and a wish not to meet, are theirs: counted as
withheld, and not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, RowMapping, Table, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import AttachmentId, ParticipationId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.report_masks import Mask, Plain
from mentordesk.storage.encoding import message_from_json
from mentordesk.storage.records import (
    AttachmentContentRecord,
    AttachmentRecord,
    Change,
    ChangedRow,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.records.foundation import Row
from mentordesk.storage.store import Store

_PERSON, _PART, _PAIR = PersonRecord.__tablename__, ParticipationRecord.__tablename__, PairRecord.__tablename__
_PEOPLE = frozenset({_PERSON, _PART})
_CONTENT = AttachmentContentRecord.__tablename__
_OWNER = "participation_id"
_NAMED = ("programme", "unit", "scenario", "call_channel")
_TOGETHER = frozenset({"pair_substitute"})  # of the pair, though it names only the third


@dataclass(frozen=True, slots=True)
class ReportCell:
    column: str
    value: Plain
    told: bool  # False: a key that says nothing to a reader


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
class PersonReport:
    person: PersonId
    name: str
    tables: tuple[ReportTable, ...]
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
        walk = _Walk(session, person)
        walk.go()
        mask = Mask(session, person, walk.participations, other)
        return PersonReport(
            person.id,
            f"{person.given_name} {person.family_name}".strip(),
            tuple(_tables(session, walk, mask)),
            tuple(_changes(session, walk, mask)),
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


class _Walk:
    """From the person to every row that points at them, and from each of those on."""

    def __init__(self, session: Session, person: PersonRecord) -> None:
        self._session = session
        self._person = person.id
        self.participations: frozenset[ParticipationId] = frozenset(
            session.scalars(select(ParticipationRecord.id).where(ParticipationRecord.person_id == person.id))
        )
        self.rows: defaultdict[str, dict[str, RowMapping]] = defaultdict(dict)
        self.pointing: set[tuple[str, str]] = set()  # rows of others, of which only what points at us is told
        self._withheld: set[tuple[str, str]] = set()

    @property
    def withheld(self) -> int:
        return len(self._withheld)

    def go(self) -> None:
        waiting: list[tuple[str, set[str]]] = [(_PERSON, {self._person}), (_PART, set(self.participations))]
        for name, ids in waiting:
            for row in self._asked(Row.metadata.tables[name], "id", ids):
                self.rows[name][row["id"]] = row
        while waiting:
            reached, keys = waiting.pop()
            for table, column in _pointing_at(reached):
                fresh = {key for row in self._asked(table, column.name, keys) if (key := self._take(table, row))}
                if fresh:
                    waiting.append((table.name, fresh))

    def _asked(self, table: Table, column: str, ids: Iterable[str]) -> Sequence[RowMapping]:
        there = [each for each in table.columns if each.name != "content"]  # files are asked for one by one
        return self._session.execute(select(*there).where(table.c[column].in_(sorted(ids)))).mappings().all()

    def _take(self, table: Table, row: RowMapping) -> str | None:
        """The row's key if what points at it is of interest too."""
        key = str(row[_key(table)])
        if key in self.rows[table.name] or (table.name, key) in self._withheld:
            return None
        ours, others = self._sides(table, row)
        owner = row.get(_OWNER)
        if table.name == _PAIR and not ours:
            return None
        if others and not ours and table.name not in _TOGETHER:
            return None  # another's own, in something shared
        if (row.get("veto") and owner not in self.participations) or self._is_others_answer(row):
            self._withheld.add((table.name, key))
            return None
        self.rows[table.name][key] = row
        is_another = table.name == _PERSON or (others and owner is not None and owner not in self.participations)
        if is_another:
            self.pointing.add((table.name, key))
            return None
        return key

    def _sides(self, table: Table, row: RowMapping) -> tuple[list[str], list[str]]:
        """The columns that name us, and those that name somebody else."""
        told: tuple[list[str], list[str]] = ([], [])
        for column in table.columns:
            if _points_at_people(column) and row[column.name] is not None:
                told[0 if self.is_us(row[column.name]) else 1].append(column.name)
        return told

    def is_us(self, value: object) -> bool:
        return value == self._person or value in self.participations

    def _is_others_answer(self, row: RowMapping) -> bool:
        side, pair = row.get("side"), self.rows[_PAIR].get(str(row.get("pair_id")))
        return side is not None and pair is not None and pair[f"{side}_id"] not in self.participations


def _pointing_at(name: str) -> Iterator[tuple[Table, Column[object]]]:
    for table in Row.metadata.tables.values():
        for column in table.columns:
            if any(key.column.table.name == name for key in column.foreign_keys) and table.name != _PART:
                yield table, column


def _points_at_people(column: Column[object]) -> bool:
    return any(key.column.table.name in _PEOPLE for key in column.foreign_keys)


def _key(table: Table) -> str:
    return next(iter(table.primary_key.columns)).name


def _tables(session: Session, walk: _Walk, mask: Mask) -> Iterator[ReportTable]:
    names = _Names(session)
    for table in Row.metadata.sorted_tables:
        rows = walk.rows.get(table.name)
        if rows and table.name != _CONTENT:
            cells = (
                tuple(_cells(table, row, walk, names, mask, only_us=(table.name, key) in walk.pointing))
                for key, row in rows.items()
            )
            yield ReportTable(table.name, tuple(cells))


def _cells(
    table: Table, row: RowMapping, walk: _Walk, names: _Names, mask: Mask, *, only_us: bool
) -> Iterator[ReportCell]:
    for column in table.columns:
        if column.name not in row or row[column.name] is None:
            continue
        value = row[column.name]
        if only_us and not walk.is_us(value):
            continue
        pointed = next((key.column.table.name for key in column.foreign_keys), "")
        if pointed in _PEOPLE and not walk.is_us(value):
            yield ReportCell(column.name, mask.other, told=True)
        elif pointed in _NAMED:
            yield ReportCell(column.name, names.of(pointed, str(value)), told=True)
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
            self._known[table] = dict(self._session.execute(select(asked.c.id, asked.c.name)).all())
        return self._known[table].get(number, number)


def _changes(session: Session, walk: _Walk, mask: Mask) -> Iterator[ReportChange]:
    ours = {(table, key) for table, rows in walk.rows.items() for key in rows} - walk.pointing
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
