"""The life of a pair's goal document (R62): agreed, looked at halfway, closed, and when it is looked at next.

The paper is the pair's own; only these days are kept. The goals themselves are goals.py's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.goal_life import DocumentDays
from mentordesk.domain.ids import PairId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import GoalDocumentRecord
from mentordesk.storage.store import Store

_NOT_AGREED = msg("The goal document is not agreed yet. Note the day of that first.")


def agree_document(store: Store, pair: PairId, *, on: date | None, today: date) -> None:
    """Agreed once more after a change of goals it is the next version, open again; None: it is a draft again.

    Raises:
        Refused: a day to come, or no such pair.
    """
    _check(on, today)
    what = msg("Note the goal document as a draft") if on is None else msg("Note the goal document as agreed")
    with _changing(store, pair, what) as document:
        if on is None:
            document.agreed_on = document.mid_seen_on = document.closed_on = None
        elif document.agreed_on is None or on <= document.agreed_on:
            document.agreed_on = on
        else:
            document.version += 1
            document.agreed_on, document.closed_on = on, None


def note_mid_seen(store: Store, pair: PairId, *, on: date | None, today: date) -> None:
    """That the pair looked at it halfway; None takes that back.

    Raises:
        Refused: a day to come or before it was agreed, it is no document yet, or no such pair.
    """
    _check(on, today)
    what = (
        msg("Note the goal document as not seen at mid-term")
        if on is None
        else msg("Note the goal document as seen at mid-term")
    )
    with _changing(store, pair, what) as document:
        _check_after_agreed(document, on)
        document.mid_seen_on = on


def close_document(store: Store, pair: PairId, *, on: date | None, today: date) -> None:
    """None: it is open again.

    Raises:
        Refused: a day to come or before it was agreed, it is no document yet, or no such pair.
    """
    _check(on, today)
    what = msg("Open the goal document again") if on is None else msg("Close the goal document")
    with _changing(store, pair, what) as document:
        _check_after_agreed(document, on)
        document.closed_on = on


def set_review(store: Store, pair: PairId, *, on: date | None) -> None:
    """The day on which the pair means to look at its goals next; None: none is agreed.

    Raises:
        Refused: no such pair.
    """
    what = (
        msg("Take back the next review of the goals")
        if on is None
        else msg("Next review of the goals on {day}", day=on)
    )
    with _changing(store, pair, what) as document:
        document.next_review_on = on


def note_days(store: Store, pair: PairId, days: DocumentDays, next_review_on: date | None, *, today: date) -> None:
    """All days of the document as they are known now: corrects those that were noted.

    Raises:
        Refused: a day to come, halfway or the end without or before the agreement, or no such pair.
    """
    for on in (days.agreed_on, days.mid_seen_on, days.closed_on):
        _check(on, today)
    with _changing(store, pair, msg("Change the days of the goal document")) as document:
        document.agreed_on = days.agreed_on
        for on in (days.mid_seen_on, days.closed_on):
            _check_after_agreed(document, on)
        document.mid_seen_on, document.closed_on = days.mid_seen_on, days.closed_on
        document.next_review_on = next_review_on


@contextmanager
def _changing(store: Store, pair: PairId, what: Message) -> Iterator[GoalDocumentRecord]:
    with store.changing(what) as session:
        yield _document(session, pair)


def _document(session: Session, pair: PairId) -> GoalDocumentRecord:
    pair_record(session, pair)
    found = session.scalar(select(GoalDocumentRecord).where(GoalDocumentRecord.pair_id == pair))
    if found is None:
        found = GoalDocumentRecord(pair_id=pair, version=1)
        session.add(found)
    return found


def _check(on: date | None, today: date) -> None:
    if on is not None and on > today:
        raise Refused(msg("{day} is in the future. Give the day on which it was done.", day=on))


def _check_after_agreed(document: GoalDocumentRecord, on: date | None) -> None:
    if on is None:
        return
    if document.agreed_on is None:
        raise Refused(_NOT_AGREED)
    if on < document.agreed_on:
        raise Refused(msg("The goal document was agreed on {day}, so this cannot be before.", day=document.agreed_on))
