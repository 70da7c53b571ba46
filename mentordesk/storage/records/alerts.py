"""What was done about an alert (R69): put off with a reason, or a step of its ladder taken.

An alert is not a row: it is known by its key and by what it is about, the id of a pair, a participation, a meeting,
a deadline, the key of a criterion, or "" for the programme itself.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ProgrammeId, SnoozeId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K1 = kept(PrivacyClass.K1)
_ALERT_LENGTH = 60
_ABOUT_LENGTH = 60  # an id, or the key of a criterion


class SnoozeRecord(Record):
    __tablename__ = "alert_snooze"
    subject = Subject.ALERTS
    __table_args__ = (CheckConstraint("until_on > from_on", name="ends_after_its_beginning"),)

    id: Mapped[SnoozeId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K1)
    alert: Mapped[str] = mapped_column(String(_ALERT_LENGTH), info=_K1)
    about: Mapped[str] = mapped_column(String(_ABOUT_LENGTH), default="", info=_K1)
    from_on: Mapped[date] = mapped_column(info=_K1)
    until_on: Mapped[date] = mapped_column(info=_K1)  # seen again from this day on
    reason: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K1)
    set_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K1)
    lifted_on: Mapped[date | None] = mapped_column(default=None, info=_K1)


class AlertStepRecord(Record):
    __tablename__ = "alert_step"
    subject = Subject.ALERTS

    id: Mapped[str] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K1)
    alert: Mapped[str] = mapped_column(String(_ALERT_LENGTH), info=_K1)
    about: Mapped[str] = mapped_column(String(_ABOUT_LENGTH), default="", info=_K1)
    step: Mapped[LadderStep] = mapped_column(info=_K1)
    taken_on: Mapped[date] = mapped_column(info=_K1)
    taken_by: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K1)
