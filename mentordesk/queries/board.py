"""The board of a programme's matching as the window shows it: the question, the plan kept last, the pairs there are.

Finding a better plan is `matching.scenario`, outside any session.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId
from mentordesk.domain.pair_stages import Stage, stage_of
from mentordesk.domain.pairs import PAIR_STATUS_NAMES, RUNNING, PairStatus
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.message import Message
from mentordesk.matching.candidates import Question
from mentordesk.matching.decisions import Decisions, decisions_in
from mentordesk.queries.matching import question_over, unnamed_plan_over
from mentordesk.queries.pairs import days_told, pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.scenarios import own_settings_kept
from mentordesk.queries.who_is_matched import matched_over
from mentordesk.storage.records import DocumentRecord, PairRecord, ScenarioPairRecord, ScenarioRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class SeatOnBoard:
    """Where a mentee of the question sits in the plan; no mentor: an empty seat; no points: not solved since."""

    mentee: ParticipationId
    mentor: ParticipationId | None
    points: float | None
    locked: bool


@dataclass(frozen=True, slots=True)
class PairOnBoard:
    """A pair of the programme, running or ended."""

    id: PairId
    mentee: str
    mentor: str
    status: PairStatus
    stage: Stage
    approved_on: date
    contract_printed: bool

    @property
    def status_name(self) -> Message:
        return PAIR_STATUS_NAMES[self.status]


@dataclass(frozen=True, slots=True)
class Board:
    """`scenario` is the name to keep the plan under; without `solved_at` nothing was kept under it yet.

    The question's settings are the programme's with the plan's `own` in place.
    The seats are those of mentees in the question: whoever got a mentor meanwhile is among the pairs.
    """

    scenario: str
    solved_at: datetime | None
    approved: bool
    question: Question
    seats: tuple[SeatOnBoard, ...]
    pairs: tuple[PairOnBoard, ...]
    own: OwnSettings
    programme_settings: MatchingSettings
    notes: str
    who_is_matched: Message | None = None  # where that is not everybody

    @property
    def mentor_of(self) -> Mapping[ParticipationId, ParticipationId]:
        """The plan shown last, for `solve(shown=…)` and `changes`."""
        return {seat.mentee: seat.mentor for seat in self.seats if seat.mentor is not None}

    @property
    def decisions(self) -> Decisions:
        return decisions_in(self.question)

    @property
    def floor(self) -> float:
        """Points under which a pair counts as weak."""
        return self.question.settings.floor

    @property
    def running(self) -> int:
        return sum(pair.status in RUNNING for pair in self.pairs)


def board(store: Store, programme: ProgrammeId, *, today: date, scenario: str | None = None) -> Board:
    """The board of the plan of that name; without a name, of the first number that no approved plan bears.

    Raises KeyError for a programme that is not there.
    """
    with store.reading() as session:
        name = unnamed_plan_over(session, programme) if scenario is None else one_line(scenario)
        of = programme_of(session, programme)
        question = question_over(session, programme, today=today, scenario=name)
        plan = session.scalar(
            select(ScenarioRecord).where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == name)
        )
        return Board(
            name,
            plan.solved_at if plan else None,
            plan is not None and plan.approved_at is not None,
            question,
            _seats(session, plan, question) if plan else (),
            _pairs(session, programme),
            own_settings_kept(plan.own_settings if plan else None),
            of.settings.matching,
            plan.notes if plan else "",
            matched_over(session, of, with_paired=False).sentence,
        )


def _seats(session: Session, plan: ScenarioRecord, question: Question) -> tuple[SeatOnBoard, ...]:
    """In the order of the question's mentees; the seat with a mentor who has left is empty."""
    rows = session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id == plan.id))
    kept = {seat.mentee_id: seat for seat in rows}
    found: list[SeatOnBoard] = []
    for mentee in question.mentees:
        seat = kept.get(mentee.id)
        if seat is None:
            continue
        if seat.mentor_id is None or seat.mentor_id not in question.column:
            found.append(SeatOnBoard(mentee.id, None, None, False))
        else:
            points = None if seat.points is None else seat.points / 100
            found.append(SeatOnBoard(mentee.id, seat.mentor_id, points, seat.locked))
    return tuple(found)


def _pairs(session: Session, programme: ProgrammeId) -> tuple[PairOnBoard, ...]:
    printed = set(
        session.scalars(
            select(DocumentRecord.pair_id).where(
                DocumentRecord.programme_id == programme, DocumentRecord.kind == CONTRACT.key
            )
        )
    )
    stages = _stages(session, programme)
    return tuple(
        PairOnBoard(
            pair.id,
            pair.mentee.name,
            pair.mentor.name,
            pair.status,
            stages[pair.id],
            pair.approved_on,
            pair.id in printed,
        )
        for pair in pairs_over(session, programme)
    )


def _stages(session: Session, programme: ProgrammeId) -> Mapping[PairId, Stage]:
    """Of every pair at once; times on hold don't tell a stage, its status does."""
    pairs = session.scalars(select(PairRecord).where(PairRecord.programme_id == programme))
    return {pair.id: stage_of(days_told(pair)) for pair in pairs}
