"""What the matching asks: everybody who can be matched in a programme, as values, with all that rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING, WERE_TOGETHER
from mentordesk.domain.people import MATCHABLE, RATING_FIELDS, Role
from mentordesk.domain.programmes import Programme
from mentordesk.domain.units import Unit, line_upwards
from mentordesk.matching.candidates import Candidate, FormerPair, PairKey, Question
from mentordesk.queries.dependences import on_record_over
from mentordesk.queries.loads import load_over
from mentordesk.queries.no_match import not_to_match_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.scenarios import own_settings_over
from mentordesk.queries.standings import Standings, standings
from mentordesk.storage.records import (
    ChemistryRecord,
    InterviewRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    ProgrammeRecord,
    RatingRecord,
    ScenarioPairRecord,
    ScenarioRecord,
    ScenarioVetoRecord,
    UnitRecord,
    WishRecord,
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
    around = _Surroundings(session, programme, today, without)
    aside = not_to_match_over(session, programme.id)
    mentees: list[Candidate] = []
    mentors: list[Candidate] = []
    for participation, person in _taking_part(session, programme.id):
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


def _taking_part(session: Session, programme: ProgrammeId) -> list[tuple[ParticipationRecord, PersonRecord]]:
    rows = session.execute(
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(ParticipationRecord.id)
    )
    return [(participation, person) for participation, person in rows if participation.status in MATCHABLE]


class _Surroundings:
    """What stands around people: units, managers, wishes, interviews, pairs so far; asked once for all."""

    def __init__(self, session: Session, programme: Programme, today: date, without: Collection[PairId]) -> None:
        self.units = {
            unit.id: Unit(unit.id, unit.name, unit.parent_id, unit.area, unit.cost_centre)
            for unit in session.scalars(select(UnitRecord))
        }
        self._parents = {unit.id: unit.parent for unit in self.units.values()}
        self._managers: dict[PersonId, PersonId | None] = dict(
            session.execute(select(PersonRecord.id, PersonRecord.line_manager_id)).all()
        )
        self._bank = {mentor.person_id: mentor for mentor in session.scalars(select(MentorRecord))}
        self._standings = standings(session, programme, today)
        self._wishes, self._vetoes = _wishes(session)
        self._dependent = on_record_over(session)
        self._traits = _traits(session)
        self._load = load_over(session, today, without=without)
        self._pairs_so_far(session, programme.id, without)

    def candidate(self, participation: ParticipationRecord, person: PersonRecord) -> Candidate:
        line = line_upwards(person.unit_id, self._parents)
        standing = self._standings.get(participation.id, Standings((), frozenset()))
        mentor = self._bank.get(person.id)
        return Candidate(
            participation.id,
            person.id,
            f"{person.given_name} {person.family_name}".strip(),
            person.unit_id,
            line,
            next((self.units[unit].area for unit in line if self.units[unit].area), ""),
            self._managers_above(person.id),
            person.title or "",
            person.leadership_level,
            person.leadership_since,
            person.leadership_education,
            _words(person.backgrounds),
            person.care_level,
            person.place or "",
            _words(person.spoken),
            person.language,
            bool(person.retired),
            _words(participation.needs),
            _words(mentor.offers) if mentor else None,
            self._traits.get(participation.id, {}),
            tuple(self._wishes.get(participation.id, ())),
            frozenset(self._vetoes.get(participation.id, ())),
            self._dependent.get(person.id, {}),
            self._former.get(person.id, {}),
            standing.findings,
            standing.excepted,
        )

    def mentor(self, candidate: Candidate, programme: Programme) -> Candidate:
        """The same, with the places she has left: her own maximum, else the programme's, less running pairs."""
        kept = self._bank.get(candidate.person)
        own = kept.capacity if kept else None
        running = self._load[candidate.person]
        days = [kept.available_from, kept.rests_until] if kept else []
        # Whoever is there when the programme starts can be matched before it does.
        away = [day for day in days if day is not None and day > programme.starts_on]
        return replace(
            candidate,
            places=max(0, (programme.settings.matching.places if own is None else own) - running),
            own_maximum=own,
            running=running,
            away_until=max(away, default=None),
        )

    def _managers_above(self, person: PersonId) -> tuple[PersonId, ...]:
        above: list[PersonId] = []
        at = self._managers.get(person)
        while at is not None and at not in above and at != person:
            above.append(at)
            at = self._managers.get(at)
        return tuple(above)

    def _pairs_so_far(self, session: Session, programme: ProgrammeId, without: Collection[PairId]) -> None:
        people: dict[ParticipationId, PersonId] = dict(
            session.execute(select(ParticipationRecord.id, ParticipationRecord.person_id)).all()
        )
        self.matched: set[PersonId] = set()
        self._former: defaultdict[PersonId, dict[PersonId, FormerPair]] = defaultdict(dict)
        names: dict[ProgrammeId, str] = dict(session.execute(select(ProgrammeRecord.id, ProgrammeRecord.name)).all())
        for pair in sorted(session.scalars(select(PairRecord).where(PairRecord.id.not_in(without))), key=_by_end):
            mentee, mentor = people[pair.mentee_id], people[pair.mentor_id]
            if pair.status in RUNNING and pair.programme_id == programme:
                self.matched.add(mentee)
            elif pair.status in WERE_TOGETHER:
                were = FormerPair(names[pair.programme_id], pair.ended_on)
                self._former[mentee][mentor] = self._former[mentor][mentee] = were


def _words(kept: list[str] | None) -> tuple[str, ...] | None:
    return None if kept is None else tuple(kept)


def _by_end(pair: PairRecord) -> tuple[date, str]:
    return pair.ended_on or date.min, pair.id


def _wishes(
    session: Session,
) -> tuple[Mapping[ParticipationId, list[PersonId]], Mapping[ParticipationId, list[PersonId]]]:
    wishes: defaultdict[ParticipationId, list[PersonId]] = defaultdict(list)
    vetoes: defaultdict[ParticipationId, list[PersonId]] = defaultdict(list)
    for wish in session.scalars(select(WishRecord).order_by(WishRecord.rank, WishRecord.id)):
        (vetoes if wish.veto else wishes)[wish.participation_id].append(wish.person_id)
    return wishes, vetoes


def _traits(session: Session) -> Mapping[ParticipationId, Mapping[str, int]]:
    """The newest interview's rating of each trait."""
    found: defaultdict[ParticipationId, dict[str, int]] = defaultdict(dict)
    rows = session.execute(
        select(InterviewRecord.participation_id, RatingRecord.rating_key, RatingRecord.points)
        .join(InterviewRecord, InterviewRecord.id == RatingRecord.interview_id)
        .order_by(InterviewRecord.id)
    )
    traits = {rating.key for rating in RATING_FIELDS}
    for participation, trait, points in rows:
        if trait in traits:
            found[participation][trait] = points
    return found


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
