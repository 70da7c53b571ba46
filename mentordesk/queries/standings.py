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
class _Noted:
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
    noted: defaultdict[ParticipationId, _Noted] = defaultdict(_Noted)
    for paper in session.scalars(select(PaperRecord)):
        state = PaperState(paper.received, paper.received_on, paper.asked_by)
        noted[paper.participation_id].papers[paper.kind] = state
    for note in session.scalars(select(CriterionNoteRecord)):
        if note.answer is not None:
            noted[note.participation_id].answers[note.criterion] = note.answer
        if note.exception_reason:
            noted[note.participation_id].excepted.add(note.criterion)
    bank: dict[PersonId, MentorRecord] = {each.person_id: each for each in session.scalars(select(MentorRecord))}
    rows = session.execute(
        select(ParticipationRecord, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.programme_id == programme.id)
    )
    found: dict[ParticipationId, Standings] = {}
    for participation, person in rows:
        theirs = noted[participation.id]
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
