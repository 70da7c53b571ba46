"""A pair at the door of a change: its two names, whether a step may be taken with it now, and what ends with it.

Which steps there are, and where they lead, is domain/pair_steps.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pair_stages import PairDays, stage_of
from mentordesk.domain.pair_steps import PairStep, why_not
from mentordesk.domain.pairs import Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import days_of, pair_record
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, PairRecord, SubstituteRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Two:
    """The names that a change bears."""

    mentee: str
    mentor: str

    def of(self, side: Side) -> str:
        return self.mentee if side is Side.MENTEE else self.mentor


def two_names(store: Store, pair: PairId) -> Two:
    """
    Raises:
        Refused: no such pair.
    """
    with store.reading() as session:
        record = pair_record(session, pair)
        names = names_over(session, (record.mentee_id, record.mentor_id))
        return Two(names[record.mentee_id], names[record.mentor_id])


def standing(session: Session, pair: PairId, step: PairStep) -> tuple[PairRecord, PairDays]:
    """The pair, at a stage at which this step may be taken.

    Raises:
        Refused: no such pair, or not at this stage.
    """
    record = pair_record(session, pair)
    days = days_of(session, record)
    refusal = why_not(step, stage_of(days))
    if refusal is not None:
        raise Refused(refusal)
    return record, days


def stepping(session: Session, pair: PairId, step: PairStep, *, on: date, today: date) -> tuple[PairRecord, PairDays]:
    """The same, for a step that is the newest thing that happened to the pair.

    Raises:
        Refused: as `standing` does; a day to come, or one before the newest thing so far.
    """
    record, days = standing(session, pair, step)
    check_day(on, today)
    if on < days.latest:
        raise Refused(
            msg(
                "{day} is before {latest}, the day of the last step of this pair. Give that day or a later one.",
                day=on,
                latest=days.latest,
            )
        )
    return record, days


def check_day(on: date, today: date) -> None:
    """
    Raises:
        Refused: it is still to come.
    """
    if on > today:
        raise Refused(msg("{day} is in the future. Give the day on which it happened.", day=on))


def planned_meetings(session: Session, pair: PairId) -> Sequence[tuple[MeetingRecord, date]]:
    """Those in the calendar that nobody has said to be held or cancelled, with their first days, in their order."""
    rows = session.execute(
        select(MeetingRecord, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.status == MeetingStatus.PLANNED,
            MeetingDayRecord.number == 1,
        )
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    return [(meeting, starts_at.date()) for meeting, starts_at in rows]


def cancel(meeting: MeetingRecord, now: datetime) -> None:
    """Every calendar that holds it is told (R55)."""
    meeting.status = MeetingStatus.CANCELLED
    note_change(meeting, now)


def note_change(meeting: MeetingRecord, now: datetime) -> None:
    """So that calendars take the newer entry for the older one (R55)."""
    meeting.sequence += 1
    meeting.changed_at = now


def end_meetings(session: Session, pair: PairId, on: date, now: datetime) -> tuple[MeetingId, ...]:
    """Cancels what is planned after that day, and lets whoever stands in go."""
    cancelled = []
    for meeting, day in planned_meetings(session, pair):
        if day > on:
            cancel(meeting, now)
            cancelled.append(meeting.id)
    for substitute in session.scalars(open_substitutes(pair)):
        if substitute.until_on >= on:
            substitute.ended_on = on
    return tuple(cancelled)


def open_substitutes(pair: PairId) -> Select[SubstituteRecord]:
    return select(SubstituteRecord).where(SubstituteRecord.pair_id == pair, SubstituteRecord.ended_on.is_(None))
