"""A pair on hold, and going on (R40): with dates, and with what falls due in between moved or resting.

Where a meeting goes is domain/holds.py; the alerts leave a pair on hold in peace.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching.stepping import cancel, note_change, planned_meetings, standing, stepping, two_names
from mentordesk.domain.alerts.spans import pair_span
from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.holds import Due, DueMeeting, Resettled, resettled
from mentordesk.domain.ids import MeetingId, PairId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pair_stages import Stage, stage_after_rest
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import moment
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import HoldRecord, MeetingDayRecord, MeetingRecord, PairRecord
from mentordesk.storage.store import Store


def hold(
    store: Store, pair: PairId, *, from_on: date, until_on: date | None = None, due: Due = Due.MOVES
) -> tuple[Resettled, ...]:
    """From that day on the two don't meet; gives the meetings that move or are cancelled for it.

    With `until_on`, the day on which they mean to go on, that is done at once; without, when they do go on.

    Raises:
        Refused: no such pair, one that has no contract, is on hold or has ended; a day to come, or an end before the
            beginning; a meeting would move to a time that the clock skips.
    """
    _check_until(from_on, until_on)
    two = two_names(store, pair)
    what = msg("Put {mentee} and {mentor} on hold from {day}", mentee=two.mentee, mentor=two.mentor, day=from_on)
    with store.changing(what) as session:
        record, _ = stepping(session, pair, PairStep.HOLD, on=from_on, today=store.today())
        record.status = PairStatus.ON_HOLD
        session.add(HoldRecord(pair_id=pair, from_on=from_on, until_on=until_on, due=due))
        changed = () if until_on is None else _moves(session, record, from_on, until_on, due)
        _settle(session, record.programme_id, changed, store.clock())
        return changed


def hold_effect(
    store: Store, pair: PairId, *, from_on: date, until_on: date, due: Due = Due.MOVES
) -> tuple[Resettled, ...]:
    """The meetings that `hold` would move or cancel.

    Raises:
        Refused: the pair cannot be put on hold, or the end is before the beginning.
    """
    _check_until(from_on, until_on)
    with store.reading() as session:
        record, _ = standing(session, pair, PairStep.HOLD)
        return _moves(session, record, from_on, until_on, due)


def resume(store: Store, pair: PairId, *, on: date) -> tuple[Resettled, ...]:
    """The two meet again from that day on, as active or signed as they were; gives what moves or is cancelled.

    Where they go on earlier than meant, meetings stay where they went.

    Raises:
        Refused: no such pair, one that is not on hold; a day to come, or before the hold.
    """
    two = two_names(store, pair)
    what = msg("Let {mentee} and {mentor} go on from {day}", mentee=two.mentee, mentor=two.mentor, day=on)
    with store.changing(what) as session:
        record, days = stepping(session, pair, PairStep.RESUME, on=on, today=store.today())
        resting = _open_hold(session, pair)
        changed: tuple[Resettled, ...] = ()
        if resting is not None:
            first = resting.until_on or resting.from_on
            if on > first:
                changed = _moves(session, record, first, on, resting.due)
            resting.resumed_on = on
        signed_only = stage_after_rest(days) is Stage.SIGNED
        record.status = PairStatus.SIGNED if signed_only else PairStatus.ACTIVE
        _settle(session, record.programme_id, changed, store.clock())
        return changed


def _check_until(from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on <= from_on:
        raise Refused(
            msg("{until} is not after {day}. Give a later day for going on, or none.", until=until_on, day=from_on)
        )


def _open_hold(session: Session, pair: PairId) -> HoldRecord | None:
    return session.scalar(
        select(HoldRecord)
        .where(HoldRecord.pair_id == pair, HoldRecord.resumed_on.is_(None))
        .order_by(HoldRecord.from_on.desc(), HoldRecord.id.desc())
        .limit(1)
    )


def _moves(session: Session, record: PairRecord, first: date, back: date, due: Due) -> tuple[Resettled, ...]:
    programme = programme_of(session, record.programme_id)
    planned = [
        DueMeeting(meeting.id, day, meeting.kind in CONVERSATIONS)
        for meeting, day in planned_meetings(session, record.id)
    ]
    return resettled(
        planned,
        first=first,
        back=back,
        last=max(programme.ends_on, pair_span(programme, record.approved_on, None).ends_on),
        due=due,
        free=FreeDays(programme.settings.country, programme.settings.avoided),
        taken=_joint_days(session, programme.id),
    )


def _joint_days(session: Session, programme: ProgrammeId) -> frozenset[date]:
    rows = session.scalars(
        select(MeetingDayRecord.starts_at)
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(
            MeetingRecord.programme_id == programme,
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.participation_id.is_(None),  # an interview is one person's
            MeetingRecord.status == MeetingStatus.PLANNED,
        )
    )
    return frozenset(starts_at.date() for starts_at in rows)


def _settle(session: Session, programme: ProgrammeId, changed: Sequence[Resettled], now: datetime) -> None:
    zone = programme_of(session, programme).settings.zone
    for each in changed:
        meeting = session.get_one(MeetingRecord, each.id)
        if each.after is None:
            cancel(meeting, now)
        else:
            _move(session, each.id, each.after - each.before, zone)
            note_change(meeting, now)


def _move(session: Session, meeting: MeetingId, by: timedelta, zone: str) -> None:
    """Raises Refused where the clock skips the new time."""
    for day in session.scalars(select(MeetingDayRecord).where(MeetingDayRecord.meeting_id == meeting)):
        day.starts_at, day.ends_at = day.starts_at + by, day.ends_at + by
        for wall in (day.starts_at, day.ends_at):
            moment(wall, zone)
