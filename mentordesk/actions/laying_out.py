"""Meetings and deadlines of a plan as rows: of a programme when it is made, of a pair when it is approved (R51).

Where they lie in time is domain/plan.py and domain/pair_plan.py; nothing here opens a transaction.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.pair_plan import conversations, pair_talks
from mentordesk.domain.plan import Plan, PlannedMeeting, plan
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.i18n.message import Wording
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord

_START_UP = "start_up"


def lay_out_programme(session: Session, programme: ProgrammeId, laid: Plan, now: datetime) -> None:
    """The joint meetings and the deadlines."""
    for meeting in laid.meetings:
        _add(session, programme, meeting, None, now)
    for due in laid.deadlines:
        session.add(DeadlineRecord(programme_id=programme, setting=due.key, title=due.title.texts(), due_on=due.day))


def lay_out_pair(session: Session, programme: Programme, pair: PairId, turn: int, today: date, now: datetime) -> int:
    """The pair's conversations and its talks with the programme manager; gives their number.

    In a cohort conversations begin after the start-up meeting and end with the programme; with rolling intake
    the pair has the programme's months from today. `turn` is the pair's place in line for talks.
    """
    settings = programme.settings
    rolling = settings.intake is Intake.ROLLING
    start = max(programme.starts_on, today) if rolling else programme.starts_on
    laid = plan(settings, start)
    start_up = max((meeting.last_day for meeting in laid.meetings if meeting.kind == _START_UP), default=start)
    first_after = max(start, today) if rolling else max(start_up, today)
    planned = (
        *conversations(settings, start, laid.ends_on, first_after, busy=laid.taken),
        *pair_talks(settings, laid, turn, not_before=today),
    )
    for meeting in planned:
        _add(session, programme.id, meeting, pair, now)
    return len(planned)


def _add(session: Session, programme: ProgrammeId, planned: PlannedMeeting, pair: PairId | None, now: datetime) -> None:
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
