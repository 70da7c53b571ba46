"""Registering that a conversation was held (R60): date, length, form and place, and nothing of what was said.

A topic or a text that the mentee shares needs a consent of its own, and is not taken here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.making import open_criteria
from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.approval import BEFORE_START
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import days_of
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    CheckOutRecord,
    ConsentRecord,
    LogbookEntryRecord,
    MeetingRecord,
    PairRecord,
    SharedTextRecord,
    SharedTopicRecord,
)
from mentordesk.storage.store import Store

_MINUTES_OF_A_DAY = 1440


def register_conversation(
    store: Store,
    *,
    pair: PairId,
    held_on: date,
    minutes: int | None,
    mode: Mode | None,
    place: str = "",
    topic_sent: bool = False,
    summary_written: bool = False,
    today: date,
    meeting: MeetingId | None = None,
) -> str:
    """The id of the new entry; the planned `meeting` that it was is held then.

    With a conversation a pair that has signed begins (R40), unless something that is asked before the start is
    open (R22): what was held is registered all the same, and the pair waits to be marked as active.

    Raises:
        Refused: a day ahead of today, outside the programme or registered already; a length that is none; a pair
            that has ended or is not there; a meeting that is no open conversation of the pair.
    """
    told = _Told(held_on, minutes, mode, _checked_place(place), topic_sent, summary_written)
    told.check(today)
    with store.changing(msg("Register the conversation of {day}", day=held_on)) as session:
        of = _pair(session, pair)
        if of.status not in RUNNING:
            raise Refused(msg("The pair has ended, so no more conversations are registered for it."))
        _check_day(session, of, held_on, None)
        if meeting is not None:
            _open_meeting(session, pair, meeting).status = MeetingStatus.HELD
        entry = LogbookEntryRecord(pair_id=pair, meeting_id=meeting, held_on=held_on)
        told.write_on(entry)
        session.add(entry)
        if of.status is PairStatus.SIGNED:
            _begin_if_ready(session, of, held_on, today)
    return entry.id


def _begin_if_ready(session: Session, pair: PairRecord, held_on: date, today: date) -> None:
    """From the conversation on, or from the contract where that came after it."""
    both = (pair.mentee_id, pair.mentor_id)
    if not open_criteria(session, pair.programme_id, [both], today, BEFORE_START):
        pair.status, pair.began_on = PairStatus.ACTIVE, max(held_on, days_of(session, pair).latest)


def edit_conversation(
    store: Store,
    entry: str,
    *,
    held_on: date,
    minutes: int | None,
    mode: Mode | None,
    place: str,
    topic_sent: bool,
    summary_written: bool,
    today: date,
) -> None:
    """Corrections are taken for pairs that have ended, too.

    Raises:
        Refused: as for a new one, or no such conversation.
    """
    told = _Told(held_on, minutes, mode, _checked_place(place), topic_sent, summary_written)
    told.check(today)
    with store.changing(msg("Change the conversation of {day}", day=held_on)) as session:
        record = _entry(session, entry)
        if record.held_on != held_on:
            _check_day(session, _pair(session, record.pair_id), held_on, entry)
        told.write_on(record)


def remove_conversation(store: Store, entry: str) -> None:
    """With all that the mentee shared of it; the meeting that it was is planned again.

    Raises:
        Refused: no such conversation.
    """
    with store.reading() as session:
        day = _entry(session, entry).held_on
    with store.changing(msg("Remove the conversation of {day}", day=day)) as session:
        record = _entry(session, entry)
        if record.meeting_id is not None:
            session.get_one(MeetingRecord, record.meeting_id).status = MeetingStatus.PLANNED
        for consent in session.scalars(select(ConsentRecord).where(ConsentRecord.entry_id == entry)).all():
            for kind in (SharedTopicRecord, SharedTextRecord, CheckOutRecord):
                if (shared := session.get(kind, consent.id)) is not None:
                    session.delete(shared)
            session.delete(consent)
        session.delete(record)


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is taken of a conversation."""

    held_on: date
    minutes: int | None
    mode: Mode | None
    place: str
    topic_sent: bool
    summary_written: bool

    def check(self, today: date) -> None:
        """
        Raises:
            Refused: a day to come, or a length that no day has.
        """
        if self.held_on > today:
            raise Refused(
                msg(
                    "{day} is still to come. Register the conversation when it has been held; until then it can be "
                    "planned as a meeting.",
                    day=self.held_on,
                )
            )
        if self.minutes is not None and not 1 <= self.minutes <= _MINUTES_OF_A_DAY:
            raise Refused(
                msg(
                    "A conversation lasts from 1 to {most} minutes, not {minutes}.",
                    most=_MINUTES_OF_A_DAY,
                    minutes=self.minutes,
                )
            )

    def write_on(self, record: LogbookEntryRecord) -> None:
        record.held_on, record.minutes, record.mode = self.held_on, self.minutes, self.mode
        record.place = self.place or None
        record.topic_sent, record.summary_written = self.topic_sent, self.summary_written


def _check_day(session: Session, pair: PairRecord, held_on: date, entry: str | None) -> None:
    """
    Raises:
        Refused: outside the programme, or the pair has another entry on that day.
    """
    programme = programme_of(session, pair.programme_id)
    ends_on = max(programme.ends_on, pair_span(programme, pair.approved_on, None).ends_on)
    if not programme.starts_on <= held_on <= ends_on:
        raise Refused(
            msg(
                "{day} is outside the programme, which lasts from {first} to {last}.",
                day=held_on,
                first=programme.starts_on,
                last=ends_on,
            )
        )
    same_day = select(LogbookEntryRecord.id).where(
        LogbookEntryRecord.pair_id == pair.id, LogbookEntryRecord.held_on == held_on
    )
    if any(other != entry for other in session.scalars(same_day)):
        raise Refused(
            msg("The pair's conversation of {day} is registered already. Change that one instead.", day=held_on)
        )


def _open_meeting(session: Session, pair: PairId, meeting: MeetingId) -> MeetingRecord:
    """
    Raises:
        Refused: it is no conversation of the pair, or was cancelled or registered before.
    """
    record = session.get(MeetingRecord, meeting)
    if record is None or record.pair_id != pair or record.kind not in CONVERSATIONS:
        raise Refused(msg("The pair has no conversation with the number {id}.", id=meeting))
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("The planned conversation is cancelled. Register this one without it."))
    taken = select(LogbookEntryRecord.id).where(LogbookEntryRecord.meeting_id == meeting)
    if session.scalar(taken) is not None:
        raise Refused(msg("The planned conversation is registered already. Change that entry instead."))
    return record


def _pair(session: Session, pair: PairId) -> PairRecord:
    """
    Raises:
        Refused: no pair of that id.
    """
    record = session.get(PairRecord, pair)
    if record is None:
        raise Refused(msg("There is no pair with the number {id}.", id=pair))
    return record


def _entry(session: Session, entry: str) -> LogbookEntryRecord:
    """
    Raises:
        Refused: no conversation of that id.
    """
    record = session.get(LogbookEntryRecord, entry)
    if record is None:
        raise Refused(msg("There is no registered conversation with the number {id}.", id=entry))
    return record


def _checked_place(place: str) -> str:
    return fitting(one_line(place), NAME_LENGTH)
