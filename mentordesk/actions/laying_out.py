"""Meetings and deadlines of a plan as rows: of a programme when it is made, of a pair when it is approved (R51).

Where they lie in time is domain/plan.py and domain/pair_plan.py; nothing here opens a transaction.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.pair_plan import conversations, pair_talks, time_of_pair
from mentordesk.domain.plan import Plan, PlannedMeeting
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Wording
from mentordesk.queries.conversations import start_ups_over
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord


def lay_out_programme(session: Session, programme: ProgrammeId, laid: Plan, now: datetime) -> None:
    """The joint meetings and the deadlines."""
    for meeting in laid.meetings:
        add_planned(session, programme, meeting, None, now)
    for due in laid.deadlines:
        session.add(DeadlineRecord(programme_id=programme, setting=due.key, title=due.title.texts(), due_on=due.day))


def lay_out_pair(session: Session, programme: Programme, pair: PairId, turn: int, today: date, now: datetime) -> int:
    """The pair's conversations and its talks with the programme manager; gives their number.

    `turn` is the pair's place in line for talks; today is the day of its approval.
    """
    settings = programme.settings
    start_up = start_ups_over(session).get(programme.id)
    theirs = time_of_pair(settings, programme.starts_on, today, start_up=start_up)
    laid = theirs.laid
    planned = (
        *conversations(settings, laid.starts_on, laid.ends_on, theirs.first_after, busy=laid.taken),
        *pair_talks(settings, laid, turn, not_before=today),
    )
    for meeting in planned:
        add_planned(session, programme.id, meeting, pair, now)
    return len(planned)


def add_planned(
    session: Session, programme: ProgrammeId, planned: PlannedMeeting, pair: PairId | None, now: datetime
) -> None:
    meeting = MeetingRecord(
        programme_id=programme,
        pair_id=pair,
        kind=planned.kind,
        setting=planned.key,
        title=planned.title.texts() if isinstance(planned.title, Wording) else None,
        semester=planned.semester,
        mode=planned.mode,
        place=planned.place,
        audience=[role.value for role in planned.audience],
        changed_at=now,
    )
    session.add(meeting)
    for number, (starts_at, ends_at) in enumerate(planned.days, start=1):
        session.add(MeetingDayRecord(meeting_id=meeting.id, number=number, starts_at=starts_at, ends_at=ends_at))
