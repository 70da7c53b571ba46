"""Everybody who takes part, a row each, for grids: values by their Fields, and what is missing or free (R20 to R25).

All that is known of one of them is participant.py; only columns are asked for here, so that thousands come at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session, aliased

from mentordesk.domain.criteria import Criterion, Evidence, Finding, Measure, PaperKind, PaperState, Standing, assess
from mentordesk.domain.fields import Field, FieldValue, Home, ListField
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import (
    FULL_NAME,
    MATCHABLE,
    MENTOR_FIELDS,
    PAPER_FIELDS,
    PARTICIPATION_FIELDS,
    PERSON_FIELDS,
    ROLE_FIELD,
    UNIT_FIELDS,
    ParticipationStatus,
    Role,
)
from mentordesk.domain.programmes import Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.programmes import import_fields, programmes_over
from mentordesk.queries.standings import Noted, noted
from mentordesk.storage.records import (
    InterviewRecord,
    MentorRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from mentordesk.storage.store import Store

# A unit is its colleagues' too, a role is another participation, and ratings are an interview's.
_EDITABLE = frozenset({Home.PERSON, Home.MENTOR, Home.PARTICIPATION, Home.PAPER, Home.CRITERION})
_OWN = tuple(field for field in (*PERSON_FIELDS, *MENTOR_FIELDS, *PARTICIPATION_FIELDS) if field.key != "unit")
_RECORDS = {Home.PERSON: PersonRecord, Home.MENTOR: MentorRecord, Home.PARTICIPATION: ParticipationRecord}
_COLUMNS = tuple(getattr(_RECORDS[field.home], field.key) for field in _OWN)
_OWN_KEYS = tuple(field.key for field in _OWN)
_LISTS = tuple(field.key for field in _OWN if isinstance(field, ListField))
_PAPERS = tuple(PaperKind(field.key) for field in PAPER_FIELDS)
_EVIDENCE = ("leadership_since", "leadership_education", "leadership_level", "backgrounds", "trained_on")
_AT_ONCE = 500  # for more, everybody is asked for
_NOTHING = Noted()
_UNKNOWN = PaperState()


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One participation. `values` holds every Field that a grid shows, None where nothing is known."""

    id: ParticipationId
    programme: ProgrammeId
    person: PersonId
    role: Role
    status: ParticipationStatus
    since: date  # when the status was reached
    name: str
    family_name: str
    given_name: str
    unit: str
    title: str
    language: LanguageCode | None
    values: Mapping[str, FieldValue]
    missing: tuple[Sayable, ...]  # criteria not met or unknown, those excepted left out; none of whoever is out
    partner: str  # the names of those in running pairs with them
    places: int | None  # that a mentor has free, over all programmes; None for everybody else
    interviewed: bool
    retired: bool


def participants(store: Store, programme: ProgrammeId | None, *, today: date) -> tuple[ParticipantRow, ...]:
    """Those of a programme, or of all; the first added first."""
    with store.reading() as session:
        which = true() if programme is None else ParticipationRecord.programme_id == programme
        return rows_over(session, which, today)


def editable_fields(programme: Programme | None) -> tuple[Field, ...]:
    """What a grid or a form can change of a participant, in the order of a sheet."""
    return tuple(field for field in import_fields(programme) if field.home in _EDITABLE and field is not FULL_NAME)


def names_over(session: Session, ids: Iterable[ParticipationId]) -> Mapping[ParticipationId, str]:
    """The names of these, in their order, each once.

    Raises:
        Refused: nobody of one of the ids takes part any more.
    """
    wanted = dict.fromkeys(ids)
    asked = select(ParticipationRecord.id, PersonRecord.given_name, PersonRecord.family_name).join(
        PersonRecord, PersonRecord.id == ParticipationRecord.person_id
    )
    if len(wanted) <= _AT_ONCE:
        asked = asked.where(ParticipationRecord.id.in_(wanted))
    names = {id_: f"{given} {family}".strip() for id_, given, family in session.execute(asked)}
    for id_ in wanted:
        if id_ not in names:
            raise Refused(msg("There is nobody with the number {id}.", id=id_))
    return {id_: names[id_] for id_ in wanted}


def rows_over(
    session: Session, which: ColumnElement[bool], today: date, only: ParticipationId | None = None
) -> tuple[ParticipantRow, ...]:
    """The participations of which `which` is true; `only` saves asking for everybody's notes."""
    around = _Around(session, today, only)
    asked = (
        select(
            ParticipationRecord.id,
            ParticipationRecord.programme_id,
            ParticipationRecord.person_id,
            ParticipationRecord.role,
            ParticipationRecord.status,
            ParticipationRecord.since,
            PersonRecord.unit_id,
            *_COLUMNS,
        )
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .outerjoin(MentorRecord, MentorRecord.person_id == PersonRecord.id)
        .where(which)
        .order_by(ParticipationRecord.id)
    )
    width = len(_Head._fields)
    return tuple(around.row(_Head(*row[:width]), row[width:]) for row in session.execute(asked))


def evidence_of(role: Role, values: Mapping[str, FieldValue], notes: Noted) -> Evidence:
    """All that criteria look at, from a row's values and the team's notes."""
    told = {key: values[key] for key in _EVIDENCE}
    return Evidence(role, papers=notes.papers, answers=notes.answers, **told)  # type: ignore[arg-type]  # by the Fields


class _Head(NamedTuple):
    """The columns of a row that are no Fields."""

    id: ParticipationId
    programme: ProgrammeId
    person: PersonId
    role: Role
    status: ParticipationStatus
    since: date
    unit: UnitId | None


class _Around:
    """What stands around rows: units, pairs, papers, criteria; asked once for all."""

    def __init__(self, session: Session, today: date, only: ParticipationId | None) -> None:
        self._today = today
        self._programmes = {programme.id: programme for programme in programmes_over(session)}
        self._criteria: defaultdict[tuple[ProgrammeId, Role], list[Criterion]] = defaultdict(list)
        for programme in self._programmes.values():
            for criterion in programme.settings.criteria:
                self._criteria[programme.id, criterion.role].append(criterion)
        self._missing_of: dict[object, tuple[Sayable, ...]] = {}
        self._units = _units(session)
        self._notes = noted(session, only)
        self._interviewed = frozenset(session.scalars(select(InterviewRecord.participation_id)))
        self._partners, self._load = _running_pairs(session)

    def row(self, head: _Head, columns: Sequence[FieldValue]) -> ParticipantRow:
        id_, programme, person, role, status, since, unit_id = head
        notes = self._notes.get(id_, _NOTHING)
        values = self._values(programme, role, unit_id, columns, notes)
        given, family = values["given_name"] or "", values["family_name"] or ""
        capacity = values["capacity"]
        usual = self._programmes[programme].settings.matching.places
        return ParticipantRow(
            id_,
            programme,
            person,
            role,
            status,
            since,
            f"{given} {family}".strip(),
            str(family),
            str(given),
            str(values["unit"] or ""),
            str(values["title"] or ""),
            values["language"],  # type: ignore[arg-type]  # the column of a LanguageField
            values,
            () if status not in MATCHABLE else self._missing(programme, role, values, notes),
            ", ".join(self._partners.get(id_, ())),
            max(0, (capacity if isinstance(capacity, int) else usual) - self._load[person])
            if role is Role.MENTOR
            else None,
            id_ in self._interviewed,
            bool(values["retired"]),
        )

    def _values(
        self, programme: ProgrammeId, role: Role, unit: UnitId | None, columns: Sequence[FieldValue], notes: Noted
    ) -> Mapping[str, FieldValue]:
        values = dict(zip(_OWN_KEYS, columns, strict=True))
        for key in _LISTS:
            kept = values[key]
            if kept is not None:
                values[key] = tuple(kept)  # type: ignore[arg-type]  # a list in the file, of words
        values["given_name"] = values["given_name"] or None
        values["family_name"] = values["family_name"] or None
        values |= self._units[unit]
        values[ROLE_FIELD.key] = role
        for kind in _PAPERS:
            state = notes.papers.get(kind, _UNKNOWN)
            values[kind] = state.received_on or state.received
        for criterion in self._criteria[programme, role]:
            if criterion.measure is Measure.OWN:
                values[criterion.key] = notes.answers.get(criterion.key)
        return values

    def _missing(
        self, programme: ProgrammeId, role: Role, values: Mapping[str, FieldValue], notes: Noted
    ) -> tuple[Sayable, ...]:
        """Worked out once for all of whom the same is known, as for the many of whom nothing is."""
        noted_too = (*notes.papers.items(), *notes.answers.items(), *notes.excepted) if notes is not _NOTHING else ()
        alike = (programme, role, *(values[key] for key in _EVIDENCE), noted_too)
        if alike not in self._missing_of:
            self._missing_of[alike] = tuple(self._open(programme, role, values, notes))
        return self._missing_of[alike]

    def _open(
        self, programme: ProgrammeId, role: Role, values: Mapping[str, FieldValue], notes: Noted
    ) -> Iterator[Sayable]:
        known = evidence_of(role, values, notes)
        for criterion in self._criteria[programme, role]:
            if criterion.key in notes.excepted:
                continue
            finding: Finding = assess(criterion, known, self._today)
            if finding.standing is not Standing.MET:
                yield criterion.title


def _units(session: Session) -> Mapping[UnitId | None, Mapping[str, FieldValue]]:
    """What Fields tell of each unit, and of none."""
    above = aliased(UnitRecord)
    rows = session.execute(
        select(UnitRecord.id, UnitRecord.name, above.name, UnitRecord.area, UnitRecord.cost_centre).outerjoin(
            above, above.id == UnitRecord.parent_id
        )
    )
    keys = ("unit", *(field.key for field in UNIT_FIELDS))
    found: dict[UnitId | None, Mapping[str, FieldValue]] = {None: dict.fromkeys(keys)}
    for id_, name, parent, area, cost_centre in rows:
        told = {"unit": name, "parent_unit": parent, "area": area or None, "cost_centre": cost_centre or None}
        found[id_] = told
    return found


def _running_pairs(session: Session) -> tuple[Mapping[ParticipationId, list[str]], Counter[PersonId]]:
    """The names of each participation's partners, and how many mentees each person has as a mentor."""
    mentee, mentor = aliased(ParticipationRecord), aliased(ParticipationRecord)
    one, other = aliased(PersonRecord), aliased(PersonRecord)
    rows = session.execute(
        select(
            mentee.id, one.given_name, one.family_name, mentor.id, mentor.person_id, other.given_name, other.family_name
        )
        .select_from(PairRecord)
        .join(mentee, mentee.id == PairRecord.mentee_id)
        .join(mentor, mentor.id == PairRecord.mentor_id)
        .join(one, one.id == mentee.person_id)
        .join(other, other.id == mentor.person_id)
        .where(PairRecord.status.in_(RUNNING))
        .order_by(PairRecord.id)
    )
    partners: defaultdict[ParticipationId, list[str]] = defaultdict(list)
    load: Counter[PersonId] = Counter()
    for mentee_id, given, family, mentor_id, mentor_person, mentors_given, mentors_family in rows:
        partners[mentee_id].append(f"{mentors_given} {mentors_family}".strip())
        partners[mentor_id].append(f"{given} {family}".strip())
        load[mentor_person] += 1
    return partners, load
