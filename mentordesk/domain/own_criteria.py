"""A programme's own criteria as Fields (R21): yes or no, a number, a day; a grid, a sheet and a form answer them alike.

A document is shown by an attached file, so it is no Field. How an answer stands is criteria.py's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.fields import Cell, DateField, Field, Home, NumberField, YesNoField, yes_or_no
from mentordesk.domain.people import ROLE_NAMES
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.message import Sayable, msg

MOST = 9_999  # of a number that somebody notes


@dataclass(frozen=True)
class NotedNumberField(NumberField):
    """A number; or the team's own yes or no, which goes before it. 1 and 0 are numbers."""

    high: int = MOST

    def read(self, cell: Cell, text: str, today: date) -> int | bool:
        told = None if text.strip().isdecimal() else yes_or_no(text)
        return super().read(cell, text, today) if told is None else told


@dataclass(frozen=True)
class NotedDayField(DateField):
    """A day, which may lie ahead; or the team's own yes or no, which goes before it."""

    def read(self, cell: Cell, text: str, today: date) -> date | bool:  # type: ignore[override]  # as PaperField does
        told = yes_or_no(text)
        return super().read(cell, text, today) if told is None else told


_KINDS: dict[Measure, type[Field]] = {
    Measure.OWN: YesNoField,
    Measure.NUMBER: NotedNumberField,
    Measure.DAY: NotedDayField,
}
ANSWERED = frozenset(_KINDS)
"""Measures whose answer is noted as a value."""


def own_fields(criteria: Iterable[Criterion]) -> tuple[Field, ...]:
    """A Field for every criterion that the team answers itself; of two with one title each names its role."""
    asked = [each for each in criteria if each.measure in ANSWERED]
    titles = Counter(each.title for each in asked)
    return tuple(
        _KINDS[each.measure](each.key, _title(each, titles[each.title]), home=Home.CRITERION, privacy=PrivacyClass.K1)
        for each in asked
    )


def _title(criterion: Criterion, times: int) -> Sayable:
    if times == 1:
        return criterion.title
    return msg("{title} ({role})", title=criterion.title, role=ROLE_NAMES[criterion.role])
