"""Good experiences for the report (R64): kept only when both of the pair said they may be used, until one withdraws."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import ProgrammeId, TalkId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.journal import forget
from mentordesk.storage.records import ExperienceRecord
from mentordesk.storage.store import Store


def note_experience(store: Store, programme: ProgrammeId, text: str, *, agreed_on: date, today: date) -> str:
    """One that was told elsewhere than in a pair talk.

    Raises:
        KeyError: no programme bears that id.
        Refused: no words or too many, or a day to come.
    """
    with store.reading() as session:
        programme_of(session, programme)
    with store.changing(msg("Note an experience for the report")) as session:
        return experience_over(session, programme, text, agreed_on=agreed_on, today=today)


def experience_over(
    session: Session, programme: ProgrammeId, text: str, *, agreed_on: date, today: date, talk: TalkId | None = None
) -> str:
    """As `note_experience`, within a change such as that of a pair talk."""
    words = one_line(text)
    if not words:
        raise Refused(msg("Write what went well, in words that both let be used."))
    if agreed_on > today:
        raise Refused(msg("{day} is in the future. Give the day on which both agreed.", day=agreed_on))
    made = ExperienceRecord(
        programme_id=programme,
        talk_id=talk,
        text=fitting(words, TEXT_LENGTH),
        agreed_on=agreed_on,
        noted_on=today,
    )
    session.add(made)
    session.flush()
    return made.id


def withdraw_experience(store: Store, experience: str, *, on: date, today: date) -> None:
    """Its days stay; its words leave the file and the journal, so no undo brings them back.

    Raises:
        Refused: it is not there or withdrawn already; a day to come or before both agreed.
    """
    if on > today:
        raise Refused(msg("{day} is in the future. Give the day on which it was withdrawn.", day=on))
    with store.changing(msg("Withdraw an experience from the report")) as session:
        record = session.get(ExperienceRecord, experience)
        if record is None:
            raise Refused(msg("That experience is not in the file any more."))
        if record.withdrawn_on is not None:
            raise Refused(msg("It was withdrawn on {day}.", day=record.withdrawn_on))
        if on < record.agreed_on:
            raise Refused(msg("Both agreed on {day}, so it cannot be withdrawn before.", day=record.agreed_on))
        forget(session, record)
        record.text, record.withdrawn_on = "", on
