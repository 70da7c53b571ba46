"""When a pair talks with the programme manager: one talk planned a semester, on the day that was agreed (R64).

What came out of a talk is talks.py's.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.standing_meetings import check_year
from mentordesk.domain.alerts.spans import Span, pair_span
from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.programmes import Programme
from mentordesk.domain.refusals import Refused
from mentordesk.domain.talks import PAIR_TALK, asked_talk
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.pairs import pair_record
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store

_USUAL_START = time(13)


def plan_talk(store: Store, pair: PairId, *, day: date, start: time | None = None) -> MeetingId:
    """The talk of that day's semester is put on the day; where none is planned there, it is added.

    Without `start` it begins when it began, or as the programme's settings say.

    Raises:
        Refused: the pair has ended or is not there, a day outside its time, or a time that the clock skips.
    """
    with store.changing(msg("Plan a pair talk on {day}", day=day)) as session:
        return plan_over(session, pair_record(session, pair), day, start, now=store.clock())


def plan_over(
    session: Session, pair: PairRecord, day: date, start: time | None, *, now: datetime, but: MeetingId | None = None
) -> MeetingId:
    """As `plan_talk`, within another change; `but` is the talk that is being held, which is not moved."""
    if pair.status not in RUNNING:
        raise Refused(msg("The pair has ended, so no more meetings are planned for it."))
    programme = programme_of(session, pair.programme_id)
    span = pair_span(programme, pair.approved_on, None)
    check_in_time(span, programme, day)
    planned = _planned(session, pair.id, span, day, but)
    if planned is not None:
        put_on(session, programme, planned, day, start, now=now)
        return planned.id
    return _added(session, programme, pair.id, span.semester(day).number, _times(programme, day, start), now)


def put_on(
    session: Session, programme: Programme, meeting: MeetingRecord, day: date, start: time | None, *, now: datetime
) -> None:
    """Calendars that hold it learn of it by its sequence (R55); where it lies already, nothing changes."""
    record = session.scalars(select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == meeting.id)).one()
    starts_at = datetime.combine(day, start or record.starts_at.time())
    if starts_at == record.starts_at:
        return
    moment(starts_at, programme.settings.zone)
    record.starts_at, record.ends_at = starts_at, starts_at + (record.ends_at - record.starts_at)
    meeting.pinned = True
    meeting.sequence += 1
    meeting.changed_at = now


def check_in_time(span: Span, programme: Programme, day: date) -> None:
    """
    Raises:
        Refused: outside the time that the pair has.
    """
    check_year(day)
    if not programme.starts_on <= day <= max(programme.ends_on, span.ends_on):
        raise Refused(
            msg(
                "{day} is outside the programme, which lasts from {first} to {last}.",
                day=day,
                first=programme.starts_on,
                last=max(programme.ends_on, span.ends_on),
            )
        )


def _planned(session: Session, pair: PairId, span: Span, day: date, but: MeetingId | None) -> MeetingRecord | None:
    """The first of that semester that is still to be held."""
    rows = session.execute(
        select(MeetingRecord, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(
            MeetingRecord.pair_id == pair,
            MeetingRecord.kind == PAIR_TALK,
            MeetingRecord.status == MeetingStatus.PLANNED,
        )
        .order_by(MeetingDayRecord.starts_at)
    )
    number = span.semester(day).number
    theirs = (record for record, at in rows if record.id != but and span.semester(at.date()).number == number)
    return next(theirs, None)


def _times(programme: Programme, day: date, start: time | None) -> tuple[datetime, datetime]:
    setting = asked_talk(programme.settings)
    begins = datetime.combine(day, start or (setting.starts_at if setting else _USUAL_START))
    moment(begins, programme.settings.zone)
    return begins, begins + timedelta(minutes=meeting_kind(PAIR_TALK).minutes)


def _added(
    session: Session,
    programme: Programme,
    pair: PairId,
    semester: int,
    times: tuple[datetime, datetime],
    now: datetime,
) -> MeetingId:
    setting, kind = asked_talk(programme.settings), meeting_kind(PAIR_TALK)
    record = MeetingRecord(
        programme_id=programme.id,
        pair_id=pair,
        kind=kind.key,
        setting=None,  # by hand: a new plan leaves it
        title=setting.title.texts() if setting and isinstance(setting.title, Wording) else None,
        semester=semester,
        mode=setting.mode if setting else programme.settings.conversations.mode,
        place=setting.place if setting else "",
        audience=[role.value for role in (setting.audience if setting else kind.audience)],
        pinned=True,
        changed_at=now,
    )
    session.add(record)
    session.flush()
    session.add(MeetingDayRecord(meeting_id=record.id, number=1, starts_at=times[0], ends_at=times[1]))
    session.flush()
    return record.id
