"""A row of a grid for each participation: values by their Fields, and what is missing, free or to be seen at a glance.

Only columns are asked for, so that thousands come at once; all that is known of one of them is participant.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import (
    Criterion,
    Evidence,
    Finding,
    PaperKind,
    PaperState,
    Standing,
    assess,
    years_since,
)
from mentordesk.domain.fields import FieldValue, Home, ListField
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId, UnitId
from mentordesk.domain.own_criteria import ANSWERED
from mentordesk.domain.people import (
    MATCHABLE,
    MENTOR_FIELDS,
    PAPER_FIELDS,
    PARTICIPATION_FIELDS,
    PERSON_FIELDS,
    ROLE_FIELD,
    ParticipationStatus,
    Role,
)
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable
from mentordesk.queries.bank import mentor_places_over
from mentordesk.queries.beside_rows import NO_UNIT, UnitInTree, contact_over, partners_over, units_over
from mentordesk.queries.interviews import TOOK_PLACE
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.standings import Noted, noted
from mentordesk.storage.records import InterviewRecord, MentorRecord, ParticipationRecord, PersonRecord

_OWN = tuple(field for field in (*PERSON_FIELDS, *MENTOR_FIELDS, *PARTICIPATION_FIELDS) if field.key != "unit")
_RECORDS = {Home.PERSON: PersonRecord, Home.MENTOR: MentorRecord, Home.PARTICIPATION: ParticipationRecord}
_COLUMNS = tuple(getattr(_RECORDS[field.home], field.key) for field in _OWN)
_OWN_KEYS = tuple(field.key for field in _OWN)
_LISTS = tuple(field.key for field in _OWN if isinstance(field, ListField))
_PAPERS = tuple(PaperKind(field.key) for field in PAPER_FIELDS)
_EVIDENCE = ("leadership_since", "leadership_education", "leadership_level", "backgrounds", "trained_on")
# What a search finds besides the columns of the grid, hidden ones too: they are in columns.py of the tab.
_FOUND_BY = ("cost_centre", "grade", "place", "spoken", "offers", "needs")
_NOTHING = Noted()
_UNKNOWN = PaperState()


class Mark(Enum):
    """What is to be seen of somebody at a glance, whatever the columns say."""

    RESTRICTED = "restricted"  # her data are kept and used for nothing (GDPR 18)
    RESTS = "rests"
    NOT_THERE = "not_there"  # before, or past, the time for which she is a mentor
    RETIRED = "retired"
    EXCEPTED = "excepted"  # from a criterion, with a reason
    EITHER_ROLE = "either_role"


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
    units: tuple[UnitId, ...]  # the unit and all above it
    papers_missing: frozenset[PaperKind]  # asked of them and not in; none of whoever is out
    years_as_leader: int | None
    last_contact: date | None
    marks: tuple[Mark, ...]
    waiting_rank: int | None  # 1 is the next of the waiting list
    restricted_on: date | None
    found_by: str  # what a search finds her by besides what columns show; nothing of whoever is restricted


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
            ParticipationRecord.waiting_rank,
            PersonRecord.unit_id,
            PersonRecord.restricted_on,
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
    return Evidence(role, papers=notes.papers, answers=notes.answers, files=notes.files, **told)  # type: ignore[arg-type]  # by the Fields


class _Head(NamedTuple):
    """The columns of a row that are no Fields."""

    id: ParticipationId
    programme: ProgrammeId
    person: PersonId
    role: Role
    status: ParticipationStatus
    since: date
    waiting_rank: int | None
    unit: UnitId | None
    restricted_on: date | None


class _Around:
    """What stands around rows, asked once for all."""

    def __init__(self, session: Session, today: date, only: ParticipationId | None) -> None:
        self._today = today
        self._programmes = {programme.id: programme for programme in programmes_over(session)}
        self._criteria: defaultdict[tuple[ProgrammeId, Role], list[Criterion]] = defaultdict(list)
        for programme in self._programmes.values():
            for criterion in programme.settings.criteria:
                self._criteria[programme.id, criterion.role].append(criterion)
        self._missing_of: dict[object, tuple[Sayable, ...]] = {}
        self._units = units_over(session)
        self._notes = noted(session, only)
        self._interviewed = frozenset(session.scalars(select(InterviewRecord.participation_id).where(TOOK_PLACE)))
        self._partners, self._contact = partners_over(session), contact_over(session)
        self._mentors = mentor_places_over(session, today)

    def row(self, head: _Head, columns: Sequence[FieldValue]) -> ParticipantRow:
        id_, programme, person, role, status, since, rank, unit_id, restricted_on = head
        notes = self._notes.get(id_, _NOTHING)
        unit, there = self._units.get(unit_id) if unit_id else None, status in MATCHABLE
        values = self._values(programme, role, unit, columns, notes)
        given, family = values["given_name"] or "", values["family_name"] or ""
        lead = values["leadership_since"]
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
            self._missing(programme, role, values, notes) if there else (),
            ", ".join(self._partners.get(id_, ())),
            self._places(programme, person) if role is Role.MENTOR else None,
            id_ in self._interviewed,
            bool(values["retired"]),
            () if unit is None else unit.line,
            self._papers_missing(programme, role, notes) if there else frozenset(),
            max(0, years_since(lead, self._today)) if isinstance(lead, date) else None,
            self._contact.get(id_),
            tuple(self._marks(head, values, notes)),
            rank,
            restricted_on,
            "" if restricted_on else _found_by(values, () if unit is None else unit.names[1:]),
        )

    def _values(
        self, programme: ProgrammeId, role: Role, unit: UnitInTree | None, columns: Sequence[FieldValue], notes: Noted
    ) -> Mapping[str, FieldValue]:
        values = dict(zip(_OWN_KEYS, columns, strict=True))
        for key in _LISTS:
            kept = values[key]
            if kept is not None:
                values[key] = tuple(kept)  # type: ignore[arg-type]  # a list in the file, of words
        values["given_name"] = values["given_name"] or None
        values["family_name"] = values["family_name"] or None
        values |= NO_UNIT if unit is None else unit.values
        values[ROLE_FIELD.key] = role
        for kind in _PAPERS:
            state = notes.papers.get(kind, _UNKNOWN)
            values[kind] = state.received_on or state.received
        for criterion in self._criteria[programme, role]:
            if criterion.measure in ANSWERED:
                values[criterion.key] = notes.answers.get(criterion.key)
        return values

    def _places(self, programme: ProgrammeId, person: PersonId) -> int:
        return self._mentors[person].free_in(self._programmes[programme].settings.matching.places)

    def _papers_missing(self, programme: ProgrammeId, role: Role, notes: Noted) -> frozenset[PaperKind]:
        asked = (
            criterion.paper
            for criterion in self._criteria[programme, role]
            if criterion.paper is not None and criterion.key not in notes.excepted
        )
        return frozenset(kind for kind in asked if not notes.papers.get(kind, _UNKNOWN).received)

    def _marks(self, head: _Head, values: Mapping[str, FieldValue], notes: Noted) -> Iterator[Mark]:
        if head.restricted_on is not None:
            yield Mark.RESTRICTED
        if head.role is Role.MENTOR:
            presence = self._mentors[head.person].presence
            rests = values["rests_until"]
            if isinstance(rests, date) and rests > self._today:
                yield Mark.RESTS
            elif not presence.there(self._today):
                yield Mark.NOT_THERE
        if values["retired"]:
            yield Mark.RETIRED
        if notes.excepted:
            yield Mark.EXCEPTED
        if values["both_roles"]:
            yield Mark.EITHER_ROLE

    def _missing(
        self, programme: ProgrammeId, role: Role, values: Mapping[str, FieldValue], notes: Noted
    ) -> tuple[Sayable, ...]:
        """Worked out once for all of whom the same is known, as for the many of whom nothing is."""
        noted_too: tuple[object, ...] = ()
        if notes is not _NOTHING:
            noted_too = (*notes.papers.items(), *notes.answers.items(), *notes.files.items(), *notes.excepted)
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


def _found_by(values: Mapping[str, FieldValue], above: Sequence[str]) -> str:
    told = (values[key] for key in _FOUND_BY)
    words = (" ".join(each) if isinstance(each, tuple) else str(each) for each in told if each)
    return " ".join((*above, *words))
