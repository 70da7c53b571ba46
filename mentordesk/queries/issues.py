"""The team's list of issues (R4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import IssueId, ParticipationId, ProgrammeId
from mentordesk.storage.records import IssueRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class IssueRow:
    id: IssueId
    title: str
    owner: ParticipationId | None
    owner_name: str
    next_step: str
    next_on: date | None
    opened_on: date
    closed_on: date | None
    from_talk: bool  # it came up in a talk of a pair with the programme manager


def issues(store: Store, programme: ProgrammeId, *, closed: bool = False) -> tuple[IssueRow, ...]:
    """The open ones by the day of their next step, those without one last; `closed`: the closed ones after them."""
    with store.reading() as session:
        return issues_over(session, programme, closed=closed)


def issues_over(session: Session, programme: ProgrammeId, *, closed: bool = False) -> tuple[IssueRow, ...]:
    """As `issues`, within a reading that goes on."""
    rows = session.execute(
        select(IssueRecord, PersonRecord.given_name, PersonRecord.family_name)
        .outerjoin(ParticipationRecord, ParticipationRecord.id == IssueRecord.owner_id)
        .outerjoin(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(IssueRecord.programme_id == programme)
        .order_by(IssueRecord.id)
    )
    found = [_row(record, f"{given or ''} {family or ''}".strip()) for record, given, family in rows]
    return tuple(
        sorted(
            (each for each in found if closed or each.closed_on is None),
            key=lambda each: (each.closed_on is not None, each.next_on or date.max),
        )
    )


def _row(record: IssueRecord, owner: str) -> IssueRow:
    return IssueRow(
        record.id,
        record.title,
        record.owner_id,
        owner,
        record.next_step,
        record.next_on,
        record.opened_on,
        record.closed_on,
        record.talk_id is not None,
    )
