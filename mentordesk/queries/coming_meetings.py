"""The joint meetings of a programme that are still to come, for asking somebody to one of them (R53)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select

from mentordesk.domain.ids import MeetingId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.i18n.message import Sayable
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    meeting: MeetingId
    title: Sayable
    day: date  # the first


def coming_meetings(store: Store, programme: ProgrammeId, today: date) -> tuple[ComingMeeting, ...]:
    """Planned, in the order of their first days; those that are going on today, too."""
    first, last = func.min(MeetingDayRecord.starts_at), func.max(MeetingDayRecord.ends_at)
    with store.reading() as session:
        rows = session.execute(
            select(MeetingRecord.id, MeetingRecord.kind, MeetingRecord.title, first)
            .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(
                MeetingRecord.programme_id == programme,
                MeetingRecord.pair_id.is_(None),
                MeetingRecord.participation_id.is_(None),
                MeetingRecord.status == MeetingStatus.PLANNED,
            )
            .group_by(MeetingRecord.id)
            .having(last >= datetime.combine(today, time.min))
            .order_by(first, MeetingRecord.id)
        ).all()
    return tuple(ComingMeeting(id_, title_of(kind, title), starts_at.date()) for id_, kind, title, starts_at in rows)


def people_of(store: Store, ids: Sequence[ParticipationId]) -> tuple[PersonId, ...]:
    """Whose participations these are, each once."""
    with store.reading() as session:
        found = session.scalars(select(ParticipationRecord.person_id).where(ParticipationRecord.id.in_(ids)))
        return tuple(dict.fromkeys(found))
