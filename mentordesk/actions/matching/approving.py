"""Approving a plan (R22, R34): exceptions, pairs, their meetings and the decision are one change, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import note_of
from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.matching.seats import open_plan
from mentordesk.domain.approval import Obstacle, obstacles
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.standings import standings
from mentordesk.queries.taking_part import taking_part_over
from mentordesk.storage.records import (
    ApprovalRecord,
    PairRecord,
    ParticipationRecord,
    ScenarioPairRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class CriteriaException:
    """Why criteria may stay unanswered, and who says so."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Approved:
    pairs: tuple[PairId, ...]
    meetings: int
    excepted: int


def approve(
    store: Store,
    *,
    programme: ProgrammeId,
    scenario: str,
    today: date,
    by: str,
    exception: CriteriaException | None = None,
) -> Approved:
    """Turns a kept plan into pairs with their meetings.

    Raises:
        NotYet: something unknown or not met stands in the way; all of it is in the details, nothing was done.
        Refused: there is no such plan, it is empty or approved already, or a place in it was taken meanwhile.
    """
    if exception is not None:
        exception = checked(exception)
    what = msg("Approve the plan {name}", name=scenario)
    with store.changing(what) as session:
        found = open_plan(session, programme, scenario)
        pairs = _pairs_of(session, found.id)
        if not pairs:
            raise Refused(msg("The plan {name} holds no pair.", name=scenario))
        running = _running(session, programme)
        _check_nobody_taken(running, pairs)
        open_ones = _obstacles(session, programme, pairs, today)
        if open_ones and exception is None:
            raise NotYet(
                nmsg(
                    "Nothing was approved: {count} criterion is not answered. Answer it, or make an exception with "
                    "a reason and a name.",
                    "Nothing was approved: {count} criteria are not answered. Answer them, or make an exception "
                    "with a reason and a name.",
                    len(open_ones),
                ),
                *(each.said() for each in open_ones),
            )
        for obstacle in open_ones:
            assert exception is not None
            key = obstacle.finding.criterion.key
            note_exception(session, obstacle.participation, key, exception, today)
        turns_before = len(running)
        made = [_make_pair(session, programme, found.id, mentee, mentor, today) for mentee, mentor in pairs]
        setting = programme_of(session, programme)
        meetings = sum(
            lay_out_pair(session, setting, pair.id, turns_before + turn, today, store.clock())
            for turn, pair in enumerate(made)
        )
        found.approved_at, found.approved_by = store.clock(), by
        session.add(
            ApprovalRecord(
                scenario_id=found.id,
                decided_at=store.clock(),
                decided_by=exception.by if exception else by,
                exception_reason=exception.reason if exception and open_ones else None,
                exceptions=len(open_ones),
            )
        )
        return Approved(tuple(pair.id for pair in made), meetings, len(open_ones))


def checked(exception: CriteriaException) -> CriteriaException:
    """
    Raises:
        Refused: no reason, nobody who makes it, or either is too long.
    """
    reason, by = one_line(exception.reason), one_line(exception.by)
    if not reason or not by:
        raise Refused(msg("An exception needs a reason and the name of whoever makes it."))
    for text, limit in ((reason, TEXT_LENGTH), (by, NAME_LENGTH)):
        if len(text) > limit:
            raise Refused(msg("The text has {length} characters; at most {limit} fit.", length=len(text), limit=limit))
    return CriteriaException(reason, by)


def _pairs_of(session: Session, scenario: ScenarioId) -> list[tuple[ParticipationId, ParticipationId]]:
    rows = session.execute(
        select(ScenarioPairRecord.mentee_id, ScenarioPairRecord.mentor_id)
        .where(ScenarioPairRecord.scenario_id == scenario)
        .order_by(ScenarioPairRecord.mentee_id)
    )
    return [(mentee, mentor) for mentee, mentor in rows if mentor is not None]


def _running(session: Session, programme: ProgrammeId) -> list[PairRecord]:
    there = session.scalars(select(PairRecord).where(PairRecord.programme_id == programme))
    return [pair for pair in there if pair.status in RUNNING]


def _check_nobody_taken(
    running: Sequence[PairRecord], pairs: Sequence[tuple[ParticipationId, ParticipationId]]
) -> None:
    taken = {pair.mentee_id for pair in running}
    again = sum(mentee in taken for mentee, _ in pairs)
    if again:
        raise Refused(
            nmsg(
                "{count} mentee of this plan has a mentor by now. Match again first.",
                "{count} mentees of this plan have a mentor by now. Match again first.",
                again,
            )
        )


def _obstacles(
    session: Session, programme: ProgrammeId, pairs: Sequence[tuple[ParticipationId, ParticipationId]], today: date
) -> list[Obstacle]:
    found = standings(session, programme_of(session, programme), today)
    there = taking_part_over(session, programme)
    concerned = dict.fromkeys(participation for pair in pairs for participation in pair)
    return [
        obstacle
        for each in concerned
        for obstacle in obstacles(each, there[each].name, found[each].findings, found[each].excepted)
    ]


def note_exception(
    session: Session, participation: ParticipationId, criterion: str, exception: CriteriaException, today: date
) -> None:
    note = note_of(session, participation, criterion)
    note.exception_reason = exception.reason
    note.exception_by = exception.by
    note.exception_on = today


def _make_pair(
    session: Session,
    programme: ProgrammeId,
    scenario: ScenarioId,
    mentee: ParticipationId,
    mentor: ParticipationId,
    today: date,
) -> PairRecord:
    pair = PairRecord(
        programme_id=programme, mentee_id=mentee, mentor_id=mentor, scenario_id=scenario, approved_on=today
    )
    session.add(pair)
    for side in (mentee, mentor):
        participation = session.get_one(ParticipationRecord, side)
        participation.status = ParticipationStatus.SELECTED
    return pair
