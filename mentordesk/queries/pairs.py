"""Pairs with the two people in them, for papers, lists and calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.ids import PairId, PersonId, ProgrammeId
from mentordesk.domain.pair_stages import PairDays, Rest
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.storage.records import HoldRecord, PairRecord, ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Someone:
    """One side of a pair."""

    id: PersonId
    name: str
    family_name: str
    email: str
    title: str
    unit: str
    language: LanguageCode | None
    retired: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    id: PairId
    programme: ProgrammeId
    status: PairStatus
    mentee: Someone
    mentor: Someone
    approved_on: date
    rhythm_days: int | None
    length_minutes: int | None
    mode: Mode | None
    place: str
    goals_shared: bool

    def languages(self, otherwise: LanguageCode) -> tuple[LanguageCode, ...]:
        """In which the two read their papers, the mentee's first; one where it is the same."""
        mentee, mentor = self.mentee.language or otherwise, self.mentor.language or otherwise
        return (mentee,) if mentee is mentor else (mentee, mentor)


def pair_record(session: Session, pair: PairId) -> PairRecord:
    """
    Raises:
        Refused: no pair of that id.
    """
    found = session.get(PairRecord, pair)
    if found is None:
        raise Refused(msg("There is no pair with the number {id}.", id=pair))
    return found


def days_of(session: Session, pair: PairRecord) -> PairDays:
    """The days of its life, with its times on hold."""
    rests = session.execute(
        select(HoldRecord.from_on, HoldRecord.until_on, HoldRecord.resumed_on)
        .where(HoldRecord.pair_id == pair.id)
        .order_by(HoldRecord.from_on, HoldRecord.id)
    )
    return days_told(pair, tuple(Rest(*days) for days in rests))


def days_told(pair: PairRecord, rests: tuple[Rest, ...] = ()) -> PairDays:
    """As the record alone tells them; `rests` are its times on hold, for whoever needs them."""
    return PairDays(
        pair.status,
        pair.approved_on,
        pair.asked_on,
        pair.mentee_agreed_on,
        pair.mentor_agreed_on,
        pair.signed_on,
        pair.began_on,
        pair.ended_on,
        rests,
    )


def pairs(store: Store, programme: ProgrammeId | None = None) -> tuple[PairRow, ...]:
    """Those of a programme, or all; the first made first."""
    with store.reading() as session:
        return pairs_over(session, programme)


def pairs_over(session: Session, programme: ProgrammeId | None = None) -> tuple[PairRow, ...]:
    mentee_side, mentor_side = aliased(ParticipationRecord), aliased(ParticipationRecord)
    mentee, mentor = aliased(PersonRecord), aliased(PersonRecord)
    rows = (
        select(PairRecord, mentee, mentor)
        .join(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .join(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .join(mentee, mentee.id == mentee_side.person_id)
        .join(mentor, mentor.id == mentor_side.person_id)
        .order_by(PairRecord.id)
    )
    if programme is not None:
        rows = rows.where(PairRecord.programme_id == programme)
    units = dict(session.execute(select(UnitRecord.id, UnitRecord.name)).all())

    def someone(person: PersonRecord) -> Someone:
        return Someone(
            person.id,
            f"{person.given_name} {person.family_name}".strip(),
            person.family_name,
            person.email or "",
            person.title or "",
            units.get(person.unit_id, "") if person.unit_id else "",
            person.language,
            bool(person.retired),
        )

    return tuple(
        PairRow(
            pair.id,
            pair.programme_id,
            pair.status,
            someone(one),
            someone(other),
            pair.approved_on,
            pair.rhythm_days,
            pair.length_minutes,
            pair.mode,
            pair.place or "",
            pair.goals_shared,
        )
        for pair, one, other in session.execute(rows)
    )
