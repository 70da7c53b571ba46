"""How a pair ends (R40): completed, or by agreement, a category and never words; what was planned is cancelled.

A mentee who wants a new mentor goes on in rematching.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.stepping import end_meetings, stepping, two_names
from mentordesk.actions.steps import reach
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import RUNNING, Ending, PairStatus, Side
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import PairRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Closing:
    """What is noted when a pair is completed; None: nobody said."""

    mentee_evaluated: bool | None = None
    mentor_evaluated: bool | None = None
    lessons_summed_up: bool | None = None
    contact_continues: bool | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a pair was ended by agreement: on which day, who asked for it (None: both), and why, as a category."""

    on: date
    ending: Ending
    asked_by: Side | None
    new_mentor_wanted: bool


def complete(store: Store, pair: PairId, *, on: date, closing: Closing) -> None:
    """The mentee has completed the programme, and the mentor too unless she has another mentee in it.

    Raises:
        Refused: no such pair, one that has not begun, is on hold or has ended, or a day that cannot be.
    """
    two = two_names(store, pair)
    what = msg("Complete the pair {mentee} and {mentor}", mentee=two.mentee, mentor=two.mentor)
    with store.changing(what) as session:
        record, _ = stepping(session, pair, PairStep.COMPLETE, on=on, today=store.today())
        record.status, record.ended_on = PairStatus.COMPLETED, on
        record.mentee_evaluated, record.mentor_evaluated = closing.mentee_evaluated, closing.mentor_evaluated
        record.lessons_summed_up, record.contact_continues = closing.lessons_summed_up, closing.contact_continues
        end_meetings(session, pair, on, store.clock())
        session.flush()
        for side in (record.mentee_id, record.mentor_id):
            if not _in_a_running_pair(session, side):
                participation = session.get_one(ParticipationRecord, side)
                reach(session, participation, ParticipationStatus.COMPLETED, today=on, by=store.who)


def dissolve(store: Store, pair: PairId, agreement: Agreement) -> tuple[MeetingId, ...]:
    """Both are free again; gives the meetings that are cancelled.

    A mentee who wants no new mentor is left out of the matching from now on (queries/no_match.py).

    Raises:
        Refused: no such pair, one that has ended, or a day that cannot be.
    """
    two = two_names(store, pair)
    what = msg("End the pair {mentee} and {mentor} by agreement", mentee=two.mentee, mentor=two.mentor)
    with store.changing(what) as session:
        return dissolve_in(session, pair, agreement, store.today(), store.clock())


def want_new_mentor(store: Store, pair: PairId, *, wanted: bool) -> None:
    """The mentee of a pair that ended by agreement has thought again.

    Raises:
        Refused: no such pair, or one that did not end so.
    """
    two = two_names(store, pair)
    if wanted:
        what = msg("Note that {mentee} wants a new mentor", mentee=two.mentee)
    else:
        what = msg("Note that {mentee} wants no new mentor", mentee=two.mentee)
    with store.changing(what) as session:
        record = pair_record(session, pair)
        if record.status is not PairStatus.DISSOLVED:
            raise Refused(msg("The pair has not ended by agreement, so no new mentor is asked for."))
        record.new_mentor_wanted = wanted


def dissolve_in(
    session: Session, pair: PairId, agreement: Agreement, today: date, now: datetime
) -> tuple[MeetingId, ...]:
    """The same in a change that is open. Raises Refused as `dissolve` does."""
    record, _ = stepping(session, pair, PairStep.DISSOLVE, on=agreement.on, today=today)
    record.status, record.ended_on, record.ending = PairStatus.DISSOLVED, agreement.on, agreement.ending
    record.ending_asked_by, record.new_mentor_wanted = agreement.asked_by, agreement.new_mentor_wanted
    cancelled = end_meetings(session, pair, agreement.on, now)
    session.flush()
    return cancelled


def _in_a_running_pair(session: Session, side: ParticipationId) -> bool:
    either = (PairRecord.mentee_id == side) | (PairRecord.mentor_id == side)
    return session.scalar(select(PairRecord.id).where(either, PairRecord.status.in_(RUNNING)).limit(1)) is not None
