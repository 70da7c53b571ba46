"""Moving a programme's start with all that hangs on it (R51); one step that can be undone.

What moves and what stays is queries/replan.py's to say, before and while it is done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentordesk.actions.laying_out import add_planned
from mentordesk.actions.matching.stepping import cancel
from mentordesk.actions.meeting_days import take_days_away
from mentordesk.actions.standing_meetings import note_change
from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.plan import PlannedDeadline, PlannedMeeting
from mentordesk.domain.replan import Because, Replan, Wanted
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import one_programme
from mentordesk.queries.replan import preview, preview_over
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord, ProgrammeRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Replanned:
    moved: int
    added: int
    cancelled: int
    stayed: int


def move_start(
    store: Store, programme: ProgrammeId, *, starts_on: date, today: date, leave: Collection[str] = ()
) -> Replanned:
    """The programme starts on that day; with the same day as before its plan is laid out again.

    What is left counts as moved by hand from now on. Calendars learn of each meeting by its sequence (R55).

    Raises:
        Refused: as `preview`; nothing was done.
    """
    known = one_programme(store, programme)
    looked_at = preview(store, programme, starts_on, today=today, leave=leave)
    if looked_at.changes_nothing:
        return _counted(looked_at.replan)
    what = msg("Move the start of {name} to {day}", name=known.name, day=starts_on)
    if starts_on == known.starts_on:
        what = msg("Plan {name} again", name=known.name)
    with store.changing(what) as session:
        found = preview_over(session, programme, starts_on, today=today, leave=leave)
        _carry_out(session, programme, found.replan, store.clock())
        record = session.get_one(ProgrammeRecord, programme)
        record.starts_on, record.ends_on = found.starts_on, found.ends_on
    return _counted(found.replan)


def _counted(found: Replan) -> Replanned:
    return Replanned(len(found.moves), len(found.new), len(found.gone), len(found.stays))


def _carry_out(session: Session, programme: ProgrammeId, found: Replan, now: datetime) -> None:
    """Everything is read before the first row changes: else each reading would write what changed so far."""
    meetings = {each.id: each for each in session.scalars(_of(MeetingRecord, programme))}
    deadlines = {each.id: each for each in session.scalars(_of(DeadlineRecord, programme))}
    days = _days(session, programme)
    for moved in found.moves:
        planned, number = moved.wanted.planned, moved.standing.id
        if isinstance(planned, PlannedDeadline):
            deadlines[number].due_on = planned.day
        else:
            _move(session, meetings[MeetingId(number)], days[MeetingId(number)], planned, now)
    for one in found.gone:
        cancel(meetings[MeetingId(one.id)], now)
    for new in found.new:
        _add(session, programme, new, now)
    for stays in found.stays:
        if stays.because is Because.LEFT:
            number = stays.standing.id
            (meetings[MeetingId(number)] if stays.standing.days else deadlines[number]).pinned = True


_Kept = TypeVar("_Kept", MeetingRecord, DeadlineRecord)


def _of(kind: type[_Kept], programme: ProgrammeId) -> Select[_Kept]:
    return select(kind).where(kind.programme_id == programme)


def _days(session: Session, programme: ProgrammeId) -> Mapping[MeetingId, Sequence[MeetingDayRecord]]:
    """Of each meeting, in order."""
    theirs = (
        select(MeetingDayRecord)
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(MeetingRecord.programme_id == programme)
        .order_by(MeetingDayRecord.number)
    )
    found: defaultdict[MeetingId, list[MeetingDayRecord]] = defaultdict(list)
    for day in session.scalars(theirs):
        found[day.meeting_id].append(day)
    return found


def _move(
    session: Session, record: MeetingRecord, there: Sequence[MeetingDayRecord], planned: PlannedMeeting, now: datetime
) -> None:
    """It gets as many days as the plan has; what was planned for a day that goes, goes with it (as change_days)."""
    for day, (starts_at, ends_at) in zip(there, planned.days, strict=False):
        day.starts_at, day.ends_at = starts_at, ends_at
    ever = max(there[-1].number, record.days_ever or 0)
    if gone := there[len(planned.days) :]:
        take_days_away(session, [day.id for day in gone])
        record.days_ever = ever
    for number, (starts_at, ends_at) in enumerate(planned.days[len(there) :], start=ever + 1):
        session.add(MeetingDayRecord(meeting_id=record.id, number=number, starts_at=starts_at, ends_at=ends_at))
        record.days_ever = number
    record.semester = planned.semester
    note_change(session, record, now)


def _add(session: Session, programme: ProgrammeId, new: Wanted, now: datetime) -> None:
    if isinstance(new.planned, PlannedDeadline):
        session.add(
            DeadlineRecord(
                programme_id=programme, setting=new.planned.key, title=new.planned.title.texts(), due_on=new.planned.day
            )
        )
        return
    pair = None if new.group.pair is None else PairId(new.group.pair)
    add_planned(session, programme, new.planned, pair, now)
