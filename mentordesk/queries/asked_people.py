"""What some people are asked to, for looking at a calendar with their eyes; one meeting's list is who_is_asked.py's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.asking import NOT_IN_IT, asks
from mentordesk.domain.cleaning import folded
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.queries.who_is_asked import mentors_with_mentee
from mentordesk.storage.records import InvitationRecord, PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class _Person:
    participations: frozenset[ParticipationId]
    roles: Mapping[ProgrammeId, frozenset[str]]
    with_mentee: frozenset[ProgrammeId]  # where she is the mentor of a pair
    pairs_made: frozenset[ProgrammeId]  # of hers, those that have pairs
    pairs: frozenset[PairId]
    extra: frozenset[MeetingId]
    left_out: frozenset[MeetingId]

    def is_in(
        self,
        meeting: MeetingId,
        programme: ProgrammeId,
        pair: PairId | None,
        alone: ParticipationId | None,
        audience: frozenset[str],
    ) -> bool:
        if meeting in self.extra or meeting in self.left_out:
            return meeting in self.extra
        if pair in self.pairs or alone in self.participations:
            return True
        return any(
            asks(
                audience,
                role,
                of_a_pair=pair is not None,
                with_mentee=programme in self.with_mentee,
                pairs_made=programme in self.pairs_made,
            )
            for role in self.roles.get(programme, ())
        )


@dataclass(frozen=True, slots=True)
class AskedOf:
    people: tuple[_Person, ...]

    def is_in(
        self,
        meeting: MeetingId,
        programme: ProgrammeId,
        pair: PairId | None,
        alone: ParticipationId | None,
        audience: frozenset[str],
    ) -> bool:
        """Whether one of them is asked; `alone`: whose interview it is, `audience`: roles, as words."""
        return any(each.is_in(meeting, programme, pair, alone, audience) for each in self.people)


def people_called(store: Store, programme: ProgrammeId | None, text: str) -> frozenset[PersonId]:
    """Whoever takes part and has names that begin with each of the words; how letters are marked doesn't count."""
    wanted = folded(text).split()
    asked = select(PersonRecord.id, PersonRecord.given_name, PersonRecord.family_name).join(
        ParticipationRecord, ParticipationRecord.person_id == PersonRecord.id
    )
    if programme is not None:
        asked = asked.where(ParticipationRecord.programme_id == programme)
    with store.reading() as session:
        return frozenset(
            person
            for person, given, family in session.execute(asked.distinct())
            if _is_called(folded(f"{given} {family}").split(), wanted)
        )


def asked_of(session: Session, people: Collection[PersonId]) -> AskedOf:
    return AskedOf(tuple(_person(session, each) for each in people))


def _is_called(names: Collection[str], wanted: Collection[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _person(session: Session, person: PersonId) -> _Person:
    roles: dict[ProgrammeId, frozenset[str]] = {}
    participations: set[ParticipationId] = set()
    for id_, programme, role, status in session.execute(
        select(
            ParticipationRecord.id,
            ParticipationRecord.programme_id,
            ParticipationRecord.role,
            ParticipationRecord.status,
        ).where(ParticipationRecord.person_id == person)
    ):
        participations.add(id_)
        if status not in NOT_IN_IT:
            roles[programme] = roles.get(programme, frozenset()) | {role.value}
    sides = or_(PairRecord.mentee_id.in_(participations), PairRecord.mentor_id.in_(participations))
    pairs = frozenset(session.scalars(select(PairRecord.id).where(sides)))
    extra: set[MeetingId] = set()
    left_out: set[MeetingId] = set()
    for meeting, less in session.execute(
        select(InvitationRecord.meeting_id, InvitationRecord.left_out).where(
            InvitationRecord.person_id == person, or_(InvitationRecord.extra, InvitationRecord.left_out)
        )
    ):
        (left_out if less else extra).add(meeting)
    mentors = mentors_with_mentee(session, list(roles))
    with_mentee = frozenset(programme for programme, theirs in mentors.items() if person in theirs)
    pairs_made = frozenset(programme for programme, theirs in mentors.items() if theirs)
    return _Person(
        *(frozenset(participations), roles, with_mentee, pairs_made),
        *(pairs, frozenset(extra), frozenset(left_out)),
    )
