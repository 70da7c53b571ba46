"""What was printed for whom, when and in which language (R67, R80); the pages lie where somebody put them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.documents.registry import kind_of
from mentordesk.domain.ids import DocumentId, ProgrammeId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, Wording
from mentordesk.queries.batch_sources import SOURCES
from mentordesk.storage.records import (
    DocumentRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class MadePaper:
    """`about`: the id of the pair, participation or meeting, "" for a programme's own."""

    id: DocumentId
    made_on: date
    kind: str
    title: Sayable
    people: tuple[str, ...]
    meeting: Sayable | None
    about: str
    languages: tuple[LanguageCode, ...]
    pages: int
    file_name: str
    highest: PrivacyClass | None  # None: a kind that the program no longer has
    again: bool  # it can be made again in the Documents tab


def documents_made(store: Store, programme: ProgrammeId | None) -> tuple[MadePaper, ...]:
    """Of a programme, or of all; the newest first."""
    with store.reading() as session:
        return tuple(_rows(session, programme))


def last_made(store: Store, kind: str, programme: ProgrammeId) -> Mapping[str, date]:
    """When the papers of a kind were made last, by the id of what they were made for."""
    made_for = func.coalesce(DocumentRecord.pair_id, DocumentRecord.participation_id, DocumentRecord.meeting_id, "")
    rows = (
        select(made_for, func.max(DocumentRecord.made_at))
        .where(DocumentRecord.programme_id == programme, DocumentRecord.kind == kind)
        .group_by(made_for)
    )
    with store.reading() as session:
        return {about: made_at.astimezone().date() for about, made_at in session.execute(rows)}


def _rows(session: Session, programme: ProgrammeId | None) -> list[MadePaper]:
    mentee_side, mentor_side, one_side = (aliased(ParticipationRecord) for _ in range(3))
    mentee, mentor, one = (aliased(PersonRecord) for _ in range(3))
    found = (
        select(DocumentRecord, mentee, mentor, one, MeetingRecord.kind, MeetingRecord.title)
        .outerjoin(PairRecord, PairRecord.id == DocumentRecord.pair_id)
        .outerjoin(mentee_side, mentee_side.id == PairRecord.mentee_id)
        .outerjoin(mentee, mentee.id == mentee_side.person_id)
        .outerjoin(mentor_side, mentor_side.id == PairRecord.mentor_id)
        .outerjoin(mentor, mentor.id == mentor_side.person_id)
        .outerjoin(one_side, one_side.id == DocumentRecord.participation_id)
        .outerjoin(one, one.id == one_side.person_id)
        .outerjoin(MeetingRecord, MeetingRecord.id == DocumentRecord.meeting_id)
        .order_by(DocumentRecord.made_at.desc(), DocumentRecord.id)
    )
    if programme is not None:
        found = found.where(DocumentRecord.programme_id == programme)
    return [_made(record, people, kind, title) for record, *people, kind, title in session.execute(found)]


def _made(
    record: DocumentRecord, people: Sequence[PersonRecord | None], meeting: str | None, title: dict[str, str] | None
) -> MadePaper:
    try:
        kind = kind_of(record.kind)
    except KeyError:
        kind = None
    return MadePaper(
        record.id,
        record.made_at.astimezone().date(),
        record.kind,
        kind.title if kind else Wording.everywhere(record.kind),
        tuple(f"{who.given_name} {who.family_name}".strip() for who in people if who is not None),
        None if meeting is None else title_of(meeting, title),
        record.pair_id or record.participation_id or record.meeting_id or "",
        tuple(LanguageCode(code) for code in record.languages),
        record.pages,
        record.file_name,
        kind.highest if kind else None,
        record.kind in SOURCES,
    )
