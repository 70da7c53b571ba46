"""Registering that a conversation was held (R60): date, length, form and place, and nothing of what was said.

A topic or an answer at check-out that the mentee shares at once gets a consent of its own in the same change; what is
shared later, or taken back, is consents.py's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.consenting import consent_over, remove_consent_over
from mentordesk.actions.matching.making import open_criteria
from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.approval import BEFORE_START
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ConsentId, MeetingId, PairId
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import days_of, pair_record
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    ConsentRecord,
    LogbookEntryRecord,
    MeetingRecord,
    PairRecord,
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
    check_out: bool | None = None,
    shared_topic: str = "",
) -> str:
    """The id of the new entry; the planned `meeting` that it was is held then.

    `check_out` (whether it is worth meeting again) and `shared_topic` only where the mentee lets them be kept: the
    consent is of today.

    With a conversation a pair that has signed begins (R40), unless something that is asked before the start is
    open (R22): what was held is registered all the same, and the pair waits to be marked as active.

    Raises:
        Refused: a day ahead of today, outside the programme or registered already; a length that is none; a pair
            that has ended or is not there; a meeting that is no open conversation of the pair; a topic that is
            longer than 120 characters.
    """
    told = Told(held_on, minutes, mode, _checked_place(place), topic_sent, summary_written, check_out, shared_topic)
    told.check(today)
    with store.changing(msg("Register the conversation of {day}", day=held_on)) as session:
        return register_over(session, pair, told, meeting, today)


def register_over(session: Session, pair: PairId, told: Told, meeting: MeetingId | None, today: date) -> str:
    """As registering one, within a change of another's.

    Raises:
        Refused: as there.
    """
    told.check(today)
    of = pair_record(session, pair)
    if of.status not in RUNNING:
        raise Refused(msg("The pair has ended, so no more conversations are registered for it."))
    check_day(session, of, told.held_on, None)
    if meeting is not None:
        _open_meeting(session, pair, meeting).status = MeetingStatus.HELD
    entry = LogbookEntryRecord(pair_id=pair, meeting_id=meeting, held_on=told.held_on)
    told.write_on(entry)
    session.add(entry)
    session.flush()
    told.share_of(session, pair, entry.id, today)
    if of.status is PairStatus.SIGNED:
        _begin_if_ready(session, of, told.held_on, today)
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
    told = Told(held_on, minutes, mode, _checked_place(place), topic_sent, summary_written)
    told.check(today)
    with store.changing(msg("Change the conversation of {day}", day=held_on)) as session:
        record = _entry(session, entry)
        if record.held_on != held_on:
            check_day(session, pair_record(session, record.pair_id), held_on, entry)
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
        for consent in session.scalars(select(ConsentRecord.id).where(ConsentRecord.entry_id == entry)).all():
            remove_consent_over(session, ConsentId(consent))
        session.delete(record)


@dataclass(frozen=True, slots=True)
class Told:
    """All that is taken of a conversation."""

    held_on: date
    minutes: int | None
    mode: Mode | None
    place: str
    topic_sent: bool
    summary_written: bool
    check_out: bool | None = None
    shared_topic: str = ""

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

    def share_of(self, session: Session, pair: PairId, entry: str, today: date) -> None:
        """What the mentee lets be kept of it at once, each under a consent of today."""
        shared = ((ConsentItem.TOPIC, one_line(self.shared_topic) or None), (ConsentItem.CHECK_OUT, self.check_out))
        for item, words in shared:
            if words is not None:
                consent_over(session, pair, item, words, given_on=today, today=today, entry=entry)


def check_day(session: Session, pair: PairRecord, held_on: date, entry: str | None) -> None:
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
