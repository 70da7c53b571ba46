"""How the participants of a programme stand to its criteria and papers (R21, R22), and what that blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import Answer, Evidence, Finding, Gate, PaperKind, PaperState, assess
from mentordesk.domain.gates import open_at
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.programmes import Programme
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import (
    AttachmentRecord,
    CriterionNoteRecord,
    MentorRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)

_AT_ONCE = 500  # for more, everybody is asked for


@dataclass(slots=True)
class Noted:
    """What the team wrote down of one participation."""

    papers: dict[PaperKind, PaperState] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    excepted: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Standings:
    """The findings of one participation, and the criteria somebody excepted with a reason."""

    findings: tuple[Finding, ...]
    excepted: frozenset[str]


def standings(
    session: Session, programme: Programme, today: date, only: Collection[ParticipationId] | None = None
) -> Mapping[ParticipationId, Standings]:
    """For every mentor and mentee of the programme, or for those of `only` who take part in it."""
    if only is not None and not only:
        return {}
    notes = noted(session, next(iter(only)) if only is not None and len(only) == 1 else None)
    bank: dict[PersonId, MentorRecord] = {each.person_id: each for each in session.scalars(select(MentorRecord))}
    rows = (
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme.id)
    )
    if only is not None and len(only) <= _AT_ONCE:
        rows = rows.where(ParticipationRecord.id.in_(only))
    return {
        participation.id: _standings_of(
            programme, participation, person, bank.get(person.id), notes.get(participation.id, Noted()), today
        )
        for participation, person in session.execute(rows)
        if only is None or participation.id in only
    }


def gates_open(
    session: Session, programme: ProgrammeId, ids: Collection[ParticipationId], gate: Gate, today: date
) -> Mapping[ParticipationId, tuple[Finding, ...]]:
    """What keeps the gate shut for each of these; nothing for whom it is open."""
    theirs = standings(session, programme_of(session, programme), today, ids)
    return {id_: open_at(gate, theirs[id_].findings, theirs[id_].excepted) for id_ in ids if id_ in theirs}


def gate_open(
    session: Session, programme: ProgrammeId, id_: ParticipationId, gate: Gate, today: date
) -> tuple[Finding, ...]:
    """What keeps the gate shut for one participant: nothing where it is open."""
    return gates_open(session, programme, (id_,), gate, today).get(id_, ())


def _standings_of(
    programme: Programme,
    participation: ParticipationRecord,
    person: PersonRecord,
    mentor: MentorRecord | None,
    notes: Noted,
    today: date,
) -> Standings:
    evidence = Evidence(
        participation.role,
        person.leadership_since,
        person.leadership_education,
        person.leadership_level,
        None if person.backgrounds is None else tuple(person.backgrounds),
        None if mentor is None else mentor.trained_on,
        notes.papers,
        notes.answers,
        notes.files,
    )
    asked = (each for each in programme.settings.criteria if each.role is participation.role)
    return Standings(tuple(assess(criterion, evidence, today) for criterion in asked), frozenset(notes.excepted))


def noted(session: Session, only: ParticipationId | None = None) -> Mapping[ParticipationId, Noted]:
    """Papers, answers and exceptions of everybody of whom there are any, or of one participation."""
    found: defaultdict[ParticipationId, Noted] = defaultdict(Noted)
    papers = select(
        PaperRecord.participation_id,
        PaperRecord.kind,
        PaperRecord.received,
        PaperRecord.received_on,
        PaperRecord.asked_by,
    )
    if only is not None:
        papers = papers.where(PaperRecord.participation_id == only)
    for participation, kind, received, received_on, asked_by in session.execute(papers):
        found[participation].papers[kind] = PaperState(received, received_on, asked_by)
    _add_files(session, found, only)
    notes = select(
        CriterionNoteRecord.participation_id,
        CriterionNoteRecord.criterion,
        CriterionNoteRecord.answer,
        CriterionNoteRecord.number,
        CriterionNoteRecord.day,
        CriterionNoteRecord.exception_reason,
    )
    if only is not None:
        notes = notes.where(CriterionNoteRecord.participation_id == only)
    for participation, criterion, yes, number, day, reason in session.execute(notes):
        answer = next((each for each in (yes, number, day) if each is not None), None)
        if answer is not None:
            found[participation].answers[criterion] = answer
        if reason:
            found[participation].excepted.add(criterion)
    return found


def _add_files(session: Session, found: Mapping[ParticipationId, Noted], only: ParticipationId | None) -> None:
    """The name of the newest file that shows each criterion."""
    files = (
        select(AttachmentRecord.participation_id, AttachmentRecord.criterion, AttachmentRecord.file_name)
        .where(AttachmentRecord.criterion.is_not(None))
        .order_by(AttachmentRecord.id)
    )
    if only is not None:
        files = files.where(AttachmentRecord.participation_id == only)
    for participation, criterion, name in session.execute(files):
        if criterion is not None:
            found[participation].files[criterion] = name
