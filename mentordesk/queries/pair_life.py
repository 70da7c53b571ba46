"""What became of one pair beside its stages: answers on the fit, times on hold, substitutes, decisions, its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.holds import Due
from mentordesk.domain.ids import PairId, ParticipationId
from mentordesk.domain.pairs import FIT_AFTER, Ending, FitValue, Side
from mentordesk.domain.passing import DecisionKind
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import (
    FitQuestionRecord,
    FitRecord,
    HoldRecord,
    PairDecisionRecord,
    PairRecord,
    SubstituteRecord,
)


@dataclass(frozen=True, slots=True)
class FitRow:
    """The question after one conversation as one side has it; no value: not answered."""

    after_meeting: int
    side: Side
    asked_on: date | None
    answered_on: date | None
    value: FitValue | None
    wants_to_talk: bool


@dataclass(frozen=True, slots=True)
class HoldRow:
    from_on: date
    until_on: date | None
    due: Due
    resumed_on: date | None


@dataclass(frozen=True, slots=True)
class SubstituteRow:
    mentor: ParticipationId
    name: str
    from_on: date
    until_on: date
    ended_on: date | None

    def stands_in_on(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    kind: DecisionKind
    rule: str | None
    reason: str | None
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class EndingRow:
    """How it ended; of a pair that was completed only the last four are told."""

    on: date
    ending: Ending | None
    asked_by: Side | None
    new_mentor_wanted: bool | None
    mentee_evaluated: bool | None
    mentor_evaluated: bool | None
    lessons_summed_up: bool | None
    contact_continues: bool | None


def fit_of(session: Session, pair: PairId) -> tuple[FitRow, ...]:
    asked = dict(
        session.execute(
            select(FitQuestionRecord.after_meeting, FitQuestionRecord.asked_on).where(FitQuestionRecord.pair_id == pair)
        ).all()
    )
    answers = {
        (answer.after_meeting, answer.side): answer
        for answer in session.scalars(select(FitRecord).where(FitRecord.pair_id == pair))
    }
    found = []
    for after in FIT_AFTER:
        for side in Side:
            answer = answers.get((after, side))
            told = (None, None, False) if answer is None else (answer.answered_on, answer.value, answer.wants_to_talk)
            found.append(FitRow(after, side, asked.get(after), *told))
    return tuple(found)


def holds_of(session: Session, pair: PairId) -> tuple[HoldRow, ...]:
    rows = session.execute(
        select(HoldRecord.from_on, HoldRecord.until_on, HoldRecord.due, HoldRecord.resumed_on)
        .where(HoldRecord.pair_id == pair)
        .order_by(HoldRecord.from_on, HoldRecord.id)
    )
    return tuple(HoldRow(*row) for row in rows)


def substitutes_of(session: Session, pair: PairId) -> tuple[SubstituteRow, ...]:
    there = session.scalars(
        select(SubstituteRecord).where(SubstituteRecord.pair_id == pair).order_by(SubstituteRecord.from_on)
    ).all()
    names = names_over(session, [each.mentor_id for each in there])
    return tuple(
        SubstituteRow(each.mentor_id, names[each.mentor_id], each.from_on, each.until_on, each.ended_on)
        for each in there
    )


def decisions_of(session: Session, pair: PairId) -> tuple[DecisionRow, ...]:
    rows = session.execute(
        select(
            PairDecisionRecord.kind,
            PairDecisionRecord.rule,
            PairDecisionRecord.reason,
            PairDecisionRecord.decided_by,
            PairDecisionRecord.decided_on,
        )
        .where(PairDecisionRecord.pair_id == pair)
        .order_by(PairDecisionRecord.id)
    )
    return tuple(DecisionRow(*row) for row in rows)


def ended_of(pair: PairRecord) -> EndingRow | None:
    if pair.ended_on is None:
        return None
    return EndingRow(
        pair.ended_on,
        pair.ending,
        pair.ending_asked_by,
        pair.new_mentor_wanted,
        pair.mentee_evaluated,
        pair.mentor_evaluated,
        pair.lessons_summed_up,
        pair.contact_continues,
    )
