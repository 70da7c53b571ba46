"""Referring somebody to a programme that is not in this file, and noting what came of it (R20)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.recruiting import ReferralOutcome
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord, ReferralRecord
from mentordesk.storage.store import Store


def refer(store: Store, id_: ParticipationId, *, to: str, on: date, by: str) -> str:
    """The referral's number; where she stands in this programme is not touched.

    Raises:
        Refused: no programme is named, a text too long, a day to come, the data on the participant are restricted, or
            she is gone.
    """
    programme = fitting(one_line(to), NAME_LENGTH)
    if not programme:
        raise Refused(msg("Say to which programme."))
    _check_been(on, store.today())
    who = fitting(one_line(by), NAME_LENGTH)
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    with store.changing(msg("Refer {name} to {programme}", name=name, programme=programme)) as session:
        made = ReferralRecord(
            person_id=session.get_one(ParticipationRecord, id_).person_id,
            participation_id=id_,
            to_programme=programme,
            referred_on=on,
            referred_by=who,
        )
        session.add(made)
        return made.id


def note_outcome(store: Store, referral: str, outcome: ReferralOutcome | None, *, on: date | None) -> None:
    """What the other programme answered; None takes that back.

    Raises:
        Refused: a day to come or before the referral, or the referral is gone.
    """
    with store.reading() as session:
        found = _found(session, referral)
        person = session.get_one(PersonRecord, found.person_id)
        name, programme = f"{person.given_name} {person.family_name}".strip(), found.to_programme
        if on is not None and on < found.referred_on:
            raise Refused(msg("{day} is before the referral, on {referred}.", day=on, referred=found.referred_on))
    if on is not None:
        _check_been(on, store.today())
    what = msg("Note what {programme} answered on {name}", programme=programme, name=name)
    with store.changing(what) as session:
        kept = _found(session, referral)
        kept.outcome, kept.outcome_on = outcome, None if outcome is None else on


def take_back_referral(store: Store, referral: str) -> None:
    """As if it had not been: written for the wrong person.

    Raises:
        Refused: it is gone already.
    """
    with store.reading() as session:
        found = _found(session, referral)
        person = session.get_one(PersonRecord, found.person_id)
        name, programme = f"{person.given_name} {person.family_name}".strip(), found.to_programme
    with store.changing(msg("Take back the referral of {name} to {programme}", name=name, programme=programme)) as one:
        one.delete(_found(one, referral))


def _found(session: Session, referral: str) -> ReferralRecord:
    found = session.get(ReferralRecord, referral)
    if found is None:
        raise Refused(msg("This referral was taken back meanwhile."))
    return found


def _check_been(day: date, today: date) -> None:
    if day > today:
        raise Refused(msg("{day} is in the future. Give a day that has been.", day=day))
