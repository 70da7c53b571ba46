"""Every mentor of the file, whatever her programmes, a row each: the mentor bank (R11).

How many places she has free is bank.py's. In the bank is whoever has a place in it, or was a mentor of a programme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.bank import Stay, asked_anew_on, stay_of
from mentordesk.domain.ids import PairId, PersonId, ProgrammeId
from mentordesk.domain.pairs import Ending, PairStatus
from mentordesk.domain.patience import USUAL, Patience
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.queries.bank import MentorPlaces, mentor_places_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.storage.records import MentorRecord, PairRecord, ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store

# Whoever was thought of, asked or turned down was never a mentor of ours.
_MENTORS = frozenset(ParticipationStatus) - {
    ParticipationStatus.SUGGESTED,
    ParticipationStatus.ASKED,
    ParticipationStatus.DECLINED,
}


@dataclass(frozen=True, slots=True)
class PairSoFar:
    """A pair as its mentor's history tells it; an ending is a category, never words (R40)."""

    id: PairId
    mentee: str
    programme: str
    status: PairStatus
    ending: Ending | None
    approved_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class InProgramme:
    id: ProgrammeId
    name: str
    status: ParticipationStatus
    since: date


@dataclass(frozen=True, slots=True)
class BankRow:
    """One mentor on a day; None and empty mean that nothing is known."""

    person: PersonId
    name: str
    given_name: str
    family_name: str
    unit: str
    places: MentorPlaces
    trained_on: date | None
    offers: tuple[str, ...]
    spoken: tuple[str, ...]
    retired: bool
    restricted: bool
    joined_on: date | None
    asked_on: date | None
    confirmed_on: date | None
    stay: Stay
    ask_on: date | None  # when she is asked the next time
    programmes: tuple[InProgramme, ...]  # in which she is a mentor, the first joined first
    pairs: tuple[PairSoFar, ...]  # the newest first

    @property
    def left_on(self) -> date | None:
        return self.places.presence.left_on


def bank(store: Store, *, today: date) -> tuple[BankRow, ...]:
    """Also those who have left it; the first in the file first."""
    with store.reading() as session:
        return bank_over(session, today, mentor_places_over(session, today))


def bank_over(session: Session, today: date, places: Mapping[PersonId, MentorPlaces]) -> tuple[BankRow, ...]:
    """`places`: of all mentors, on the same day."""
    there = programmes_over(session)
    names = {each.id: each.name for each in there}
    patience = {each.id: each.settings.patience for each in there}
    programmes, pairs = _programmes(session, names), _pairs(session, names)
    known_as_mentor = select(ParticipationRecord.person_id).where(
        ParticipationRecord.role == Role.MENTOR, ParticipationRecord.status.in_(_MENTORS)
    )
    rows = session.execute(
        select(PersonRecord, MentorRecord, UnitRecord.name)
        .outerjoin(MentorRecord, MentorRecord.person_id == PersonRecord.id)
        .outerjoin(UnitRecord, UnitRecord.id == PersonRecord.unit_id)
        .where(or_(MentorRecord.person_id.is_not(None), PersonRecord.id.in_(known_as_mentor)))
        .order_by(PersonRecord.id)
    )
    found = []
    for person, mentor, unit in rows:
        theirs = programmes.get(person.id, ())
        found.append(
            _row(
                person,
                mentor,
                unit or "",
                places[person.id],
                theirs,
                pairs.get(person.id, ()),
                _patience(theirs, patience),
                today,
            )
        )
    return tuple(found)


def _row(
    person: PersonRecord,
    mentor: MentorRecord | None,
    unit: str,
    places: MentorPlaces,
    programmes: tuple[InProgramme, ...],
    pairs: tuple[PairSoFar, ...],
    patience: Patience,
    today: date,
) -> BankRow:
    kept = mentor or MentorRecord(person_id=person.id)
    since = [each.since for each in programmes if each.status in _MENTORS]
    known_from = kept.joined_on or min((*since, *filter(None, [kept.trained_on])), default=None)
    ask_on = asked_anew_on(known_from, kept.stay_confirmed_on, patience)
    return BankRow(
        person.id,
        f"{person.given_name} {person.family_name}".strip(),
        person.given_name,
        person.family_name,
        unit,
        places,
        kept.trained_on,
        tuple(kept.offers or ()),
        tuple(person.spoken or ()),
        bool(person.retired),
        person.restricted_on is not None,
        kept.joined_on,
        kept.stay_asked_on,
        kept.stay_confirmed_on,
        stay_of(ask_on, kept.stay_asked_on, kept.stay_confirmed_on, places.presence, today),
        ask_on,
        programmes,
        pairs,
    )


def _patience(programmes: tuple[InProgramme, ...], known: Mapping[ProgrammeId, Patience]) -> Patience:
    """Of her newest programme; a mentor of none is asked as usual."""
    return known[programmes[-1].id] if programmes else USUAL


def _programmes(session: Session, names: Mapping[ProgrammeId, str]) -> Mapping[PersonId, tuple[InProgramme, ...]]:
    found: defaultdict[PersonId, list[InProgramme]] = defaultdict(list)
    rows = session.execute(
        select(
            ParticipationRecord.person_id,
            ParticipationRecord.programme_id,
            ParticipationRecord.status,
            ParticipationRecord.since,
        )
        .where(ParticipationRecord.role == Role.MENTOR)
        .order_by(ParticipationRecord.id)
    )
    for person, programme, status, since in rows:
        found[person].append(InProgramme(programme, names[programme], status, since))
    return {person: tuple(theirs) for person, theirs in found.items()}


def _pairs(session: Session, names: Mapping[ProgrammeId, str]) -> Mapping[PersonId, tuple[PairSoFar, ...]]:
    mentee, mentor = aliased(ParticipationRecord), aliased(ParticipationRecord)
    found: defaultdict[PersonId, list[PairSoFar]] = defaultdict(list)
    rows = session.execute(
        select(mentor.person_id, PairRecord, PersonRecord.given_name, PersonRecord.family_name)
        .join(mentor, mentor.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == PairRecord.mentee_id)
        .join(PersonRecord, PersonRecord.id == mentee.person_id)
        .order_by(PairRecord.approved_on.desc(), PairRecord.id.desc())
    )
    for person, pair, given, family in rows:
        found[person].append(
            PairSoFar(
                pair.id,
                f"{given} {family}".strip(),
                names[pair.programme_id],
                pair.status,
                pair.ending,
                pair.approved_on,
                pair.ended_on,
            )
        )
    return {person: tuple(theirs) for person, theirs in found.items()}
