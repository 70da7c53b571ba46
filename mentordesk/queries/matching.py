"""What the matching asks: everybody who can be matched in a programme, as values, with all that rules look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId
from mentordesk.domain.people import RATING_FIELDS, Role
from mentordesk.domain.programmes import Programme
from mentordesk.matching.candidates import Candidate, PairKey, Question
from mentordesk.queries.no_match import not_to_match_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.scenarios import own_settings_over
from mentordesk.queries.surroundings import Surroundings
from mentordesk.queries.who_is_matched import matched_over
from mentordesk.storage.records import (
    ChemistryRecord,
    ScenarioPairRecord,
    ScenarioRecord,
    ScenarioVetoRecord,
)
from mentordesk.storage.store import Store


def question(store: Store, programme: ProgrammeId, *, today: date, scenario: str | None = None) -> Question:
    """The whole question of a programme's matching; settings, locks and vetoes are those of the named scenario.

    Mentees who are in a running pair are matched already and don't come again; nor do those whom nobody shall be
    matched with, by a decision (R36) or their own wish (R40).
    """
    with store.reading() as session:
        return question_over(session, programme, today=today, scenario=scenario)


def question_over(session: Session, programme_id: ProgrammeId, *, today: date, scenario: str | None) -> Question:
    return questions_over(session, programme_id, (scenario,), today=today)[0]


def questions_over(
    session: Session,
    programme_id: ProgrammeId,
    scenarios: Sequence[str | None],
    *,
    today: date,
    without: Collection[PairId] = (),
) -> tuple[Question, ...]:
    """The same people, asked for once, under the settings, locks and vetoes of each scenario; None has none.

    `without`: pairs that are thought away, with the places they take.
    """
    asked = _asked(session, programme_of(session, programme_id), today, with_paired=False, without=without)
    return tuple(_under(session, programme_id, asked, scenario) for scenario in scenarios)


def everybody(store: Store, programme: ProgrammeId, *, today: date) -> Question:
    with store.reading() as session:
        return everybody_over(session, programme, today=today)


def everybody_over(session: Session, programme_id: ProgrammeId, *, today: date) -> Question:
    """With the mentees who have a mentor already: to explain pairs that there are, not to find new ones."""
    return _asked(session, programme_of(session, programme_id), today, with_paired=True)


def _under(session: Session, programme: ProgrammeId, asked: Question, scenario: str | None) -> Question:
    if scenario is None:
        return asked
    locked, apart = _locks_and_vetoes(session, programme, scenario)
    settings = own_settings_over(session, programme, scenario).over(asked.settings)
    return replace(asked, settings=settings, locked=locked, apart=apart)


def _asked(
    session: Session, programme: Programme, today: date, *, with_paired: bool, without: Collection[PairId] = ()
) -> Question:
    around = Surroundings(session, programme, today, without)
    aside = not_to_match_over(session, programme.id)
    mentees: list[Candidate] = []
    mentors: list[Candidate] = []
    for participation, person in matched_over(session, programme, with_paired=with_paired).people:
        waits = person.id not in around.matched and participation.id not in aside
        if participation.role is Role.MENTEE and (waits or with_paired):
            mentees.append(around.candidate(participation, person))
        elif participation.role is Role.MENTOR:
            mentors.append(around.mentor(around.candidate(participation, person), programme))
    return Question(
        tuple(mentees),
        tuple(mentors),
        programme.settings.matching,
        today,
        around.units,
        _notes(session),
        {rating.key: rating.title for rating in RATING_FIELDS},
        mode=programme.settings.conversations.mode,
    )


def shown_plan(store: Store, programme: ProgrammeId, scenario: str) -> Mapping[ParticipationId, ParticipationId]:
    """The plan that a scenario held when it was last seen: mentee -> mentor; empty if there is none of that name."""
    with store.reading() as session:
        rows = session.execute(
            select(ScenarioPairRecord.mentee_id, ScenarioPairRecord.mentor_id)
            .join(ScenarioRecord, ScenarioRecord.id == ScenarioPairRecord.scenario_id)
            .where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == scenario)
        )
        return {mentee: mentor for mentee, mentor in rows if mentor is not None}


def unnamed_plan(store: Store, programme: ProgrammeId) -> str:
    """The name for a plan that nobody names: the first number that no approved plan bears."""
    with store.reading() as session:
        return unnamed_plan_over(session, programme)


def unnamed_plan_over(session: Session, programme: ProgrammeId) -> str:
    approved = select(ScenarioRecord.name).where(
        ScenarioRecord.programme_id == programme, ScenarioRecord.approved_at.is_not(None)
    )
    taken = set(session.scalars(approved))
    return next(name for name in map(str, count(1)) if name not in taken)


def _notes(session: Session) -> Mapping[PairKey, int]:
    return {(note.mentee_id, note.mentor_id): note.points for note in session.scalars(select(ChemistryRecord))}


def _locks_and_vetoes(
    session: Session, programme: ProgrammeId, scenario: str
) -> tuple[frozenset[PairKey], frozenset[PairKey]]:
    ours = select(ScenarioRecord.id).where(ScenarioRecord.programme_id == programme, ScenarioRecord.name == scenario)
    locked = session.execute(
        select(ScenarioPairRecord.mentee_id, ScenarioPairRecord.mentor_id).where(
            ScenarioPairRecord.scenario_id.in_(ours), ScenarioPairRecord.locked
        )
    )
    apart = session.execute(
        select(ScenarioVetoRecord.mentee_id, ScenarioVetoRecord.mentor_id).where(
            ScenarioVetoRecord.scenario_id.in_(ours)
        )
    )
    return (
        frozenset((mentee, mentor) for mentee, mentor in locked if mentor is not None),
        frozenset((mentee, mentor) for mentee, mentor in apart),
    )
