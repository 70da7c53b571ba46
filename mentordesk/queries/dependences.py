"""Positions of dependence on record (R30): of everybody, and of one participant with whom another can be recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import Choosable, choosable_over
from mentordesk.storage.records import DependenceRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class DependenceRow:
    """Seen from one of the two; the day and the reason of one from before they were kept are not known."""

    id: str
    other: PersonId
    name: str
    recorded_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Dependences:
    participation: ParticipationId
    person: PersonId
    rows: tuple[DependenceRow, ...]  # the newest first
    choosable: tuple[Choosable, ...]  # those of the other role with whom none is on record


def on_record_over(session: Session) -> Mapping[PersonId, Mapping[PersonId, date | None]]:
    """Of everybody, both ways, with the day."""
    found: defaultdict[PersonId, dict[PersonId, date | None]] = defaultdict(dict)
    for one, other, day in session.execute(
        select(DependenceRecord.person_id, DependenceRecord.other_id, DependenceRecord.recorded_on)
    ):
        found[one][other] = found[other][one] = day
    return found


def dependences(store: Store, participation: ParticipationId) -> Dependences:
    """Raises Refused for somebody who takes no part any more."""
    with store.reading() as session:
        record = session.get(ParticipationRecord, participation)
        if record is None:
            raise Refused(msg("This person takes no part in the programme any more."))
        rows = dependences_over(session, record.person_id)
        known = {row.other for row in rows}
        free = tuple(one for one in choosable_over(session, record) if one.person not in known)
        return Dependences(participation, record.person_id, rows, free)


def dependences_over(session: Session, me: PersonId) -> tuple[DependenceRow, ...]:
    """The newest first."""
    other = case((DependenceRecord.person_id == me, DependenceRecord.other_id), else_=DependenceRecord.person_id)
    found = session.execute(
        select(DependenceRecord, PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name)
        .join(PersonRecord, PersonRecord.id == other)
        .where(or_(DependenceRecord.person_id == me, DependenceRecord.other_id == me))
        .order_by(DependenceRecord.id.desc())
    )
    return tuple(
        DependenceRow(each.id, person, f"{given} {family}".strip(), each.recorded_on, each.reason or "")
        for each, person, given, family in found
    )
