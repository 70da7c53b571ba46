"""What mentors and mentees ask for, material or training, and the answer (R66): a task on Today until there is one."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, clean
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import LibraryItemId, ParticipationId, RequestId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import MaterialRequestRecord
from mentordesk.storage.store import Store


def ask(store: Store, who: ParticipationId, wanted: str, *, on: date, item: LibraryItemId | None = None) -> RequestId:
    """`item`: what of the library it is about.

    Raises:
        Refused: nothing is asked for, at too great length, or on a day to come; or the data are restricted.
    """
    words = _words(wanted, msg("Say what is asked for."))
    _check_past(store, on)
    with store.reading() as session:
        check_unrestricted(session, [who])
        name = names_over(session, [who])[who]
    with store.changing(msg("{name} asks for material or training", name=name)) as session:
        made = MaterialRequestRecord(participation_id=who, item_id=item, wanted=words, asked_on=on)
        session.add(made)
        return made.id


def answer(store: Store, request: RequestId, words: str, *, on: date) -> None:
    """What the answer was, and that it was given; the letter itself is written elsewhere.

    Raises:
        Refused: no answer, one before the question, or on a day to come; or the request is gone.
    """
    said = _words(words, msg("Say what the answer was."))
    _check_past(store, on)
    name = _who(store, request)
    with store.changing(msg("Answer what {name} asked for", name=name)) as session:
        found = _found(session, request)
        if on < found.asked_on:
            raise Refused(msg("{name} asked on {day}; the answer cannot come before.", name=name, day=found.asked_on))
        found.answer, found.answered_on = said, on


def ask_again(store: Store, request: RequestId) -> None:
    """The answer is taken back: the request stands on Today again.

    Raises:
        Refused: it is gone.
    """
    with store.changing(msg("Take back the answer to {name}", name=_who(store, request))) as session:
        found = _found(session, request)
        found.answer, found.answered_on = "", None


def remove_request(store: Store, request: RequestId) -> None:
    """Raises Refused: it is gone already."""
    with store.changing(msg("Remove what {name} asked for", name=_who(store, request))) as session:
        session.delete(_found(session, request))


def _words(text: str, none: Message) -> str:
    words = clean(text).strip()
    if not words:
        raise Refused(none)
    check_length(words, TEXT_LENGTH)
    return words


def _check_past(store: Store, on: date) -> None:
    if on > store.today():
        raise Refused(msg("{day} is still to come. Give a day up to today.", day=on))


def _found(session: Session, request: RequestId) -> MaterialRequestRecord:
    found = session.get(MaterialRequestRecord, request)
    if found is None:
        raise Refused(msg("This request was removed meanwhile."))
    return found


def _who(store: Store, request: RequestId) -> str:
    with store.reading() as session:
        who = _found(session, request).participation_id
        return names_over(session, [who])[who]
