"""A pair's goals as far as the file knows them (R62): numbers, dates, status over time, and what the pair shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentordesk.domain.goal_life import NO_DAY, OPEN_GOALS, DocumentDays, DocumentState, GoalStep
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import ConsentId, GoalId, PairId, ProgrammeId
from mentordesk.domain.pairs import PairStatus
from mentordesk.queries.pairs import PairRow, pair_record, pairs_over
from mentordesk.storage.records import (
    ConsentRecord,
    GoalDocumentRecord,
    GoalRecord,
    GoalStepRecord,
    PairRecord,
    SharedTextRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Under a consent that is not revoked."""

    consent: ConsentId
    text: str
    given_on: date


@dataclass(frozen=True, slots=True)
class GoalRow:
    id: GoalId
    number: int
    set_on: date | None
    due_on: date | None
    status: GoalStatus
    words: SharedWords | None
    measure: SharedWords | None
    steps: tuple[GoalStep, ...]  # by day

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_GOALS


@dataclass(frozen=True, slots=True)
class GoalDocument:
    """The days of the paper; a pair whose document nobody noted has version 1 and no day."""

    version: int = 1
    days: DocumentDays = NO_DAY
    next_review_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalSheet:
    pair: PairId
    shared: bool  # as the pair ticked it in its contract
    document: GoalDocument
    goals: tuple[GoalRow, ...]  # by number

    @property
    def state(self) -> DocumentState:
        return self.document.days.state(len(self.goals))


@dataclass(frozen=True, slots=True)
class PairGoals:
    """One pair in the view over all; no words of a goal."""

    pair: PairId
    mentee: str
    mentor: str
    programme: ProgrammeId
    status: PairStatus
    shared: bool
    counts: Mapping[GoalStatus, int]
    next_due_on: date | None  # the first of its open goals
    next_review_on: date | None
    state: DocumentState

    @property
    def number(self) -> int:
        return sum(self.counts.values())


def goals(store: Store, pair: PairId) -> GoalSheet:
    """
    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        return goals_over(session, pair)


def goals_over(session: Session, pair: PairId) -> GoalSheet:
    record = pair_record(session, pair)
    found = session.scalars(select(GoalRecord).where(GoalRecord.pair_id == pair).order_by(GoalRecord.number)).all()
    steps, shared = _steps(session, pair), _shared(session, pair)
    rows = tuple(
        GoalRow(
            GoalId(goal.id),
            goal.number,
            goal.set_on,
            goal.due_on,
            goal.status,
            shared.get(goal.consent_id or ""),
            shared.get(goal.measure_consent_id or ""),
            tuple(steps.get(goal.id, ())),
        )
        for goal in found
    )
    document = session.scalar(select(GoalDocumentRecord).where(GoalDocumentRecord.pair_id == pair))
    return GoalSheet(pair, record.goals_shared, _document(document), rows)


def sheets_over(session: Session, programme: ProgrammeId) -> Mapping[PairId, GoalSheet]:
    """Of every pair of a programme, for their papers."""
    pairs = session.scalars(select(PairRecord.id).where(PairRecord.programme_id == programme))
    return {pair: goals_over(session, pair) for pair in list(pairs)}


def goals_of_programme(store: Store, programme: ProgrammeId | None) -> tuple[PairGoals, ...]:
    """Each pair of a programme, or of all, ended ones too, the first made first."""
    with store.reading() as session:
        pairs = pairs_over(session, programme)
        found: defaultdict[PairId, list[tuple[date | None, GoalStatus]]] = defaultdict(list)
        for pair, due_on, status in session.execute(select(GoalRecord.pair_id, GoalRecord.due_on, GoalRecord.status)):
            found[pair].append((due_on, status))
        documents = {each.pair_id: each for each in session.scalars(select(GoalDocumentRecord))}
        return tuple(_row(pair, found.get(pair.id, ()), documents.get(pair.id)) for pair in pairs)


def _row(
    pair: PairRow, theirs: Sequence[tuple[date | None, GoalStatus]], document: GoalDocumentRecord | None
) -> PairGoals:
    known = _document(document)
    return PairGoals(
        pair.id,
        pair.mentee.name,
        pair.mentor.name,
        pair.programme,
        pair.status,
        pair.goals_shared,
        Counter(status for _, status in theirs),
        min((due for due, status in theirs if due is not None and status in OPEN_GOALS), default=None),
        known.next_review_on,
        known.days.state(len(theirs)),
    )


def _document(record: GoalDocumentRecord | None) -> GoalDocument:
    if record is None:
        return GoalDocument()
    days = DocumentDays(record.agreed_on, record.mid_seen_on, record.closed_on)
    return GoalDocument(record.version, days, record.next_review_on)


def _steps(session: Session, pair: PairId) -> Mapping[str, Sequence[GoalStep]]:
    rows = session.execute(
        select(GoalStepRecord.goal_id, GoalStepRecord.reached_on, GoalStepRecord.status)
        .join(GoalRecord, GoalRecord.id == GoalStepRecord.goal_id)
        .where(GoalRecord.pair_id == pair)
        .order_by(GoalStepRecord.reached_on)
    )
    found: defaultdict[str, list[GoalStep]] = defaultdict(list)
    for goal, reached_on, status in rows:
        found[goal].append(GoalStep(reached_on, status))
    return found


def _shared(session: Session, pair: PairId) -> Mapping[str, SharedWords]:
    return {id_: SharedWords(ConsentId(id_), text, on) for id_, text, on in session.execute(_texts(pair))}


def _texts(pair: PairId) -> Select[str, str, date]:
    return (
        select(ConsentRecord.id, SharedTextRecord.text, ConsentRecord.given_on)
        .join(SharedTextRecord, SharedTextRecord.consent_id == ConsentRecord.id)
        .where(ConsentRecord.pair_id == pair, ConsentRecord.revoked_on.is_(None))
    )
