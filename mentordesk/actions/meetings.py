"""Adding, moving, stretching, copying, changing and cancelling meetings; each is one step that can be undone.

A conflict never stops a move: queries/agenda.py says it in words (UX 5.5). Plans of a whole programme are
laid out in laying_out.py, series in series.py; which days a meeting has is meeting_days.py's, deadlines are
deadlines.py's.
"""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy.orm import Session

from mentordesk.actions.standing_meetings import (
    again,
    check_order,
    check_runs,
    check_year,
    known,
    line_of,
    note_change,
    put,
    standing,
    texts_of,
    words_of,
)
from mentordesk.domain.alerts.spans import pair_span, programme_span
from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingKind, MeetingStatus, meeting_kind
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import check_times
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store


def move_meeting(store: Store, meeting: MeetingId, *, to: date, start: time | None = None) -> None:
    """Its first day goes to `to`, the others keep their distance, and all keep their times.

    With `start` the first day begins then, and every day moves by as much; lengths stay. Calendars that hold the
    meeting learn of it by its sequence (R55). A move to where it lies already leaves no trace.

    Raises:
        NoSuchTime: the clock skips one of its times there.
        Refused: no such meeting, or one that was held or cancelled.
    """
    check_year(to)
    with store.reading() as session:
        now = standing(session, meeting)
    by = datetime.combine(to, now.first.time() if start is None else start) - now.first
    if not by:
        return
    days = {number: (starts + by, ends + by) for number, (starts, ends) in now.days.items()}
    check_times((wall for each in days.values() for wall in each), now.zone)
    with store.changing(msg("Move “{title}” to {day}", title=now.title, day=to)) as session:
        put(session, meeting, days, store.clock())


def stretch_meeting(
    store: Store, meeting: MeetingId, *, day: int, start: time | None = None, end: time | None = None
) -> None:
    """One day of it, by its number, begins or ends at another time; the other days stay as they are.

    Raises:
        NoSuchTime: the clock skips the time.
        Refused: no such meeting or day, one that was held or cancelled, or it would end before it begins.
    """
    with store.reading() as session:
        now = standing(session, meeting)
    if day not in now.days:
        raise Refused(msg("This meeting has no such day. Choose another."))
    starts, ends = now.days[day]
    stretched = (
        starts if start is None else datetime.combine(starts, start),
        ends if end is None else datetime.combine(ends, end),
    )
    if stretched == (starts, ends):
        return
    check_order(stretched)
    check_times(stretched, now.zone)
    name = msg("“{title}” from {begin} to {end}", title=now.title, begin=stretched[0].time(), end=stretched[1].time())
    with store.changing(name) as session:
        put(session, meeting, {**now.days, day: stretched}, store.clock())


def copy_meeting(store: Store, meeting: MeetingId, *, to: date, start: time | None = None) -> MeetingId:
    """The same once more, planned, with its first day on `to`; nobody is invited to it yet, and it has no agenda.

    One that was held or cancelled is copied too: that is how it comes again.

    Raises:
        NoSuchTime: the clock skips one of its times there.
        Refused: no such meeting, or one of a pair that ended.
    """
    check_year(to)
    with store.reading() as session:
        record, now = known(session, meeting)
        if record.pair_id is not None:
            check_runs(session.get_one(PairRecord, record.pair_id))
    by = datetime.combine(to, now.first.time() if start is None else start) - now.first
    days = [(starts + by, ends + by) for starts, ends in now.days.values()]
    check_times((wall for each in days for wall in each), now.zone)
    with store.changing(msg("Copy “{title}” to {day}", title=now.title, day=to)) as session:
        return again(session, session.get_one(MeetingRecord, meeting), now.programme, days, store.clock())


def edit_meeting(store: Store, meeting: MeetingId, *, title: str, place: str, mode: Mode) -> None:
    """What it is called, where it is and how it is held; an empty title is its kind's.

    Raises:
        Refused: no such meeting, one that was held or cancelled, or a conversation with a title (R60).
    """
    with store.reading() as session:
        now = standing(session, meeting)
        words = words_of(session.get_one(MeetingRecord, meeting), title=title, place=place, mode=mode)
    if words is None:
        return
    with store.changing(msg("Change “{title}”", title=now.title)) as session:
        record = session.get_one(MeetingRecord, meeting)
        words.write(record)
        note_change(session, record, store.clock())


def cancel_meeting(store: Store, meeting: MeetingId) -> None:
    """It stays in the file, and tells every calendar that held it that it is cancelled (R55).

    Raises:
        Refused: no such meeting, or one that was held or cancelled.
    """
    with store.reading() as session:
        now = standing(session, meeting)
    what = msg("Cancel “{title}” on {day}", title=now.title, day=now.first.date())
    with store.changing(what) as session:
        record = session.get_one(MeetingRecord, meeting)
        record.status = MeetingStatus.CANCELLED
        note_change(session, record, store.clock())


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
    found, where = meeting_kind(kind), line_of(place)
    check_year(day)
    times = (datetime.combine(day, start), datetime.combine(day, end))
    check_order(times)
    texts = texts_of(kind, line_of(title))
    with store.reading() as session:
        of = programme_of(session, programme)
        span = programme_span(of)
        if found.of_a_pair or pair is not None:
            approved_on = _approved_on(session, found, programme, pair)
            span = pair_span(of, approved_on, None)
    check_times(times, of.settings.zone)
    record = MeetingRecord(
        programme_id=programme,
        pair_id=pair,
        kind=kind,
        title=texts,
        semester=span.semester(day).number,
        mode=mode or (of.settings.conversations.mode if found.of_a_pair else Mode.PHYSICAL),
        place=where,
        audience=[role.value for role in found.audience],
        changed_at=store.clock(),
    )
    with store.changing(msg("Add “{title}” on {day}", title=title_of(kind, texts), day=day)) as session:
        session.add(record)
        session.add(MeetingDayRecord(meeting_id=record.id, number=1, starts_at=times[0], ends_at=times[1]))
    return record.id


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
    check_runs(record)
    return record.approved_on
