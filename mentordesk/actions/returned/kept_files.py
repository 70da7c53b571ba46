"""The returned file itself, kept as the paper that it is, where its kind of form says so and it holds nothing else."""

from __future__ import annotations

from sqlalchemy import func, select

from mentordesk.actions.attachments import attach_over
from mentordesk.actions.returned.proposals import Asked
from mentordesk.domain.attachments import ALL_BYTES, checked_file
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message, msg
from mentordesk.storage.records import AttachmentRecord


def keep_file(asked: Asked, id_: ParticipationId, paper: PaperKind | None) -> None:
    """Once: the same file is not kept beside itself, nor one for which there is no room."""
    if asked.content is None:
        return
    file = checked_file(asked.file_name, asked.content)
    session = asked.session
    same = select(AttachmentRecord.id).where(
        AttachmentRecord.participation_id == id_, AttachmentRecord.sha256 == file.sha256
    )
    weight = session.scalar(select(func.coalesce(func.sum(AttachmentRecord.size), 0))) or 0
    if session.scalar(same) is None and weight + len(file.content) <= ALL_BYTES:
        attach_over(session, id_, file, paper=paper, today=asked.today, by=asked.by)


def not_kept(asked: Asked) -> Message | None:
    """Why the file is not kept, where its kind would be."""
    if not asked.form.keeps_file or asked.content is not None:
        return None
    return msg(
        "The file holds scripts or something else that is not the form’s, so its answers are taken, and it is not kept "
        "itself."
    )
