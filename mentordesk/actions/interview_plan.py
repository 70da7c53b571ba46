"""Planning interviews in the calendar (R23): a meeting of the team with one applicant, and the form that waits for it.

The meeting bears no name: whose it is stands inside the file, and other people's calendars don't learn it. Moving
and cancelling are meetings.py's, as for every meeting.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mentordesk.actions.standing_meetings import check_year
from mentordesk.domain.alerts.spans import programme_span
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId, ParticipationId
from mentordesk.domain.interviews import LONGEST
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import InterviewRecord, MeetingDayRecord, MeetingRecord, ParticipationRecord
from mentordesk.storage.store import Store

_INTERVIEW = "interview"
_SEEN = frozenset({Role.MENTEE, Role.MENTOR})


def plan_interview(
    store: Store,
    participation: ParticipationId,
    *,
    day: date,
    start: time,
    minutes: int,
    mode: Mode,
    place: str = "",
    interviewer: str = "",
) -> MeetingId:
    """Puts the interview into the calendar, with an empty form; noting the form notes that it was held.

    Raises:
        Refused: too long or short, past midnight, at a time that the clock skips, a text too long; somebody who is no
            mentor or mentee, is restricted, or takes part no more.
    """
    check_year(day)
    if not 1 <= minutes <= LONGEST:
        raise Refused(msg("An interview takes from 1 to {longest} minutes.", longest=LONGEST))
    begins = datetime.combine(day, start)
    ends = begins + timedelta(minutes=minutes)
    if ends.date() != day:
        raise Refused(msg("The interview ends after midnight. Choose an earlier time."))
    where, who = _line(place), _line(interviewer)
    with store.reading() as session:
        name = names_over(session, [participation])[participation]
        record = session.get_one(ParticipationRecord, participation)
        if record.role not in _SEEN:
            raise Refused(msg("{name} is neither mentee nor mentor, so there is no interview.", name=name))
        if record.person_id in restricted_over(session):
            raise Refused(msg("{name} is restricted, so nothing is noted.", name=name))
        of = programme_of(session, record.programme_id)
    for wall in (begins, ends):
        moment(wall, of.settings.zone)
    meeting = MeetingRecord(
        programme_id=of.id,
        participation_id=participation,
        kind=_INTERVIEW,
        semester=programme_span(of).semester(day).number,
        mode=mode,
        place=where,
        audience=[Role.MANAGER.value],
        changed_at=store.clock(),
    )
    with store.changing(msg("Plan an interview with {name} on {day}", name=name, day=day)) as session:
        session.add(meeting)
        session.add(MeetingDayRecord(meeting_id=meeting.id, number=1, starts_at=begins, ends_at=ends))
        session.flush()
        session.add(InterviewRecord(participation_id=participation, meeting_id=meeting.id, interviewer=who))
    return meeting.id


def _line(text: str) -> str:
    return fitting(one_line(text), NAME_LENGTH)
