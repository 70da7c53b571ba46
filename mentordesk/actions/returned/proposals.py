"""What a form that came back proposes: one thing after the other, what the file says now and what the form says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias, TypeVar

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.dates import read_day
from mentordesk.domain.fields import Field, FieldValue, NumberField
from mentordesk.domain.form_identity import FormIdentity
from mentordesk.domain.forms import TICKED, Form
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg

Shown: TypeAlias = str | int | bool | date | Message | tuple[str | Message, ...] | None
"""A value as a person can be shown it; None and "" where nothing is known."""
V = TypeVar("V", bound=StrEnum)


class Take(StrEnum):
    """Whose value holds."""

    THEIRS = "theirs"  # the form's
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`name` is that of the field it came from, or of the first of several."""

    name: str
    title: Sayable
    now: Shown
    then: Shown

    @property
    def is_conflict(self) -> bool:
        return self.now not in (None, "", ())


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that cannot be taken as it stands; the others can."""

    title: Sayable
    message: Message


@dataclass(frozen=True, slots=True)
class Proposed:
    """`apply` does those proposals whose names it is given, and gives back who came in with them."""

    who: str | Message
    proposals: tuple[Proposal, ...]
    apply: Callable[[frozenset[str]], ParticipationId | None]
    participation: ParticipationId | None = None
    pair: PairId | None = None
    meeting: MeetingId | None = None
    notes: tuple[Message, ...] = ()
    anonymous: bool = False  # nothing may lead from the answers to the form, so a second reading is refused
    is_new: bool = False  # somebody who is not in the file yet


@dataclass(slots=True)
class Asked:
    """One form within the change: who asks, what it says, and what was wrong with it."""

    session: Session
    identity: FormIdentity
    form: Form
    values: dict[str, str]
    today: date
    now: datetime
    by: str  # who sits at the file
    file_name: str = ""
    content: bytes | None = None  # where the form's kind keeps its file, and this one may be kept
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        return any(value.strip() for value in self.values.values())

    def title(self, name: str) -> Sayable:
        """The label of a field; of one in a row, with the row's number."""
        label = self.form.field(name).label
        number = next((part for part in name.split(".") if part.isdigit()), None)
        return label if number is None else msg("{field} ({number})", field=label, number=int(number))

    def text(self, name: str) -> str:
        """On one line."""
        return self._read(name, one_line) or ""

    def lines(self, name: str) -> str:
        return self._read(name, clean) or ""

    def day(self, name: str) -> date | None:
        return self._read(name, read_day)

    def day_been(self, name: str) -> date | None:
        """One that is to come is a slip of the pen."""
        day = self.day(name)
        if day is None or day <= self.today:
            return day
        self.tell(name, msg("{day} is in the future. Give a day that has been.", day=day))
        return None

    def number(self, name: str, low: int, high: int) -> int | None:
        bounds = NumberField(name, self.title(name), low=low, high=high)
        return self._read(name, lambda text: bounds.read(text, text, self.today))

    def one_of(self, name: str, values: type[V]) -> V | None:
        return self._read(name, values)  # the process let no other answer through

    def ticked(self, name: str) -> bool:
        """False says nothing: an empty box takes nothing back."""
        return self.values.get(name) == TICKED

    def of_field(self, name: str, kept_by: Field) -> FieldValue:
        return self._read(name, lambda text: kept_by.parse(text, self.today))

    def tell(self, name: str, message: Message) -> None:
        self.problems.append(Problem(self.title(name), message))

    def _read(self, name: str, reading: Callable[[str], _T]) -> _T | None:
        text = self.values.get(name, "")
        if not text.strip():
            return None
        try:
            return reading(text)
        except Refused as no:
            self.tell(name, no.message)
            return None


_T = TypeVar("_T")


def differing(name: str, title: Sayable, now: Shown, then: Shown) -> Sequence[Proposal]:
    """None where the form says nothing, or what the file says already."""
    if then in (None, "", ()) or then is False or now == then:
        return ()
    return (Proposal(name, title, now, then),)
