"""What stands around the people whom the matching asks about: units, managers, wishes, interviews, pairs so far.

And who of a programme is asked about at all; the question itself is matching.py's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.bank import ALWAYS, Presence
from mentordesk.domain.cleaning import spelling
from mentordesk.domain.ids import PairId, ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.pairs import RUNNING, WERE_TOGETHER
from mentordesk.domain.people import RATING_FIELDS
from mentordesk.domain.programmes import Programme
from mentordesk.domain.units import Unit, line_upwards
from mentordesk.matching.candidates import Candidate, FormerPair
from mentordesk.queries.dependences import on_record_over
from mentordesk.queries.loads import load_over
from mentordesk.queries.standings import Standings, standings
from mentordesk.storage.records import (
    InterviewRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    ProgrammeRecord,
    RatingRecord,
    UnitRecord,
    WishRecord,
)


class Surroundings:
    """What stands around people: units, managers, wishes, interviews, pairs so far; asked once for all."""

    def __init__(self, session: Session, programme: Programme, today: date, without: Collection[PairId]) -> None:
        self._today = today
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
        self._traits = traits_over(session)
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
        presence = _presence(kept) if kept else ALWAYS
        # Whoever is there when the programme starts can be matched before it does.
        most = programme.settings.matching.places if own is None else own
        return replace(
            candidate,
            places=0 if presence.over(max(self._today, programme.starts_on)) else max(0, most - running),
            own_maximum=own,
            running=running,
            away_until=presence.away_until(programme.starts_on),
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


def _presence(kept: MentorRecord) -> Presence:
    return Presence(kept.available_from, kept.available_until, kept.rests_until, kept.left_on)


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


def traits_over(session: Session, only: ParticipationId | None = None) -> Mapping[ParticipationId, Mapping[str, int]]:
    """What each interviewer rated last of each trait; of several interviewers the mean, rounded half up."""
    rows = (
        select(
            InterviewRecord.participation_id, RatingRecord.rating_key, InterviewRecord.interviewer, RatingRecord.points
        )
        .join(InterviewRecord, InterviewRecord.id == RatingRecord.interview_id)
        .where(RatingRecord.rating_key.in_([rating.key for rating in RATING_FIELDS]))
        .order_by(InterviewRecord.id)
    )
    if only is not None:
        rows = rows.where(InterviewRecord.participation_id == only)
    last: defaultdict[tuple[ParticipationId, str], dict[str, int]] = defaultdict(dict)
    for participation, trait, interviewer, points in session.execute(rows):
        last[participation, trait][spelling(interviewer)] = points
    found: defaultdict[ParticipationId, dict[str, int]] = defaultdict(dict)
    for (participation, trait), rated in last.items():
        found[participation][trait] = mean(list(rated.values()))
    return found


def mean(points: Sequence[int]) -> int:
    """Rounded half up: traits are whole points from 1 to 5."""
    return (2 * sum(points) + len(points)) // (2 * len(points))
