"""A programme before its matching: mentees and mentors with needs and offers, nobody paired yet."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.actions.matching import keep_scenario, seats_of
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.message import msg
from mentordesk.matching.scenario import Solution, solve
from mentordesk.queries.board import Board, board
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store
from tests.queries.small_programme import START

DAY = START


@dataclass(frozen=True)
class Applicant:
    id: ParticipationId
    person: PersonId


@dataclass(frozen=True)
class Applied:
    programme: ProgrammeId
    mentees: tuple[Applicant, ...]
    mentors: tuple[Applicant, ...]


def applied(store: Store, mentees: int = 4, mentors: int = 5) -> Applied:
    """Mentee 1 needs "topic 1", mentor 1 offers it, and so on: so each number is the other's best."""
    programme = create_programme(store, template_key="nno", name="Kull 1", starts_on=START).id
    with store.changing(msg("applicants")) as session:
        sides = []
        for role, count in ((Role.MENTEE, mentees), (Role.MENTOR, mentors)):
            side = []
            for number in range(1, count + 1):
                person = PersonRecord(given_name=role.value.capitalize(), family_name=str(number))
                part = ParticipationRecord(
                    programme_id=programme,
                    person_id=person.id,
                    role=role,
                    status=ParticipationStatus.RECEIVED,
                    since=START,
                )
                session.add_all([person, part])
                if role is Role.MENTEE:
                    part.needs = [f"topic {number}"]
                else:
                    session.add(MentorRecord(person_id=person.id, offers=[f"topic {number}"]))
                side.append(Applicant(part.id, person.id))
            sides.append(tuple(side))
    return Applied(programme, *sides)


def planned(store: Store, programme: ProgrammeId, scenario: str | None = None) -> tuple[Board, Solution]:
    """As the window does it in one click: asks the board, solves, keeps; gives the board it began with."""
    asked = board(store, programme, today=DAY, scenario=scenario)
    found = solve(asked.question, shown=asked.mentor_of)
    keep_scenario(
        store,
        programme=programme,
        name=asked.scenario,
        seats=seats_of(found),
        settings=asked.question.settings,
    )
    return asked, found
