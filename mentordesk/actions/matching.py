"""Keeping a plan as a scenario, and approving it (R22, R34). Finding the plan is `matching.scenario`, pure.

Approving is one transaction and one undo step: exceptions, pairs, their meetings, the decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.domain.approval import Obstacle, obstacles
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.plain_values import to_plain
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.standings import standings
from mentordesk.storage.records import (
    ApprovalRecord,
    CriterionNoteRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    ScenarioPairRecord,
    ScenarioRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Seat:
    """A mentee's place in a plan; without a mentor it is an empty one. Points are hundredths."""

    mentee: ParticipationId
    mentor: ParticipationId | None
    points: int | None


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


def keep_scenario(
    store: Store, *, programme: ProgrammeId, name: str, seats: Sequence[Seat], settings: MatchingSettings
) -> ScenarioId:
    """The plan under its name; one of the same name is brought up to date, its locks kept.

    Raises:
        Refused: no name, or the plan was approved and is history now.
    """
    called = one_line(name)
    if not called or len(called) > NAME_LENGTH:
        raise Refused(msg("A plan needs a name of 1 to {limit} characters.", limit=NAME_LENGTH))
    plain = to_plain(settings)
    assert isinstance(plain, dict)
    with store.changing(msg("Match, plan {name}", name=called)) as session:
        scenario = _scenario(session, programme, called)
        if scenario is None:
            scenario = ScenarioRecord(
                programme_id=programme, name=called, matching=dict(plain), solved_at=store.clock()
            )
            session.add(scenario)
        elif scenario.approved_at is not None:
            raise Refused(
                msg(
                    "The plan {name} has already been approved. Give the new one another name with --scenario.",
                    name=called,
                )
            )
        scenario.matching = dict(plain)
        scenario.solved_at = store.clock()
        _take_seats(session, scenario.id, seats)
        return scenario.id


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
        exception = _checked(exception)
    what = msg("Approve the plan {name}", name=scenario)
    with store.changing(what) as session:
        found = _scenario(session, programme, scenario)
        if found is None:
            raise Refused(msg("There is no plan named {name}.", name=scenario))
        if found.approved_at is not None:
            raise Refused(msg("The plan {name} has already been approved.", name=scenario))
        pairs = _pairs_of(session, found.id)
        if not pairs:
            raise Refused(msg("The plan {name} holds no pair.", name=scenario))
        running = _running(session, programme)
        _check_nobody_taken(running, pairs)
        open_ones = _obstacles(session, programme, pairs, today)
        if open_ones and exception is None:
            raise NotYet(
                nmsg(
                    "Nothing was approved: {count} criterion is not answered. Answer it, or approve with "
                    "--except REASON --by NAME.",
                    "Nothing was approved: {count} criteria are not answered. Answer them, or approve with "
                    "--except REASON --by NAME.",
                    len(open_ones),
                ),
                *(each.said() for each in open_ones),
            )
        for obstacle in open_ones:
            assert exception is not None
            _except(session, obstacle, exception, today)
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


def _checked(exception: CriteriaException) -> CriteriaException:
    reason, by = one_line(exception.reason), one_line(exception.by)
    if not reason or not by:
        raise Refused(msg("An exception needs a reason and the name of whoever makes it."))
    for text, limit in ((reason, TEXT_LENGTH), (by, NAME_LENGTH)):
        if len(text) > limit:
            raise Refused(msg("The text has {length} characters; at most {limit} fit.", length=len(text), limit=limit))
    return CriteriaException(reason, by)


def _scenario(session: Session, programme: ProgrammeId, name: str) -> ScenarioRecord | None:
    return session.scalar(
        select(ScenarioRecord).where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == one_line(name))
    )


def _take_seats(session: Session, scenario: ScenarioId, seats: Sequence[Seat]) -> None:
    there = {
        seat.mentee_id: seat
        for seat in session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id == scenario))
    }
    for seat in seats:
        record = there.pop(seat.mentee, None)
        if record is None:
            session.add(
                ScenarioPairRecord(
                    scenario_id=scenario, mentee_id=seat.mentee, mentor_id=seat.mentor, points=seat.points
                )
            )
        else:
            record.mentor_id, record.points = seat.mentor, seat.points
    for gone in there.values():
        session.delete(gone)


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
    names = {
        participation: f"{given} {family}".strip()
        for participation, given, family in session.execute(
            select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name).join(
                PersonRecord, PersonRecord.id == ParticipationRecord.person_id
            )
        )
    }
    concerned = dict.fromkeys(participation for pair in pairs for participation in pair)
    return [
        obstacle
        for each in concerned
        for obstacle in obstacles(each, names[each], found[each].findings, found[each].excepted)
    ]


def _except(session: Session, obstacle: Obstacle, exception: CriteriaException, today: date) -> None:
    key = obstacle.finding.criterion.key
    note = session.scalar(
        select(CriterionNoteRecord).where(
            CriterionNoteRecord.participation_id == obstacle.participation, CriterionNoteRecord.criterion == key
        )
    )
    if note is None:
        note = CriterionNoteRecord(participation_id=obstacle.participation, criterion=key)
        session.add(note)
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
