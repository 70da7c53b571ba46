"""The list of applications in full (R14, R20): status, channel, requirements, papers, interviews, and the decision.

What a sheet of people knows is there under its own heading, so that an import of the list changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.applications import ORIGIN_NAMES
from mentordesk.domain.criteria import PAPER_NAMES, STANDING_NAMES, Criterion, PaperKind, PaperState
from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import LISTED_ROLES, PAPER_FIELDS, PERSON_FIELDS, ROLE_FIELD, STATUS_NAMES, Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.queries.applications import ApplicationRow, application_rows_over
from mentordesk.queries.interviews import TOOK_PLACE
from mentordesk.queries.list_columns import Column, List, Shown
from mentordesk.queries.programmes import programme_of, programmes_over
from mentordesk.queries.standings import Noted, Standings, noted, standings
from mentordesk.storage.records import (
    AttachmentRecord,
    CriterionNoteRecord,
    InterviewRecord,
    MeetingDayRecord,
    MeetingRecord,
    ParticipationRecord,
)

_K1 = PrivacyClass.K1
_ROLES = tuple(role for role, _, _ in LISTED_ROLES.options)
_NAMING = ("given_name", "family_name", "email", "unit", "title")
_NAMED: Mapping[str, Field] = {each.key: each for each in PERSON_FIELDS if each.key in _NAMING}
_PAPERS: Mapping[str, Field] = {each.key: each for each in PAPER_FIELDS}
_ASKED: Mapping[StrEnum, Message] = {
    Role.MENTEE: msg("Asked of mentees: {title}"),
    Role.MENTOR: msg("Asked of mentors: {title}"),
}
_EXCEPTED = msg("exception")
_NOTHING, _UNKNOWN = Standings((), frozenset()), PaperState()


def applications_over(session: Session, programme: ProgrammeId | None, today: date) -> List:
    """Of one programme or of all, whoever's data are restricted left out (GDPR 18); the earliest application first."""
    asked = programmes_over(session) if programme is None else (programme_of(session, programme),)
    lists = [_List(session, each, today, alone=len(asked) == 1) for each in asked]
    columns = tuple(dict.fromkeys(column for each in lists for column in each.columns()))
    rows = (each.cells(row) for each in lists for row in each.rows())
    return List("applications", columns, tuple(tuple(row.get(column.key) for column in columns) for row in rows))


@dataclass
class _Interviews:
    held_on: date | None = None  # the last one
    interviewers: dict[str, None] = field(default_factory=dict)
    planned_on: date | None = None  # the next one


class _List:
    """`alone`: requirements are those of the only programme, and need not say whose they are."""

    def __init__(self, session: Session, programme: Programme, today: date, *, alone: bool) -> None:
        self._session, self._programme, self._alone = session, programme, alone
        self._standings = standings(session, programme, today)
        self._notes = noted(session)
        self._interviews = _interviews(session, programme.id)
        self._files = _files(session, programme.id)
        self._excepted = _excepted(session, programme.id)
        self._criteria: Mapping[str, Criterion] = {each.key: each for each in programme.settings.criteria}

    def columns(self) -> Iterator[Column]:
        yield Column("id", msg("Number"))
        yield Column("programme", msg("Programme"))
        yield Column.of(ROLE_FIELD)
        yield from map(Column.of, (_NAMED[key] for key in _NAMING))
        yield Column("status", msg("Status"), privacy=_K1)
        yield Column("since", msg("Since"), privacy=_K1)
        yield Column("received_on", msg("Application received on"), privacy=_K1)
        yield Column("origin", msg("Came in by"), privacy=_K1)
        yield Column("channel", msg("Channel"), privacy=_K1)
        yield Column("heard_of", msg("Heard of it from"), privacy=_K1)
        yield Column("informed_on", msg("Informed on personal data on"), privacy=_K1)
        for kind in PaperKind:
            yield Column(kind, PAPER_NAMES[kind], _PAPERS.get(kind), _K1)
        yield Column("papers_missing", msg("Papers still missing"), privacy=_K1)
        yield Column("files", msg("Files attached"), privacy=_K1)
        for criterion in self._criteria.values():
            yield Column(self._key(criterion), self._title(criterion), privacy=_K1)
        yield Column("exceptions", msg("Exceptions made"), privacy=_K1)
        yield Column("interview_planned", msg("Interview planned for"), privacy=_K1)
        yield Column("interviewed_on", msg("Interviewed on"), privacy=_K1)
        yield Column("interviewers", msg("Interviewed by"), privacy=_K1)
        yield Column("waiting_rank", msg("Place on the waiting list"), privacy=_K1)
        yield Column("decided_by", msg("Decided by"), privacy=_K1)
        yield Column("reason", msg("Reason for the decision"), privacy=_K1)
        yield Column("letter", msg("Text of the letter"), privacy=_K1)

    def rows(self) -> Iterable[ApplicationRow]:
        return application_rows_over(self._session, self._programme.id, roles=_ROLES)

    def cells(self, row: ApplicationRow) -> Mapping[str, Shown]:
        met = self._interviews.get(row.id, _Interviews())
        notes = self._notes.get(row.id, Noted())
        missing = tuple(self._missing(row, notes))
        told: dict[str, Shown] = {
            "id": row.id,
            "programme": self._programme.name,
            ROLE_FIELD.key: row.role,
            **{key: getattr(row, key) or None for key in _NAMING},
            "status": STATUS_NAMES[row.status],
            "since": row.since,
            "received_on": row.received_on,
            "origin": None if row.origin is None else ORIGIN_NAMES[row.origin],
            "channel": row.channel or None,
            "heard_of": row.heard_of or None,
            "informed_on": row.informed_on,
            "papers_missing": Listed(missing) if missing else None,
            "files": tuple(self._files.get(row.id, ())) or None,
            "exceptions": self._exceptions(row),
            "interview_planned": met.planned_on,
            "interviewed_on": met.held_on,
            "interviewers": tuple(met.interviewers) or None,
            "waiting_rank": row.waiting_rank,
            "decided_by": row.decided_by or None,
            "reason": row.reason or None,
            "letter": row.letter or None,
        }
        return told | self._papers(notes) | self._standing(row)

    def _papers(self, notes: Noted) -> dict[str, Shown]:
        """The day it came, yes where only that is known, and an explicit no."""
        states = {kind: notes.papers.get(kind, _UNKNOWN) for kind in PaperKind}
        return {
            kind: state.received_on or (_as_field(kind, state.received) if state.received is not None else None)
            for kind, state in states.items()
        }

    def _missing(self, row: ApplicationRow, notes: Noted) -> Iterator[Message]:
        """Asked of the role, not in and not excepted."""
        asked = {
            each.paper for each in self._criteria.values() if each.role is row.role and each.key not in notes.excepted
        }
        return (
            PAPER_NAMES[kind] for kind in PaperKind if kind in asked and not notes.papers.get(kind, _UNKNOWN).received
        )

    def _standing(self, row: ApplicationRow) -> dict[str, Shown]:
        """In a word each; nothing where the role is not asked."""
        theirs = self._standings.get(row.id, _NOTHING)
        return {
            self._key(each.criterion): _EXCEPTED
            if each.criterion.key in theirs.excepted
            else STANDING_NAMES[each.standing]
            for each in theirs.findings
        }

    def _exceptions(self, row: ApplicationRow) -> Listed | None:
        made = [
            msg("{criterion}: {reason} ({name})", criterion=self._criteria[key].title, reason=reason, name=by)
            for key, reason, by in self._excepted.get(row.id, ())
            if key in self._criteria
        ]
        return Listed(tuple(made)) if made else None

    def _key(self, criterion: Criterion) -> str:
        return f"criterion_{criterion.key}" if self._alone else f"criterion_{criterion.key}_{self._programme.id}"

    def _title(self, criterion: Criterion) -> Message:
        """Never the bare title: a sheet of people may have a column of that name, and its cells are no standings."""
        asked = replace(_ASKED[criterion.role], values=(("title", criterion.title),))
        return asked if self._alone else msg("{programme} – {asked}", programme=self._programme.name, asked=asked)


def _as_field(kind: PaperKind, received: bool) -> Shown:
    """A Field says yes and no by itself."""
    if kind in _PAPERS:
        return received
    return msg("yes") if received else msg("no")


def _interviews(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, _Interviews]:
    found: defaultdict[ParticipationId, _Interviews] = defaultdict(_Interviews)
    held = (
        select(InterviewRecord.participation_id, InterviewRecord.held_on, InterviewRecord.interviewer)
        .join(ParticipationRecord, ParticipationRecord.id == InterviewRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme, TOOK_PLACE)
        .order_by(InterviewRecord.held_on, InterviewRecord.id)
    )
    for id_, held_on, interviewer in session.execute(held):
        found[id_].held_on = held_on or found[id_].held_on
        if interviewer:
            found[id_].interviewers[interviewer] = None
    planned = (
        select(MeetingRecord.participation_id, func.min(MeetingDayRecord.starts_at))
        .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.programme_id == programme, MeetingRecord.status == MeetingStatus.PLANNED)
        .where(MeetingRecord.participation_id.is_not(None))
        .group_by(MeetingRecord.participation_id)
    )
    for of, starts_at in session.execute(planned):
        if of is not None:
            found[of].planned_on = starts_at.date()
    return found


def _files(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, list[str]]:
    found: defaultdict[ParticipationId, list[str]] = defaultdict(list)
    rows = (
        select(AttachmentRecord.participation_id, AttachmentRecord.file_name)
        .join(ParticipationRecord, ParticipationRecord.id == AttachmentRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme)
        .order_by(AttachmentRecord.file_name, AttachmentRecord.id)
    )
    for id_, name in session.execute(rows):
        found[id_].append(name)
    return found


def _excepted(session: Session, programme: ProgrammeId) -> Mapping[ParticipationId, list[tuple[str, str, str]]]:
    """Criterion, reason and who made each exception."""
    found: defaultdict[ParticipationId, list[tuple[str, str, str]]] = defaultdict(list)
    rows = (
        select(CriterionNoteRecord)
        .join(ParticipationRecord, ParticipationRecord.id == CriterionNoteRecord.participation_id)
        .where(ParticipationRecord.programme_id == programme, CriterionNoteRecord.exception_reason.is_not(None))
        .order_by(CriterionNoteRecord.id)
    )
    for note in session.scalars(rows):
        found[note.participation_id].append((note.criterion, note.exception_reason or "", note.exception_by or ""))
    return found
