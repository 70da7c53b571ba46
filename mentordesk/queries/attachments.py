"""Which files are attached to a participant; never their content, which is given out one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import AttachmentId, ParticipationId
from mentordesk.storage.records import AttachmentRecord


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    id: AttachmentId
    paper: PaperKind | None
    criterion: str | None
    name: str
    ending: str
    size: int  # bytes
    added_on: date
    added_by: str


def attachments_over(session: Session, id_: ParticipationId) -> tuple[AttachmentRow, ...]:
    """The first attached first."""
    rows = session.scalars(
        select(AttachmentRecord).where(AttachmentRecord.participation_id == id_).order_by(AttachmentRecord.id)
    )
    return tuple(
        AttachmentRow(row.id, row.paper, row.criterion, row.file_name, row.ending, row.size, row.added_on, row.added_by)
        for row in rows
    )
