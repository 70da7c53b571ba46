"""A planned meeting before something is done to it, and what every change of one leaves behind; over a session.

What is done is meetings.py's, meeting_days.py's and series.py's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.spans import pair_span, programme_span
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.programmes import Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, Wording, msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import InvitationRecord, MeetingDayRecord, MeetingRecord, PairRecord

_YEARS = range(2000, 2100)
Times = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Standing:
    """`days` by their numbers, in the order of time."""

    title: Sayable
    programme: Programme
    days: Mapping[int, Times]

    @property
    def zone(self) -> str:
        return self.programme.settings.zone

    @property
    def first(self) -> datetime:
        return next(iter(self.days.values()))[0]


def known(session: Session, meeting: MeetingId) -> tuple[MeetingRecord, Standing]:
    """A meeting whatever became of it.

    Raises:
        Refused: no such meeting.
    """
    record = session.get(MeetingRecord, meeting)
    days = {day.number: (day.starts_at, day.ends_at) for day in days_of(session, meeting)}
    if record is None or not days:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    of = programme_of(session, record.programme_id)
    return record, Standing(title_of(record.kind, record.title), of, days)


def standing(session: Session, meeting: MeetingId) -> Standing:
    """
    Raises:
        Refused: no such meeting, or one that is planned no longer.
    """
    record, now = known(session, meeting)
    title, day = now.title, now.first.date()
    if record.status is MeetingStatus.HELD:
        raise Refused(msg("“{title}” on {day} was held, so it stays where it is.", title=title, day=day))
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” on {day} is cancelled. Add a new meeting instead.", title=title, day=day))
    return now


def days_of(session: Session, meeting: MeetingId) -> Sequence[MeetingDayRecord]:
    theirs = select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == meeting)
    return session.scalars(theirs.order_by(MeetingDayRecord.starts_at, MeetingDayRecord.number)).all()


def put(session: Session, meeting: MeetingId, days: Mapping[int, Times], now: datetime) -> None:
    """By hand: another start of the programme leaves it where it was put."""
    for day in days_of(session, meeting):
        if day.number in days:
            day.starts_at, day.ends_at = days[day.number]
    record = session.get_one(MeetingRecord, meeting)
    record.pinned = True
    note_change(session, record, now)


@dataclass(frozen=True, slots=True)
class Words:
    """What a meeting is called in each language, where it is and how it is held."""

    texts: Mapping[str, str] | None  # None: its kind's
    place: str
    mode: Mode

    def write(self, record: MeetingRecord) -> None:
        record.title = None if self.texts is None else dict(self.texts)
        record.place, record.mode = self.place, self.mode


def words_of(record: MeetingRecord, *, title: str, place: str, mode: Mode) -> Words | None:
    """None where they are what it has; a title that it bears in one language leaves those of the others.

    Raises:
        Refused: longer than is kept, or a conversation with a title.
    """
    called, where = line_of(title), line_of(place)
    texts = record.title if called and called in (record.title or {}).values() else texts_of(record.kind, called)
    return None if (texts, where, mode) == (record.title, record.place, record.mode) else Words(texts, where, mode)


def texts_of(kind: str, called: str) -> dict[str, str] | None:
    """
    Raises:
        Refused: a conversation has none, for that would be its topic (R60).
    """
    if called and kind in CONVERSATIONS:
        raise Refused(msg("A conversation has no title: what a pair talks about is not kept here."))
    return Wording.everywhere(called).texts() if called else None


def line_of(text: str) -> str:
    return fitting(one_line(text), NAME_LENGTH)


def check_order(times: Times) -> None:
    """
    Raises:
        Refused: no meeting ends before it begins.
    """
    if times[1] <= times[0]:
        raise Refused(msg("The meeting ends before it begins. Choose a later end."))


def check_runs(pair: PairRecord) -> None:
    """
    Raises:
        Refused: nothing more is planned for a pair that ended.
    """
    if pair.status not in RUNNING:
        raise Refused(msg("The pair has ended, so no more meetings are planned for it."))


def note_change(session: Session, record: MeetingRecord, now: datetime) -> None:
    """So that calendars take the newer entry for the older one (R55); also one that a single reader alone was sent."""
    sent = select(func.max(InvitationRecord.sequence_sent)).where(InvitationRecord.meeting_id == record.id)
    record.sequence = max(record.sequence, session.scalar(sent) or 0) + 1
    record.changed_at = now


def again(session: Session, record: MeetingRecord, of: Programme, days: Sequence[Times], now: datetime) -> MeetingId:
    """The same meeting on other days, planned and new: nobody was invited to it, and nothing was prepared."""
    first = days[0][0].date()
    span = programme_span(of)
    if record.pair_id is not None:
        span = pair_span(of, session.get_one(PairRecord, record.pair_id).approved_on, None)
    made = MeetingRecord(
        programme_id=record.programme_id,
        pair_id=record.pair_id,
        participation_id=record.participation_id,
        kind=record.kind,
        title=record.title,
        semester=span.semester(first).number,
        mode=record.mode,
        place=record.place,
        audience=list(record.audience),
        changed_at=now,
    )
    session.add(made)
    for number, (starts_at, ends_at) in enumerate(days, start=1):
        session.add(MeetingDayRecord(meeting_id=made.id, number=number, starts_at=starts_at, ends_at=ends_at))
    return made.id


def check_year(day: date) -> None:
    """
    Raises:
        Refused: nobody plans so far from our time; a digit is wrong.
    """
    if day.year not in _YEARS:
        raise Refused(msg("{day} is far from our time. Check the year.", day=day))
