"""A programme with a few running pairs, made by the actions that make real ones; and what Today says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from mentordesk.actions.laying_out import lay_out_pair
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.ids import PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.today import today
from mentordesk.storage.records import LogbookEntryRecord, PairRecord, ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store

START = date(2027, 1, 11)
DAY = date(2027, 4, 26)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    id: PairId
    mentee: ParticipationId
    mentor: ParticipationId
    mentee_person: PersonId
    mentor_person: PersonId


@dataclass(frozen=True)
class Made:
    programme: ProgrammeId
    pairs: tuple[Pair, ...]


def made(
    store: Store,
    template: str = "nno",
    name: str = "Kull 1",
    pairs: int = 2,
    approved_on: date = START,
    status: PairStatus = PairStatus.ACTIVE,
) -> Made:
    """Mentees are called Mentee 1, Mentee 2 …, mentors Mentor 1 …; all of them work in one unit."""
    programme = create_programme(store, template_key=template, name=name, starts_on=START).id
    with store.changing(msg("pairs")) as session:
        unit = UnitRecord(name=f"Unit of {name}")
        session.add(unit)
        found = []
        for number in range(1, pairs + 1):
            sides = []
            for role in (Role.MENTEE, Role.MENTOR):
                person = PersonRecord(given_name=role.value.capitalize(), family_name=str(number), unit_id=unit.id)
                taking_part = ParticipationRecord(
                    programme_id=programme,
                    person_id=person.id,
                    role=role,
                    status=ParticipationStatus.SELECTED,
                    since=approved_on,
                )
                session.add_all([person, taking_part])
                sides.append((taking_part.id, person.id))
            (mentee, mentee_person), (mentor, mentor_person) = sides
            pair = PairRecord(
                programme_id=programme, mentee_id=mentee, mentor_id=mentor, approved_on=approved_on, status=status
            )
            session.add(pair)
            session.flush()
            lay_out_pair(session, programme_of(session, programme), pair.id, number - 1, approved_on, NOON)
            found.append(Pair(pair.id, mentee, mentor, mentee_person, mentor_person))
    return Made(programme, tuple(found))


def add(store: Store, *records: object) -> None:
    with store.changing(msg("records")) as session:
        session.add_all(records)


def change(store, kind, id_, **values):
    with store.changing(msg("change")) as session:
        record = session.get_one(kind, id_)
        for name, value in values.items():
            setattr(record, name, value)


def held(pair, *days, **known):
    return [LogbookEntryRecord(pair_id=pair.id, held_on=day, **known) for day in days]


def told(store, day, alert, programme=None):
    """What the entries of one alert say about whom."""
    found = today(store, day, programme)
    return [(entry.subject.name, catalog("en").say(entry.sentence)) for entry in found.entries if entry.alert == alert]
