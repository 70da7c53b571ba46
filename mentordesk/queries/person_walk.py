"""The way from a person to every row that can be followed to them, by foreign keys, so that no table is forgotten.

What is told of the rows is person_report.py's; what only the journal still holds is person_trash.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Column, RowMapping, Table, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.records.foundation import Row

AnyRow: TypeAlias = Mapping[str, object] | RowMapping
_PERSON, _PART, _PAIR = PersonRecord.__tablename__, ParticipationRecord.__tablename__, PairRecord.__tablename__
_AT_ONCE = 500  # SQLite takes 999 values in one statement
PEOPLE = frozenset({_PERSON, _PART})
OWNER = "participation_id"
TOGETHER = frozenset({"pair_substitute", "issue"})  # of the pair, though it names only the third
ABOUT = "about"  # a column that may bear the key of any row, and is no foreign key


class Walk:
    """From the person to every row that points at them, and from each of those on."""

    def __init__(self, session: Session, person: PersonRecord) -> None:
        self._session = session
        self._person = person.id
        self.participations: set[ParticipationId] = set(
            session.scalars(select(ParticipationRecord.id).where(ParticipationRecord.person_id == person.id))
        )
        self.rows: defaultdict[str, dict[str, RowMapping]] = defaultdict(dict)
        self.pointing: set[tuple[str, str]] = set()  # rows of others, of which only what points at us is told
        self.pairs: dict[str, AnyRow] = {}  # ours, deleted ones too
        self._withheld: set[tuple[str, str]] = set()

    @property
    def withheld(self) -> int:
        return len(self._withheld)

    def withhold(self, table: str, key: str) -> None:
        self._withheld.add((table, key))

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
        self._take_what_is_about_us()

    def _take_what_is_about_us(self) -> None:
        ours = sorted({key for table, key in self.known()})
        for table in (table for table in Row.metadata.tables.values() if ABOUT in table.columns):
            for start in range(0, len(ours), _AT_ONCE):
                for row in self._asked(table, ABOUT, ours[start : start + _AT_ONCE]):
                    self._take(table, row)

    def known(self) -> set[tuple[str, str]]:
        """Table and key of every row that is told in full."""
        return {(table, key) for table, rows in self.rows.items() for key in rows} - self.pointing

    def _asked(self, table: Table, column: str, ids: Iterable[str]) -> Sequence[RowMapping]:
        there = [each for each in table.columns if each.name != "content"]  # files are asked for one by one
        return self._session.execute(select(*there).where(table.c[column].in_(sorted(ids)))).mappings().all()

    def _take(self, table: Table, row: RowMapping) -> str | None:
        """The row's key if what points at it is of interest too."""
        key = str(row[key_of(table)])
        if key in self.rows[table.name] or (table.name, key) in self._withheld:
            return None
        ours, others = self.sides(table, row)
        if table.name == _PAIR and not ours:
            return None
        if others and not ours and table.name not in TOGETHER:
            return None  # another's own, in something shared
        if self.is_withheld(row):
            self.withhold(table.name, key)
            return None
        self.rows[table.name][key] = row
        if table.name == _PAIR:
            self.pairs[key] = row
        if self.is_anothers(table, row):
            self.pointing.add((table.name, key))
            return None
        return key

    def sides(self, table: Table, row: AnyRow) -> tuple[list[str], list[str]]:
        """The columns that name us, and those that name somebody else."""
        told: tuple[list[str], list[str]] = ([], [])
        for column in table.columns:
            if points_at_people(column) and row[column.name] is not None:
                told[0 if self.is_us(row[column.name]) else 1].append(column.name)
        return told

    def is_us(self, value: object) -> bool:
        return value == self._person or value in self.participations

    def is_withheld(self, row: AnyRow) -> bool:
        """A wish of another not to meet us, or what another answered about a shared pair."""
        return bool(row.get("veto") and row.get(OWNER) not in self.participations) or self._is_others_answer(row)

    def is_anothers(self, table: Table, row: AnyRow) -> bool:
        """Another's row, of which only what names us is told."""
        owner = row.get(OWNER)
        return table.name == _PERSON or bool(
            self.sides(table, row)[1] and owner is not None and owner not in self.participations
        )

    def _is_others_answer(self, row: AnyRow) -> bool:
        side, pair = row.get("side"), self.pairs.get(str(row.get("pair_id")))
        return side is not None and pair is not None and pair[f"{side}_id"] not in self.participations


def _pointing_at(name: str) -> Iterator[tuple[Table, Column[object]]]:
    for table in Row.metadata.tables.values():
        for column in table.columns:
            if any(key.column.table.name == name for key in column.foreign_keys) and table.name != _PART:
                yield table, column


def points_at_people(column: Column[object]) -> bool:
    return any(key.column.table.name in PEOPLE for key in column.foreign_keys)


def key_of(table: Table) -> str:
    return next(iter(table.primary_key.columns)).name
