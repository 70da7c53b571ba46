"""What a mentee has shared of conversations and goals, each with its consent; of what was taken back the days only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from mentordesk.domain.ids import ConsentId, PairId
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.storage.records import (
    CheckOutRecord,
    ConsentRecord,
    GoalRecord,
    LogbookEntryRecord,
    SharedTextRecord,
    SharedTopicRecord,
)
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class SharedRow:
    """`words` are the text, or the yes or no at check-out; None once it is taken back."""

    consent: ConsentId
    item: ConsentItem
    day: date | None  # of the conversation
    goal: int | None  # the number of the goal
    words: str | bool | None
    given_on: date
    revoked_on: date | None


def shared_of(store: Store, pair: PairId) -> tuple[SharedRow, ...]:
    """The newest consent first."""
    with store.reading() as session:
        rows = session.execute(
            select(
                ConsentRecord,
                LogbookEntryRecord.held_on,
                GoalRecord.number,
                SharedTopicRecord.topic,
                SharedTextRecord.text,
                CheckOutRecord.worth_meeting_again,
            )
            .outerjoin(LogbookEntryRecord, LogbookEntryRecord.id == ConsentRecord.entry_id)
            .outerjoin(
                GoalRecord,
                or_(GoalRecord.consent_id == ConsentRecord.id, GoalRecord.measure_consent_id == ConsentRecord.id),
            )
            .outerjoin(SharedTopicRecord, SharedTopicRecord.consent_id == ConsentRecord.id)
            .outerjoin(SharedTextRecord, SharedTextRecord.consent_id == ConsentRecord.id)
            .outerjoin(CheckOutRecord, CheckOutRecord.consent_id == ConsentRecord.id)
            .where(ConsentRecord.pair_id == pair)
            .order_by(ConsentRecord.given_on.desc(), ConsentRecord.id.desc())
        ).all()
    return tuple(
        SharedRow(
            ConsentId(consent.id),
            consent.item,
            held_on,
            number,
            _words(topic, text, worth),
            consent.given_on,
            consent.revoked_on,
        )
        for consent, held_on, number, topic, text, worth in rows
    )


def _words(topic: str | None, text: str | None, worth: bool | None) -> str | bool | None:
    if topic is not None:
        return topic
    return worth if text is None else text
