"""Whether a mentor is there to be asked on a day: periods, rests, leaving the bank; and whether she
stays in it, which she is asked once a year (R11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.patience import Patience
from mentordesk.i18n.message import Message, pmsg


@dataclass(frozen=True, slots=True)
class Presence:
    """What she has said of when she can be a mentor; None: nothing."""

    available_from: date | None = None
    available_until: date | None = None  # the last day
    rests_until: date | None = None  # the day she is back
    left_on: date | None = None  # from this day on she is not in the bank

    def left(self, day: date) -> bool:
        return self.left_on is not None and self.left_on <= day

    def over(self, day: date) -> bool:
        """She does not come back by herself: her time as a mentor has ended, or she has left."""
        return self.left(day) or (self.available_until is not None and self.available_until < day)

    def away_until(self, day: date) -> date | None:
        """The day on which she begins or is back, if that is after `day`."""
        to_come = (each for each in (self.available_from, self.rests_until) if each is not None and each > day)
        return max(to_come, default=None)

    def there(self, day: date) -> bool:
        return not self.over(day) and self.away_until(day) is None


ALWAYS = Presence()


class Stay(StrEnum):
    """Whether a mentor of the bank stays in it: she is asked once a year (trust 4.2)."""

    STAYS = "stays"
    TO_ASK = "to_ask"
    ASKED = "asked"
    LEFT = "left"
    UNKNOWN = "unknown"  # nobody knows since when she is in it


STAY_NAMES: dict[Stay, Message] = {
    Stay.STAYS: pmsg("mentor bank", "Stays"),
    Stay.TO_ASK: pmsg("mentor bank", "To be asked"),
    Stay.ASKED: pmsg("mentor bank", "Asked"),
    Stay.LEFT: pmsg("mentor bank", "Has left"),
    Stay.UNKNOWN: pmsg("mentor bank", "Never asked"),
}


def asked_anew_on(known_from: date | None, confirmed_on: date | None, patience: Patience) -> date | None:
    """A year after her last word, or after the day from which she is known as a mentor; None: nothing is known."""
    last = max((day for day in (known_from, confirmed_on) if day is not None), default=None)
    return None if last is None else last + timedelta(patience.stay)


def stay_of(
    ask_on: date | None, asked_on: date | None, confirmed_on: date | None, presence: Presence, day: date
) -> Stay:
    """On a day. `ask_on`: when she is to be asked anew; whoever was asked after her last word is waited for."""
    if presence.left(day):
        return Stay.LEFT
    if asked_on is not None and (confirmed_on is None or confirmed_on < asked_on):
        return Stay.ASKED
    if ask_on is None:
        return Stay.UNKNOWN
    return Stay.STAYS if day < ask_on else Stay.TO_ASK
