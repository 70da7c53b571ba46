"""How every participant of a programme stands to its criteria and papers (R21, R22), and what that blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import Evidence, Finding, PaperKind, PaperState, assess
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.programmes import Programme
from mentordesk.storage.records import (
    CriterionNoteRecord,
    MentorRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)


@dataclass(slots=True)
class Noted:
    """What the team wrote down of one participation."""

    papers: dict[PaperKind, PaperState] = field(default_factory=dict)
    answers: dict[str, bool] = field(default_factory=dict)
    excepted: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Standings:
    """The findings of one participation, and the criteria somebody excepted with a reason."""

    findings: tuple[Finding, ...]
    excepted: frozenset[str]


def standings(session: Session, programme: Programme, today: date) -> Mapping[ParticipationId, Standings]:
    """For every mentor and mentee of the programme."""
    notes = noted(session)
    bank: dict[PersonId, MentorRecord] = {each.person_id: each for each in session.scalars(select(MentorRecord))}
    rows = session.execute(
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme.id)
    )
    found: dict[ParticipationId, Standings] = {}
    for participation, person in rows:
        theirs = notes.get(participation.id, Noted())
        mentor = bank.get(person.id)
        evidence = Evidence(
            participation.role,
            person.leadership_since,
            person.leadership_education,
            person.leadership_level,
            None if person.backgrounds is None else tuple(person.backgrounds),
            None if mentor is None else mentor.trained_on,
            theirs.papers,
            theirs.answers,
        )
        asked = (each for each in programme.settings.criteria if each.role is participation.role)
        findings = tuple(assess(criterion, evidence, today) for criterion in asked)
        found[participation.id] = Standings(findings, frozenset(theirs.excepted))
    return found


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
    notes = select(
        CriterionNoteRecord.participation_id,
        CriterionNoteRecord.criterion,
        CriterionNoteRecord.answer,
        CriterionNoteRecord.exception_reason,
    )
    if only is not None:
        notes = notes.where(CriterionNoteRecord.participation_id == only)
    for participation, criterion, answer, reason in session.execute(notes):
        if answer is not None:
            found[participation].answers[criterion] = answer
        if reason:
            found[participation].excepted.add(criterion)
    return found
