"""Where a value in the file comes from: the change that put it there, as the history of changes knows it.

A value whose change was undone, or whose history is no longer kept, has no source.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from mentordesk.domain.ids import InterviewId, ParticipationId
from mentordesk.i18n.message import Message
from mentordesk.storage.encoding import message_from_json
from mentordesk.storage.records import (
    ApplicationRecord,
    Change,
    ChangedRow,
    InterviewRecord,
)
from mentordesk.storage.records.journal import Standing

_Row = tuple[str, str]
"""Table, primary key."""


@dataclass(frozen=True, slots=True)
class Source:
    """`interview`: the one that was noted in the same change; `with_application`: the application came in with it."""

    at: datetime
    who: str
    what: Message
    interview: InterviewId | None = None
    with_application: bool = False


def sources_over(
    session: Session, rows: Collection[_Row], participation: ParticipationId
) -> Mapping[tuple[str, str, str], Source]:
    """The last change by table, row and column; interviews and application are the participant's."""
    if not rows:
        return {}
    newest: dict[tuple[str, str, str], int] = {}
    changes: dict[int, tuple[datetime, str, str]] = {}
    found = session.execute(
        select(
            ChangedRow.record,
            ChangedRow.row_key,
            ChangedRow.before,
            ChangedRow.after,
            Change.number,
            Change.at,
            Change.who,
            Change.what,
        )
        .join(Change, Change.number == ChangedRow.change_number)
        .where(tuple_(ChangedRow.record, ChangedRow.row_key).in_(list(rows)), Change.standing == Standing.DONE)
        .order_by(Change.number.desc())
    )
    for table, key, before, after, number, at, who, what in found:
        for column in _set_by(before, after):
            newest.setdefault((table, key, column), number)
        changes[number] = (at, who, what)
    interviews, applied = _beside(session, frozenset(newest.values()), participation)
    return {
        place: Source(
            changes[number][0],
            changes[number][1],
            message_from_json(changes[number][2]),
            interviews.get(number),
            number in applied,
        )
        for place, number in newest.items()
    }


def _set_by(before: str | None, after: str | None) -> list[str]:
    """Columns that a change gave a value; of a new row those that are not empty."""
    values: dict[str, object] = json.loads(after) if after is not None else {}
    return [column for column, value in values.items() if before is not None or value not in (None, "")]


def _beside(
    session: Session, numbers: Collection[int], participation: ParticipationId
) -> tuple[Mapping[int, InterviewId], frozenset[int]]:
    """The interview that each of the changes noted, and which of them brought the application."""
    held = session.scalars(
        select(InterviewRecord.id).where(
            InterviewRecord.participation_id == participation, InterviewRecord.held_on.is_not(None)
        )
    )
    wanted = [(InterviewRecord.__tablename__, str(id_)) for id_ in held]
    application = (ApplicationRecord.__tablename__, str(participation))
    rows = session.execute(
        select(ChangedRow.change_number, ChangedRow.record, ChangedRow.row_key).where(
            ChangedRow.change_number.in_(numbers),
            tuple_(ChangedRow.record, ChangedRow.row_key).in_([*wanted, application]),
        )
    )
    interviews: dict[int, InterviewId] = {}
    applied: set[int] = set()
    for number, table, key in rows:
        if table == application[0]:
            applied.add(number)
        else:
            interviews[number] = InterviewId(key)
    return interviews, frozenset(applied)
