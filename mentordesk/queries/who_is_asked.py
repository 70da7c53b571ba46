"""Who a meeting asks (R53): by domain/asking.py, beyond it whoever was asked by hand, without whoever was left out.

What few people are asked to, for looking at a calendar with their eyes, is asked_people.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.asking import MAKING_A_MENTOR, NOT_IN_IT, OF_A_PAIR, asks
from mentordesk.domain.ids import MeetingId, PairId, PersonId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.storage.records import InvitationRecord, MeetingRecord, PairRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_MADE = tuple(MAKING_A_MENTOR)


@dataclass(frozen=True, slots=True)
class InIt:
    """Who takes part in a programme, by role and with names, and which of its mentors have a mentee."""

    by_role: Mapping[Role, Mapping[PersonId, str]]
    with_mentee: frozenset[PersonId]

    def asked(self, audience: Collection[str], *, of_a_pair: bool) -> dict[PersonId, str]:
        """For their roles, with their names; of a pair's meeting everybody but the two."""
        made = bool(self.with_mentee)
        return {
            person: name
            for role, people in self.by_role.items()
            for person, name in people.items()
            if asks(audience, role, of_a_pair=of_a_pair, with_mentee=person in self.with_mentee, pairs_made=made)
        }


def in_them(session: Session, roles: Mapping[ProgrammeId, Collection[Role]]) -> Mapping[ProgrammeId, InIt]:
    """Of each programme only those of the roles; two questions, however many programmes."""
    by_role: dict[ProgrammeId, dict[Role, dict[PersonId, str]]] = {
        programme: {role: {} for role in Role if role in wanted} for programme, wanted in roles.items()
    }
    rows = session.execute(
        select(
            ParticipationRecord.programme_id,
            ParticipationRecord.role,
            PersonRecord.id,
            PersonRecord.given_name,
            PersonRecord.family_name,
        )
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(
            ParticipationRecord.programme_id.in_(list(roles)),
            ParticipationRecord.role.in_({role for wanted in roles.values() for role in wanted}),
            ParticipationRecord.status.not_in(NOT_IN_IT),
        )
    )
    for programme, role, person, given, family in rows:
        if role in by_role[programme]:
            by_role[programme][role][person] = f"{given} {family}".strip()
    mentors = mentors_with_mentee(session, [each for each, wanted in roles.items() if Role.MENTOR in wanted])
    return {programme: InIt(found, mentors.get(programme, frozenset())) for programme, found in by_role.items()}


def mentors_with_mentee(
    session: Session, programmes: Collection[ProgrammeId]
) -> Mapping[ProgrammeId, frozenset[PersonId]]:
    """Of each programme; nobody where it has no pair yet."""
    found: dict[ProgrammeId, set[PersonId]] = {programme: set() for programme in programmes}
    if not found:
        return {}
    rows = session.execute(
        select(PairRecord.programme_id, ParticipationRecord.person_id)
        .join(ParticipationRecord, ParticipationRecord.id == PairRecord.mentor_id)
        .where(PairRecord.programme_id.in_(list(found)), PairRecord.status.in_(_MADE))
    )
    for programme, mentor in rows:
        found[programme].add(mentor)
    return {programme: frozenset(mentors) for programme, mentors in found.items()}


def asked_to(session: Session, meeting: MeetingRecord) -> frozenset[PersonId]:
    """Who is to come, with what was changed by hand; of a pair's meeting its two and whoever else its roles name."""
    found = set(asked_by_itself(session, meeting))
    for person, extra, left_out in session.execute(
        select(InvitationRecord.person_id, InvitationRecord.extra, InvitationRecord.left_out).where(
            InvitationRecord.meeting_id == meeting.id
        )
    ):
        if extra:
            found.add(person)
        if left_out:
            found.discard(person)
    return frozenset(found)


def asked_by_itself(session: Session, meeting: MeetingRecord) -> frozenset[PersonId]:
    """Before anything was changed by hand."""
    of_a_pair = meeting.pair_id is not None
    roles = {Role(role) for role in meeting.audience}
    there = in_them(session, {meeting.programme_id: roles})[meeting.programme_id]
    found = set(there.asked(meeting.audience, of_a_pair=of_a_pair))
    if meeting.pair_id is not None:
        found |= _two_of(session, meeting.pair_id)
    return frozenset(found)


def heads(store: Store, meeting: MeetingId) -> tuple[int, int]:
    """How many mentees and how many mentors are asked; a mentor of two mentees is one head.

    Raises:
        KeyError: no such meeting.
    """
    with store.reading() as session:
        record = session.get(MeetingRecord, meeting)
        if record is None:
            raise KeyError(meeting)
        asked = asked_to(session, record)
        rows = session.execute(
            select(ParticipationRecord.role, ParticipationRecord.person_id).where(
                ParticipationRecord.programme_id == record.programme_id,
                ParticipationRecord.role.in_(list(OF_A_PAIR)),
                ParticipationRecord.status.not_in(NOT_IN_IT),
            )
        )
        theirs = {(role, person) for role, person in rows if person in asked and role in record.audience}
    return (
        sum(role is Role.MENTEE for role, _ in theirs),
        sum(role is Role.MENTOR for role, _ in theirs),
    )


def _two_of(session: Session, pair: PairId) -> set[PersonId]:
    sides = select(ParticipationRecord.person_id).join(
        PairRecord, or_(PairRecord.mentee_id == ParticipationRecord.id, PairRecord.mentor_id == ParticipationRecord.id)
    )
    return set(session.scalars(sides.where(PairRecord.id == pair)))
