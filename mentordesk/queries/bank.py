"""How many more mentees each mentor of the file could take on a day: the one truth for lists, bank and Today (R11).

Running pairs and those she stands in for are counted (loads.py), over all programmes; whoever rests, has left the bank,
is beyond her period or is restricted has none. The matching asks the same of one programme, on its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.bank import ALWAYS, Presence
from mentordesk.domain.ids import PersonId, ProgrammeId
from mentordesk.domain.people import MATCHABLE, Role
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.queries.loads import load_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import MentorRecord, ParticipationRecord

_USUAL = MatchingSettings({}, {}).places


@dataclass(frozen=True, slots=True)
class MentorPlaces:
    """Of one mentor, on the day that was asked for."""

    own_maximum: int | None  # None: she takes as many as the programme has it
    usual: int  # the most generous of the programmes that she is in
    load: int
    presence: Presence
    there: bool  # neither away, nor gone, nor restricted

    @property
    def most(self) -> int:
        return self.usual if self.own_maximum is None else self.own_maximum

    @property
    def free(self) -> int:
        return self.free_in(self.usual)

    def free_in(self, usual: int) -> int:
        """In a programme that gives a mentor so many places unless she says otherwise."""
        most = usual if self.own_maximum is None else self.own_maximum
        return max(0, most - self.load) if self.there else 0


def free_places_over(session: Session, today: date) -> Mapping[PersonId, int]:
    """Of everybody who is a mentor in a programme or in the bank."""
    return {person: places.free for person, places in mentor_places_over(session, today).items()}


def mentor_places_over(session: Session, today: date) -> Mapping[PersonId, MentorPlaces]:
    """Of everybody who is a mentor in a programme or in the bank; asked once for all."""
    load, restricted = load_over(session, today), restricted_over(session)
    bank: dict[PersonId, tuple[int | None, Presence]] = {
        person: (capacity, Presence(*days))
        for person, capacity, *days in session.execute(
            select(
                MentorRecord.person_id,
                MentorRecord.capacity,
                MentorRecord.available_from,
                MentorRecord.available_until,
                MentorRecord.rests_until,
                MentorRecord.left_on,
            )
        )
    }
    usual = _usual(session)
    found = {}
    for person in dict.fromkeys((*bank, *_mentors(session))):
        most, presence = bank.get(person, (None, ALWAYS))
        there = presence.there(today) and person not in restricted
        found[person] = MentorPlaces(most, usual.get(person, _USUAL), load[person], presence, there)
    return found


def _mentors(session: Session) -> Iterable[PersonId]:
    return session.scalars(select(ParticipationRecord.person_id).where(ParticipationRecord.role == Role.MENTOR))


def _usual(session: Session) -> Mapping[PersonId, int]:
    """A programme that somebody is out of gives her no place."""
    places: dict[ProgrammeId, int] = {each.id: each.settings.matching.places for each in programmes_over(session)}
    found: dict[PersonId, int] = {}
    mentors = select(ParticipationRecord.person_id, ParticipationRecord.programme_id).where(
        ParticipationRecord.role == Role.MENTOR, ParticipationRecord.status.in_(MATCHABLE)
    )
    for person, programme in session.execute(mentors):
        found[person] = max(found.get(person, 0), places[programme])
    return found
