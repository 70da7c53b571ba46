"""A joint meeting with all that belongs to it: days, who is asked, who came on which day, the groups (R53, R54).

Whoever's data are restricted is only counted (GDPR 18). How groups are made is matching/groups.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId, PersonId, UnitId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import Attendance, InviteAnswer, MeetingKind, MeetingStatus, meeting_kind
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.beside_rows import UnitInTree, units_over
from mentordesk.queries.gathering_groups import Group, groups_over
from mentordesk.queries.gathering_programme import AgendaItem, items_over
from mentordesk.queries.organizers import organizer_of
from mentordesk.queries.pairs import PairRow, pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.who_is_asked import asked_to
from mentordesk.storage.records import (
    AttendanceRecord,
    InvitationRecord,
    MeetingDayRecord,
    MeetingRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store

_ORDER = (Role.MENTEE, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class GatheringDay:
    number: int  # as calendars know it; the numbers of lost days are missing
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """How somebody was asked to the meeting, and what she answered."""

    invited_on: date | None = None
    sequence_sent: int | None = None  # of the calendar entry that went along
    answer: InviteAnswer | None = None
    answered_at: datetime | None = None
    extra: bool = False  # beyond the meeting's audience
    left_out: bool = False  # by hand


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is to come; `employer` is the id of a unit, "" where none is known."""

    person: PersonId
    name: str
    family_name: str
    title: str
    unit: str
    employer: str
    employer_name: str
    role: Role | None  # None: asked beyond the programme's roles
    pairs: tuple[PairId, ...]
    partners: tuple[str, ...]  # the names of those in running pairs with them
    language: LanguageCode
    email: str  # "" where none is known
    invitation: Invitation
    came: Mapping[int, Attendance]  # by the day's number
    absent: bool  # on a day that was noted
    followed_up_on: date | None  # when somebody absent heard from the team

    @property
    def answer(self) -> InviteAnswer | None:
        return self.invitation.answer

    @property
    def expected(self) -> bool:
        """Whether to reckon with them at groups: neither declined nor noted as absent only."""
        return self.answer is not InviteAnswer.DECLINED and (not self.came or Attendance.PRESENT in self.came.values())


@dataclass(frozen=True, slots=True)
class Gathering:
    meeting: MeetingId
    programme: Programme
    kind: MeetingKind
    title: Sayable
    status: MeetingStatus
    place: str
    mode: Mode
    sequence: int  # one more at each change that calendars have to know of
    prepared_on: date | None
    days: tuple[GatheringDay, ...]
    items: tuple[AgendaItem, ...]  # of all days, as they happen
    people: tuple[Asked, ...]  # mentees, mentors, others; each by family name
    left_out: tuple[Asked, ...]  # by hand, or invited before the meeting ceased to ask them by itself
    groups: tuple[Group, ...]
    restricted: int  # people who are asked and are not in it
    organizer: str  # whom answers go to; "" where nobody leads the programme who has an e-mail address

    def count(self, day: int, attendance: Attendance | None) -> int:
        """How many are present or absent on the day of that number; None: not noted."""
        return sum(person.came.get(day) is attendance for person in self.people)

    def asked(self, person: PersonId) -> Asked | None:
        return next((each for each in self.people if each.person == person), None)


def gathering(store: Store, meeting: MeetingId) -> Gathering:
    """
    Raises:
        Refused: no such meeting, or it is a pair's or one person's.
    """
    with store.reading() as session:
        return gathering_over(session, meeting)


def gathering_over(session: Session, meeting: MeetingId) -> Gathering:
    """
    Raises:
        Refused: no such meeting, or it is a pair's or one person's.
    """
    record = joint_over(session, meeting)
    programme = programme_of(session, record.programme_id)
    invitations = _invitations(session, meeting)
    wanted = asked_to(session, record) | _noted(session, meeting)
    out = {id_ for id_, each in invitations.items() if each.left_out or each.invited_on is not None} - wanted
    rows = session.scalars(select(PersonRecord).where(PersonRecord.id.in_(wanted | out)))
    people = {row.id: row for row in rows}
    free = {id_: row for id_, row in people.items() if row.restricted_on is None}
    asked = tuple(_people(session, record, programme, free, invitations))
    organizer = organizer_of(session, record.programme_id)
    days = session.execute(
        select(MeetingDayRecord.number, MeetingDayRecord.starts_at, MeetingDayRecord.ends_at)
        .where(MeetingDayRecord.meeting_id == meeting)
        .order_by(MeetingDayRecord.starts_at, MeetingDayRecord.number)
    )
    return Gathering(
        meeting,
        programme,
        meeting_kind(record.kind),
        title_of(record.kind, record.title),
        record.status,
        record.place,
        record.mode,
        record.sequence,
        record.prepared_on,
        tuple(GatheringDay(*day) for day in days),
        items_over(session, meeting),
        tuple(person for person in asked if person.person not in out),
        tuple(person for person in asked if person.person in out),
        groups_over(session, meeting, free.keys() - out),
        len((people.keys() - free.keys()) - out),
        "" if organizer is None else organizer.email,
    )


def joint_over(session: Session, meeting: MeetingId) -> MeetingRecord:
    """
    Raises:
        Refused: no such meeting, or it is a pair's or one person's.
    """
    record = session.get(MeetingRecord, meeting)
    if record is None:
        raise Refused(msg("There is no meeting with the number {id}.", id=meeting))
    if record.pair_id is not None:
        raise Refused(msg("This is a meeting of one pair. It is registered in Logbooks."))
    if record.participation_id is not None:
        raise Refused(msg("This is an interview. What came of it is noted with the participant."))
    return record


def _noted(session: Session, meeting: MeetingId) -> set[PersonId]:
    """Who was here, or was missed, is in the list whatever has become of them."""
    return set(
        session.scalars(
            select(AttendanceRecord.person_id)
            .join(MeetingDayRecord, MeetingDayRecord.id == AttendanceRecord.meeting_day_id)
            .where(MeetingDayRecord.meeting_id == meeting)
        )
    )


def _people(
    session: Session,
    record: MeetingRecord,
    programme: Programme,
    people: Mapping[PersonId, PersonRecord],
    invitations: Mapping[PersonId, Invitation],
) -> Iterator[Asked]:
    units = units_over(session)
    employers = _employers({id_: units.get(row.unit_id) if row.unit_id else None for id_, row in people.items()}, units)
    roles, came = _roles(session, record), _attendance(session, record.id)
    running = [pair for pair in pairs_over(session, record.programme_id) if pair.status in RUNNING]
    usual = programme.settings.languages[0]
    say = catalog(usual)

    def place(row: PersonRecord) -> tuple[int, object, object, str]:
        role = roles.get(row.id)
        order = _ORDER.index(role) if role in _ORDER else len(_ORDER)
        return order, say.sort_key(row.family_name), say.sort_key(row.given_name), row.id

    for row in sorted(people.values(), key=place):
        theirs = [(pair, _partner(pair, row.id)) for pair in running]
        with_whom = [(pair.id, name) for pair, name in theirs if name is not None]
        noted = came.get(row.id, {})
        told = [day for attendance, day in noted.values() if attendance is Attendance.ABSENT]
        yield Asked(
            row.id,
            f"{row.given_name} {row.family_name}".strip(),
            row.family_name,
            row.title or "",
            units[row.unit_id].name if row.unit_id and row.unit_id in units else "",
            *employers[row.id],
            roles.get(row.id),
            tuple(pair for pair, _ in with_whom),
            tuple(name for _, name in with_whom),
            row.language or usual,
            row.email or "",
            invitations.get(row.id, Invitation()),
            {number: attendance for number, (attendance, _) in noted.items()},
            bool(told),
            min((day for day in told if day is not None), default=None) if all(told) else None,
        )


def _partner(pair: PairRow, person: PersonId) -> str | None:
    if person == pair.mentee.id:
        return pair.mentor.name
    return pair.mentee.name if person == pair.mentor.id else None


def _employers(
    units: Mapping[PersonId, UnitInTree | None], tree: Mapping[UnitId, UnitInTree]
) -> Mapping[PersonId, tuple[str, str]]:
    """Id and name of the highest unit of each; where all share that, the next below it, or nobody could be mixed."""
    lines = {person: tuple(reversed(unit.line)) if unit is not None else () for person, unit in units.items()}
    level = 0
    known = [line for line in lines.values() if line]
    while known and len({line[: level + 1] for line in known}) == 1 and any(len(line) > level + 1 for line in known):
        level += 1
    tops = {person: tree[line[min(level, len(line) - 1)]] if line else None for person, line in lines.items()}
    return {person: ("", "") if unit is None else (unit.id, unit.name) for person, unit in tops.items()}


def _roles(session: Session, record: MeetingRecord) -> Mapping[PersonId, Role]:
    """One of each: the role for which they are asked, else any."""
    found: dict[PersonId, Role] = {}
    rows = session.execute(
        select(ParticipationRecord.person_id, ParticipationRecord.role)
        .where(ParticipationRecord.programme_id == record.programme_id)
        .order_by(ParticipationRecord.id)
    )
    for person, role in rows:
        if person not in found or (role in record.audience and found[person] not in record.audience):
            found[person] = role
    return found


def _attendance(
    session: Session, meeting: MeetingId
) -> Mapping[PersonId, Mapping[int, tuple[Attendance, date | None]]]:
    found: defaultdict[PersonId, dict[int, tuple[Attendance, date | None]]] = defaultdict(dict)
    rows = session.execute(
        select(
            AttendanceRecord.person_id,
            MeetingDayRecord.number,
            AttendanceRecord.attendance,
            AttendanceRecord.followed_up_on,
        )
        .join(MeetingDayRecord, MeetingDayRecord.id == AttendanceRecord.meeting_day_id)
        .where(MeetingDayRecord.meeting_id == meeting)
        .order_by(MeetingDayRecord.number)
    )
    for person, number, attendance, followed_up_on in rows:
        found[person][number] = attendance, followed_up_on
    return found


def _invitations(session: Session, meeting: MeetingId) -> Mapping[PersonId, Invitation]:
    return {
        row.person_id: Invitation(
            row.invited_on, row.sequence_sent, row.answer, row.answered_at, row.extra, row.left_out
        )
        for row in session.scalars(select(InvitationRecord).where(InvitationRecord.meeting_id == meeting))
    }
