"""That a joint meeting was prepared, and that it was held (R50). Who came is attendance.py's.

Conversations are held by their logbook entry, interviews by their form; neither is noted here.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.gathering import joint_over
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store


def note_held(store: Store, meeting: MeetingId, *, today: date) -> None:
    """A meeting that is noted already stays so without a trace.

    Raises:
        Refused: it has not begun, is cancelled, a pair's or an interview, or not there.
    """
    with store.reading() as session:
        title, first = _known(session, meeting)
    if first > today:
        raise Refused(msg("“{title}” begins on {day}. It can be noted as held from then on.", title=title, day=first))
    with store.changing(msg("Note “{title}” on {day} as held", title=title, day=first)) as session:
        _uncancelled(session, meeting).status = MeetingStatus.HELD


def take_back_held(store: Store, meeting: MeetingId) -> None:
    """It is planned again; who came stays noted.

    Raises:
        Refused: it is cancelled, a pair's or an interview, or not there.
    """
    with store.reading() as session:
        title, first = _known(session, meeting)
    with store.changing(msg("Note “{title}” on {day} as not held", title=title, day=first)) as session:
        _uncancelled(session, meeting).status = MeetingStatus.PLANNED


def note_prepared(store: Store, meeting: MeetingId, *, on: date | None) -> None:
    """Agenda, people and papers are ready, so nobody is reminded of them; None takes that back.

    Raises:
        Refused: it is cancelled, a pair's or an interview, or not there.
    """
    with store.reading() as session:
        title, first = _known(session, meeting)
    what = (
        msg("Note “{title}” on {day} as not prepared", title=title, day=first)
        if on is None
        else msg("Note “{title}” on {day} as prepared", title=title, day=first)
    )
    with store.changing(what) as session:
        _uncancelled(session, meeting).prepared_on = on


def _known(session: Session, meeting: MeetingId) -> tuple[Sayable, date]:
    """Title and first day."""
    record = _uncancelled(session, meeting)
    first = session.scalar(select(func.min(MeetingDayRecord.starts_at)).where(MeetingDayRecord.meeting_id == meeting))
    if first is None:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    return title_of(record.kind, record.title), first.date()


def _uncancelled(session: Session, meeting: MeetingId) -> MeetingRecord:
    record = joint_over(session, meeting)
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=title_of(record.kind, record.title)))
    return record
