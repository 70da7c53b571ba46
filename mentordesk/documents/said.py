"""What can be said on a page: our own sentences, a user's words, days, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentordesk.i18n.message import Sayable


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day; the same day twice is one day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Address:
    """Text that a reader on screen can follow; `target` is a mailto: or tel: address."""

    text: str
    target: str


Said: TypeAlias = Sayable | str | date | Days
