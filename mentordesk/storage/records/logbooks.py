"""What is kept of conversations (R60). This schema is a promise that is printed for participants:

an entry has no column for words; a topic, a text and the answer at check-out are rows whose key *is* their
consent's, so that without a consent there can be no row. Revoking keeps the consent's dates and drops the rest.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH
from mentordesk.domain.ids import MeetingId, PairId
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.privacy import TOPIC_LENGTH, PrivacyClass
from mentordesk.domain.programmes import Mode
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K2 = kept(PrivacyClass.K2)


class LogbookEntryRecord(Record):
    __tablename__ = "logbook_entry"
    subject = Subject.LOGBOOKS
    __table_args__ = (CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="within_a_day"),)

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    meeting_id: Mapped[MeetingId | None] = mapped_column(ForeignKey("meeting.id"), unique=True, default=None, info=_K2)
    held_on: Mapped[date] = mapped_column(info=_K2)
    minutes: Mapped[int | None] = mapped_column(default=None, info=_K2)
    mode: Mapped[Mode | None] = mapped_column(default=None, info=_K2)
    place: Mapped[str | None] = mapped_column(String(NAME_LENGTH), default=None, info=_K2)
    topic_sent: Mapped[bool] = mapped_column(default=False, info=_K2)
    summary_written: Mapped[bool] = mapped_column(default=False, info=_K2)


class ConsentRecord(Record):
    """The mentee's consent to share one item of one conversation or goal; dated, revocable."""

    __tablename__ = "consent"
    subject = Subject.LOGBOOKS
    __table_args__ = (CheckConstraint("revoked_on IS NULL OR revoked_on >= given_on", name="given_before_revoked"),)

    id: Mapped[str] = key()
    pair_id: Mapped[PairId] = mapped_column(ForeignKey("pair.id"), index=True, info=_K2)
    entry_id: Mapped[str | None] = mapped_column(ForeignKey("logbook_entry.id"), index=True, default=None, info=_K2)
    item: Mapped[ConsentItem] = mapped_column(info=_K2)
    given_on: Mapped[date] = mapped_column(info=_K2)
    revoked_on: Mapped[date | None] = mapped_column(default=None, info=_K2)


class SharedTopicRecord(Record):
    """A conversation's topic that the mentee shared."""

    __tablename__ = "shared_topic"
    subject = Subject.LOGBOOKS
    __table_args__ = (CheckConstraint(f"length(topic) BETWEEN 1 AND {TOPIC_LENGTH}", name="short"),)

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True, info=_K2)
    topic: Mapped[str] = mapped_column(String(TOPIC_LENGTH), info=_K2)


class SharedTextRecord(Record):
    """A summary, or the words of a goal, that the mentee shared."""

    __tablename__ = "shared_text"
    subject = Subject.LOGBOOKS

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True, info=_K2)
    text: Mapped[str] = mapped_column(String(LETTER_LENGTH), info=_K2)


class CheckOutRecord(Record):
    """The mentee's shared answer to whether it is worth meeting again: yes or no, and nothing else."""

    __tablename__ = "check_out"
    subject = Subject.LOGBOOKS

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True, info=_K2)
    worth_meeting_again: Mapped[bool] = mapped_column(info=_K2)
