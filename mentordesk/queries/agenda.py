"""The calendar of a span of days: a row per meeting and day, deadlines, holidays, and what stands in a row's way.

A conversation is a date and two names, nothing more. Entries for other people's calendars are calendar.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.free_days import FreeDays
from mentordesk.domain.ids import MeetingId, PairId, PersonId, ProgrammeId
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus, meeting_kind
from mentordesk.domain.programmes import Country, Mode, Programme
from mentordesk.i18n.message import Message, Sayable, Wording
from mentordesk.queries.calendar import title_of
from mentordesk.queries.obstacles import Placed, clashes_over, kept_free, outside
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import (
    DeadlineRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store

_DAY = timedelta(1)
_FEW = 900


class Mark(StrEnum):
    """The letter beside the colour, the same in every language (UX 5.5)."""

    GATHERING = "S"
    MENTOR_NETWORK = "M"
    PAIR_TALK = "P"
    CONVERSATION = "K"
    DEADLINE = "F"

    @classmethod
    def of(cls, kind: str) -> Mark:
        """Every joint meeting that is no network day is a gathering."""
        if kind in CONVERSATIONS:
            return cls.CONVERSATION
        return {"pair_talk": cls.PAIR_TALK, "mentor_network": cls.MENTOR_NETWORK}.get(kind, cls.GATHERING)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One day of one meeting, by the wall clock of its programme."""

    meeting: MeetingId
    number: int  # of the day, 1 is the first
    days: int
    starts_at: datetime
    ends_at: datetime
    kind: str
    kind_title: Sayable
    mark: Mark
    title: Sayable
    who: str  # the pair's two names; empty for joint meetings
    place: str
    status: MeetingStatus
    mode: Mode
    programme: ProgrammeId
    programme_name: str
    pair: PairId | None
    conflicts: tuple[Message, ...] = ()

    @property
    def day(self) -> date:
        return self.starts_at.date()


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    deadline: str
    day: date
    title: Wording
    done_on: date | None
    programme: ProgrammeId
    programme_name: str
    conflicts: tuple[Message, ...] = ()
    mark: Mark = Mark.DEADLINE


AgendaRow = MeetingRow | DeadlineRow


@dataclass(frozen=True, slots=True)
class Agenda:
    """`rows` by day, a day's deadlines first; `holidays` are public ones, those on Saturdays and Sundays too."""

    first: date
    last: date
    rows: tuple[AgendaRow, ...]
    holidays: Mapping[date, Sayable]

    def by_day(self) -> Mapping[date, tuple[AgendaRow, ...]]:
        """Only days that have something."""
        found: defaultdict[date, list[AgendaRow]] = defaultdict(list)
        for row in self.rows:
            found[row.day].append(row)
        return {day: tuple(rows) for day, rows in found.items()}


def agenda(store: Store, programme: ProgrammeId | None, *, first: date, last: date) -> Agenda:
    """Everything of a programme, or of all, from the first to the last day, both included."""
    with store.reading() as session:
        programmes = {each.id: each for each in programmes_over(session) if programme in (None, each.id)}
        meetings = _meetings(session, programmes, first, last)
        deadlines = _deadlines(session, programmes, first, last)
    holidays = _holidays({each.settings.country for each in programmes.values()}, first, last)
    everything: list[AgendaRow] = [*deadlines, *meetings]
    return Agenda(first, last, tuple(sorted(everything, key=_order)), holidays)


def agenda_bounds(store: Store, programme: ProgrammeId | None) -> tuple[date, date] | None:
    """The first and the last day that have a meeting or a deadline; None where there are none."""
    earliest, latest = select(func.min(MeetingDayRecord.starts_at)), select(func.max(MeetingDayRecord.starts_at))
    due = select(func.min(DeadlineRecord.due_on), func.max(DeadlineRecord.due_on))
    if programme is not None:
        of_meeting = MeetingRecord.id == MeetingDayRecord.meeting_id
        earliest, latest = (
            each.join(MeetingRecord, of_meeting).where(MeetingRecord.programme_id == programme)
            for each in (earliest, latest)
        )
        due = due.where(DeadlineRecord.programme_id == programme)
    with store.reading() as session:
        ends = [session.scalar(earliest), session.scalar(latest)]
        days = [*(each.date() for each in ends if each), *(each for each in session.execute(due).one() if each)]
    return (min(days), max(days)) if days else None


def first_day(store: Store, meeting: MeetingId) -> date | None:
    """Of a meeting of several days, whichever of them is looked at; None where the meeting is gone."""
    with store.reading() as session:
        starts = session.scalar(
            select(func.min(MeetingDayRecord.starts_at)).where(MeetingDayRecord.meeting_id == meeting)
        )
    return None if starts is None else starts.date()


def _meetings(
    session: Session, programmes: Mapping[ProgrammeId, Programme], first: date, last: date
) -> Sequence[MeetingRow]:
    same = aliased(MeetingDayRecord)
    days = select(func.count()).where(same.meeting_id == MeetingRecord.id).correlate(MeetingRecord).scalar_subquery()
    found = session.execute(
        select(
            *(MeetingDayRecord.meeting_id, MeetingDayRecord.number, days),
            *(MeetingDayRecord.starts_at, MeetingDayRecord.ends_at),
            *(MeetingRecord.kind, MeetingRecord.title, MeetingRecord.place, MeetingRecord.status, MeetingRecord.mode),
            *(MeetingRecord.audience, MeetingRecord.programme_id, MeetingRecord.pair_id),
        )
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(
            MeetingDayRecord.starts_at >= datetime.combine(first, time.min),
            MeetingDayRecord.starts_at < datetime.combine(last + _DAY, time.min),
        )
        .order_by(MeetingDayRecord.starts_at, MeetingDayRecord.meeting_id)
    ).all()
    pairs = _pairs(session, {pair for *_, of, pair in found if pair is not None and of in programmes})
    audiences: dict[tuple[str, ...], frozenset[str]] = {}
    rows, placed = [], []
    for id_, number, count, starts, ends, kind, title, place, status, mode, audience, of, pair in found:
        programme = programmes.get(of)  # left to us: asked for it, the file would go through the whole programme
        if programme is None:
            continue
        two = _NOBODY if pair is None else pairs[pair]
        said = title_of(kind, title)
        asked = tuple(audience)
        rows.append(
            MeetingRow(
                *(id_, number, count, starts, ends, kind),
                said if kind in CONVERSATIONS else meeting_kind(kind).title,
                *(Mark.of(kind), said, two.said, place, status, mode),
                *(programme.id, programme.name, pair),
            )
        )
        known = audiences.setdefault(asked, frozenset(asked))
        placed.append(Placed(programme, starts, ends, kind, said, status, known, two.joined_on, two.names))
    return _with_conflicts(session, rows, placed)


@dataclass(frozen=True, slots=True)
class _Two:
    """A pair, read once for all of its meetings."""

    joined_on: date | None
    names: Mapping[PersonId, str]
    said: str


_NOBODY = _Two(None, {}, "")


def _pairs(session: Session, wanted: Collection[PairId]) -> Mapping[PairId, _Two]:
    mentee_side, mentor_side = aliased(ParticipationRecord), aliased(ParticipationRecord)
    mentee, mentor = aliased(PersonRecord), aliased(PersonRecord)
    query = (
        select(
            *(PairRecord.id, PairRecord.approved_on),
            *(mentee.id, mentee.given_name, mentee.family_name),
            *(mentor.id, mentor.given_name, mentor.family_name),
        )
        .join(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .join(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == mentee_side.person_id)
        .join(mentor, mentor.id == mentor_side.person_id)
    )
    if len(wanted) <= _FEW:  # looking up thousands one by one takes longer than reading them all
        query = query.where(PairRecord.id.in_(list(wanted)))
    found: dict[PairId, _Two] = {}
    for id_, joined_on, one, one_given, one_family, other, other_given, other_family in session.execute(query):
        names = {PersonId(one): _name(one_given, one_family), PersonId(other): _name(other_given, other_family)}
        found[id_] = _Two(joined_on, names, " – ".join(names.values()))
    return found


def _with_conflicts(session: Session, rows: Sequence[MeetingRow], placed: Sequence[Placed]) -> Sequence[MeetingRow]:
    told: defaultdict[int, list[Message]] = defaultdict(list)
    free: dict[tuple[ProgrammeId, date], Message | None] = {}
    for number, each in enumerate(placed):
        if each.status is MeetingStatus.PLANNED:
            where = (each.programme.id, each.starts_at.date())
            if where not in free:
                free[where] = kept_free(each.programme, where[1])
            told[number] = [said for said in (free[where], outside(each)) if said]
    for number, sentences in clashes_over(session, placed).items():
        told[number] += sentences
    return [replace(row, conflicts=tuple(told[number])) if told.get(number) else row for number, row in enumerate(rows)]


def _deadlines(
    session: Session, programmes: Mapping[ProgrammeId, Programme], first: date, last: date
) -> Sequence[DeadlineRow]:
    found = session.execute(
        select(
            DeadlineRecord.id,
            DeadlineRecord.due_on,
            DeadlineRecord.title,
            DeadlineRecord.done_on,
            DeadlineRecord.programme_id,
        ).where(DeadlineRecord.due_on.between(first, last))
    )
    rows = []
    for id_, day, title, done_on, of in found:
        if (programme := programmes.get(of)) is not None:
            free = None if done_on else kept_free(programme, day)
            rows.append(
                DeadlineRow(
                    *(id_, day, Wording.of(title), done_on, of, programme.name), conflicts=(free,) if free else ()
                )
            )
    return rows


def _holidays(countries: Iterable[Country], first: date, last: date) -> Mapping[date, Sayable]:
    """Each named in the languages of the countries that keep it."""
    found: dict[date, Wording] = {}
    for country in sorted(countries):
        free = FreeDays(country)
        day = first
        while day <= last:
            if (name := free.holiday(day)) is not None:
                known = found.get(day)
                found[day] = name if known is None else Wording.of(name.texts() | known.texts())
            day += _DAY
    return found


def _name(given: str, family: str) -> str:
    return f"{given} {family}".strip()


def _order(row: AgendaRow) -> tuple[date, time, bool, str]:
    if isinstance(row, DeadlineRow):
        return row.day, time.min, False, row.deadline
    return row.day, row.starts_at.time(), True, row.meeting
