"""Tags on several people at once (R10): added to what each has, or taken away, with one undo."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, folded, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store


def tag(store: Store, ids: Sequence[ParticipationId], word: str) -> int:
    """How many got it now; a tag belongs to the person, in all programmes.

    Raises:
        Refused: no tag, or one that is too long; somebody is restricted, or takes part no more.
    """
    called = _word(word)
    with store.reading() as session:
        people = _people(session, ids)
    what = nmsg("Tag {count} participant “{tag}”", "Tag {count} participants “{tag}”", len(people), tag=called)
    with store.changing(what) as session:
        tagged = 0
        for id_ in people:
            person = session.get_one(PersonRecord, id_)
            if folded(called) not in map(folded, person.tags or ()):
                person.tags = [*(person.tags or ()), called]
                tagged += 1
        return tagged


def untag(store: Store, ids: Sequence[ParticipationId], word: str) -> int:
    """How many had it.

    Raises:
        Refused: as `tag`.
    """
    called = _word(word)
    with store.reading() as session:
        people = _people(session, ids)
    what = nmsg(
        "Take the tag “{tag}” from {count} participant",
        "Take the tag “{tag}” from {count} participants",
        len(people),
        tag=called,
    )
    with store.changing(what) as session:
        lost = 0
        for id_ in people:
            person = session.get_one(PersonRecord, id_)
            left = [each for each in person.tags or () if folded(each) != folded(called)]
            if len(left) < len(person.tags or ()):
                person.tags = left or None
                lost += 1
        return lost


def _word(word: str) -> str:
    called = one_line(word)
    if not called:
        raise Refused(msg("Write the tag."))
    check_length(called, NAME_LENGTH)
    return called


def _people(session: Session, ids: Sequence[ParticipationId]) -> tuple[PersonId, ...]:
    """Each once, though they can take part twice."""
    names = names_over(session, ids)
    check_unrestricted(session, names)
    rows = session.execute(select(ParticipationRecord.id, ParticipationRecord.person_id))
    return tuple(dict.fromkeys(person for id_, person in rows if id_ in names))
