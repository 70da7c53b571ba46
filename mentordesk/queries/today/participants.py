"""Mentees and mentors as alerts look at them: status, papers, interview, and whether they have somebody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.views import ParticipantInView
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.domain.programmes import Programme
from mentordesk.queries.bank import MentorPlaces
from mentordesk.queries.interviews import TOOK_PLACE
from mentordesk.queries.standings import Standings, standings
from mentordesk.queries.today.pairs import WatchedPair
from mentordesk.storage.records import (
    InterviewRecord,
    PairRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)

_NOBODY = Standings((), frozenset())
_MENTORS = MATCHABLE - {ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED}


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a programme, with what her costs hang on."""

    id: ParticipationId
    programme: ProgrammeId
    person: PersonId
    name: str
    unit: UnitId | None
    retired: bool
    view: ParticipantInView


def participants(
    session: Session, programmes: Mapping[ProgrammeId, Programme], pairs: Iterable[WatchedPair], day: date
) -> tuple[Participant, ...]:
    """Mentees and mentors of the programmes given; criteria are looked at while a programme lasts."""
    standing: dict[ParticipationId, Standings] = {}
    for programme in programmes.values():
        if day <= programme.ends_on:
            standing.update(standings(session, programme, day))
    matched = {side for pair in pairs for side in (pair.mentee, pair.mentor)}
    interviewed = frozenset(session.scalars(select(InterviewRecord.participation_id).where(TOOK_PLACE)))
    asked = _asked_papers(session)
    ended = _last_endings(session, day)
    rows = session.execute(
        select(
            ParticipationRecord.id,
            ParticipationRecord.programme_id,
            ParticipationRecord.person_id,
            ParticipationRecord.role,
            ParticipationRecord.status,
            ParticipationRecord.since,
            PersonRecord.given_name,
            PersonRecord.family_name,
            PersonRecord.unit_id,
            PersonRecord.retired,
        )
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.role.in_([Role.MENTEE, Role.MENTOR]))
        .order_by(ParticipationRecord.id)
    )
    found = []
    for id_, programme_id, person, role, status, since, given, family, unit, retired in rows:
        of = programmes.get(programme_id)
        if of is None:
            continue
        theirs = standing.get(id_, _NOBODY)
        ending = ended.get(id_)
        view = ParticipantInView(
            today=day,
            settings=of.settings,
            patience=of.settings.patience,
            starts_on=of.starts_on,
            role=role,
            status=status,
            since=since,
            matched=id_ in matched,
            interviewed=id_ in interviewed,
            findings=theirs.findings,
            excepted=theirs.excepted,
            asked_by=asked.get(id_, {}),
            new_mentor_since=ending.on if ending and ending.new_mentor_wanted else None,
            wants_no_mentor=bool(ending and not ending.new_mentor_wanted),
        )
        name = f"{given} {family}".strip()
        found.append(Participant(id_, programme_id, person, name, unit, bool(retired), view))
    return tuple(found)


def places_left(
    programmes: Mapping[ProgrammeId, Programme],
    everybody: Iterable[Participant],
    places: Mapping[PersonId, MentorPlaces],
) -> Counter[ProgrammeId]:
    """With each programme's mentors, who may have mentees in several programmes."""
    left: Counter[ProgrammeId] = Counter()
    for each in everybody:
        if each.view.role is Role.MENTOR and each.view.status in _MENTORS:
            left[each.programme] += places[each.person].free_in(programmes[each.programme].settings.matching.places)
    return left


@dataclass(frozen=True, slots=True)
class _Ending:
    on: date
    new_mentor_wanted: bool


def _last_endings(session: Session, day: date) -> Mapping[ParticipationId, _Ending]:
    """Of mentees whose pair was dissolved; whether they want a new mentor is no unless they said so."""
    rows = session.execute(
        select(PairRecord.mentee_id, PairRecord.ended_on, PairRecord.new_mentor_wanted)
        .where(PairRecord.status == PairStatus.DISSOLVED, PairRecord.ended_on <= day)
        .order_by(PairRecord.ended_on)
    )
    return {mentee: _Ending(on, bool(wanted)) for mentee, on, wanted in rows if on is not None}


def _asked_papers(session: Session) -> Mapping[ParticipationId, Mapping[PaperKind, date]]:
    found: defaultdict[ParticipationId, dict[PaperKind, date]] = defaultdict(dict)
    rows = session.execute(
        select(PaperRecord.participation_id, PaperRecord.kind, PaperRecord.asked_by).where(
            PaperRecord.asked_by.is_not(None)
        )
    )
    for participation, kind, asked_by in rows:
        if asked_by is not None:
            found[participation][kind] = asked_by
    return found
