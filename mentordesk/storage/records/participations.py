"""A person's role in a programme with its status, wishes and papers (R20, R22, R25)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K1 = kept(PrivacyClass.K1)
_WORDS = JSON(none_as_null=True)


class ParticipationRecord(Record):
    __tablename__ = "participation"
    subject = Subject.PARTICIPATIONS
    __table_args__ = (UniqueConstraint("programme_id", "person_id", "role"),)

    id: Mapped[ParticipationId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    role: Mapped[Role] = mapped_column(info=_K0)
    status: Mapped[ParticipationStatus] = mapped_column(default=ParticipationStatus.RECEIVED, info=_K0)
    since: Mapped[date] = mapped_column(info=_K0)
    needs: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K1)
    both_roles: Mapped[bool | None] = mapped_column(default=None, info=_K0)
    responsibility: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K0)  # in the team
    waiting_rank: Mapped[int | None] = mapped_column(default=None, info=_K1)  # 1 is the next of the waiting list
    # Names as they were written; those of people in the file are rows of WishRecord.
    wishes: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K1)
    vetoes: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K1)


class WishRecord(Record):
    """Somebody a participant would like to be with (rank 1 first), or would not (veto)."""

    __tablename__ = "wish"
    subject = Subject.PARTICIPATIONS
    __table_args__ = (UniqueConstraint("participation_id", "person_id"),)

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K1)
    rank: Mapped[int | None] = mapped_column(default=None, info=_K1)
    veto: Mapped[bool] = mapped_column(default=False, info=_K1)


class PaperRecord(Record):
    """A paper of a participant: asked for, in, or refused; no row means that nobody knows."""

    __tablename__ = "paper"
    subject = Subject.CRITERIA
    __table_args__ = (UniqueConstraint("participation_id", "kind"),)

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    kind: Mapped[PaperKind] = mapped_column(info=_K1)
    received: Mapped[bool | None] = mapped_column(default=None, info=_K1)
    received_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
    asked_by: Mapped[date | None] = mapped_column(default=None, info=_K1)


class CriterionNoteRecord(Record):
    """What the team noted of a criterion itself, or the exception it made; both stay visible (R22)."""

    __tablename__ = "criterion_note"
    subject = Subject.CRITERIA
    __table_args__ = (UniqueConstraint("participation_id", "criterion"),)

    id: Mapped[str] = key()
    participation_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    criterion: Mapped[str] = mapped_column(String(60), info=_K1)
    answer: Mapped[bool | None] = mapped_column(default=None, info=_K1)
    number: Mapped[int | None] = mapped_column(default=None, info=_K1)
    day: Mapped[date | None] = mapped_column(default=None, info=_K1)
    evidence: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
    exception_reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
    exception_by: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K1)
    exception_on: Mapped[date | None] = mapped_column(default=None, info=_K1)
