"""The list a team selects from (R24): everybody of one role beside each other, criterion by criterion, with the places.

What is known of one participant is in selection.py; the order is domain/selecting.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import Criterion, Finding, Gate
from mentordesk.domain.gates import open_at
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import MENTOR_RATING_FIELDS, Role
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.domain.selecting import DECISIONS, OUT_OF_IT, Place, Seats, counted, group_of, order
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.message import Sayable
from mentordesk.queries.no_match import waiting_over
from mentordesk.queries.participants import ParticipantRow, evidence_of, rows_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.standings import Noted, Standings, noted, standings
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import (
    ApplicationRecord,
    InterviewRecord,
    ParticipationRecord,
    RatingRecord,
    StatusStepRecord,
)
from mentordesk.storage.store import Store

_RATED = frozenset(field.key for field in MENTOR_RATING_FIELDS)
# A rating that was imported has no day; what is planned and was not held has a meeting and no day.
_WAS_HELD = or_(InterviewRecord.held_on.is_not(None), InterviewRecord.meeting_id.is_(None))
_NOTHING = Standings((), frozenset())


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided last; `by` and `reason` are empty where nobody wrote them."""

    status: ParticipationStatus
    on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class SelectionRow:
    id: ParticipationId
    person: PersonId
    name: str
    unit: str
    status: ParticipationStatus
    applied_on: date | None
    findings: tuple[Finding, ...]  # as the table's criteria
    excepted: frozenset[str]
    open: tuple[Finding, ...]  # what keeps her from being selected
    interviews: int  # held
    mean: float | None  # of what interviewers rated of a mentor, 1 to 5; the matching never counts it
    group: Sayable | None  # the priority group she belongs to
    waits_from_last_round: bool
    waiting_rank: int | None
    decision: Decision | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class SelectionTable:
    """`rows` in the order in which they are looked at."""

    programme: ProgrammeId
    role: Role
    intake: Intake
    criteria: tuple[Criterion, ...]
    seats: Seats
    rows: tuple[SelectionRow, ...]

    def counted(self, status: ParticipationStatus) -> int:
        return sum(row.status is status for row in self.rows)


def selection(store: Store, programme: ProgrammeId, *, today: date, role: Role = Role.MENTEE) -> SelectionTable:
    """Everybody of the role who has not withdrawn or completed.

    Raises:
        KeyError: no programme of that id.
    """
    with store.reading() as session:
        return selection_over(session, programme, today, role)


def selection_over(session: Session, programme: ProgrammeId, today: date, role: Role) -> SelectionTable:
    this = programme_of(session, programme)
    which = and_(ParticipationRecord.programme_id == programme, ParticipationRecord.role == role)
    found = rows_over(session, which, today)
    about = _About(session, this, today)
    seats = counted(this.settings, role, (row.status for row in found))
    rows = {row.id: row for row in found if row.status not in OUT_OF_IT}
    places = order(about.place(row) for row in rows.values())
    asked = tuple(each for each in this.settings.criteria if each.role is role)
    return SelectionTable(
        programme,
        role,
        this.settings.intake,
        asked,
        seats,
        tuple(about.row(rows[place.id], place) for place in places),
    )


def places_over(
    session: Session, programme: Programme, ids: Sequence[ParticipationId], today: date
) -> tuple[Place, ...]:
    """Where these stand among the others, in no order."""
    about = _About(session, programme, today)
    return tuple(about.place(row) for row in rows_over(session, ParticipationRecord.id.in_(ids), today))


class _About:
    """What the rows need beside themselves, asked once for all."""

    def __init__(self, session: Session, programme: Programme, today: date) -> None:
        self._programme = programme
        self._today = today
        self._standings = standings(session, programme, today)
        self._notes = noted(session)
        self._waiting = frozenset(one.joined for one in waiting_over(session, programme.id) if one.joined is not None)
        self._ranks = _ranks(session, programme.id)
        self._applied = _applied(session, programme.id)
        self._interviews, self._means = _interviews(session, programme.id)
        self._decisions = _decisions(session, programme.id)
        self._restricted = restricted_over(session)

    def place(self, row: ParticipantRow) -> Place:
        known = evidence_of(row.role, row.values, self._notes.get(row.id, Noted()))
        return Place(
            row.id,
            row.status,
            self._standings.get(row.id, _NOTHING).findings,
            self._applied.get(row.id, row.since),
            group_of(self._programme.settings.priority, known, self._today),
            row.id in self._waiting,
            self._ranks.get(row.id),
        )

    def row(self, row: ParticipantRow, place: Place) -> SelectionRow:
        excepted = self._standings.get(row.id, _NOTHING).excepted
        groups = self._programme.settings.priority
        return SelectionRow(
            row.id,
            row.person,
            row.name,
            row.unit,
            row.status,
            self._applied.get(row.id),
            place.findings,
            excepted,
            open_at(Gate.SELECTION, place.findings, excepted),
            self._interviews.get(row.id, 0),
            self._means.get(row.id),
            None if place.group is None else groups[place.group].title,
            place.waits_from_last_round,
            place.waiting_rank,
            self._decisions.get(row.id) if row.status in DECISIONS else None,
            row.person in self._restricted,
        )


def _ranks(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, int]:
    rows = session.execute(
        select(ParticipationRecord.id, ParticipationRecord.waiting_rank).where(
            ParticipationRecord.programme_id == programme, ParticipationRecord.waiting_rank.is_not(None)
        )
    )
    return {id_: rank for id_, rank in rows if rank is not None}


def _applied(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, date]:
    rows = session.execute(
        select(ApplicationRecord.participation_id, ApplicationRecord.received_on)
        .join(ParticipationRecord, ParticipationRecord.id == ApplicationRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme, ApplicationRecord.received_on.is_not(None))
    )
    return {id_: day for id_, day in rows if day is not None}


def _interviews(
    session: Session, programme: ProgrammeId
) -> tuple[Mapping[ParticipationId, int], Mapping[ParticipationId, float]]:
    """How many were held of each, and the mean of what is rated of a mentor, the newest of each interviewer."""
    held: defaultdict[ParticipationId, int] = defaultdict(int)
    points: defaultdict[ParticipationId, dict[tuple[str, str], int]] = defaultdict(dict)
    who = {
        id_: (of, interviewer)
        for id_, of, interviewer in session.execute(
            select(InterviewRecord.id, InterviewRecord.participation_id, InterviewRecord.interviewer)
            .join(ParticipationRecord, ParticipationRecord.id == InterviewRecord.participation_id)
            .where(ParticipationRecord.programme_id == programme, _WAS_HELD)
            .order_by(InterviewRecord.held_on, InterviewRecord.id)
        )
    }
    for of, _ in who.values():
        held[of] += 1
    rated: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for rating in session.execute(
        select(RatingRecord.interview_id, RatingRecord.rating_key, RatingRecord.points).where(
            RatingRecord.rating_key.in_(_RATED)
        )
    ):
        rated[rating[0]][rating[1]] = rating[2]
    for id_, (of, interviewer) in who.items():
        for key, count in rated[id_].items():
            points[of][interviewer, key] = count
    return held, {of: sum(each.values()) / len(each) for of, each in points.items() if each}


def _decisions(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, Decision]:
    """The last step of each that was a decision; somebody who was set there without a step has none."""
    rows = session.scalars(
        select(StatusStepRecord)
        .join(ParticipationRecord, ParticipationRecord.id == StatusStepRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme, StatusStepRecord.status.in_(DECISIONS))
        .order_by(StatusStepRecord.reached_on, StatusStepRecord.id)
    )
    return {
        step.participation_id: Decision(step.status, step.reached_on, step.decided_by, step.reason or "")
        for step in rows
    }
