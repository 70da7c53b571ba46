"""Talks of pairs that are in the calendar and not noted yet: what came out of them is talks.py's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.talks import PAIR_TALK
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, PairTalkRecord


@dataclass(frozen=True, slots=True)
class PlannedTalk:
    """Not held yet, or held and not noted."""

    meeting: MeetingId
    starts_at: datetime


def planned_over(
    session: Session, pair: PairId | None = None, *, programme: ProgrammeId | None = None
) -> Mapping[PairId, list[PlannedTalk]]:
    """By pair and day: in the calendar, not cancelled, and without a note of what came out."""
    asked = (
        select(MeetingRecord.pair_id, MeetingRecord.id, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .outerjoin(PairTalkRecord, PairTalkRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.kind == PAIR_TALK,
            MeetingRecord.status != MeetingStatus.CANCELLED,
            PairTalkRecord.id.is_(None),
        )
        .order_by(MeetingDayRecord.starts_at)
    )
    if pair is not None:
        asked = asked.where(MeetingRecord.pair_id == pair)
    if programme is not None:
        asked = asked.where(MeetingRecord.programme_id == programme)
    found: defaultdict[PairId, list[PlannedTalk]] = defaultdict(list)
    for of, meeting, starts_at in session.execute(asked):
        if of is not None:
            found[of].append(PlannedTalk(meeting, starts_at))
    return found


def next_talks_over(session: Session, programme: ProgrammeId, today: date) -> Mapping[PairId, date]:
    """The first of each pair from that day on."""
    found = {}
    for pair, planned in planned_over(session, programme=programme).items():
        ahead = [each.starts_at.date() for each in planned if each.starts_at.date() >= today]
        if ahead:
            found[pair] = ahead[0]
    return found
