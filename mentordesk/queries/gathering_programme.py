"""The programme of a meeting's days as it is kept (R53): items with their times, rooms and speakers.

What an item may be is domain/agendas.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.agendas import Slot
from mentordesk.domain.cleaning import one_line, spelling
from mentordesk.domain.ids import AgendaItemId, MeetingId, PersonId, ProgrammeId
from mentordesk.i18n.message import Wording
from mentordesk.storage.records import (
    AgendaItemRecord,
    AgendaSpeakerRecord,
    MeetingDayRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody of the file, or, without a person, a name as it was written."""

    person: PersonId | None
    name: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    id: AgendaItemId
    day: int  # the day's number
    slot: Slot
    starts_at: datetime
    title: Wording
    room: str
    note: str
    speakers: tuple[Speaker, ...]

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.slot.minutes)


def items_over(session: Session, meeting: MeetingId) -> tuple[AgendaItem, ...]:
    """Of all its days, in the order in which they happen. A speaker whose data are restricted is not named."""
    speakers = _speakers(session, meeting)
    rows = session.execute(
        select(AgendaItemRecord, MeetingDayRecord.number, MeetingDayRecord.starts_at)
        .join(MeetingDayRecord, MeetingDayRecord.id == AgendaItemRecord.meeting_day_id)
        .where(MeetingDayRecord.meeting_id == meeting)
        .order_by(MeetingDayRecord.starts_at, AgendaItemRecord.begins_after, AgendaItemRecord.id)
    )
    return tuple(
        AgendaItem(
            item.id,
            number,
            Slot(item.id, item.begins_after, item.minutes),
            starts_at + timedelta(minutes=item.begins_after),
            Wording.of(item.title),
            item.room,
            item.note or "",
            tuple(speakers.get(item.id, ())),
        )
        for item, number, starts_at in rows
    )


def speakers_named(store: Store, programme: ProgrammeId, names: Sequence[str]) -> tuple[Speaker, ...]:
    """For each name the one person of the file who bears it; of several the one of the programme, else as written."""
    wanted = [name for name in map(one_line, names) if name]
    with store.reading() as session:
        here = set(
            session.scalars(select(ParticipationRecord.person_id).where(ParticipationRecord.programme_id == programme))
        )
        known: defaultdict[str, list[PersonId]] = defaultdict(list)
        rows = session.execute(
            select(PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name).where(
                PersonRecord.restricted_on.is_(None)
            )
        )
        for id_, given_name, family_name in rows:
            known[spelling(f"{given_name} {family_name}")].append(id_)
    return tuple(Speaker(_the_one(known.get(spelling(name), ()), here), name) for name in wanted)


def _the_one(people: Sequence[PersonId], here: set[PersonId]) -> PersonId | None:
    if len(people) > 1:
        people = [person for person in people if person in here]
    return people[0] if len(people) == 1 else None


def _speakers(session: Session, meeting: MeetingId) -> Mapping[AgendaItemId, Sequence[Speaker]]:
    rows = session.scalars(
        select(AgendaSpeakerRecord)
        .join(AgendaItemRecord, AgendaItemRecord.id == AgendaSpeakerRecord.agenda_item_id)
        .join(MeetingDayRecord, MeetingDayRecord.id == AgendaItemRecord.meeting_day_id)
        .where(MeetingDayRecord.meeting_id == meeting)
        .order_by(AgendaSpeakerRecord.number)
    ).all()
    ids = {row.person_id for row in rows if row.person_id is not None}
    people = {person.id: person for person in session.scalars(select(PersonRecord).where(PersonRecord.id.in_(ids)))}
    found: defaultdict[AgendaItemId, list[Speaker]] = defaultdict(list)
    for row in rows:
        if row.person_id is None:
            found[row.agenda_item_id].append(Speaker(None, row.name))
        elif (person := people[row.person_id]).restricted_on is None:
            found[row.agenda_item_id].append(Speaker(person.id, f"{person.given_name} {person.family_name}".strip()))
    return found
