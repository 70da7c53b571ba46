"""Whose paper it is: owner, name and look of a programme, for every paper that bears them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Wording
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LookRecord
from mentordesk.storage.store import Store

NOBODYS = Letterhead("", "")


def letterhead(store: Store, programme: ProgrammeId | None) -> Letterhead:
    """Of no programme, or of several, nobody's.

    Raises:
        KeyError: no programme bears the id.
    """
    if programme is None:
        return NOBODYS
    with store.reading() as session:
        return letterhead_over(session, programme_of(session, programme))


def letterhead_over(session: Session, programme: Programme) -> Letterhead:
    look = session.get(LookRecord, programme.id)
    if look is None:
        return Letterhead(programme.settings.owner, programme.name)
    says = Wording.of(look.logo_says or {})
    return Letterhead(
        programme.settings.owner, programme.name, look.colour, look.logo or b"", says if says.texts() else ""
    )
