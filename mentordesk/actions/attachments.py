"""Files attached to a participant (R22): taken in, taken away, and given out to be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import paper_of
from mentordesk.domain.attachments import CheckedFile, check_together, checked_file
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import AttachmentId, ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import AttachmentContentRecord, AttachmentRecord, ParticipationRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Attached:
    id: AttachmentId
    notice: Message | None  # where all attachments together weigh much


@dataclass(frozen=True, slots=True)
class AttachedFile:
    name: str
    ending: str  # lower case, no dot
    content: bytes


def attach(
    store: Store,
    id_: ParticipationId,
    *,
    name: str,
    content: bytes,
    paper: PaperKind | None = None,
    criterion: str | None = None,
) -> Attached:
    """Takes a file in, as the paper or as what shows the criterion, or as neither.

    A paper of which nobody knew is in with its file, from today.

    Raises:
        Refused: the file is not one that is taken (domain/attachments.py), the same is there already, all of them
            would weigh too much, the data on the participant are restricted, or she is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    file = checked_file(name, content)
    today = store.today()
    with store.reading() as session:
        whose = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
        if criterion is not None:
            _check_asked(session, id_, criterion)
        _check_new(session, id_, file.sha256, paper, criterion)
        weight = session.scalar(select(func.coalesce(func.sum(AttachmentRecord.size), 0))) or 0
    notice = check_together(weight, len(content))
    with store.changing(msg("Attach “{file}” to {name}", file=file.name, name=whose)) as session:
        made = attach_over(session, id_, file, paper=paper, criterion=criterion, today=today, by=store.who)
        complete_what_is(session, [id_], today=today)
        return Attached(made, notice)


def attach_over(
    session: Session,
    id_: ParticipationId,
    file: CheckedFile,
    *,
    paper: PaperKind | None = None,
    criterion: str | None = None,
    today: date,
    by: str,
) -> AttachmentId:
    """As `attach`, of a file that was found to be new, within another change."""
    made = AttachmentRecord(
        participation_id=id_,
        paper=paper,
        criterion=criterion,
        file_name=file.name,
        ending=file.ending,
        size=len(file.content),
        sha256=file.sha256,
        added_on=today,
        added_by=by,
    )
    session.add_all([made, AttachmentContentRecord(attachment_id=made.id, content=file.content)])
    if paper is not None:
        known = paper_of(session, id_, paper)
        if known.received is None:
            known.received, known.received_on = True, today
    return made.id


def detach(store: Store, attachment: AttachmentId) -> None:
    """Takes the file away; that the paper came stays noted.

    Raises:
        Refused: it is gone already.
    """
    with store.reading() as session:
        found = _found(session, attachment)
        file, whose = found.file_name, names_over(session, [found.participation_id])[found.participation_id]
    with store.changing(msg("Take “{file}” away from {name}", file=file, name=whose)) as session:
        content = session.get(AttachmentContentRecord, attachment)
        if content is not None:
            session.delete(content)
        session.delete(_found(session, attachment))


def file_of(store: Store, attachment: AttachmentId) -> AttachedFile:
    """
    Raises:
        Refused: it is gone.
    """
    with store.reading() as session:
        found = _found(session, attachment)
        content = session.get_one(AttachmentContentRecord, attachment).content
        return AttachedFile(found.file_name, found.ending, content)


def _found(session: Session, attachment: AttachmentId) -> AttachmentRecord:
    found = session.get(AttachmentRecord, attachment)
    if found is None:
        raise Refused(msg("This file was taken away meanwhile."))
    return found


def _check_asked(session: Session, id_: ParticipationId, key: str) -> None:
    theirs = session.get_one(ParticipationRecord, id_)
    criteria = programme_of(session, theirs.programme_id).settings.criteria
    if not any(each.key == key and each.role is theirs.role for each in criteria):
        raise KeyError(key)


def _check_new(
    session: Session, id_: ParticipationId, content: str, paper: PaperKind | None, criterion: str | None
) -> None:
    """By what is in it: the same file under another name is the same."""
    same = session.scalar(
        select(AttachmentRecord.file_name).where(
            AttachmentRecord.participation_id == id_,
            AttachmentRecord.sha256 == content,
            AttachmentRecord.paper.is_(None) if paper is None else AttachmentRecord.paper == paper,
            AttachmentRecord.criterion.is_(None) if criterion is None else AttachmentRecord.criterion == criterion,
        )
    )
    if same is not None:
        raise Refused(msg("This file is attached already, as “{file}”.", file=same))
