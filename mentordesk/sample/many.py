"""Crowds for benchmarks, pictures and tests of how it feels with many: invented people, pairs and meetings.

They are drawn from a seed and meant to be many and sound, not to tell a story; stories are the cohorts'. To be
quick their rows go into the file past the journal: only their units stand in its history, as a step that undo does
not pass, and a tab that is open already hears of nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import CareLevel, LeadershipLevel, ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import nmsg
from mentordesk.queries.programmes import programme_of
from mentordesk.sample.cohorts import SEED
from mentordesk.sample.draw import Clinic, address, words
from mentordesk.storage.connection import engine_of
from mentordesk.storage.records import (
    LogbookEntryRecord,
    MeetingDayRecord,
    MeetingRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    Record,
    UnitRecord,
)
from mentordesk.storage.store import Store

MEETINGS_OF_A_PAIR = 10
_ORDER: tuple[type[Record], ...] = (
    PersonRecord,
    MentorRecord,
    ParticipationRecord,
    PairRecord,
    MeetingRecord,
    MeetingDayRecord,
    LogbookEntryRecord,
)
_RHYTHM = timedelta(weeks=4)
_AT_ONCE = 10_000  # meetings in one transaction
_WORDS = words("nno")
_SEVERAL_READ = (LanguageCode.NB,) * 7 + (LanguageCode.SV, LanguageCode.SV, LanguageCode.EN)


@dataclass(frozen=True, slots=True)
class ManyPeople:
    """Both in the order of their making; every second person is a mentor."""

    mentees: tuple[ParticipationId, ...]
    mentors: tuple[ParticipationId, ...]


@dataclass(frozen=True, slots=True)
class ManyMeetings:
    pairs: int
    meetings: int
    entries: int  # logbook entries, one for each conversation that was held


def fill_people(store: Store, programme: ProgrammeId, count: int = 10_000, seed: int = SEED) -> ManyPeople:
    """`count` invented people who take part, in units of their own.

    The same seed gives the same rows, ids and all, so that a file takes a seed once.
    """
    return _fill_people(store, programme, count, seed, (ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE))


def _fill_people(
    store: Store, programme: ProgrammeId, count: int, seed: int, standing: Sequence[ParticipationStatus]
) -> ManyPeople:
    crowd = _Crowd(seed, store.today())
    with store.changing(nmsg("Import {count} person", "Import {count} people", count), undoable=False) as session:
        wards = crowd.wards(session)
    made = [crowd.person(programme, number, wards, standing) for number in range(count)]
    _write(store, crowd)
    return ManyPeople(tuple(made[0::2]), tuple(made[1::2]))


def fill_meetings(store: Store, programme: ProgrammeId, count: int = 50_000, seed: int = SEED) -> ManyMeetings:
    """`count` conversations of approved pairs, ten a pair, four weeks apart from the programme's start on.

    The people are made as by `fill_people`, and were selected. Those before `store.today()` were held and stand in
    the logbook, one in twenty was cancelled.
    """
    pairs = -(-count // MEETINGS_OF_A_PAIR)
    people = _fill_people(store, programme, 2 * pairs, seed, (ParticipationStatus.SELECTED,))
    crowd = _Crowd(seed + 1, store.today())
    with store.reading() as session:
        starts_on = programme_of(session, programme).starts_on
    entries = 0
    sides = list(zip(people.mentees, people.mentors, strict=True))
    step = _AT_ONCE // MEETINGS_OF_A_PAIR
    for first in range(0, pairs, step):
        left = count - first * MEETINGS_OF_A_PAIR
        for mentee, mentor in sides[first : first + step]:
            pair = crowd.pair(programme, mentee, mentor, starts_on)
            for number in range(min(left, MEETINGS_OF_A_PAIR)):
                entries += crowd.conversation(programme, pair, number, starts_on, store.clock())
            left -= MEETINGS_OF_A_PAIR
        _write(store, crowd)
    return ManyMeetings(pairs, count, entries)


def _write(store: Store, crowd: _Crowd) -> None:
    """All rows drawn so far, in one transaction; what points at others comes after them."""
    with store.whole_file() as file, engine_of(file).begin() as connection:
        for record, rows in crowd.rows.items():
            if rows:
                connection.execute(insert(record), rows)
                rows.clear()


class _Crowd:
    """What is drawn from one seed; ids too, so that a file can be made again row by row."""

    def __init__(self, seed: int, today: date) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # invents people, guards nothing
        self._today = today
        self.rows: dict[type[Record], list[dict[str, object]]] = {record: [] for record in _ORDER}

    def wards(self, session: Session) -> list[tuple[Clinic, UnitId]]:
        made = []
        for clinic in _WORDS.clinics:
            above = UnitRecord(
                id=UnitId(self._id()), name=clinic.name, area=clinic.area, cost_centre=str(clinic.cost_centre)
            )
            session.add(above)
            for ward in clinic.wards:
                name, _, cost_centre = clinic.unit(ward)
                unit = UnitRecord(
                    id=UnitId(self._id()), name=name, parent_id=above.id, area=clinic.area, cost_centre=cost_centre
                )
                session.add(unit)
                made.append((clinic, unit.id))
        return made

    def person(
        self,
        programme: ProgrammeId,
        number: int,
        wards: Sequence[tuple[Clinic, UnitId]],
        standing: Sequence[ParticipationStatus],
    ) -> ParticipationId:
        role = Role.MENTOR if number % 2 else Role.MENTEE
        chance = self._chance
        given, family = chance.choice(_WORDS.given_names), chance.choice(_WORDS.family_names)
        clinic, unit = chance.choice(wards)
        language = chance.choice(_SEVERAL_READ)
        person = PersonId(self._id())
        self._add(
            PersonRecord,
            id=person,
            given_name=given,
            family_name=family,
            email=address(given, f"{family} {number + 1}", "example.net"),
            unit_id=unit,
            title="Fagsjef" if role is Role.MENTOR else "Seksjonsleder",
            leadership_level=LeadershipLevel.MIDDLE if role is Role.MENTOR else LeadershipLevel.FIRST_LINE,
            leadership_since=date(
                chance.randint(2005, 2019 if role is Role.MENTOR else 2026), chance.randint(1, 12), 1
            ),
            leadership_education=chance.choice((True, False, None)),
            backgrounds=[clinic.background],
            care_level=CareLevel.PRIMARY if clinic.primary else CareLevel.SPECIALISED,
            place=clinic.place,
            language=language,
            spoken=[language.value],
        )
        if role is Role.MENTOR:
            self._add(MentorRecord, person_id=person, capacity=1, offers=self._themes(4))
        taking_part = ParticipationId(self._id())
        self._add(
            ParticipationRecord,
            id=taking_part,
            programme_id=programme,
            person_id=person,
            role=role,
            status=chance.choice(standing),
            since=self._today - timedelta(days=chance.randint(0, 90)),
            needs=self._themes(3) if role is Role.MENTEE else None,
        )
        return taking_part

    def pair(
        self,
        programme: ProgrammeId,
        mentee: ParticipationId,
        mentor: ParticipationId,
        starts_on: date,
    ) -> PairId:
        pair = PairId(self._id())
        self._add(
            PairRecord,
            id=pair,
            goals_shared=False,
            programme_id=programme,
            mentee_id=mentee,
            mentor_id=mentor,
            status=PairStatus.ACTIVE,
            approved_on=starts_on - timedelta(days=28),
            signed_on=starts_on - timedelta(days=self._chance.randint(1, 20)),
        )
        return pair

    def conversation(self, programme: ProgrammeId, pair: PairId, number: int, starts_on: date, now: datetime) -> bool:
        """Whether it was held, and so stands in the logbook."""
        kind = meeting_kind(_kind(number))
        day = _working_day(starts_on + number * _RHYTHM + timedelta(days=self._chance.randint(0, 25)))
        status = self._status(day)
        mode = self._chance.choice(tuple(Mode))
        meeting = MeetingId(self._id())
        self._add(
            MeetingRecord,
            id=meeting,
            place="",
            sequence=0,
            programme_id=programme,
            pair_id=pair,
            kind=kind.key,
            status=status,
            mode=mode,
            audience=[role.value for role in kind.audience],
            changed_at=now,
        )
        begins = datetime.combine(day, time(self._chance.randint(8, 15)))
        self._add(
            MeetingDayRecord,
            id=self._id(),
            meeting_id=meeting,
            number=1,
            starts_at=begins,
            ends_at=begins + timedelta(minutes=kind.minutes),
        )
        if status is MeetingStatus.HELD:
            self._enter(pair, meeting, day, mode)
        return status is MeetingStatus.HELD

    def _enter(self, pair: PairId, meeting: MeetingId, day: date, mode: Mode) -> None:
        self._add(
            LogbookEntryRecord,
            id=self._id(),
            pair_id=pair,
            meeting_id=meeting,
            held_on=day,
            minutes=self._chance.choice((45, 60, 60, 75, 90)),
            mode=mode,
            topic_sent=self._chance.random() < 0.8,
            summary_written=self._chance.random() < 0.7,
        )

    def _status(self, day: date) -> MeetingStatus:
        if self._chance.random() < 0.05:
            return MeetingStatus.CANCELLED
        return MeetingStatus.HELD if day < self._today else MeetingStatus.PLANNED

    def _themes(self, count: int) -> list[str]:
        return self._chance.sample(_WORDS.themes, count)

    def _add(self, record: type[Record], **values: object) -> None:
        self.rows[record].append(values)

    def _id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))


def _kind(number: int) -> str:
    last = MEETINGS_OF_A_PAIR - 1
    return {0: "conversation_first", 2: "conversation_third", last: "conversation_last"}.get(number, "conversation")


def _working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day
