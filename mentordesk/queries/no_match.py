"""Who gets no mentor in a round, by a decision (R36) or her own wish, and who comes first in the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Programme
from mentordesk.queries.programmes import programme_of, programmes_over
from mentordesk.storage.records import NoMatchRecord, PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class NoMatch:
    """The decision on one mentee, standing or taken back."""

    id: str
    mentee: ParticipationId
    name: str
    waits: bool
    reason: str
    decided_by: str
    decided_on: date
    taken_back_by: str | None
    taken_back_on: date | None

    @property
    def stands(self) -> bool:
        return self.taken_back_on is None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for a mentor since an earlier round; `joined` once she takes part in the next one."""

    person: PersonId
    name: str
    participation: ParticipationId
    programme: ProgrammeId  # the round in which she went without
    programme_name: str
    since: date
    joined: ParticipationId | None


def no_matches(store: Store, programme: ProgrammeId) -> tuple[NoMatch, ...]:
    """Every decision of a round, the newest first; those taken back too."""
    with store.reading() as session:
        rows = session.execute(
            select(NoMatchRecord, PersonRecord.given_name, PersonRecord.family_name)
            .join(ParticipationRecord, ParticipationRecord.id == NoMatchRecord.mentee_id)
            .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
            .where(ParticipationRecord.programme_id == programme)
            .order_by(NoMatchRecord.id.desc())
        )
        return tuple(
            NoMatch(
                each.id,
                each.mentee_id,
                f"{given} {family}".strip(),
                each.waits,
                each.reason,
                each.decided_by,
                each.decided_on,
                each.taken_back_by,
                each.taken_back_on,
            )
            for each, given, family in rows
        )


def not_to_match_over(session: Session, programme: ProgrammeId) -> frozenset[ParticipationId]:
    """Mentees whom no plan seats or misses."""
    return decided_over(session, programme) | wanting_none_over(session, programme)


def decided_over(session: Session, programme: ProgrammeId) -> frozenset[ParticipationId]:
    """By a decision that stands."""
    decided = session.scalars(
        select(NoMatchRecord.mentee_id)
        .join(ParticipationRecord, ParticipationRecord.id == NoMatchRecord.mentee_id)
        .where(ParticipationRecord.programme_id == programme, NoMatchRecord.taken_back_on.is_(None))
    )
    return frozenset(decided)


def wanting_none_over(session: Session, programme: ProgrammeId) -> frozenset[ParticipationId]:
    """Since their last pair ended by agreement and they want no other mentor (R40); those who did not say count not."""
    wanted: dict[ParticipationId, bool | None] = {}
    endings = session.execute(
        select(PairRecord.mentee_id, PairRecord.new_mentor_wanted)
        .where(PairRecord.programme_id == programme, PairRecord.status == PairStatus.DISSOLVED)
        .order_by(PairRecord.ended_on, PairRecord.id)
    )
    for mentee, new_mentor in endings:
        wanted[mentee] = new_mentor
    return frozenset(mentee for mentee, new_mentor in wanted.items() if new_mentor is False)


def waiting_list(store: Store, programme: ProgrammeId) -> tuple[Waiting, ...]:
    """Who comes first in this round: whoever went without in an earlier one and has had no mentor since.

    In the order in which they came to wait; of those who did on one day, whoever was taken in first. Each person
    once, for her longest wait.

    Raises:
        KeyError: no programme of that id.
    """
    with store.reading() as session:
        return waiting_over(session, programme)


def waiting_over(session: Session, programme: ProgrammeId) -> tuple[Waiting, ...]:
    this = programme_of(session, programme)
    earlier = {each.id: each for each in programmes_over(session) if _before(each, this)}
    joined = {
        person: participation
        for participation, person in session.execute(
            select(ParticipationRecord.id, ParticipationRecord.person_id).where(
                ParticipationRecord.programme_id == programme, ParticipationRecord.role == Role.MENTEE
            )
        )
    }
    helped = _helped(session)
    found: dict[PersonId, Waiting] = {}
    for since, participation, person, of, name in sorted(_went_without(session), key=lambda row: (row[0], row[1])):
        if of in earlier and person not in found and helped.get(person, date.min) < since:
            found[person] = Waiting(person, name, participation, of, earlier[of].name, since, joined.get(person))
    return tuple(found.values())


def _before(one: Programme, other: Programme) -> bool:
    return (one.starts_on, one.id) < (other.starts_on, other.id)


def _went_without(session: Session) -> list[tuple[date, ParticipationId, PersonId, ProgrammeId, str]]:
    """Since when, who, in which round: on the waiting list, or not matched by a decision that lets her wait."""
    who = (
        ParticipationRecord.id,
        ParticipationRecord.person_id,
        ParticipationRecord.programme_id,
        PersonRecord.given_name,
        PersonRecord.family_name,
    )
    mentees = select(ParticipationRecord.since, *who).join(
        PersonRecord, PersonRecord.id == ParticipationRecord.person_id
    )
    listed = mentees.where(
        ParticipationRecord.role == Role.MENTEE, ParticipationRecord.status == ParticipationStatus.WAITING
    )
    decided = (
        select(NoMatchRecord.decided_on, *who)
        .join(ParticipationRecord, ParticipationRecord.id == NoMatchRecord.mentee_id)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(NoMatchRecord.taken_back_on.is_(None), NoMatchRecord.waits)
    )
    return [
        (since, participation, person, of, f"{given} {family}".strip())
        for asked in (listed, decided)
        for since, participation, person, of, given, family in session.execute(asked)
    ]


def _helped(session: Session) -> Mapping[PersonId, date]:
    """The last day on which each person got a mentor, or has one: a pair that came to nothing is no help."""
    rows = session.execute(
        select(ParticipationRecord.person_id, PairRecord.approved_on, PairRecord.status)
        .join(PairRecord, PairRecord.mentee_id == ParticipationRecord.id)
        .where(PairRecord.status != PairStatus.DECLINED)
    )
    found: dict[PersonId, date] = {}
    for person, approved_on, status in rows:
        on = date.max if status in RUNNING else approved_on
        found[person] = max(on, found.get(person, date.min))
    return found
