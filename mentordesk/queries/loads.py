"""How many mentees each mentor has, running pairs and those she stands in for, and how many she takes (R11, R30)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ParticipationId, PersonId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.programmes import Programme
from mentordesk.storage.records import MentorRecord, PairRecord, ParticipationRecord, SubstituteRecord


@dataclass(frozen=True, slots=True)
class Places:
    """A mentor's: the most she takes, by her own word or the programme's, and how many are taken."""

    most: int
    taken: int

    @property
    def left(self) -> int:
        return max(0, self.most - self.taken)


def load_over(session: Session, today: date, *, without: Collection[PairId] = ()) -> Counter[PersonId]:
    """Mentees of each mentor over all programmes; whoever stands in for a time has that mentee too, from the
    decision to the last day. `without`: pairs that are thought away."""
    load: Counter[PersonId] = Counter()
    running = (
        select(ParticipationRecord.person_id)
        .join(PairRecord, PairRecord.mentor_id == ParticipationRecord.id)
        .where(PairRecord.status.in_(RUNNING), PairRecord.id.not_in(without))
    )
    standing_in = (
        select(ParticipationRecord.person_id)
        .join(SubstituteRecord, SubstituteRecord.mentor_id == ParticipationRecord.id)
        .join(PairRecord, PairRecord.id == SubstituteRecord.pair_id)
        .where(
            PairRecord.status.in_(RUNNING),
            PairRecord.id.not_in(without),
            SubstituteRecord.until_on >= today,
            SubstituteRecord.ended_on.is_(None),
        )
    )
    load.update(session.scalars(running))
    load.update(session.scalars(standing_in))
    return load


def places_over(
    session: Session, programme: Programme, mentors: Iterable[ParticipationId], today: date
) -> Mapping[ParticipationId, Places]:
    """Raises KeyError for a participation that is not there."""
    wanted = list(dict.fromkeys(mentors))
    people = dict(
        session.execute(
            select(ParticipationRecord.id, ParticipationRecord.person_id).where(ParticipationRecord.id.in_(wanted))
        ).all()
    )
    own = dict(
        session.execute(
            select(MentorRecord.person_id, MentorRecord.capacity).where(MentorRecord.person_id.in_(people.values()))
        ).all()
    )
    load, usual = load_over(session, today), programme.settings.matching.places
    found = {}
    for mentor in wanted:
        most = own.get(people[mentor])
        found[mentor] = Places(usual if most is None else most, load[people[mentor]])
    return found
