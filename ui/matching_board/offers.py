"""What can be done with two people, by how the mentor stands to the mentee's plan; doing it is `deeds`'."""

from __future__ import annotations

from collections.abc import Sequence

from ui.language import tr
from ui.matching_board.cards import Place
from ui.matching_board.deeds import Deed

_LOCKING = {Place.LOCKED: Deed.UNLOCK, Place.IN_PLAN: Deed.LOCK}


def lock_deed(place: Place) -> Deed:
    """Locking two who are not in the plan puts them together; that says itself why it cannot be."""
    return _LOCKING.get(place, Deed.PUT_TOGETHER)


def apart_deed(place: Place) -> Deed:
    return Deed.ALLOW_AGAIN if place is Place.KEPT_APART else Deed.KEEP_APART


def deeds_of(place: Place) -> Sequence[tuple[Deed, str]]:
    """With their words, in the order of a menu."""
    match place:
        case Place.IN_PLAN:
            return (Deed.LOCK, tr("Lock the pair")), (Deed.KEEP_APART, tr("Keep apart"))
        case Place.LOCKED:
            return (Deed.UNLOCK, tr("Unlock")), (Deed.KEEP_APART, tr("Keep apart"))
        case Place.KEPT_APART:
            return (Deed.PUT_TOGETHER, tr("Put together")), (Deed.ALLOW_AGAIN, tr("Allow again"))
        case Place.IMPOSSIBLE:
            return ()
        case Place.BEST | Place.POSSIBLE:
            return (Deed.PUT_TOGETHER, tr("Put together")), (Deed.KEEP_APART, tr("Keep apart"))
