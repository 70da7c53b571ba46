"""Conversations as rows: what is registered, what the calendar holds, and what the next one will probably be (R60).

Whether a pair is late is logbooks.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LogbookEntryRecord, MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store

_NEAR = timedelta(7)  # a conversation so close to a planned one is taken to be it


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
        record = session.get(PairRecord, pair)
        if record is None:
            raise Refused(msg("There is no pair with the number {id}.", id=pair))
        rule = programme_of(session, record.programme_id).settings.conversations
        last = session.scalar(
            select(LogbookEntryRecord)
            .where(LogbookEntryRecord.pair_id == pair, LogbookEntryRecord.held_on <= today)
            .order_by(LogbookEntryRecord.held_on.desc(), LogbookEntryRecord.id.desc())
            .limit(1)
        )
        _, planned = conversations_over(session, pair=pair)
        near = [each for each in planned.get(pair, ()) if abs(each.day - today) <= _NEAR]
        closest = min(near, key=lambda each: abs(each.day - today), default=None)
        return ConversationDraft(
            pair,
            today,
            (last and last.minutes) or record.length_minutes or rule.length_minutes,
            (last and last.mode) or record.mode or rule.mode,
            (last and last.place) or record.place or "",
            None if closest is None else closest.meeting,
        )


def conversations_over(
    session: Session, programme: ProgrammeId | None = None, *, pair: PairId | None = None
) -> tuple[Marks, Planned]:
    """By pair and day: what was held or cancelled, and what is still planned, past days too."""
    there = _in_the_calendar(session, programme, pair)
    marks: defaultdict[PairId, list[ConversationMark]] = defaultdict(list)
    entries = select(
        LogbookEntryRecord.pair_id,
        LogbookEntryRecord.held_on,
        LogbookEntryRecord.id,
        LogbookEntryRecord.meeting_id,
        LogbookEntryRecord.minutes,
        LogbookEntryRecord.mode,
        LogbookEntryRecord.place,
        LogbookEntryRecord.topic_sent,
        LogbookEntryRecord.summary_written,
    )
    if programme is not None:
        entries = entries.join(PairRecord, PairRecord.id == LogbookEntryRecord.pair_id)
        entries = entries.where(PairRecord.programme_id == programme)
    if pair is not None:
        entries = entries.where(LogbookEntryRecord.pair_id == pair)
    for of, held_on, entry, meeting, minutes, mode, place, topic_sent, summary_written in session.execute(entries):
        known = there.pop(meeting, None) if meeting else None
        planned_on = known.day if known else None
        outcome = Outcome.HELD if planned_on in (None, held_on) else Outcome.MOVED
        marks[of].append(
            ConversationMark(
                held_on, outcome, entry, meeting, planned_on, minutes, mode, place or "", topic_sent, summary_written
            )
        )
    planned: defaultdict[PairId, list[PlannedMark]] = defaultdict(list)
    for id_, known in there.items():
        if known.status is MeetingStatus.PLANNED:
            planned[known.pair].append(PlannedMark(id_, known.day))
        else:
            outcome = Outcome.HELD if known.status is MeetingStatus.HELD else Outcome.CANCELLED
            marks[known.pair].append(ConversationMark(known.day, outcome, None, id_, known.day, mode=known.mode))
    for theirs in marks.values():
        theirs.sort(key=lambda each: (each.day, each.entry or ""))
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


@dataclass(frozen=True, slots=True)
class _InCalendar:
    pair: PairId
    day: date
    status: MeetingStatus
    mode: Mode


def _in_the_calendar(
    session: Session, programme: ProgrammeId | None, pair: PairId | None
) -> dict[MeetingId, _InCalendar]:
    """Conversations, in the order of their days."""
    rows = (
        select(
            MeetingRecord.id,
            MeetingRecord.pair_id,
            MeetingDayRecord.starts_at,
            MeetingRecord.status,
            MeetingRecord.mode,
        )
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.kind.in_(CONVERSATIONS), MeetingDayRecord.number == 1)
        .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
    )
    if programme is not None:
        rows = rows.where(MeetingRecord.programme_id == programme)
    if pair is not None:
        rows = rows.where(MeetingRecord.pair_id == pair)
    return {
        id_: _InCalendar(of, starts_at.date(), status, mode)
        for id_, of, starts_at, status, mode in session.execute(rows)
        if of is not None
    }
