"""Keeping a view of a list under a name, and forgetting it (R12). What a view says is the list's to read."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from mentordesk.domain.cleaning import check_length, folded, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.storage.records import SavedViewRecord
from mentordesk.storage.store import Store


def keep_view(store: Store, *, tab: str, name: str, programme: ProgrammeId | None, view: Mapping[str, object]) -> str:
    """Its id. A view of that name is replaced; `programme`: whose people it is of, None for all programmes.

    Raises:
        Refused: no name, or one that is too long.
    """
    called = one_line(name)
    if not called:
        raise Refused(msg("Give the view a name."))
    check_length(called, NAME_LENGTH)
    with store.changing(msg("Keep the view “{name}”", name=called)) as session:
        those = select(SavedViewRecord).where(SavedViewRecord.tab == tab, SavedViewRecord.programme_id == programme)
        kept = next((each for each in session.scalars(those) if folded(each.name) == folded(called)), None)
        if kept is None:
            kept = SavedViewRecord(tab=tab, name=called, programme_id=programme, view=dict(view))
            session.add(kept)
        else:
            kept.name, kept.view = called, dict(view)
        return kept.id


def forget_view(store: Store, id_: str) -> None:
    """
    Raises:
        Refused: it was forgotten before.
    """
    with store.reading() as session:
        found = session.get(SavedViewRecord, id_)
        if found is None:
            raise Refused(msg("This view is not there any more."))
        name = found.name
    with store.changing(msg("Forget the view “{name}”", name=name)) as session:
        session.delete(session.get_one(SavedViewRecord, id_))
