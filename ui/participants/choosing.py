"""Which of the participants are shown: by role, status, unit, field and what is missing. Words are the table's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from mentordesk.domain.cleaning import folded
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import UnitId
from mentordesk.domain.people import MATCHABLE, ParticipationStatus, Role
from mentordesk.queries.participants import ParticipantRow

_TO_READ = frozenset({ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE})
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Choice:
    """Each condition that is set must hold; the empty choice takes everybody."""

    role: Role | None = None
    status: ParticipationStatus | None = None
    missing: bool = False  # only those of whom something is missing
    unpaired: bool = False  # only those who are in the programme and in no pair
    free: bool = False  # only mentors with a free place
    to_read: bool = False  # only those whose application waits for a decision
    unit: UnitId | None = None  # with all that lies below it
    field: str = ""  # a professional background or a clinical area
    paper: PaperKind | None = None  # that is asked of them and not in

    @property
    def narrows(self) -> bool:
        return self != Choice()

    def takes(self, row: ParticipantRow) -> bool:
        return (
            (self.role is None or row.role is self.role)
            and (self.status is None or row.status is self.status)
            and (not self.missing or bool(row.missing))
            and (not self.unpaired or (not row.partner and row.status in MATCHABLE))
            and (not self.free or (bool(row.places) and row.status in MATCHABLE))
            and (not self.to_read or row.status in _TO_READ)
            and (self.unit is None or self.unit in row.units)
            and (not self.field or folded(self.field) in map(folded, fields_of(row)))
            and (self.paper is None or self.paper in row.papers_missing)
        )

    def shows_role(self, role: Role) -> bool:
        """Whether somebody in this role, of whom little is known yet, would be in view."""
        return self.role in (None, role) and Choice(self.role) == self

    def as_view(self) -> Mapping[str, object]:
        """Only what is set, as words that a file can keep."""
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name))}


def choice_of(view: Mapping[str, object]) -> Choice:
    """What `as_view` wrote, were it in another version: what is not known any more is passed over."""
    unit, field = view.get("unit"), view.get("field")
    return Choice(
        _word(Role, view.get("role")),
        _word(ParticipationStatus, view.get("status")),
        view.get("missing") is True,
        view.get("unpaired") is True,
        view.get("free") is True,
        view.get("to_read") is True,
        UnitId(unit) if isinstance(unit, str) and unit else None,
        field if isinstance(field, str) else "",
        _word(PaperKind, view.get("paper")),
    )


def fields_of(row: ParticipantRow) -> tuple[str, ...]:
    """Her professional backgrounds and the clinical area she works in."""
    backgrounds, area = row.values["backgrounds"], row.values["area"]
    told = backgrounds if isinstance(backgrounds, tuple) else ()
    return (*told, area) if isinstance(area, str) else told


def _word(words: type[_Word], value: object) -> _Word | None:
    return next((word for word in words if word.value == value), None)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all participants, whoever of them is shown."""

    mentees: int
    mentors: int
    missing: int


def figures(rows: tuple[ParticipantRow, ...]) -> Figures:
    """Those who declined, left or are through are not counted."""
    there = [row for row in rows if row.status in MATCHABLE]
    mentees = sum(row.role is Role.MENTEE for row in there)
    mentors = sum(row.role is Role.MENTOR for row in there)
    return Figures(mentees, mentors, sum(bool(row.missing) for row in there))
