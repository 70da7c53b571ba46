"""Restricting what is done with a person's data, and lifting that again (GDPR 18): kept, and used for nothing."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.storage.records import PersonRecord
from mentordesk.storage.store import Store


def restrict(store: Store, person: PersonId, *, reason: str, today: date) -> None:
    """
    Raises:
        Refused: no reason, or one that is too long; the person is restricted already, or gone.
    """
    why = one_line(reason)
    if not why:
        raise Refused(msg("Say why the data are restricted."))
    check_length(why, TEXT_LENGTH)
    with store.reading() as session:
        found = _found(session, person)
        name = _name(found)
        if found.restricted_on is not None:
            raise Refused(msg("{name} is restricted since {day}.", name=name, day=found.restricted_on))
    with store.changing(msg("Restrict the data on {name}", name=name)) as session:
        kept = session.get_one(PersonRecord, person)
        kept.restricted_on, kept.restricted_reason = today, why


def lift(store: Store, person: PersonId) -> None:
    """
    Raises:
        Refused: the person is not restricted, or gone.
    """
    with store.reading() as session:
        found = _found(session, person)
        name = _name(found)
        if found.restricted_on is None:
            raise Refused(msg("{name} is not restricted.", name=name))
    with store.changing(msg("Lift the restriction of the data on {name}", name=name)) as session:
        kept = session.get_one(PersonRecord, person)
        kept.restricted_on = kept.restricted_reason = None


def _found(session: Session, person: PersonId) -> PersonRecord:
    found = session.get(PersonRecord, person)
    if found is None:
        raise Refused(msg("There is nobody with the number {id}.", id=person))
    return found


def _name(person: PersonRecord) -> str:
    return f"{person.given_name} {person.family_name}".strip()
