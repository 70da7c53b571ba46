"""What a person decided of the matching outside a plan (R22, R36, R37): nobody is matched, or passed over, by itself.

Decisions inside a plan (locks, vetoes, its approval) are scenarios.py.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import PairId, ParticipationId
from mentordesk.domain.passing import DecisionKind
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K1 = kept(PrivacyClass.K1)


class NoMatchRecord(Record):
    """A mentee who gets no mentor in this round, and why; taken back, the row stays with both dates."""

    __tablename__ = "no_match"
    subject = Subject.PARTICIPATIONS
    __table_args__ = (
        CheckConstraint("(taken_back_on IS NULL) = (taken_back_by IS NULL)", name="taken_back_by_somebody"),
    )

    id: Mapped[str] = key()
    mentee_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K1)
    waits: Mapped[bool] = mapped_column(info=_K1)  # comes first in the next round
    reason: Mapped[str] = mapped_column(String(TEXT_LENGTH), info=_K1)
    decided_by: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    decided_on: Mapped[date] = mapped_column(info=_K0)
    taken_back_by: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K0)
    taken_back_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class PairDecisionRecord(Record):
    """Who made a pair outside a plan, and who passed a warning for it, in a plan or outside, with the reason."""

    __tablename__ = "pair_decision"
    subject = Subject.PAIRS
    __table_args__ = (
        CheckConstraint("(rule IS NULL) = (reason IS NULL)", name="a_warning_has_its_reason"),
        CheckConstraint("(kind = 'passed') = (rule IS NOT NULL)", name="only_warnings_are_passed"),
    )

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K1)
    kind: Mapped[DecisionKind] = mapped_column(info=_K1)
    rule: Mapped[str | None] = mapped_column(String(40), default=None, info=_K1)
    reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
    decided_by: Mapped[str] = mapped_column(String(NAME_LENGTH), info=_K0)
    decided_on: Mapped[date] = mapped_column(info=_K0)
