"""Items of a new manager's introduction, done and undone in the midst of a change (R20)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.introduction import IntroductionItem
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import IntroductionDoneRecord, ParticipationRecord


def items_for(session: Session, id_: ParticipationId) -> tuple[IntroductionItem, ...]:
    """What the programme's checklist asks for, or asked for once."""
    programme = session.get_one(ParticipationRecord, id_).programme_id
    return programme_of(session, programme).settings.introduction


def tick_offer(session: Session, id_: ParticipationId, on: date) -> None:
    """The items that are done once a mentor was offered."""
    for item in items_for(session, id_):
        if item.offers_mentor and item.asked:
            tick_item(session, id_, item.key, on)


def tick_item(session: Session, id_: ParticipationId, item: str, on: date | None) -> None:
    """Done on a day; None: not done. A day that is noted already stays."""
    done = session.scalar(
        select(IntroductionDoneRecord).where(
            IntroductionDoneRecord.participation_id == id_, IntroductionDoneRecord.item == item
        )
    )
    if on is None and done is not None:
        session.delete(done)
    elif on is not None and done is None:
        session.add(IntroductionDoneRecord(participation_id=id_, item=item, done_on=on))
