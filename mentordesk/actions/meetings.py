"""Adding, moving and cancelling meetings; each is one step that can be undone.

A conflict never stops a move: queries/agenda.py says it in words (UX 5.5). Plans of a whole programme are
laid out in laying_out.py; deadlines are deadlines.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.spans import pair_span, programme_span
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingKind, MeetingStatus, meeting_kind
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.message import Sayable, Wording, msg
from mentordesk.queries.calendar import title_of
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store

_YEARS = range(2000, 2100)
_Times = tuple[datetime, datetime]


def move_meeting(store: Store, meeting: MeetingId, *, to: date, start: time | None = None) -> None:
    """Its first day goes to `to`, the others keep their distance, and all keep their times.

    With `start` the first day begins then, and every day moves by as much; lengths stay. Calendars that hold the
    meeting learn of it by its sequence (R55). A move to where it lies already leaves no trace.

    Raises:
        Refused: no such meeting, one that was held or cancelled, or a time that the clock skips there.
    """
    check_year(to)
    with store.reading() as session:
        now = _standing(session, meeting)
    first = now.days[0][0]
    by = datetime.combine(to, first.time() if start is None else start) - first
    if not by:
        return
    days = [(starts + by, ends + by) for starts, ends in now.days]
    for each in days:
        _check_clock(each, now.zone)
    with store.changing(msg("Move “{title}” to {day}", title=now.title, day=to)) as session:
        for day, (starts_at, ends_at) in zip(_days(session, meeting), days, strict=True):
            day.starts_at, day.ends_at = starts_at, ends_at
        record = session.get_one(MeetingRecord, meeting)
        record.pinned = True  # another start of the programme leaves it where it was put by hand
        _note_change(record, store.clock())


def cancel_meeting(store: Store, meeting: MeetingId) -> None:
    """It stays in the file, and tells every calendar that held it that it is cancelled (R55).

    Raises:
        Refused: no such meeting, or one that was held or cancelled.
    """
    with store.reading() as session:
        now = _standing(session, meeting)
    what = msg("Cancel “{title}” on {day}", title=now.title, day=now.days[0][0].date())
    with store.changing(what) as session:
        record = session.get_one(MeetingRecord, meeting)
        record.status = MeetingStatus.CANCELLED
        _note_change(record, store.clock())


def add_meeting(
    store: Store,
    *,
    programme: ProgrammeId,
    kind: str,
    title: str,
    day: date,
    start: time,
    end: time,
    place: str = "",
    pair: PairId | None = None,
    mode: Mode | None = None,
) -> MeetingId:
    """A meeting of one day; without a title it bears its kind's, without a mode its kind's usual one.

    Raises:
        Refused: it ends before it begins, or at a time that the clock skips; a conversation with a title, for that
            would be its topic (R60); a pair that ended, that is another programme's, or where the kind has none.
        KeyError: no programme or kind of that name.
    """
    known, called, where = meeting_kind(kind), _line(title), _line(place)
    check_year(day)
    if end <= start:
        raise Refused(msg("The meeting ends before it begins. Choose a later end."))
    if called and kind in CONVERSATIONS:
        raise Refused(msg("A conversation has no title: what a pair talks about is not kept here."))
    times = (datetime.combine(day, start), datetime.combine(day, end))
    with store.reading() as session:
        of = programme_of(session, programme)
        span = programme_span(of)
        if known.of_a_pair or pair is not None:
            approved_on = _approved_on(session, known, programme, pair)
            span = pair_span(of, approved_on, None)
    _check_clock(times, of.settings.zone)
    texts = Wording.everywhere(called).texts() if called else None
    record = MeetingRecord(
        programme_id=programme,
        pair_id=pair,
        kind=kind,
        title=texts,
        semester=span.semester(day).number,
        mode=mode or (of.settings.conversations.mode if known.of_a_pair else Mode.PHYSICAL),
        place=where,
        audience=[role.value for role in known.audience],
        changed_at=store.clock(),
    )
    with store.changing(msg("Add “{title}” on {day}", title=title_of(kind, texts), day=day)) as session:
        session.add(record)
        session.add(MeetingDayRecord(meeting_id=record.id, number=1, starts_at=times[0], ends_at=times[1]))
    return record.id


@dataclass(frozen=True, slots=True)
class _Standing:
    """A planned meeting before something is done to it."""

    title: Sayable
    zone: str
    days: Sequence[_Times]


def _standing(session: Session, meeting: MeetingId) -> _Standing:
    """
    Raises:
        Refused: no such meeting, or one that is planned no longer.
    """
    record = session.get(MeetingRecord, meeting)
    days = [(day.starts_at, day.ends_at) for day in _days(session, meeting)]
    if record is None or not days:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    title, day = title_of(record.kind, record.title), days[0][0].date()
    if record.status is MeetingStatus.HELD:
        raise Refused(msg("“{title}” on {day} was held, so it stays where it is.", title=title, day=day))
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” on {day} is cancelled. Add a new meeting instead.", title=title, day=day))
    return _Standing(title, programme_of(session, record.programme_id).settings.zone, days)


def _days(session: Session, meeting: MeetingId) -> Sequence[MeetingDayRecord]:
    theirs = select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == meeting).order_by(MeetingDayRecord.number)
    return session.scalars(theirs).all()


def _note_change(record: MeetingRecord, now: datetime) -> None:
    """So that calendars take the newer entry for the older one (R55)."""
    record.sequence += 1
    record.changed_at = now


def _approved_on(session: Session, kind: MeetingKind, programme: ProgrammeId, pair: PairId | None) -> date:
    """
    Raises:
        Refused: the kind and the pair don't go together, or the pair is not there, or not of this programme.
    """
    if pair is None:
        raise Refused(msg("“{kind}” is a meeting of a pair. Choose the pair.", kind=kind.title))
    if not kind.of_a_pair:
        raise Refused(msg("“{kind}” is a joint meeting, not that of one pair.", kind=kind.title))
    record = session.get(PairRecord, pair)
    if record is None or record.programme_id != programme:
        raise Refused(msg("There is no pair with the number {id}.", id=pair))
    if record.status not in RUNNING:
        raise Refused(msg("The pair has ended, so no more meetings are planned for it."))
    return record.approved_on


def _check_clock(times: _Times, zone: str) -> None:
    """
    Raises:
        Refused: the clock skips one of the times; the sentence offers the next one.
    """
    for wall in times:
        moment(wall, zone)


def check_year(day: date) -> None:
    """
    Raises:
        Refused: nobody plans so far from our time; a digit is wrong.
    """
    if day.year not in _YEARS:
        raise Refused(msg("{day} is far from our time. Check the year.", day=day))


def _line(text: str) -> str:
    return fitting(one_line(text), NAME_LENGTH)
