"""The calendar of a span of days: a row per meeting and day, deadlines, holidays, and what stands in a row's way.

A conversation is a date and two names, nothing more. Entries for other people's calendars are calendar.py.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from mentordesk.domain.free_days import FreeDays, both_holidays
from mentordesk.domain.ids import MeetingId, PairId, PersonId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus, meeting_kind
from mentordesk.domain.programmes import Country, Mode, Programme
from mentordesk.i18n.message import Message, Sayable, Wording
from mentordesk.queries.agenda_days import agenda_bounds as agenda_bounds  # whoever reads rows asks for these first
from mentordesk.queries.agenda_marks import Mark as Mark
from mentordesk.queries.asked_people import AskedOf, asked_of
from mentordesk.queries.obstacles import Placed, clashes_over, kept_free, outside
from mentordesk.queries.pair_names import NOBODY, pair_names
from mentordesk.queries.participants import names_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import DeadlineRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.store import Store

_DAY = timedelta(1)
_ONE_DAY = (1,)
_STATUSES = {each.value: each for each in MeetingStatus}
_MODES = {each.value: each for each in Mode}


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
    who: str  # the pair's two names, or whose interview it is; empty for joint meetings
    place: str
    status: MeetingStatus
    mode: Mode
    programme: ProgrammeId
    programme_name: str
    pair: PairId | None
    conflicts: tuple[Message, ...] = ()
    place_of_day: int = 1  # among its days, by time

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


def agenda(
    store: Store,
    programme: ProgrammeId | None,
    *,
    first: date,
    last: date,
    people: Collection[PersonId] | None = None,
    rows: bool = True,
) -> Agenda:
    """Everything of a programme, or of all, from the first to the last day, both included.

    With `people` only what one of them is asked to; deadlines ask nobody. Without `rows` only the holidays.
    """
    with store.reading() as session:
        programmes = {each.id: each for each in programmes_over(session) if programme in (None, each.id)}
        asked = None if people is None else asked_of(session, people)
        meetings = _meetings(session, programmes, first, last, asked) if rows else ()
        deadlines = _deadlines(session, programmes, first, last) if rows and people is None else ()
    holidays = _holidays({each.settings.country for each in programmes.values()}, first, last)
    everything: list[AgendaRow] = [*deadlines, *meetings]
    return Agenda(first, last, tuple(sorted(everything, key=_order)), holidays)


def _meetings(
    session: Session,
    programmes: Mapping[ProgrammeId, Programme],
    first: date,
    last: date,
    asked_only: AskedOf | None,
) -> Sequence[MeetingRow]:
    """In order. Words and lists come as they lie in the file and are read once for each that is different: there
    are thousands of rows, and a handful of those."""
    wanted = (
        select(
            *(MeetingDayRecord.meeting_id, MeetingDayRecord.number),
            *(MeetingDayRecord.starts_at, MeetingDayRecord.ends_at),
            *(MeetingRecord.kind, type_coerce(MeetingRecord.title, String), MeetingRecord.place),
            *(type_coerce(MeetingRecord.status, String), type_coerce(MeetingRecord.mode, String)),
            *(type_coerce(MeetingRecord.audience, String), MeetingRecord.participation_id),
            *(MeetingRecord.programme_id, MeetingRecord.pair_id),
        )
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(
            MeetingDayRecord.starts_at >= datetime.combine(first, time.min),
            MeetingDayRecord.starts_at < datetime.combine(last + _DAY, time.min),
        )
        .order_by(MeetingDayRecord.starts_at, MeetingDayRecord.meeting_id)
    )
    rows_found = session.connection().execute(wanted)  # columns only: a session would handle each row once more
    # Left to us: asked for one programme's, the file would go through the whole of it.
    found = [row for row in rows_found if row[-2] in programmes]
    pairs = pair_names(session, {pair for *_, pair in found if pair is not None})
    asked_alone = names_over(session, [one for *_, one, _, _ in found if one is not None])  # to an interview
    several = _several_days(session)
    named = cache(_named)
    asked = cache(_asked)
    placed = {}
    for place, (id_, _, starts, ends, kind, title, _, status, _, audience, _, of, pair) in enumerate(found):
        if status == MeetingStatus.PLANNED:  # only those can be in the way, or have something in theirs
            two = NOBODY if pair is None else pairs[pair]
            said = named(kind, title).title
            placed[place] = Placed(
                *(id_, programmes[of], starts, ends, kind, said, MeetingStatus.PLANNED, asked(audience)),
                *(two.joined_on, two.names),
            )
    told = _conflicts(session, placed)
    rows = []
    for place, (id_, number, starts, ends, kind, title, where, status, mode, audience, one, of, pair) in enumerate(
        found
    ):
        if asked_only is not None and not asked_only.is_in(id_, of, pair, one, asked(audience)):
            continue
        called, programme = named(kind, title), programmes[of]
        who = asked_alone.get(one, "") if pair is None else pairs[pair].said
        days = several.get(id_, _ONE_DAY)
        rows.append(
            MeetingRow(
                *(id_, number, len(days), starts, ends, kind, called.kind, called.mark, called.title),
                *(who, where, _STATUSES[status], _MODES[mode]),
                *(programme.id, programme.name, pair, tuple(told.get(place, ()))),
                *(1 if days is _ONE_DAY else days.index(number) + 1,),
            )
        )
    return rows


@dataclass(frozen=True, slots=True)
class _Named:
    kind: Sayable
    mark: Mark
    title: Sayable


def _named(kind: str, title: str | None) -> _Named:
    """`title` as JSON; a conversation is called what it is, whatever its place among the others."""
    said = title_of(kind, None if title is None else json.loads(title))
    return _Named(said if kind in CONVERSATIONS else meeting_kind(kind).title, Mark.of(kind), said)


def _asked(audience: str) -> frozenset[str]:
    """The roles, of a list in JSON."""
    return frozenset(json.loads(audience))


def _several_days(session: Session) -> Mapping[MeetingId, Sequence[int]]:
    """The numbers of the days in the order of time, of the few meetings that have, or had, more than one."""
    longer = select(MeetingDayRecord.meeting_id).where(MeetingDayRecord.number > 1)
    found: defaultdict[MeetingId, list[int]] = defaultdict(list)
    for meeting, number in session.execute(
        select(MeetingDayRecord.meeting_id, MeetingDayRecord.number)
        .where(MeetingDayRecord.meeting_id.in_(longer))
        .order_by(MeetingDayRecord.starts_at, MeetingDayRecord.number)
    ):
        found[meeting].append(number)
    return found


def _conflicts(session: Session, placed: Mapping[int, Placed]) -> Mapping[int, Sequence[Message]]:
    """Of planned meetings; by the numbers they are given."""
    told: defaultdict[int, list[Message]] = defaultdict(list)
    free: dict[tuple[ProgrammeId, date], Message | None] = {}
    for number, each in placed.items():
        where = (each.programme.id, each.starts_at.date())
        if where not in free:
            free[where] = kept_free(each.programme, where[1])
        for said in (free[where], outside(each)):
            if said is not None:
                told[number].append(said)
    numbers = list(placed)
    for place, sentences in clashes_over(session, list(placed.values())).items():
        told[numbers[place]] += sentences
    return told


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
    """A day that two countries keep under different names has both."""
    found: dict[date, Sayable] = {}
    for country in sorted(countries):
        free = FreeDays(country)
        for number in range((last - first).days + 1):
            day = first + timedelta(number)
            if (name := free.holiday(day)) is not None:
                found[day] = both_holidays(found.get(day, name), name)
    return found


def _order(row: AgendaRow) -> tuple[datetime, bool, str]:
    if isinstance(row, DeadlineRow):
        return datetime.combine(row.day, time.min), False, row.deadline
    return row.starts_at, True, row.meeting
