"""What the mentee shares of a conversation, and takes back again (R60): no consent, no row; revoked, no word anywhere.

The rows are consenting.py's. The words of a goal are shared where the goal is noted (goals.py), and taken back here
like all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentordesk.actions.consenting import consent_over, revoke_over
from mentordesk.domain.ids import ConsentId, PairId
from mentordesk.domain.logbooks import CONSENT_NAMES, OF_A_CONVERSATION, ConsentItem
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, msg
from mentordesk.storage.records import ConsentRecord, LogbookEntryRecord
from mentordesk.storage.store import Store


def share(store: Store, *, pair: PairId, item: ConsentItem, entry: str, words: str | bool, given_on: date) -> ConsentId:
    """One item alone; see `share_several`."""
    (consent,) = share_several(store, pair=pair, entry=entry, told={item: words}, given_on=given_on)
    return consent


def share_several(
    store: Store, *, pair: PairId, entry: str, told: Mapping[ConsentItem, str | bool], given_on: date
) -> list[ConsentId]:
    """In one change, each under a consent of its own: the text, or at check-out whether it is worth meeting again.

    Raises:
        Refused: no such conversation of the pair, a consent before the conversation or of a day to come, no words or
            more than are kept, or one of the items is shared already; then none of them is kept.
        ValueError: an item of no conversation, as a goal.
    """
    if foreign := [item for item in told if item not in OF_A_CONVERSATION]:
        raise ValueError(f"{foreign} is not shared of a conversation")
    with store.reading() as session:
        record = session.get(LogbookEntryRecord, entry)
        if record is None or record.pair_id != pair:
            raise Refused(msg("There is no registered conversation with the number {id}.", id=entry))
        day = record.held_on
    if given_on < day:
        raise Refused(
            msg("The conversation was held on {day}. The mentee's consent cannot be older than that.", day=day)
        )
    names = Listed(tuple(CONSENT_NAMES[item] for item in told))
    with store.changing(msg("Share of the conversation of {day}: {item}", day=day, item=names)) as session:
        today = store.today()
        return [
            consent_over(session, pair, item, words, given_on=given_on, today=today, entry=entry)
            for item, words in told.items()
        ]


def revoke(store: Store, consent: ConsentId, *, on: date) -> None:
    """The days of the consent stay. The words leave the file, the journal and with it every undo: neither this nor
    what came before can be undone.

    Raises:
        Refused: no such consent, taken back already, or a day to come or before it was given.
    """
    with store.reading() as session:
        record = session.get(ConsentRecord, consent)
        if record is None:
            raise Refused(msg("That consent is not in the file any more."))
        item = record.item
    with store.changing(msg("Take back what was shared: {item}", item=CONSENT_NAMES[item])) as session:
        revoke_over(session, consent, on=on, today=store.today())
