"""Logo and colour of a programme's papers; what they look like is documents/typesetting/page.py's."""

from __future__ import annotations

from sqlalchemy.orm import Session

from mentordesk.documents.typesetting.logos import logo_of
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.looks import checked_colour
from mentordesk.i18n.message import Message, Wording, msg
from mentordesk.storage.records import LookRecord
from mentordesk.storage.store import Store


def set_colour(store: Store, programme: ProgrammeId, colour: str) -> None:
    """As people write it, such as "#00609F"; "" is the program's own. Too light a colour is printed darker.

    Raises:
        Refused: it is no colour.
    """
    told = checked_colour(colour)
    what = msg("The colour of the papers: {colour}", colour=told.upper()) if told else msg("The papers' usual colour")
    with store.changing(what) as session:
        _look(session, programme).colour = told


def set_logo(store: Store, programme: ProgrammeId, content: bytes) -> None:
    """A PNG or JPEG picture; it is drawn anew, and only the picture is kept.

    Raises:
        Refused: it is no picture that can be a logo (documents/typesetting/logos.py).
    """
    kept = logo_of(content)
    with store.changing(msg("A logo for the papers")) as session:
        _look(session, programme).logo = kept


def remove_logo(store: Store, programme: ProgrammeId) -> None:
    with store.changing(msg("Papers without a logo")) as session:
        _look(session, programme).logo = None


def set_logo_words(store: Store, programme: ProgrammeId, words: str) -> None:
    """What is read out to who cannot see the logo; "" is the owner's name.

    Raises:
        Refused: too long.
    """
    said = one_line(words)
    check_length(said, NAME_LENGTH)
    what: Message = msg("What the logo says: {words}", words=said) if said else msg("The logo says the owner's name")
    with store.changing(what) as session:
        _look(session, programme).logo_says = Wording.everywhere(said).texts() or None


def _look(session: Session, programme: ProgrammeId) -> LookRecord:
    look = session.get(LookRecord, programme)
    if look is None:
        look = LookRecord(programme_id=programme)
        session.add(look)
    return look
