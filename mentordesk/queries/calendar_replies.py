"""What a calendar file that was read would change here (R55): answers, moves to accept, and what is not taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PersonId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import InviteAnswer, MeetingStatus
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.wall_clock import check_times
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.messages.calendar_reading import CalendarRead, Changed, Reply
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store

_Times = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that can be noted."""

    meeting: MeetingId
    title: Sayable
    person: PersonId
    name: str
    before: InviteAnswer | None
    answer: InviteAnswer
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """A day of a meeting that another calendar has at another time or place; of the programme's wall clock."""

    meeting: MeetingId
    number: int
    title: Sayable
    before: _Times
    after: _Times
    place_before: str
    place: str

    @property
    def key(self) -> str:
        return f"{self.meeting}:{self.number}"


@dataclass(slots=True)
class Looked:
    answers: list[Answered] = field(default_factory=list)
    moves: list[Moved] = field(default_factory=list)
    not_taken: list[Message] = field(default_factory=list)


def look(store: Store, read: CalendarRead) -> Looked:
    """Nothing is changed; of several answers of one person to one meeting the newest stands."""
    with store.reading() as session:
        return look_over(session, read, store.clock())


def look_over(session: Session, read: CalendarRead, now: datetime) -> Looked:
    found = Looked()
    newest: dict[tuple[MeetingId, PersonId], Answered] = {}
    meetings = _Meetings(session)
    for reply in sorted(read.replies, key=lambda each: each.sent_at):
        try:
            answered = _answered(meetings, reply, now)
        except Refused as no:
            found.not_taken.append(no.message)
        else:
            newest[answered.meeting, answered.person] = answered
    found.answers.extend(each for each in newest.values() if each.before is not each.answer)
    found.not_taken.extend(
        msg("{name} has answered “{title}” with this already.", name=each.name, title=each.title)
        for each in newest.values()
        if each.before is each.answer
    )
    for changed in read.changed:
        try:
            found.moves.extend(_moved(session, changed))
        except Refused as no:
            found.not_taken.append(no.message)
    found.not_taken.extend(
        msg("“{title}”: {reason}", title=each.title or msg("Without a title"), reason=each.reason)
        for each in read.not_read
    )
    return found


class _Meetings:
    """Each is asked for once, however many answered."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[MeetingId, Gathering] = {}

    def of(self, meeting: MeetingId) -> Gathering:
        if meeting not in self._known:
            _record(self._session, meeting)
            self._known[meeting] = gathering_over(self._session, meeting)
        return self._known[meeting]


def _answered(meetings: _Meetings, reply: Reply, now: datetime) -> Answered:
    """
    Raises:
        Refused: it cannot be taken, with the reason.
    """
    seen = meetings.of(reply.meeting)
    if seen.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=seen.title))
    if seen.status is MeetingStatus.HELD:
        raise Refused(msg("“{title}” was held, so answers to it are no longer taken.", title=seen.title))
    person = _who(seen, reply.attendee)
    if reply.sequence < seen.sequence:
        raise Refused(
            msg(
                "{name} answered “{title}” as it was before it changed. Invite again.",
                name=person.name,
                title=seen.title,
            )
        )
    sent_at = min(reply.sent_at, now)  # a clock that runs ahead would keep every later answer out
    noted = person.invitation.answered_at
    if noted is not None and sent_at < noted:
        raise Refused(msg("{name} has given a newer answer to “{title}”.", name=person.name, title=seen.title))
    return Answered(seen.meeting, seen.title, person.person, person.name, person.answer, reply.answer, sent_at)


def _who(seen: Gathering, address: str) -> Asked:
    there = [each for each in seen.people if each.email and each.email.casefold() == address.casefold()]
    if len(there) > 1:
        raise Refused(
            msg("{address} is the address of several who are asked to “{title}”.", address=address, title=seen.title)
        )
    if not there:
        raise Refused(
            msg("{address} is the address of nobody who is asked to “{title}”.", address=address, title=seen.title)
        )
    return there[0]


def _moved(session: Session, changed: Changed) -> Iterator[Moved]:
    """
    Raises:
        Refused: it cannot be taken, with the reason.
    """
    record = _record(session, changed.meeting)
    title = title_of(record.kind, record.title)
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=title))
    if record.status is MeetingStatus.HELD:
        raise Refused(msg("“{title}” was held, so it stays where it is.", title=title))
    day = session.scalar(
        select(MeetingDayRecord).where(
            MeetingDayRecord.meeting_id == record.id, MeetingDayRecord.number == changed.number
        )
    )
    if day is None:
        raise Refused(msg("“{title}” has no such day any more.", title=title))
    if changed.sequence < record.sequence:
        raise Refused(msg("“{title}”: the file is older than what is here, so it is not taken.", title=title))
    zone = programme_of(session, record.programme_id).settings.zone
    before, after = (day.starts_at, day.ends_at), (_wall(changed.starts_at, zone), _wall(changed.ends_at, zone))
    check_times(after, zone)
    place = record.place if _says_no_place(record, changed.place) else changed.place
    if before == after and place == record.place:
        raise Refused(msg("“{title}” is here as the file has it.", title=title))
    yield Moved(record.id, changed.number, title, before, after, record.place, place)


def _says_no_place(record: MeetingRecord, place: str) -> bool:
    """Nothing; or the word that stands for a place where nobody sets out (calendar_file.py)."""
    words = {catalog(code).say(MODE_NAMES[Mode.DIGITAL]) for code in LanguageCode}
    return not place or (not record.place and record.mode is Mode.DIGITAL and place in words)


def _wall(moment: datetime, zone: str) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _record(session: Session, meeting: MeetingId) -> MeetingRecord:
    record = session.get(MeetingRecord, meeting)
    if record is None:
        raise Refused(msg("A meeting of the file is not in this one. Is another file open?"))
    return record
