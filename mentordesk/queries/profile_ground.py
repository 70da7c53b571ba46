"""What stands in the file about one participant that the matching looks at, asked for her alone.

The same for everybody at once, as the matching asks, is surroundings.py; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.bank import Presence
from mentordesk.domain.cleaning import spelling
from mentordesk.domain.criteria import Finding
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.pairs import WERE_TOGETHER
from mentordesk.domain.people import CareLevel, LeadershipLevel, Role
from mentordesk.domain.programmes import MatchingSettings, Mode, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.domain.units import line_upwards
from mentordesk.i18n.message import msg
from mentordesk.queries.dependences import DependenceRow, dependences_over
from mentordesk.queries.interviews import Chemistry, Choosable, Wish, chemistry_over, choosable_over, wishes_over
from mentordesk.queries.loads import Places, places_over
from mentordesk.queries.participant import line_managers_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.sources import Source, sources_over
from mentordesk.queries.standings import Standings, standings
from mentordesk.queries.surroundings import traits_over
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

_Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    role: Role
    name: str
    matching: MatchingSettings
    digital: bool  # conversations are, so that the place does not matter
    words: tuple[str, ...] | None
    wishes: tuple[Wish, ...]
    vetoes: tuple[Wish, ...]
    unmet_names: tuple[str, ...]
    choosable: tuple[Choosable, ...]
    backgrounds: tuple[str, ...]
    leadership_since: date | None
    level: LeadershipLevel | None
    care: CareLevel | None
    place: str
    spoken: tuple[str, ...]
    units: tuple[str, ...]  # the own one first, then those above
    area: str
    line_managers: tuple[str, ...]  # the nearest first
    traits: Mapping[str, int]
    chemistry: tuple[Chemistry, ...]
    dependences: tuple[DependenceRow, ...]
    former: tuple[tuple[str, str], ...]  # name, programme
    places: Places | None  # of a mentor
    away_until: date | None
    findings: tuple[Finding, ...]
    excepted: frozenset[str]
    sources: Mapping[tuple[str, str, str], Source]
    keys: Mapping[str, tuple[str, ...]]  # by table: rows that are this participant's own

    def source(self, table: str, column: str) -> Source | None:
        """Of the last of the participant's rows in this table to get a value in the column."""
        name = table.partition(":")[0]
        found = (self.sources.get((name, key, column)) for key in self.keys.get(table, ()))
        return max((each for each in found if each is not None), key=lambda each: each.at, default=None)

    def rating_source(self, trait: str) -> Source | None:
        return self.source(f"{RatingRecord.__tablename__}:{trait}", "points")

    def wish_source(self, *, veto: bool) -> Source | None:
        return self.source(f"{WishRecord.__tablename__}:{veto}", "veto")


def ground_over(session: Session, id_: ParticipationId, today: date) -> Ground:
    """Raises Refused for somebody who takes no part any more."""
    participation = session.get(ParticipationRecord, id_)
    if participation is None:
        raise Refused(msg("This person takes no part in the programme any more."))
    person = session.get_one(PersonRecord, participation.person_id)
    programme = programme_of(session, participation.programme_id)
    mentor = session.get(MentorRecord, person.id)
    is_mentor = participation.role is Role.MENTOR
    words = (mentor.offers if mentor else None) if is_mentor else participation.needs
    wishes = wishes_over(session, id_)
    units, area = _units(session, person)
    standing = standings(session, programme, today, {id_}).get(id_, Standings((), frozenset()))
    keys = _keys(session, participation, person)
    rows = [(table.partition(":")[0], key) for table, theirs in keys.items() for key in theirs]
    return Ground(
        role=participation.role,
        name=f"{person.given_name} {person.family_name}".strip(),
        matching=programme.settings.matching,
        digital=programme.settings.conversations.mode is Mode.DIGITAL,
        words=None if words is None else tuple(words),
        wishes=tuple(wish for wish, veto in wishes if not veto),
        vetoes=tuple(wish for wish, veto in wishes if veto),
        unmet_names=_unmet(session, participation, {wish.person for wish, _ in wishes}),
        choosable=choosable_over(session, participation),
        backgrounds=tuple(person.backgrounds or ()),
        leadership_since=person.leadership_since,
        level=person.leadership_level,
        care=person.care_level,
        place=person.place or "",
        spoken=_spoken(person),
        units=units,
        area=area,
        line_managers=line_managers_over(session, person.id),
        traits=traits_over(session, id_).get(id_, {}),
        chemistry=chemistry_over(session, participation),
        dependences=dependences_over(session, person.id),
        former=_former(session, person.id),
        places=places_over(session, programme, (id_,), today)[id_] if is_mentor else None,
        away_until=_away(mentor, programme) if is_mentor and mentor else None,
        findings=standing.findings,
        excepted=standing.excepted,
        sources=sources_over(session, rows, id_),
        keys=keys,
    )


def _spoken(person: PersonRecord) -> tuple[str, ...]:
    """Who has not said what she speaks, speaks at least what she reads."""
    if not person.spoken and person.language is not None:
        return (person.language.value,)
    return tuple(person.spoken or ())


def _units(session: Session, person: PersonRecord) -> tuple[tuple[str, ...], str]:
    """The names up the tree, and the area of the nearest that has one."""
    units = {unit.id: unit for unit in session.scalars(select(UnitRecord))}
    line = [units[each] for each in line_upwards(person.unit_id, {key: unit.parent_id for key, unit in units.items()})]
    return tuple(unit.name for unit in line), next((unit.area for unit in line if unit.area), "")


def _unmet(session: Session, participation: ParticipationRecord, tied: Collection[PersonId]) -> tuple[str, ...]:
    written = [*(participation.wishes or ()), *(participation.vetoes or ())]
    if not written:
        return ()
    known: set[str] = set()
    for person in session.scalars(select(PersonRecord).where(PersonRecord.id.in_(tied))):
        known |= {spelling(f"{person.given_name} {person.family_name}"), spelling(person.email or "")}
    return tuple(dict.fromkeys(name for name in written if spelling(name) not in known))


def _former(session: Session, person: PersonId) -> tuple[tuple[str, str], ...]:
    mine, theirs = aliased(ParticipationRecord), aliased(ParticipationRecord)
    two = or_(
        and_(PairRecord.mentee_id == mine.id, PairRecord.mentor_id == theirs.id),
        and_(PairRecord.mentor_id == mine.id, PairRecord.mentee_id == theirs.id),
    )
    rows = session.execute(
        select(PersonRecord.given_name, PersonRecord.family_name, ProgrammeRecord.name)
        .select_from(PairRecord)
        .join(mine, or_(PairRecord.mentee_id == mine.id, PairRecord.mentor_id == mine.id))
        .join(theirs, two)
        .join(PersonRecord, PersonRecord.id == theirs.person_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == PairRecord.programme_id)
        .where(mine.person_id == person, PairRecord.status.in_(WERE_TOGETHER))
        .order_by(PairRecord.id.desc())
    )
    return tuple((f"{given} {family}".strip(), programme) for given, family, programme in rows)


def _away(mentor: MentorRecord, programme: Programme) -> date | None:
    presence = Presence(mentor.available_from, mentor.available_until, mentor.rests_until, mentor.left_on)
    return presence.away_until(programme.starts_on)


def _keys(session: Session, participation: ParticipationRecord, person: PersonRecord) -> Mapping[str, tuple[str, ...]]:
    """Rows in which the facts stand, by table; ratings by their trait and wishes by their kind besides."""
    found: dict[str, tuple[str, ...]] = {
        "participation": (participation.id,),
        "person": (person.id,),
        "mentor": (person.id,),
    }
    ratings = session.execute(
        select(RatingRecord.rating_key, RatingRecord.id)
        .join(InterviewRecord, InterviewRecord.id == RatingRecord.interview_id)
        .where(InterviewRecord.participation_id == participation.id)
    )
    wishes = session.execute(
        select(WishRecord.veto, WishRecord.id).where(WishRecord.participation_id == participation.id)
    )
    for table, rows in (("rating", ratings), ("wish", wishes)):
        for kind, key in rows:
            found[f"{table}:{kind}"] = (*found.get(f"{table}:{kind}", ()), str(key))
    return found
