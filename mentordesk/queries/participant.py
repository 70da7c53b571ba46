"""All that is known of one participant: criteria with what shows them, papers, interviews, wishes, pairs, what comes.

The row of a grid is participants.py. What a pair talks about is nowhere here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.cleaning import spelling
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.asked_people import asked_of
from mentordesk.queries.participants import ParticipantRow, rows_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.selection import (
    CriterionRow,
    InterviewRow,
    PaperRow,
    criteria_over,
    interviews_over,
    papers_of,
)
from mentordesk.queries.standings import Noted, noted
from mentordesk.queries.units import same_line_over
from mentordesk.storage.encoding import message_from_json
from mentordesk.storage.records import (
    Change,
    ChangedRow,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    WishRecord,
)
from mentordesk.storage.records.journal import Standing as Done
from mentordesk.storage.store import Store

_RECENT = 20  # changes that a pane shows


@dataclass(frozen=True, slots=True)
class PairOfOne:
    """A pair as one of its two sees it."""

    id: PairId
    status: PairStatus
    partner: ParticipationId
    name: str
    approved_on: date
    ended_on: date | None
    same_line: Message | None  # why by where they work the two should be no pair; None too where it has ended


@dataclass(frozen=True, slots=True)
class MeetingToCome:
    id: MeetingId
    starts_at: datetime  # by the wall clock of the programme
    title: Sayable


@dataclass(frozen=True, slots=True)
class RecentChange:
    at: datetime
    who: str
    what: Message


@dataclass(frozen=True, slots=True)
class ParticipantDetail:
    row: ParticipantRow
    criteria: tuple[CriterionRow, ...]
    papers: tuple[PaperRow, ...]  # those that the programme asks for, and any other there is
    interviews: tuple[InterviewRow, ...]  # the newest first
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    wishes: tuple[str, ...]  # names, the first wish first; of people in the file as they are called there
    vetoes: tuple[str, ...]
    pairs: tuple[PairOfOne, ...]  # the newest first, whatever became of them
    line_managers: tuple[str, ...]  # the nearest first
    meetings: tuple[MeetingToCome, ...]  # of this programme, the next first
    changes: tuple[RecentChange, ...]  # to the person and the participation, the newest first
    restricted_reason: str  # "" where the data may be used


def participant(store: Store, id_: ParticipationId, *, today: date) -> ParticipantDetail:
    """
    Raises:
        Refused: nobody of that id takes part any more.
    """
    with store.reading() as session:
        rows = rows_over(session, ParticipationRecord.id == id_, today, only=id_)
        if not rows:
            raise Refused(msg("There is nobody with the number {id}.", id=id_))
        (row,) = rows
        programme = programme_of(session, row.programme)
        notes = noted(session, id_).get(id_, Noted())
        wishes, vetoes = _wishes(session, row)
        pairs = _pairs(session, row, today)
        return ParticipantDetail(
            row,
            criteria_over(session, programme, row, notes, today),
            papers_of(programme, row, notes),
            interviews_over(session, id_),
            _words(row, "needs"),
            _words(row, "offers"),
            wishes,
            vetoes,
            pairs,
            line_managers_over(session, row.person),
            _meetings(session, row, pairs, today),
            _changes(session, row),
            session.get_one(PersonRecord, row.person).restricted_reason or "",
        )


def _words(row: ParticipantRow, key: str) -> tuple[str, ...]:
    value = row.values[key]
    return value if isinstance(value, tuple) else ()


def _wishes(session: Session, row: ParticipantRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Wishes and vetoes: those for people in the file, then the names as written that nobody bears."""
    tied = session.execute(
        select(WishRecord.veto, PersonRecord.given_name, PersonRecord.family_name, PersonRecord.email)
        .join(PersonRecord, PersonRecord.id == WishRecord.person_id)
        .where(WishRecord.participation_id == row.id)
        .order_by(WishRecord.rank, WishRecord.id)
    )
    found: dict[bool, list[str]] = {False: [], True: []}
    known: set[str] = set()
    for veto, given, family, email in tied:
        name = f"{given} {family}".strip()
        found[veto].append(name)
        known |= {spelling(name), spelling(email or name)}
    for veto, key in ((False, "wishes"), (True, "vetoes")):
        found[veto] += [name for name in _words(row, key) if spelling(name) not in known]
    return tuple(found[False]), tuple(found[True])


def _pairs(session: Session, row: ParticipantRow, today: date) -> tuple[PairOfOne, ...]:
    id_, other = row.id, aliased(ParticipationRecord)
    partner = or_(
        and_(PairRecord.mentee_id == id_, PairRecord.mentor_id == other.id),
        and_(PairRecord.mentor_id == id_, PairRecord.mentee_id == other.id),
    )
    rows = session.execute(
        select(
            PairRecord.id,
            PairRecord.status,
            other.id,
            other.person_id,
            PersonRecord.given_name,
            PersonRecord.family_name,
            PairRecord.approved_on,
            PairRecord.ended_on,
        )
        .join(other, partner)
        .join(PersonRecord, PersonRecord.id == other.person_id)
        .order_by(PairRecord.id.desc())
    )
    return tuple(
        PairOfOne(
            pair,
            status,
            theirs,
            f"{given} {family}".strip(),
            approved_on,
            ended_on,
            _same_line(session, row, person, today) if status in RUNNING else None,
        )
        for pair, status, theirs, person, given, family, approved_on, ended_on in rows
    )


def _same_line(session: Session, row: ParticipantRow, partner: PersonId, today: date) -> Message | None:
    two = (row.person, partner) if row.role is Role.MENTEE else (partner, row.person)
    return same_line_over(session, *two, today)


def line_managers_over(session: Session, person: PersonId) -> tuple[str, ...]:
    """The nearest first. A circle in the data ends at its first repeat; a name that nobody bears ends the line."""
    names: list[str] = []
    seen: set[PersonId] = set()
    at: PersonId | None = person
    while at is not None and at not in seen:
        seen.add(at)
        record = session.get_one(PersonRecord, at)
        if at != person:
            names.append(f"{record.given_name} {record.family_name}".strip())
        if record.line_manager_id is None and record.line_manager:
            names.append(record.line_manager)
        at = record.line_manager_id
    return tuple(names)


def _meetings(
    session: Session, row: ParticipantRow, pairs: tuple[PairOfOne, ...], today: date
) -> tuple[MeetingToCome, ...]:
    theirs = MeetingRecord.pair_id.in_([pair.id for pair in pairs if pair.status in RUNNING])
    joint = and_(MeetingRecord.programme_id == row.programme, MeetingRecord.pair_id.is_(None))
    rows = session.execute(
        select(
            MeetingRecord.id,
            MeetingDayRecord.starts_at,
            MeetingRecord.kind,
            MeetingRecord.title,
            MeetingRecord.audience,
            MeetingRecord.pair_id,
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.status == MeetingStatus.PLANNED)
        .where(MeetingDayRecord.starts_at >= datetime.combine(today, time.min))
        .where(theirs if row.status in NOT_IN_IT else or_(theirs, joint))
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    asked = asked_of(session, [row.person])
    return tuple(
        MeetingToCome(id_, starts_at, title_of(kind, title))
        for id_, starts_at, kind, title, audience, pair in rows
        if (row.role in audience if pair else asked.is_in(id_, row.programme, None, None, frozenset(audience)))
    )


def _changes(session: Session, row: ParticipantRow) -> tuple[RecentChange, ...]:
    theirs = select(ChangedRow.change_number).where(
        or_(
            and_(ChangedRow.record == PersonRecord.__tablename__, ChangedRow.row_key == row.person),
            and_(ChangedRow.record == ParticipationRecord.__tablename__, ChangedRow.row_key == row.id),
        )
    )
    rows = session.execute(
        select(Change.at, Change.who, Change.what)
        .where(Change.number.in_(theirs), Change.standing == Done.DONE)
        .order_by(Change.number.desc())
        .limit(_RECENT)
    )
    return tuple(RecentChange(at, who, message_from_json(what)) for at, who, what in rows)
