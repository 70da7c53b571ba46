"""What a participant is selected by: criteria with what shows them, papers, interviews (R21 to R23)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import PAPER_NAMES, Gate, Measure, PaperKind, Standing, assess
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import MENTOR_RATING_FIELDS, RATING_FIELDS, Role
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Message, Sayable, Wording
from mentordesk.queries.participants import ParticipantRow, evidence_of
from mentordesk.queries.standings import Noted
from mentordesk.storage.records import CriterionNoteRecord, InterviewRecord, RatingRecord

# What a strip shows of everybody in the role, asked for as a criterion or not (R22).
_USUAL: Mapping[Role, frozenset[PaperKind]] = {
    Role.MENTEE: frozenset({PaperKind.MOTIVATION, PaperKind.CONFIRMATION, PaperKind.CONTRACT, PaperKind.GOALS}),
    Role.MENTOR: frozenset({PaperKind.CONFIRMATION, PaperKind.CONTRACT, PaperKind.BOOK}),
}
_RATINGS: Mapping[str, Sayable] = {field.key: field.title for field in (*RATING_FIELDS, *MENTOR_RATING_FIELDS)}


@dataclass(frozen=True, slots=True)
class ExceptionMade:
    reason: str
    by: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion that the programme asks; an exception stays visible whatever the standing (R22)."""

    key: str
    title: Sayable
    measure: Measure
    gate: Gate
    figure: int
    standing: Standing
    evidence: Message
    answer: bool | None  # what the team noted itself
    number: int | None
    day: date | None
    note: str  # the team's words on it
    exception: ExceptionMade | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    kind: PaperKind
    title: Message
    received: bool | None  # None: nobody knows
    received_on: date | None
    asked_by: date | None


@dataclass(frozen=True, slots=True)
class RatingRow:
    key: str
    title: Sayable
    points: int  # 1 to 5
    evidence: str


@dataclass(frozen=True, slots=True)
class InterviewRow:
    id: str
    held_on: date | None
    interviewer: str
    notes: str
    ratings: tuple[RatingRow, ...]


def criteria_over(
    session: Session, programme: Programme, row: ParticipantRow, notes: Noted, today: date
) -> tuple[CriterionRow, ...]:
    written = {
        note.criterion: note
        for note in session.scalars(select(CriterionNoteRecord).where(CriterionNoteRecord.participation_id == row.id))
    }
    known = evidence_of(row.role, row.values, notes)
    found = []
    for criterion in programme.settings.criteria:
        if criterion.role is not row.role:
            continue
        finding = assess(criterion, known, today)
        note = written.get(criterion.key)
        exception = None
        if note is not None and note.exception_reason:
            exception = ExceptionMade(note.exception_reason, note.exception_by or "", note.exception_on)
        found.append(
            CriterionRow(
                criterion.key,
                criterion.title,
                criterion.measure,
                criterion.gate,
                criterion.figure,
                finding.standing,
                finding.evidence,
                None if note is None else note.answer,
                None if note is None else note.number,
                None if note is None else note.day,
                "" if note is None else note.evidence or "",
                exception,
            )
        )
    return tuple(found)


def papers_of(programme: Programme, row: ParticipantRow, notes: Noted) -> tuple[PaperRow, ...]:
    """Those that the programme asks for, those that are usual in the role, and any other there is."""
    asked = {criterion.paper for criterion in programme.settings.criteria if criterion.role is row.role}
    asked |= _USUAL.get(row.role, frozenset())
    found = []
    for kind in PaperKind:
        state = notes.papers.get(kind)
        if state is not None:
            found.append(PaperRow(kind, PAPER_NAMES[kind], state.received, state.received_on, state.asked_by))
        elif kind in asked:
            found.append(PaperRow(kind, PAPER_NAMES[kind], None, None, None))
    return tuple(found)


def interviews_over(session: Session, id_: ParticipationId) -> tuple[InterviewRow, ...]:
    ours = select(InterviewRecord.id).where(InterviewRecord.participation_id == id_)
    ratings: dict[str, list[RatingRow]] = {}
    for rating in session.scalars(
        select(RatingRecord).where(RatingRecord.interview_id.in_(ours)).order_by(RatingRecord.id)
    ):
        title = _RATINGS.get(rating.rating_key) or Wording.everywhere(rating.rating_key)
        told = RatingRow(rating.rating_key, title, rating.points, rating.evidence)
        ratings.setdefault(rating.interview_id, []).append(told)
    interviews = session.scalars(
        select(InterviewRecord).where(InterviewRecord.participation_id == id_).order_by(InterviewRecord.id.desc())
    )
    return tuple(
        InterviewRow(each.id, each.held_on, each.interviewer, each.notes, tuple(ratings.get(each.id, ())))
        for each in interviews
    )
