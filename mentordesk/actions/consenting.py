"""The rows of a consent (R60), within a change of another's: words go in with one, and out of the file for good.

Which item may be shared when, and what the change is called, is for the action that asks.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import clean, fitting, one_line
from mentordesk.domain.fields import LETTER_LENGTH
from mentordesk.domain.ids import ConsentId, PairId
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.storage.journal import forget, forget_gone, gone
from mentordesk.storage.records import CheckOutRecord, ConsentRecord, SharedTextRecord, SharedTopicRecord

_Shared = SharedTopicRecord | SharedTextRecord | CheckOutRecord


def consent_over(
    session: Session,
    pair: PairId,
    item: ConsentItem,
    words: str | bool,
    *,
    given_on: date,
    today: date,
    entry: str | None = None,
) -> ConsentId:
    """The consent and what it lets be kept; `words` is the answer itself at check-out, else a text.

    Raises:
        Refused: a day to come, no words or too many, or that item of the conversation is shared already.
    """
    if given_on > today:
        raise Refused(msg("{day} is in the future. Give the day on which the mentee consented.", day=given_on))
    if entry is not None and live_consent(session, entry, item) is not None:
        raise Refused(msg("This is shared already. Change it, or take the sharing back first."))
    checked = _checked(item, words)
    consent = ConsentRecord(pair_id=pair, entry_id=entry, item=item, given_on=given_on)
    session.add(consent)
    session.flush()
    session.add(_row(consent.id, item, checked))
    session.flush()
    return ConsentId(consent.id)


def reword_over(session: Session, consent: ConsentId, words: str | bool) -> None:
    """Other words under the consent that there is; the journal keeps the old ones until it is revoked.

    Raises:
        Refused: no words or too many, or the consent is revoked.
    """
    record = _live(session, consent)
    checked = _checked(record.item, words)
    match shared_row(session, consent):
        case SharedTopicRecord() as topic:
            topic.topic = str(checked)
        case SharedTextRecord() as text:
            text.text = str(checked)
        case CheckOutRecord() as answer:
            answer.worth_meeting_again = bool(checked)
        case None:
            session.add(_row(consent, record.item, checked))


def revoke_over(session: Session, consent: ConsentId, *, on: date, today: date) -> None:
    """The days of the consent stay; what was shared leaves the tables and the journal, so no undo brings it back.

    Raises:
        Refused: a day to come or before it was given, or it is revoked already.
    """
    record = _live(session, consent)
    if on > today:
        raise Refused(msg("{day} is in the future. Give the day on which the mentee took it back.", day=on))
    if on < record.given_on:
        raise Refused(msg("The mentee consented on {day}, so it cannot be taken back before.", day=record.given_on))
    record.revoked_on = on
    shared = shared_row(session, consent)
    if shared is not None:
        forget(session, shared)
        session.delete(shared)


def remove_consent_over(session: Session, consent: ConsentId) -> None:
    """With what it hangs on, entered by mistake: an undo brings all of it back."""
    shared = shared_row(session, consent)
    if shared is not None:
        session.delete(shared)
        session.flush()
    session.delete(session.get_one(ConsentRecord, consent))


def forget_removed_over(session: Session, pair: PairId, items: Collection[ConsentItem]) -> None:
    """What was shared of these and then removed, or its sharing undone, leaves the journal too."""
    for item in items:
        for consent in gone(session, ConsentRecord, pair_id=pair, item=item.value):
            for kind in (SharedTopicRecord, SharedTextRecord, CheckOutRecord):
                for shared in gone(session, kind, consent_id=consent):
                    forget_gone(session, kind, shared)


def live_consent(session: Session, entry: str, item: ConsentItem) -> ConsentId | None:
    """That for an item of a conversation, given and not revoked."""
    asked = select(ConsentRecord.id).where(
        ConsentRecord.entry_id == entry, ConsentRecord.item == item, ConsentRecord.revoked_on.is_(None)
    )
    found = session.scalar(asked)
    return None if found is None else ConsentId(found)


def shared_row(session: Session, consent: ConsentId) -> _Shared | None:
    return (
        session.get(SharedTopicRecord, consent)
        or session.get(SharedTextRecord, consent)
        or session.get(CheckOutRecord, consent)
    )


def _live(session: Session, consent: ConsentId) -> ConsentRecord:
    record = session.get(ConsentRecord, consent)
    if record is None:
        raise Refused(msg("That consent is not in the file any more."))
    if record.revoked_on is not None:
        raise Refused(msg("The mentee took this back on {day}.", day=record.revoked_on))
    return record


def _checked(item: ConsentItem, words: str | bool) -> str | bool:
    if isinstance(words, bool):
        if item is not ConsentItem.CHECK_OUT:
            raise TypeError(f"{item} is shared in words")
        return words
    if item is ConsentItem.CHECK_OUT:
        raise TypeError("the answer at check-out is yes or no")
    text = one_line(words) if item is ConsentItem.TOPIC else clean(words)
    if not text:
        raise Refused(msg("Write what the mentee shares, or leave it unshared."))
    return fitting(text, TOPIC_LENGTH if item is ConsentItem.TOPIC else LETTER_LENGTH)


def _row(consent: str, item: ConsentItem, checked: str | bool) -> _Shared:
    if item is ConsentItem.CHECK_OUT:
        return CheckOutRecord(consent_id=consent, worth_meeting_again=bool(checked))
    if item is ConsentItem.TOPIC:
        return SharedTopicRecord(consent_id=consent, topic=str(checked))
    return SharedTextRecord(consent_id=consent, text=str(checked))
