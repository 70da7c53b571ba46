"""Taking in a calendar file that came back (R55): answers at once, changed meetings only as far as they are accepted.

What the file would change is asked in queries/calendar_replies.py; it leaves nothing of its own in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.standing_meetings import check_order, check_year, put
from mentordesk.domain.cleaning import fitting
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import MeetingId
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.messages.calendar_reading import CalendarRead
from mentordesk.queries.calendar_replies import Answered, Looked, Moved, look
from mentordesk.storage.records import InvitationRecord, MeetingRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Taken:
    answers: int
    moves: int
    not_taken: tuple[Message, ...]


def take(store: Store, read: CalendarRead, *, choices: Collection[str] = ()) -> Taken:
    """Notes every answer that can be; moves those days whose `Moved.key` is among `choices`. One change.

    Raises:
        Refused: a day that is accepted ends before it begins, lies far from our time, or a place is too long.
    """
    found = look(store, read)
    moves = [each for each in found.moves if each.key in choices]
    for each in moves:
        check_order(each.after)
        check_year(each.after[0].date())
        fitting(each.place, NAME_LENGTH)
    if found.answers or moves:
        with store.changing(_what(found, moves)) as session:
            for answered in found.answers:
                _note(session, answered)
            _move(session, moves, store.clock())
    return Taken(len(found.answers), len(moves), tuple(found.not_taken))


def _what(found: Looked, moves: Collection[Moved]) -> Message:
    if not moves:
        return nmsg("Read {count} answer in", "Read {count} answers in", len(found.answers))
    if not found.answers:
        return nmsg("Move {count} day as a calendar file says", "Move {count} days as a calendar file says", len(moves))
    return msg("Read answers and moved meetings in")


def _note(session: Session, answered: Answered) -> None:
    record = session.scalar(
        select(InvitationRecord).where(
            InvitationRecord.meeting_id == answered.meeting, InvitationRecord.person_id == answered.person
        )
    )
    if record is None:
        record = InvitationRecord(meeting_id=answered.meeting, person_id=answered.person)
        session.add(record)
    record.answer, record.answered_at = answered.answer, answered.sent_at


def _move(session: Session, moves: Collection[Moved], now: datetime) -> None:
    of: defaultdict[MeetingId, list[Moved]] = defaultdict(list)
    for each in moves:
        of[each.meeting].append(each)
    for meeting, days in of.items():
        put(session, meeting, {each.number: each.after for each in days}, now)
        session.get_one(MeetingRecord, meeting).place = days[-1].place
