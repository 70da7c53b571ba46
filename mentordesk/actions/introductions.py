"""Ticking a new manager's introduction checklist by hand (R20); an offered mentor ticks its item by itself."""

from __future__ import annotations

from datetime import date

from mentordesk.actions.introducing import items_for, tick_item
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.store import Store


def tick(store: Store, id_: ParticipationId, item: str, *, on: date | None) -> None:
    """The item is done on a day; None takes that back.

    Raises:
        Refused: a day to come, the data on the participant are restricted, or she is gone.
        KeyError: the programme's checklist has no such item.
    """
    if on is not None and on > store.today():
        raise Refused(msg("{day} is in the future. Give a day that has been.", day=on))
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
        titles = {each.key: each.title for each in items_for(session, id_)}
    title = titles[item]
    what = (
        msg("Take back “{item}” for {name}", item=title, name=name)
        if on is None
        else msg("Tick “{item}” for {name}", item=title, name=name)
    )
    with store.changing(what) as session:
        tick_item(session, id_, item, on)
