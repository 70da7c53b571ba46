"""Meetings as entries of other people's calendars (R55): of one meeting, a pair, a person, a whole programme.

What two people meet about stays between them: entries of pairs name neither of them unless asked to, and never
a topic. A cancelled meeting is in, and says so, for that takes it out of the calendar that had it; so is a day that
a meeting lost. Writing the file is messages/calendar_file.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.asking import NOT_IN_IT
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.messages.calendar_event import CalendarAddress, CalendarEvent
from mentordesk.queries.asked_people import AskedOf, asked_of
from mentordesk.queries.organizers import organizer_of
from mentordesk.queries.pairs import pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store

_Day: TypeAlias = tuple[int, datetime, datetime]  # its number, begin, end
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The meetings of one file, in the order of their days; the zone is that of their wall clock."""

    name: str
    zone: str
    events: tuple[CalendarEvent, ...]

    @property
    def entries(self) -> int:
        """How many the file holds: one for each day of each meeting, those it lost too."""
        return sum(len(event.days) + len(event.lost) for event in self.events)


def programme_calendar(store: Store, programme: ProgrammeId, *, with_names: bool = False) -> CalendarContent:
    """All meetings of the programme and of its pairs; `with_names` adds whose a meeting is, for the coordinator's eyes.

    Raises:
        KeyError: no programme of that id.
    """
    with store.reading() as session:
        found = programme_of(session, programme)
        meetings = _meetings(session, MeetingRecord.programme_id == programme)
        names = _names_of_pairs(session, programme) if with_names else {}
        return CalendarContent(found.name, found.settings.zone, tuple(each.naming(names) for each in meetings))


def meeting_calendar(store: Store, meeting: MeetingId) -> CalendarContent:
    """
    Raises:
        Refused: no meeting of that id.
    """
    with store.reading() as session:
        return meeting_calendar_over(session, meeting)


def meeting_calendar_over(session: Session, meeting: MeetingId) -> CalendarContent:
    """
    Raises:
        Refused: no meeting of that id.
    """
    meetings = _meetings(session, MeetingRecord.id == meeting)
    if not meetings:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    programme = programme_of(session, meetings[0].programme)
    return CalendarContent(programme.name, programme.settings.zone, tuple(each.event for each in meetings))


def meetings_calendar(store: Store, meetings: Sequence[MeetingId], *, with_names: bool = False) -> CalendarContent:
    """A selection; the calendar is named after the programmes it comes from, and keeps the time of the first.

    Raises:
        Refused: nothing was selected, or no meeting has one of the ids.
    """
    if not meetings:
        raise Refused(msg("Select at least one meeting."))
    with store.reading() as session:
        found = {each.event.uid: each for some in _portions(meetings) for each in _meetings(session, some)}
        for wanted in meetings:
            if wanted not in found:
                raise Refused(msg("There is no meeting with the number {id}.", id=wanted))
        chosen = sorted(found.values(), key=lambda each: (each.event.days, each.event.uid))
        programmes = [programme_of(session, id_) for id_ in dict.fromkeys(each.programme for each in chosen)]
        names: dict[PairId, str] = {}
        for programme in programmes if with_names else ():
            names.update(_names_of_pairs(session, programme.id))
        return CalendarContent(
            ", ".join(programme.name for programme in programmes),
            programmes[0].settings.zone,
            tuple(each.naming(names) for each in chosen),
        )


def pair_calendar(store: Store, pair: PairId) -> CalendarContent:
    """The pair's own meetings: its conversations, and its talks with the programme manager.

    Raises:
        Refused: no pair of that id.
    """
    with store.reading() as session:
        of = session.scalar(select(PairRecord.programme_id).where(PairRecord.id == pair))
        if of is None:
            raise Refused(msg("There is no pair with the number {id}.", id=pair))
        programme = programme_of(session, of)
        meetings = _meetings(session, MeetingRecord.pair_id == pair)
        return CalendarContent(programme.name, programme.settings.zone, tuple(each.event for each in meetings))


def person_calendar(store: Store, number: PersonId | ParticipationId) -> CalendarContent:
    """What somebody is asked to, in all programmes: the meetings of her pairs, joint ones, and her own interview.

    `number` is the person's, or that of one of her participations, which a plan of pairs names her by. The
    zone is that of her newest programme; those of the two countries keep the same time.

    Raises:
        Refused: nobody of that id, or somebody who takes part in nothing.
    """
    with store.reading() as session:
        person, name = _somebody(session, number)
        programmes = _taking_part(session, person)
        if not programmes:
            raise Refused(msg("{name} takes part in no programme, and so in no meetings.", name=name))
        asked = asked_of(session, [person])
        meetings = (each for each in _meetings(session, _near(programmes, asked)) if each.asks_one_of(asked))
        zone = programme_of(session, max(programmes)).settings.zone
        return CalendarContent(name, zone, tuple(each.event for each in meetings))


@dataclass(frozen=True, slots=True)
class _Meeting:
    programme: ProgrammeId
    pair: PairId | None
    alone: ParticipationId | None  # whose interview it is
    audience: frozenset[str]  # roles
    event: CalendarEvent

    def asks_one_of(self, people: AskedOf) -> bool:
        return people.is_in(MeetingId(self.event.uid), self.programme, self.pair, self.alone, self.audience)

    def naming(self, names: Mapping[PairId, str]) -> CalendarEvent:
        """The entry with the names of the pair it belongs to."""
        whose = None if self.pair is None else names.get(self.pair)
        if whose is None:
            return self.event
        return replace(self.event, title=msg("{title}: {names}", title=self.event.title, names=whose))


def _portions(meetings: Sequence[MeetingId]) -> Iterator[ColumnElement[bool]]:
    """A question to the file holds only so many values."""
    for first in range(0, len(meetings), _AT_ONCE):
        yield MeetingRecord.id.in_(meetings[first : first + _AT_ONCE])


def _meetings(session: Session, which: ColumnElement[bool]) -> list[_Meeting]:
    """In the order of their first days; one without days is left out."""
    days: dict[MeetingId, list[_Day]] = {}
    rows = session.execute(
        select(
            MeetingDayRecord.meeting_id, MeetingDayRecord.number, MeetingDayRecord.starts_at, MeetingDayRecord.ends_at
        )
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(which)
        .order_by(MeetingDayRecord.starts_at, MeetingDayRecord.meeting_id)
    )
    for meeting, number, starts_at, ends_at in rows:
        days.setdefault(meeting, []).append((number, starts_at, ends_at))
    records = {record.id: record for record in session.scalars(select(MeetingRecord).where(which))}
    leads = {
        programme: organizer_of(session, programme) for programme in {one.programme_id for one in records.values()}
    }
    return [_meeting(records[id_], theirs, leads[records[id_].programme_id]) for id_, theirs in days.items()]


def _meeting(record: MeetingRecord, days: Sequence[_Day], organizer: CalendarAddress | None) -> _Meeting:
    numbers = tuple(number for number, _, _ in days)
    ever = max(record.days_ever or 0, *numbers)
    event = CalendarEvent(
        uid=record.id,
        sequence=record.sequence,
        title=title_of(record.kind, record.title),
        days=tuple((starts_at, ends_at) for _, starts_at, ends_at in days),
        last_modified=record.changed_at,
        mode=record.mode,
        place=record.place,
        cancelled=record.status is MeetingStatus.CANCELLED,
        organizer=organizer,
        numbers=numbers,
        lost=tuple(number for number in range(1, ever + 1) if number not in numbers),
    )
    of = (record.programme_id, record.pair_id, record.participation_id)
    return _Meeting(*of, frozenset(record.audience), event)


def _names_of_pairs(session: Session, programme: ProgrammeId) -> Mapping[PairId, str]:
    return {pair.id: f"{pair.mentee.name} – {pair.mentor.name}" for pair in pairs_over(session, programme)}


def _somebody(session: Session, number: PersonId | ParticipationId) -> tuple[PersonId, str]:
    """
    Raises:
        Refused: nobody of that id.
    """
    taking_part = select(ParticipationRecord.person_id).where(ParticipationRecord.id == number)
    record = session.scalar(
        select(PersonRecord).where(or_(PersonRecord.id == number, PersonRecord.id.in_(taking_part)))
    )
    if record is None:
        raise Refused(msg("There is nobody with the number {id}.", id=number))
    return record.id, f"{record.given_name} {record.family_name}".strip()


def _taking_part(session: Session, person: PersonId) -> frozenset[ProgrammeId]:
    return frozenset(
        session.scalars(
            select(ParticipationRecord.programme_id).where(
                ParticipationRecord.person_id == person, ParticipationRecord.status.not_in(NOT_IN_IT)
            )
        )
    )


def _near(programmes: Collection[ProgrammeId], asked: AskedOf) -> ColumnElement[bool]:
    """Among which the meetings are that ask somebody."""
    return or_(
        MeetingRecord.programme_id.in_(list(programmes)),
        MeetingRecord.pair_id.in_([pair for each in asked.people for pair in each.pairs]),
        MeetingRecord.id.in_([meeting for each in asked.people for meeting in each.extra]),
    )
