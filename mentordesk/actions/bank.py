"""The mentor bank: what is known of a mentor whatever her programmes, whether she stays, and taking her into one (R11).

The bank spans programmes; her pairs and statuses are her participations'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.dossiers import set_values
from mentordesk.actions.steps import reach
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId, PersonId, ProgrammeId
from mentordesk.domain.mentor_fields import MENTOR_FIELDS
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg, nmsg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_KEYS = frozenset(field.key for field in MENTOR_FIELDS)


def edit_mentor(store: Store, person: PersonId, values: Mapping[str, FieldValue]) -> None:
    """Values by the keys of MENTOR_FIELDS, as their Fields parsed them; None empties one.

    Raises:
        Refused: she would be available until a day before she begins, or is not in the file any more.
        KeyError: a key that is no Field of the bank.
    """
    if unknown := values.keys() - _KEYS:
        raise KeyError(*unknown)
    with store.reading() as session:
        name = _names(session, [person])[0]
    with store.changing(msg("Edit the mentor {name}", name=name)) as session:
        mentor = _place(session, person)
        set_values(mentor, tuple(values.items()), blank_too=True)
        if mentor.available_from and mentor.available_until and mentor.available_until < mentor.available_from:
            raise Refused(
                msg(
                    "{until} is before {day}. Give a later last day, or an earlier first one.",
                    until=mentor.available_until,
                    day=mentor.available_from,
                )
            )


def ask_to_stay(store: Store, people: Sequence[PersonId], *, on: date) -> None:
    """Notes that they were asked on that day; the letter is not written here.

    Raises:
        Refused: a day to come, or one of them has left the bank or is restricted; then nothing was noted.
    """
    _check_day(store, on)
    with store.reading() as session:
        names = _names(session, people)
        for person, name in zip(people, names, strict=True):
            _check_in_it(session, person, name)
    what = (
        msg("Ask {name} whether they stay in the mentor bank", name=names[0])
        if len(names) == 1
        else nmsg(
            "Ask {count} mentor whether they stay in the bank",
            "Ask {count} mentors whether they stay in the bank",
            len(names),
        )
    )
    with store.changing(what) as session:
        for person in people:
            set_values(_place(session, person), (("stay_asked_on", on),))


def note_stay(store: Store, person: PersonId, *, stays: bool, on: date) -> None:
    """Her answer: she stays and is asked again in a year, or she leaves the bank on that day. Running pairs go on.

    Raises:
        Refused: a day to come, or before she was asked; or she is not in the file any more.
    """
    _check_day(store, on)
    with store.reading() as session:
        name = _names(session, [person])[0]
        known = session.get(MentorRecord, person)
        if known is not None and known.stay_asked_on is not None and on < known.stay_asked_on:
            raise Refused(
                msg("{day} is before {asked}, when {name} was asked.", day=on, asked=known.stay_asked_on, name=name)
            )
    if not stays:
        leave_bank(store, person, on=on)
        return
    with store.changing(msg("{name} stays in the mentor bank", name=name)) as session:
        set_values(_place(session, person), (("stay_confirmed_on", on), ("left_on", None)), blank_too=True)


def leave_bank(store: Store, person: PersonId, *, on: date) -> None:
    """From that day on she is proposed to nobody; her history stays, and running pairs go on.

    Raises:
        Refused: she has left already, or is not in the file any more.
    """
    with store.reading() as session:
        name = _names(session, [person])[0]
        known = session.get(MentorRecord, person)
        if known is not None and known.left_on is not None:
            raise Refused(msg("{name} left the mentor bank on {day}.", name=name, day=known.left_on))
    with store.changing(msg("{name} leaves the mentor bank", name=name)) as session:
        set_values(_place(session, person), (("left_on", on),))


def return_to_bank(store: Store, person: PersonId, *, on: date) -> None:
    """Or come to it: she is a mentor who can be asked, from that day on.

    Raises:
        Refused: she is in it already, is restricted, or not in the file any more.
    """
    with store.reading() as session:
        name = _names(session, [person])[0]
        _check_unrestricted(session, person, name)
        known = session.get(MentorRecord, person)
        if known is not None and known.left_on is None:
            raise Refused(msg("{name} is in the mentor bank already.", name=name))
    with store.changing(msg("Take {name} into the mentor bank", name=name)) as session:
        place = _place(session, person)
        set_values(place, (("left_on", None), ("joined_on", on), ("stay_confirmed_on", on)), blank_too=True)


def take_into_programme(store: Store, person: PersonId, programme: ProgrammeId, *, today: date) -> ParticipationId:
    """As a suggested mentor, who is then asked.

    Raises:
        Refused: she is a mentor of the programme already, has left the bank, is restricted, or not in the file.
    """
    with store.reading() as session:
        name = _names(session, [person])[0]
        _check_in_it(session, person, name)
        called = programme_of(session, programme).name
        part = select(ParticipationRecord.id).where(
            ParticipationRecord.programme_id == programme,
            ParticipationRecord.person_id == person,
            ParticipationRecord.role == Role.MENTOR,
        )
        if session.scalar(part) is not None:
            raise Refused(msg("{name} is a mentor of {programme} already.", name=name, programme=called))
    with store.changing(msg("Suggest {name} as a mentor for {programme}", name=name, programme=called)) as session:
        joins = ParticipationRecord(
            programme_id=programme,
            person_id=person,
            role=Role.MENTOR,
            status=ParticipationStatus.SUGGESTED,
            since=today,
        )
        session.add(joins)
        reach(session, joins, ParticipationStatus.SUGGESTED, today=today, by="")
        return joins.id


def _place(session: Session, person: PersonId) -> MentorRecord:
    """Hers in the bank, made where there is none."""
    found = session.get(MentorRecord, person)
    if found is None:
        found = MentorRecord(person_id=person)
        session.add(found)
    return found


def _names(session: Session, people: Sequence[PersonId]) -> list[str]:
    names = []
    for person in people:
        found = session.get(PersonRecord, person)
        if found is None:
            raise Refused(msg("There is nobody with the number {id}.", id=person))
        names.append(f"{found.given_name} {found.family_name}".strip())
    return names


def _check_in_it(session: Session, person: PersonId, name: str) -> None:
    _check_unrestricted(session, person, name)
    known = session.get(MentorRecord, person)
    if known is not None and known.left_on is not None:
        raise Refused(msg("{name} left the mentor bank on {day}.", name=name, day=known.left_on))


def _check_unrestricted(session: Session, person: PersonId, name: str) -> None:
    if session.get_one(PersonRecord, person).restricted_on is not None:
        raise Refused(msg("The data on {name} are restricted. Lift the restriction first.", name=name))


def _check_day(store: Store, on: date) -> None:
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it happened.", day=on))
