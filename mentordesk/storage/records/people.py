"""People, their place in the mentor bank, and what stands between two of them (R10, R11, R30).

Columns bear the keys of domain/people.py's Fields. A person exists once, whatever the roles.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import EMAIL_LENGTH, NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import PersonId, UnitId
from mentordesk.domain.people import CareLevel, LeadershipLevel
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.languages import LanguageCode
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)
_K1 = kept(PrivacyClass.K1)
_WORDS = JSON(none_as_null=True)


class PersonRecord(Record):
    __tablename__ = "person"
    subject = Subject.PEOPLE

    id: Mapped[PersonId] = key()
    given_name: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    family_name: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", index=True, info=_K0)
    email: Mapped[str | None] = mapped_column(String(EMAIL_LENGTH), default=None, index=True, info=_K0)
    phone: Mapped[str | None] = mapped_column(String(40), default=None, info=_K0)
    unit_id: Mapped[UnitId | None] = mapped_column(ForeignKey("unit.id"), default=None, index=True, info=_K0)
    line_manager_id: Mapped[PersonId | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None, info=_K0
    )
    # As it was written, until somebody of that name or address is in the file.
    line_manager: Mapped[str | None] = mapped_column(String(EMAIL_LENGTH), default=None, info=_K0)
    title: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K0)
    grade: Mapped[str | None] = mapped_column(String(60), default=None, info=_K0)
    leadership_level: Mapped[LeadershipLevel | None] = mapped_column(default=None, info=_K0)
    leadership_since: Mapped[date | None] = mapped_column(default=None, info=_K0)
    leadership_education: Mapped[bool | None] = mapped_column(default=None, info=_K0)
    backgrounds: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K0)
    care_level: Mapped[CareLevel | None] = mapped_column(default=None, info=_K0)
    place: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K0)
    language: Mapped[LanguageCode | None] = mapped_column(default=None, info=_K0)
    spoken: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K0)
    retired: Mapped[bool | None] = mapped_column(default=None, info=_K0)
    notes: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
    tags: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K0)
    # Only stored, not used for anything, from this day on (GDPR 18).
    restricted_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    restricted_reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)


class MentorRecord(Record):
    """A person's place in the mentor bank; it spans programmes."""

    __tablename__ = "mentor"
    subject = Subject.PEOPLE

    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), primary_key=True, info=_K0)
    capacity: Mapped[int | None] = mapped_column(default=None, info=_K0)
    offers: Mapped[list[str] | None] = mapped_column(_WORDS, default=None, info=_K0)
    trained_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    available_from: Mapped[date | None] = mapped_column(default=None, info=_K0)
    available_until: Mapped[date | None] = mapped_column(default=None, info=_K0)
    rests_until: Mapped[date | None] = mapped_column(default=None, info=_K0)
    joined_on: Mapped[date | None] = mapped_column(default=None, info=_K0)  # the bank
    left_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    stay_asked_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    stay_confirmed_on: Mapped[date | None] = mapped_column(default=None, info=_K0)


class DependenceRecord(Record):
    """Two people of whom one depends on the other, for a reason the units don't show."""

    __tablename__ = "dependence"
    subject = Subject.PEOPLE
    __table_args__ = (
        UniqueConstraint("person_id", "other_id"),
        CheckConstraint("person_id <> other_id", name="two_people"),
    )

    id: Mapped[str] = key()
    person_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    other_id: Mapped[PersonId] = mapped_column(ForeignKey("person.id"), index=True, info=_K0)
    # Neither is known of those from before they were asked for.
    recorded_on: Mapped[date | None] = mapped_column(default=None, info=_K0)
    reason: Mapped[str | None] = mapped_column(String(TEXT_LENGTH), default=None, info=_K1)
