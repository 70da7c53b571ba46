"""Who reads a letter that is about somebody else: the manager who appoints her, or the one she works under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.i18n.languages import LanguageCode
from mentordesk.storage.records import NewManagerNoticeRecord, ParticipationRecord, PersonRecord


@dataclass(frozen=True, slots=True)
class ReaderOf:
    """`language`: None where nobody knows it; `person`: None where she is not in the file."""

    name: str = ""
    email: str = ""
    language: LanguageCode | None = None
    person: PersonId | None = None


def appointing_managers(session: Session, ids: Sequence[ParticipationId]) -> Mapping[ParticipationId, ReaderOf]:
    """Of whoever was noted as a new manager."""
    rows = session.scalars(select(NewManagerNoticeRecord).where(NewManagerNoticeRecord.participation_id.in_(ids)))
    return {
        notice.participation_id: _reader(session, notice.appointing_manager_id, notice.appointing_manager)
        for notice in rows
    }


def line_managers(session: Session, ids: Sequence[ParticipationId]) -> Mapping[ParticipationId, ReaderOf]:
    rows = session.execute(
        select(ParticipationRecord.id, PersonRecord.line_manager_id, PersonRecord.line_manager)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(ParticipationRecord.id.in_(ids))
    )
    return {of: _reader(session, manager, told) for of, manager, told in rows}


def _reader(session: Session, person: PersonId | None, told: str | None) -> ReaderOf:
    """Somebody of the file; else a name only, or an address that somebody wrote for a name."""
    if person is not None:
        manager = session.get_one(PersonRecord, person)
        name = f"{manager.given_name} {manager.family_name}".strip()
        return ReaderOf(name, manager.email or "", manager.language, manager.id)
    words = one_line(told or "")
    return ReaderOf(email=words) if "@" in words and " " not in words else ReaderOf(words)
