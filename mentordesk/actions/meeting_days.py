"""Which days a meeting of several has, alone or with its title and place; when it is, is meetings.py's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.standing_meetings import (
    Standing,
    Times,
    check_order,
    check_year,
    days_of,
    note_change,
    put,
    standing,
    words_of,
)
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import check_times
from mentordesk.i18n.message import msg
from mentordesk.storage.records import (
    AgendaItemRecord,
    AgendaSpeakerRecord,
    AttendanceRecord,
    MeetingDayRecord,
    MeetingRecord,
)
from mentordesk.storage.store import Store


def change_days(store: Store, meeting: MeetingId, *, kept: Mapping[int, Times], added: Sequence[Times] = ()) -> None:
    """The days that stay, by their numbers and with their times, and new ones; the others are taken away.

    A number is never given to another day, so that calendars which hold a day that is gone are told of it (R55).
    What was planned for a day that goes, its agenda, goes with it.

    Raises:
        NoSuchTime: the clock skips one of the times.
        Refused: no such meeting, one that was held or cancelled, no day left, one that ends before it begins, two at
            the same time, or somebody was noted as present or absent on a day that would go.
    """
    with store.reading() as session:
        now = standing(session, meeting)
        wanted = _checked(session, meeting, now, kept, added)
    if wanted is None:
        return
    with store.changing(msg("Change the days of “{title}”", title=now.title)) as session:
        _put_days(session, meeting, wanted, store.clock())


def change_meeting(
    store: Store,
    meeting: MeetingId,
    *,
    title: str,
    place: str,
    mode: Mode,
    kept: Mapping[int, Times],
    added: Sequence[Times] = (),
) -> None:
    """All that one form asks of a meeting, in one change: as edit_meeting and as change_days.

    What is as it was leaves no trace; where only the days are, or only the words, the change is called after them.

    Raises:
        NoSuchTime: the clock skips one of the times.
        Refused: as for those two.
    """
    with store.reading() as session:
        now = standing(session, meeting)
        words = words_of(session.get_one(MeetingRecord, meeting), title=title, place=place, mode=mode)
        wanted = _checked(session, meeting, now, kept, added)
    if words is None and wanted is None:
        return
    what = msg("Change “{title}”", title=now.title)
    if words is None:
        what = msg("Change the days of “{title}”", title=now.title)
    with store.changing(what) as session:
        if words is not None:
            words.write(session.get_one(MeetingRecord, meeting))
        if wanted is not None:
            _put_days(session, meeting, wanted, store.clock())
        else:
            note_change(session, session.get_one(MeetingRecord, meeting), store.clock())


@dataclass(frozen=True, slots=True)
class _Wanted:
    kept: Mapping[int, Times]
    added: Sequence[Times]
    gone: Sequence[str]  # ids of days
    ever: int  # the largest number that a day had


def _checked(
    session: Session, meeting: MeetingId, now: Standing, kept: Mapping[int, Times], added: Sequence[Times]
) -> _Wanted | None:
    """None where all days are as they were.

    Raises:
        Refused: as change_days.
    """
    gone = set(now.days) - set(kept)
    ids = [day.id for day in days_of(session, meeting) if day.number in gone]
    noted = session.scalar(select(AttendanceRecord.id).where(AttendanceRecord.meeting_day_id.in_(ids)).limit(1))
    ever = session.get_one(MeetingRecord, meeting).days_ever or 0
    every = sorted([*kept.values(), *added])
    if not every or not set(kept) <= set(now.days):
        raise Refused(msg("A meeting has at least one day. Cancel it if there is to be none."))
    if noted is not None:
        raise Refused(msg("Attendance is noted for that day, so it stays. Take the notes back first."))
    for each in every:
        check_year(each[0].date())
        check_order(each)
    if any(one[1] > other[0] for one, other in pairwise(every)):
        raise Refused(msg("Two days of the meeting would lie at the same time. Choose other times."))
    check_times((wall for each in every for wall in each), now.zone)
    if dict(kept) == dict(now.days) and not added:
        return None
    return _Wanted(kept, added, ids, max(ever, *now.days))


def _put_days(session: Session, meeting: MeetingId, wanted: _Wanted, now: datetime) -> None:
    take_days_away(session, wanted.gone)
    session.get_one(MeetingRecord, meeting).days_ever = wanted.ever + len(wanted.added)
    for number, (starts_at, ends_at) in enumerate(wanted.added, start=wanted.ever + 1):
        session.add(MeetingDayRecord(meeting_id=meeting, number=number, starts_at=starts_at, ends_at=ends_at))
    put(session, meeting, wanted.kept, now)


def take_days_away(session: Session, ids: Sequence[str]) -> None:
    items = session.scalars(select(AgendaItemRecord).where(AgendaItemRecord.meeting_day_id.in_(ids))).all()
    speakers = select(AgendaSpeakerRecord).where(AgendaSpeakerRecord.agenda_item_id.in_([each.id for each in items]))
    for speaker in session.scalars(speakers).all():
        session.delete(speaker)
    session.flush()
    for item in items:
        session.delete(item)
    session.flush()
    for id_ in ids:
        session.delete(session.get_one(MeetingDayRecord, id_))
    session.flush()
