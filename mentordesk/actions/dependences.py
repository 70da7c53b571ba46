"""Positions of dependence that no unit and no line of management shows, recorded by hand: with whom, when, why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, msg
from mentordesk.storage.records import DependenceRecord, PersonRecord
from mentordesk.storage.store import Store


def record_dependence(store: Store, person: PersonId, others: Sequence[PersonId], *, on: date, reason: str) -> None:
    """Between one and each of the others, whichever of the two depends; the reason is the same for all.

    Raises:
        Refused: nobody else is named, no reason, it is too long, a day to come, or one of them is on record already.
    """
    why = one_line(reason)
    if not others or person in others:
        raise Refused(msg("Choose whom the position of dependence is with."))
    if not why:
        raise Refused(msg("Write in one line why it is a position of dependence."))
    check_length(why, TEXT_LENGTH)
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it became known.", day=on))
    with store.reading() as session:
        names = [_name(session, each) for each in (person, *others)]
    what = msg("Record a position of dependence: {name} and {others}", name=names[0], others=Listed(tuple(names[1:])))
    with store.changing(what) as session:
        for other, name in zip(others, names[1:], strict=True):
            if session.scalar(select(DependenceRecord.id).where(_between(person, other))) is not None:
                raise Refused(
                    msg("A position of dependence between {name} and {other} is on record.", name=names[0], other=name)
                )
            session.add(DependenceRecord(person_id=person, other_id=other, recorded_on=on, reason=why))


def take_back_dependence(store: Store, id_: str) -> None:
    """It has ended, or was a mistake; what is undone is found in the history.

    Raises:
        Refused: it is not on record any more.
    """
    gone = msg("This position of dependence is not on record any more.")
    with store.reading() as session:
        known = session.get(DependenceRecord, id_)
        if known is None:
            raise Refused(gone)
        names = [_name(session, each) for each in (known.person_id, known.other_id)]
    what = msg("Take back the position of dependence: {name} and {others}", name=names[0], others=names[1])
    with store.changing(what) as session:
        session.delete(session.get_one(DependenceRecord, id_))


def _between(one: PersonId, other: PersonId) -> ColumnElement[bool]:
    return or_(
        and_(DependenceRecord.person_id == one, DependenceRecord.other_id == other),
        and_(DependenceRecord.person_id == other, DependenceRecord.other_id == one),
    )


def _name(session: Session, person: PersonId) -> str:
    record = session.get_one(PersonRecord, person)
    return f"{record.given_name} {record.family_name}".strip()
