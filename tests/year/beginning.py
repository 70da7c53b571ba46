"""The file in which a simulated programme begins: its people, and the calendar as the notebook reads it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from mentordesk import places
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.plan import plan
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    DeadlineRecord,
    LogbookEntryRecord,
    MeetingDayRecord,
    MeetingRecord,
    MentorRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store
from tests.year.facts import DueDay, Facts, Joint, Planned


@dataclass(frozen=True)
class Beginning:
    """`approved_on` gives the day of each pair; what is missing at first is drawn by the seed."""

    template: str
    starts_on: date
    first_day: date
    approved_on: tuple[date, ...]
    seed: int


def begun(store: Store, start: Beginning) -> tuple[ProgrammeId, Facts]:
    with places.resource(f"programmes/{start.template}.toml").open("rb") as file:
        template = tomllib.load(file)
    programme = create_programme(store, template_key=start.template, name="Kull", starts_on=start.starts_on).id
    with store.reading() as session:
        known = programme_of(session, programme)
    laid = plan(known.settings, start.starts_on)
    facts = Facts(
        template,
        known.starts_on,
        known.ends_on,
        windows=tuple(
            (each.semester.starts_on, each.semester.ends_on, each.opens_on, each.closes_on)
            for each in laid.talk_windows
        ),
        semesters=tuple((each.starts_on, each.ends_on) for each in laid.semesters),
    )
    read_calendar(store, programme, facts)
    return programme, facts


def two_people(
    store: Store, programme: ProgrammeId, start: Beginning, facts: Facts, day: date
) -> tuple[ParticipationId, ParticipationId]:
    """A mentee and a mentor who join on that day, each of a unit of their own, so that nobody is set over anybody."""
    number = len(facts.ask_on)
    dice = Random(f"{start.seed} people {number}")
    sides = []
    with store.changing(msg("people")) as session:
        for role in (Role.MENTEE, Role.MENTOR):
            placed = dice.random() > 0.1
            unit = UnitRecord(name=f"Unit {number} of {role.value}")
            person = PersonRecord(
                given_name=role.value, family_name=f"number {number}", unit_id=unit.id if placed else None
            )
            part = ParticipationRecord(
                programme_id=programme,
                person_id=person.id,
                role=role,
                status=ParticipationStatus.SELECTED,
                since=day,
            )
            session.add_all([unit, person, part])
            sides.append(part.id)
            facts.numbers[part.id] = len(facts.numbers)
            if not placed:
                facts.without_unit.add(part.id)
        known_from = day - timedelta(100)
        session.add(MentorRecord(person_id=person.id, trained_on=known_from, joined_on=known_from))
        facts.ask_on[part.id] = known_from + timedelta(365)
        if start.template == "nno" and number % 5 == 0:
            facts.without_book.add(part.id)
        else:
            session.add(PaperRecord(participation_id=part.id, kind=PaperKind.BOOK, received=True))
    mentee, mentor = sides
    return mentee, mentor


def read_calendar(store: Store, programme: ProgrammeId, facts: Facts) -> None:
    """What lies in it is a fact of its own: where the plan put it, rests moved it, and somebody cancelled it."""
    pairs: defaultdict[str, list[Planned]] = defaultdict(list)
    joint = {each.id: each for each in facts.joint}
    days: defaultdict[str, list[date]] = defaultdict(list)
    with store.reading() as session:
        logged = set(session.scalars(select(LogbookEntryRecord.meeting_id)))
        rows = session.execute(
            select(
                MeetingRecord.id,
                MeetingRecord.pair_id,
                MeetingRecord.kind,
                MeetingRecord.setting,
                MeetingRecord.title,
                MeetingRecord.status,
                MeetingDayRecord.starts_at,
            )
            .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(MeetingRecord.programme_id == programme)
            .order_by(MeetingDayRecord.starts_at, MeetingRecord.id)
        )
        for number, pair_id, kind, setting, title, status, starts_at in rows:
            day = starts_at.date()
            if pair_id is not None:
                pairs[pair_id].append(Planned(kind, day, status.value, number in logged))
                continue
            days[number].append(day)
            known = joint.setdefault(number, Joint(number, kind, setting or "", (title or {}).get("en", ""), (), ""))
            known.days, known.status = tuple(days[number]), status.value
        known_due = {each.id for each in facts.deadlines}
        for due in session.scalars(select(DeadlineRecord).where(DeadlineRecord.programme_id == programme)):
            if due.id not in known_due:
                facts.deadlines.append(DueDay(due.id, due.title["en"], due.due_on))
    facts.joint = list(joint.values())
    for pair in facts.pairs:
        pair.planned = pairs[pair.id]
