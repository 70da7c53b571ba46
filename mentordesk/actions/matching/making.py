"""Making a pair inside a change that an action opened: what is checked before, and what comes with it (R22, R30).

Pairs are made by approving a plan, by hand for one mentee, or for a mentee whose pair ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import note_of
from mentordesk.domain.approval import BEFORE_APPROVAL, Obstacle, obstacles
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.criteria import Gate
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.passing import DecisionKind, PairWarning, Passing
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.candidates import PairKey
from mentordesk.queries.loads import places_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.standings import standings
from mentordesk.queries.taking_part import taking_part_over
from mentordesk.storage.records import PairDecisionRecord, PairRecord, ParticipationRecord


@dataclass(frozen=True, slots=True)
class CriteriaException:
    """Why criteria may stay unanswered, and who says so."""

    reason: str
    by: str


def checked(exception: CriteriaException) -> CriteriaException:
    """
    Raises:
        Refused: no reason, nobody who makes it, or either is too long.
    """
    reason, by = one_line(exception.reason), one_line(exception.by)
    if not reason or not by:
        raise Refused(msg("An exception needs a reason and the name of whoever makes it."))
    check_length(reason, TEXT_LENGTH)
    check_length(by, NAME_LENGTH)
    return CriteriaException(reason, by)


def decider(name: str) -> str:
    """Raises Refused for nobody, or a name that is too long."""
    by = one_line(name)
    if not by:
        raise Refused(msg("A decision needs the name of whoever makes it."))
    check_length(by, NAME_LENGTH)
    return by


def running_pairs(session: Session, programme: ProgrammeId) -> list[PairRecord]:
    there = session.scalars(select(PairRecord).where(PairRecord.programme_id == programme))
    return [pair for pair in there if pair.status in RUNNING]


def check_places(session: Session, programme: ProgrammeId, mentors: Iterable[ParticipationId], today: date) -> None:
    """Whether each can take so many more mentees as she is named.

    Raises:
        Refused: it names the first who cannot.
    """
    wanted = Counter(mentors)
    for mentor, places in places_over(session, programme_of(session, programme), wanted, today).items():
        if wanted[mentor] > places.left:
            raise Refused(
                nmsg(
                    "{mentor} takes {count} mentee at most; with this it would be {would_be}. Choose another mentor.",
                    "{mentor} takes {count} mentees at most; with this it would be {would_be}. Choose another mentor.",
                    places.most,
                    mentor=taking_part_over(session, programme)[mentor].name,
                    would_be=places.taken + wanted[mentor],
                )
            )


def open_criteria(
    session: Session,
    programme: ProgrammeId,
    pairs: Iterable[PairKey],
    today: date,
    gates: frozenset[Gate] = BEFORE_APPROVAL,
) -> list[Obstacle]:
    """What is not answered of everybody in these pairs."""
    found = standings(session, programme_of(session, programme), today)
    there = taking_part_over(session, programme)
    concerned = dict.fromkeys(participation for pair in pairs for participation in pair)
    return [
        obstacle
        for each in concerned
        for obstacle in obstacles(each, there[each].name, found[each].findings, found[each].excepted, gates)
    ]


def _not_approved(count: int) -> Message:
    return nmsg(
        "Nothing was approved: {count} criterion is not answered. Answer it, or make an exception with "
        "a reason and a name.",
        "Nothing was approved: {count} criteria are not answered. Answer them, or make an exception "
        "with a reason and a name.",
        count,
    )


def check_answered(
    open_ones: Sequence[Obstacle],
    exception: CriteriaException | None,
    says: Callable[[int], Message] = _not_approved,
) -> None:
    """
    Raises:
        NotYet: something is open and nobody excepts it; all of it is in the details.
    """
    if open_ones and exception is None:
        raise NotYet(says(len(open_ones)), *(each.said() for each in open_ones))


def note_exceptions(
    session: Session, open_ones: Iterable[Obstacle], exception: CriteriaException | None, today: date
) -> None:
    """Of everything that is open, once it was checked that somebody excepts it."""
    for obstacle in open_ones:
        assert exception is not None
        note_exception(session, obstacle.participation, obstacle.finding.criterion.key, exception, today)


def note_exception(
    session: Session, participation: ParticipationId, criterion: str, exception: CriteriaException, today: date
) -> None:
    note = note_of(session, participation, criterion)
    note.exception_reason = exception.reason
    note.exception_by = exception.by
    note.exception_on = today


def either(passing: Passing | None, exception: CriteriaException | None) -> Passing | None:
    """The reason of an exception passes what a reason alone can pass."""
    return Passing(exception.reason, exception.by) if passing is None and exception is not None else passing


def note_passed(
    session: Session,
    pair: PairRecord,
    warnings: Iterable[PairWarning],
    passing: Passing | None,
    today: date,
) -> None:
    """Each warning of this pair with the reason; it stays visible on the pair's page."""
    for each in warnings:
        if (each.mentee, each.mentor) == (pair.mentee_id, pair.mentor_id):
            assert passing is not None
            session.add(passed_record(pair.id, each, passing, today))


def passed_record(pair: PairId, warning: PairWarning, passing: Passing, today: date) -> PairDecisionRecord:
    return PairDecisionRecord(
        pair_id=pair,
        kind=DecisionKind.PASSED,
        rule=warning.rule,
        reason=passing.reason_for(warning),
        decided_by=one_line(passing.by),
        decided_on=today,
    )


def make_pair(
    session: Session,
    programme: ProgrammeId,
    pair: PairKey,
    today: date,
    *,
    scenario: ScenarioId | None = None,
) -> PairRecord:
    """The pair as a proposal; both are selected. It follows the mentee's last pair here that ended."""
    mentee, mentor = pair
    made = PairRecord(
        programme_id=programme,
        mentee_id=mentee,
        mentor_id=mentor,
        scenario_id=scenario,
        approved_on=today,
        follows_id=_last_ended(session, mentee),
    )
    session.add(made)
    for side in pair:
        _follow(session.get_one(ParticipationRecord, side), today)
    return made


def _follow(participation: ParticipationRecord, today: date) -> None:
    """No step is noted: nobody selected her, and one that says so would shut the others out (who_is_matched)."""
    if participation.status is not ParticipationStatus.SELECTED:
        participation.status, participation.since = ParticipationStatus.SELECTED, today
        participation.waiting_rank = None


def _last_ended(session: Session, mentee: ParticipationId) -> PairId | None:
    return session.scalar(
        select(PairRecord.id)
        .where(PairRecord.mentee_id == mentee, PairRecord.status == PairStatus.DISSOLVED)
        .order_by(PairRecord.ended_on.desc(), PairRecord.id.desc())
        .limit(1)
    )
