"""Pairs and their life (R40 to R42). Why a pair ended is a category: there is no column for words."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.holds import Due
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId, ScenarioId
from mentordesk.domain.pairs import Ending, FitValue, PairStatus, Side
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Mode
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K2 = kept(PrivacyClass.K2)


class PairRecord(Record):
    __tablename__ = "pair"
    subject = Subject.PAIRS

    id: Mapped[PairId] = key()
    programme_id: Mapped[ProgrammeId] = mapped_column(ForeignKey("programme.id"), index=True, info=_K0)
    mentee_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    mentor_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K0)
    scenario_id: Mapped[ScenarioId | None] = mapped_column(
        ForeignKey("scenario.id"), index=True, default=None, info=_K0
    )
    status: Mapped[PairStatus] = mapped_column(default=PairStatus.PROPOSED, info=_K0)
    approved_on: Mapped[date] = mapped_column(info=_K0)
    signed_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    ended_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    ending: Mapped[Ending | None] = mapped_column(default=None, info=_K2)
    ending_asked_by: Mapped[Side | None] = mapped_column(default=None, info=_K2)
    new_mentor_wanted: Mapped[bool | None] = mapped_column(default=None, info=_K2)
    # What the two agreed at their first meeting; None: the programme's rule holds.
    rhythm_days: Mapped[int | None] = mapped_column(default=None, info=_K2)
    length_minutes: Mapped[int | None] = mapped_column(default=None, info=_K2)
    mode: Mapped[Mode | None] = mapped_column(default=None, info=_K2)
    place: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K2)
    goals_shared: Mapped[bool] = mapped_column(default=False, info=_K2)
    # Its way up to the first conversation: each day is written once.
    asked_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    mentee_agreed_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    mentor_agreed_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    began_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    # What is noted when it is completed.
    mentee_evaluated: Mapped[bool | None] = mapped_column(default=None, info=_K2)
    mentor_evaluated: Mapped[bool | None] = mapped_column(default=None, info=_K2)
    lessons_summed_up: Mapped[bool | None] = mapped_column(default=None, info=_K2)
    contact_continues: Mapped[bool | None] = mapped_column(default=None, info=_K2)
    follows_id: Mapped[PairId | None] = mapped_column(ForeignKey("pair.id"), index=True, default=None, info=_K0)


class HoldRecord(Record):
    """A time in which a pair rests; `until_on` is the day on which it was meant to go on, where one was given."""

    __tablename__ = "pair_hold"
    subject = Subject.PAIRS
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on > from_on", name="ends_after_its_beginning"),
        CheckConstraint("resumed_on IS NULL OR resumed_on >= from_on", name="resumed_after_its_beginning"),
    )

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    from_on: Mapped[date] = mapped_column(info=_K2)
    until_on: Mapped[date | None] = mapped_column(default=None, info=_K2)
    due: Mapped[Due] = mapped_column(info=_K2)
    resumed_on: Mapped[date | None] = mapped_column(default=None, info=_K2)


class SubstituteRecord(Record):
    """Another mentor of the programme who stands in for a time, both days included; why is not kept."""

    __tablename__ = "pair_substitute"
    subject = Subject.PAIRS
    __table_args__ = (CheckConstraint("until_on >= from_on", name="ends_after_its_beginning"),)

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    mentor_id: Mapped[ParticipationId] = mapped_column(ForeignKey("participation.id"), index=True, info=_K2)
    from_on: Mapped[date] = mapped_column(info=_K2)
    until_on: Mapped[date] = mapped_column(info=_K2)
    ended_on: Mapped[date | None] = mapped_column(default=None, info=_K2)  # where that was earlier than meant


class FitQuestionRecord(Record):
    """The day on which both were asked how well they fit, after their first or third conversation (R41)."""

    __tablename__ = "fit_question"
    subject = Subject.PAIRS
    __table_args__ = (
        UniqueConstraint("pair_id", "after_meeting"),
        CheckConstraint("after_meeting IN (1, 3)", name="first_or_third"),
    )

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    after_meeting: Mapped[int] = mapped_column(info=_K2)
    asked_on: Mapped[date] = mapped_column(info=_K2)


class FitRecord(Record):
    """One side's answer to the fit question: three values and "wants to talk", no words (R41)."""

    __tablename__ = "fit"
    subject = Subject.PAIRS
    __table_args__ = (
        UniqueConstraint("pair_id", "side", "after_meeting"),
        CheckConstraint("after_meeting IN (1, 3)", name="first_or_third"),
    )

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    side: Mapped[Side] = mapped_column(info=_K2)
    after_meeting: Mapped[int] = mapped_column(info=_K2)
    answered_on: Mapped[date] = mapped_column(info=_K2)
    value: Mapped[FitValue] = mapped_column(info=_K2)
    wants_to_talk: Mapped[bool] = mapped_column(default=False, info=_K2)
