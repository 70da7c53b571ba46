"""What was deleted of a person, or undone, and only the journal still holds: it is kept of them too (GDPR 15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Table, and_, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.queries.person_walk import ABOUT, PEOPLE, TOGETHER, Walk, key_of
from mentordesk.storage.encoding import from_json
from mentordesk.storage.records import Change, ChangedRow, PairRecord, ParticipationRecord
from mentordesk.storage.records.foundation import Row
from mentordesk.storage.records.journal import Standing

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A whole row as it was last; `change` is the number of the change that deleted it, or was undone."""

    table: Table
    key: str
    values: Mapping[str, object]
    change: int


def deleted_rows(session: Session, walk: Walk) -> tuple[DeletedRow, ...]:
    """Those that name the person or what was theirs, the oldest first; another's answers are withheld as ever."""
    left = {(row.table.name, row.key): row for row in _deleted(session)}
    known = walk.known()
    found: list[DeletedRow] = []
    grows = True
    while grows:
        grows = False
        for at, row in list(left.items()):
            if not _is_of_theirs(walk, row, known):
                continue
            del left[at]
            grows = True
            if walk.is_withheld(row.values):
                walk.withhold(*at)
                continue
            found.append(row)
            if not walk.is_anothers(row.table, row.values):
                known.add(at)
            if row.table.name == ParticipationRecord.__tablename__:
                walk.participations.add(ParticipationId(row.key))
            if row.table.name == PairRecord.__tablename__:
                walk.pairs[row.key] = row.values
    return tuple(sorted(found, key=lambda row: (row.change, row.table.name, row.key)))


def _is_of_theirs(walk: Walk, row: DeletedRow, known: set[tuple[str, str]]) -> bool:
    ours, others = walk.sides(row.table, row.values)
    if ours:
        return True
    if others and row.table.name not in TOGETHER:
        return False  # another's own, in something shared
    about = row.values.get(ABOUT)
    if about and any(key == about for _, key in known):
        return True
    return any(
        (key.column.table.name, str(row.values.get(column.name))) in known
        for column in row.table.columns
        for key in column.foreign_keys
        if key.column.table.name not in PEOPLE
    )


def _deleted(session: Session) -> Iterator[DeletedRow]:
    """Rows that are in the journal whole and in no table any more, each as it was last."""
    asked = (
        select(ChangedRow)
        .join(Change, Change.number == ChangedRow.change_number)
        .where(
            or_(
                and_(ChangedRow.after.is_(None), ChangedRow.before.is_not(None)),
                and_(ChangedRow.before.is_(None), ChangedRow.after.is_not(None), Change.standing != Standing.DONE),
            )
        )
        .order_by(ChangedRow.change_number)
    )
    last: dict[str, dict[str, ChangedRow]] = {}
    for row in session.scalars(asked):
        last.setdefault(row.record, {})[row.row_key] = row
    for name, rows in last.items():
        table = Row.metadata.tables.get(name)
        if table is None:
            continue
        there = _there(session, table, list(rows))
        for key, row in rows.items():
            values = from_json(table, row.before or row.after)
            if key not in there and values is not None:
                yield DeletedRow(table, key, values, row.change_number)


def _there(session: Session, table: Table, keys: list[str]) -> set[str]:
    column = table.c[key_of(table)]
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        found |= set(session.scalars(select(column).where(column.in_(keys[start : start + _AT_ONCE]))))
    return found
