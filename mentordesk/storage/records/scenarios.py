"""Complete plans of who goes with whom, kept side by side until one is approved (R34)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K1 = kept(PrivacyClass.K1)


class ScenarioRecord(Record):
    __tablename__ = "scenario"
    subject = Subject.SCENARIOS
    __table_args__ = (UniqueConstraint("programme_id", "name"),)

    id: Mapped[ScenarioId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    notes: Mapped[str] = mapped_column(String(TEXT_LENGTH), default="", info=_K1)
    # The weights, switches and floor it was solved with, as in the programme's settings.
    matching: Mapped[dict[str, object]] = mapped_column(JSON, info=_K0)
    # What of them the scenario sets for itself (domain/scenarios.py); the rest follows the programme's.
    own_settings: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True), default=None, info=_K0)
    solved_at: Mapped[datetime] = mapped_column(info=_K0)
    approved_at: Mapped[datetime | None] = mapped_column(default=None, info=_K0)
    approved_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)


class ScenarioPairRecord(Record):
    """One seat of a plan: a mentee with her mentor, or without one; points are hundredths."""

    __tablename__ = "scenario_pair"
    subject = Subject.SCENARIOS
    __table_args__ = (UniqueConstraint("scenario_id", "mentee_id"),)

    id: Mapped[str] = key()
    scenario_id: Mapped[ScenarioId] = mapped_column(ForeignKey("scenario.id"), index=True, info=_K0)
    mentee_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    mentor_id: Mapped[ParticipationId | None] = mapped_column(
        ForeignKey("participation.id"), index=True, default=None, info=_K0
    )
    points: Mapped[int | None] = mapped_column(default=None, info=_K1)
    locked: Mapped[bool] = mapped_column(default=False, info=_K0)


class ScenarioVetoRecord(Record):
    """Two people who shall not become a pair in this plan; a decision of the coordinator's."""

    __tablename__ = "scenario_veto"
    subject = Subject.SCENARIOS
    __table_args__ = (UniqueConstraint("scenario_id", "mentee_id", "mentor_id"),)

    id: Mapped[str] = key()
    scenario_id: Mapped[ScenarioId] = mapped_column(ForeignKey("scenario.id"), index=True, info=_K0)
    mentee_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    mentor_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)


class ApprovalRecord(Record):
    """Who turned a plan into pairs, when, and what was excepted: no pair exists without a person's decision."""

    __tablename__ = "approval"
    subject = Subject.SCENARIOS

    id: Mapped[str] = key()
    scenario_id: Mapped[ScenarioId] = mapped_column(ForeignKey("scenario.id"), index=True, info=_K0)
    decided_at: Mapped[datetime] = mapped_column(info=_K0)
    decided_by: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    exception_reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
    exceptions: Mapped[int] = mapped_column(default=0, info=_K0)
