"""Conversations as rows: what is registered, what the calendar holds, and what the next one will probably be (R60).

Whether a pair is late is logbooks.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Row, Select, String, func, select, type_coerce
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.programmes import Mode
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LogbookEntryRecord, MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store

_NEAR = timedelta(7)  # a conversation so close to a planned one is taken to be it
_MODES = {each.value: each for each in Mode}
_InCalendar = Row[MeetingId, PairId | None, str, str]  # a plain row: of ten thousands most are never looked at


class Outcome(StrEnum):
    HELD = "held"
    MOVED = "moved"  # held, on another day than was planned
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ConversationMark:
    """One on the strip; `entry` is None where no more is known than the calendar says."""

    day: date  # held on, or of a cancelled one planned for
    outcome: Outcome
    entry: str | None
    meeting: MeetingId | None
    planned_on: date | None
    minutes: int | None = None
    mode: Mode | None = None
    place: str = ""
    topic_sent: bool = False
    summary_written: bool = False


@dataclass(frozen=True, slots=True)
class PlannedMark:
    """A conversation in the calendar that nobody has said to be held or cancelled."""

    meeting: MeetingId
    day: date


@dataclass(frozen=True, slots=True)
class ConversationDraft:
    """What a new entry is filled in with, for the coordinator to correct."""

    pair: PairId
    held_on: date
    minutes: int
    mode: Mode
    place: str
    meeting: MeetingId | None  # the planned one that it probably was


Marks = Mapping[PairId, Sequence[ConversationMark]]
Planned = Mapping[PairId, Sequence[PlannedMark]]


def next_conversation(store: Store, pair: PairId, today: date) -> ConversationDraft:
    """Today, and as long and in the form of the last one, of what the two agreed, or of the programme's rule.

    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        record = pair_record(session, pair)
        rule = programme_of(session, record.programme_id).settings.conversations
        last = session.scalar(
            select(LogbookEntryRecord)
            .where(LogbookEntryRecord.pair_id == pair, LogbookEntryRecord.held_on <= today)
            .order_by(LogbookEntryRecord.held_on.desc(), LogbookEntryRecord.id.desc())
            .limit(1)
        )
        return ConversationDraft(
            pair,
            today,
            (last and last.minutes) or record.length_minutes or rule.length_minutes,
            (last and last.mode) or record.mode or rule.mode,
            (last and last.place) or record.place or "",
            near_meeting(session, pair, today),
        )


def near_meeting(session: Session, pair: PairId, day: date) -> MeetingId | None:
    """The planned conversation that one held on that day probably was."""
    _, planned = conversations_over(session, pair=pair)
    near = [each for each in planned.get(pair, ()) if abs(each.day - day) <= _NEAR]
    closest = min(near, key=lambda each: abs(each.day - day), default=None)
    return None if closest is None else closest.meeting


def conversations_over(
    session: Session, programme: ProgrammeId | None = None, *, pair: PairId | None = None
) -> tuple[Marks, Planned]:
    """By pair and day: what was held or cancelled, and what is still planned, past days too."""
    file = session.connection()  # columns only, in ten thousands: the session would handle each row once more
    begins = _first_days(file, pair)
    there = _in_the_calendar(file, begins, programme, pair)
    marks: defaultdict[PairId, list[ConversationMark]] = defaultdict(list)
    for of, held_on, entry, meeting, minutes, mode, place, topic_sent, summary_written in file.execute(
        _entries(programme, pair)
    ):
        known = there.pop(meeting, None) if meeting else None
        planned_on = begins[meeting].date() if meeting and known else None
        outcome = Outcome.HELD if planned_on in (None, held_on) else Outcome.MOVED
        how = _MODES[mode] if mode else None
        marks[of].append(
            ConversationMark(
                held_on, outcome, entry, meeting, planned_on, minutes, how, place or "", topic_sent, summary_written
            )
        )
    ahead: defaultdict[PairId, list[tuple[datetime, MeetingId]]] = defaultdict(list)
    rest = []
    for id_, (_, whose, status, mode) in there.items():
        assert whose is not None  # asked for
        if status == MeetingStatus.PLANNED:
            ahead[whose].append((begins[id_], id_))
        else:
            rest.append((begins[id_], id_, whose, status, mode))
    for begin, id_, of, status, mode in sorted(rest):
        outcome = Outcome.HELD if status == MeetingStatus.HELD else Outcome.CANCELLED
        day = begin.date()
        marks[of].append(ConversationMark(day, outcome, None, id_, day, mode=_MODES[mode]))
    for theirs in marks.values():
        theirs.sort(key=lambda each: (each.day, each.entry or ""))
    planned = {of: [PlannedMark(id_, begin.date()) for begin, id_ in sorted(theirs)] for of, theirs in ahead.items()}
    return marks, planned


def start_ups_over(session: Session) -> Mapping[ProgrammeId, date]:
    """The last day of each programme's start-up meeting, before which a cohort's pairs don't begin."""
    rows = session.execute(
        select(MeetingRecord.programme_id, func.max(MeetingDayRecord.starts_at))
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.kind == "start_up",
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.status != MeetingStatus.CANCELLED,
        )
        .group_by(MeetingRecord.programme_id)
    )
    return {programme: latest.date() for programme, latest in rows}


def _entries(
    programme: ProgrammeId | None, pair: PairId | None
) -> Select[PairId, date, str, MeetingId | None, int | None, str | None, str | None, bool, bool]:
    entries = select(
        LogbookEntryRecord.pair_id,
        LogbookEntryRecord.held_on,
        LogbookEntryRecord.id,
        LogbookEntryRecord.meeting_id,
        LogbookEntryRecord.minutes,
        type_coerce(LogbookEntryRecord.mode, String),
        LogbookEntryRecord.place,
        LogbookEntryRecord.topic_sent,
        LogbookEntryRecord.summary_written,
    )
    if programme is not None:
        entries = entries.join(PairRecord, PairRecord.id == LogbookEntryRecord.pair_id)
        entries = entries.where(PairRecord.programme_id == programme)
    return entries if pair is None else entries.where(LogbookEntryRecord.pair_id == pair)


def _first_days(file: Connection, pair: PairId | None) -> Mapping[MeetingId, datetime]:
    """When each meeting begins. Of all pairs, the two tables are gone through one after the other and put together
    here, which takes half as long as looking up each meeting's day."""
    rows = select(MeetingDayRecord.meeting_id, MeetingDayRecord.starts_at).where(MeetingDayRecord.number == 1)
    if pair is not None:
        theirs = select(MeetingRecord.id).where(MeetingRecord.pair_id == pair)
        rows = rows.where(MeetingDayRecord.meeting_id.in_(theirs))
    return dict(file.execute(rows).all())


def _in_the_calendar(
    file: Connection, begins: Collection[MeetingId], programme: ProgrammeId | None, pair: PairId | None
) -> dict[MeetingId, _InCalendar]:
    """The conversations among those that begin at all; the words as they lie in the file."""
    rows = select(
        MeetingRecord.id,
        MeetingRecord.pair_id,
        type_coerce(MeetingRecord.status, String),
        type_coerce(MeetingRecord.mode, String),
    ).where(MeetingRecord.kind.in_(CONVERSATIONS), MeetingRecord.pair_id.is_not(None))
    if programme is not None:
        rows = rows.where(MeetingRecord.programme_id == programme)
    if pair is not None:
        rows = rows.where(MeetingRecord.pair_id == pair)
    return {row[0]: row for row in file.execute(rows) if row[0] in begins}
