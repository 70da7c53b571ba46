"""Whom a participant would like to be with, and whom not (R23), chosen among the people of the programme.

As names in a sheet or a grid they come by people_import.py and editing.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import spelling
from mentordesk.domain.ids import ParticipationId, PersonId
from mentordesk.domain.interviews import check_wishes
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import InterviewForm, empty_interview
from mentordesk.storage.records import ParticipationRecord, PersonRecord, WishRecord
from mentordesk.storage.store import Store


def choose_wishes(
    store: Store, participation: ParticipationId, *, wishes: Sequence[PersonId], vetoes: Sequence[PersonId]
) -> None:
    """What is said here replaces what was there; the first of the wishes is the dearest.

    Raises:
        Refused: somebody both wished for and not, naming herself, or naming somebody who could not be chosen; a
            restricted person, or one who takes part no more.
    """
    before = empty_interview(store, participation)
    wishes, vetoes = tuple(dict.fromkeys(wishes)), tuple(dict.fromkeys(vetoes))
    if before.restricted:
        raise Refused(msg("{name} is restricted, so nothing is noted.", name=before.name))
    check_named(before, wishes, vetoes)
    with store.changing(msg("Wishes of {name}", name=before.name)) as session:
        take_wishes(session, session.get_one(ParticipationRecord, participation), wishes, vetoes)


def check_named(form: InterviewForm, wishes: Sequence[PersonId], vetoes: Sequence[PersonId]) -> None:
    """Whoever was named before may stay, though she takes no part any more.

    Raises:
        Refused: somebody both wished for and not, naming herself, or naming somebody who could not be chosen.
    """
    check_wishes(form.person, wishes, vetoes)
    there = {one.person for one in form.choosable} | {one.person for one in (*form.wishes, *form.vetoes)}
    if {*wishes, *vetoes} - there:
        raise Refused(msg("Somebody among the wishes or vetoes takes no part in the programme any more."))


def take_wishes(
    session: Session, record: ParticipationRecord, wishes: Sequence[PersonId], vetoes: Sequence[PersonId]
) -> None:
    rows = session.scalars(select(WishRecord).where(WishRecord.participation_id == record.id))
    there = {wish.person_id: wish for wish in rows}
    _forget_names(session, record, {*there, *wishes, *vetoes})
    ranked: dict[PersonId, int | None] = {person: rank for rank, person in enumerate(wishes, start=1)}
    for person, rank in (ranked | dict.fromkeys(vetoes)).items():
        wish = there.pop(person, None)
        if wish is None:
            wish = WishRecord(participation_id=record.id, person_id=person)
            session.add(wish)
        wish.rank, wish.veto = rank, rank is None
    for gone in there.values():
        session.delete(gone)


def _forget_names(session: Session, record: ParticipationRecord, people: set[PersonId]) -> None:
    """The names as they were written, of these people: else the next import would tie them to the rows once more."""
    if not record.wishes and not record.vetoes:
        return
    known: set[str] = set()
    for person in session.scalars(select(PersonRecord)):
        if person.id in people:
            known |= {spelling(f"{person.given_name} {person.family_name}"), spelling(person.email or "")}
    record.wishes = _others(record.wishes, known)
    record.vetoes = _others(record.vetoes, known)


def _others(names: list[str] | None, known: set[str]) -> list[str] | None:
    return [name for name in names or () if spelling(name) not in known] or None
