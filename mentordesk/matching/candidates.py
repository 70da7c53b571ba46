"""Whom the matching compares: one frozen value per mentee and mentor, and all of them together with the rules.

Queries fill these in; nothing of age, sex or other demographics has a place here (R31). Not here: any comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

import numpy as np

from mentordesk.domain.criteria import Finding
from mentordesk.domain.ids import ParticipationId, PersonId, UnitId
from mentordesk.domain.people import CareLevel, LeadershipLevel
from mentordesk.domain.programmes import MatchingSettings, Mode
from mentordesk.domain.units import Unit
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable
from mentordesk.matching.levels import Mask

PairKey: TypeAlias = tuple[ParticipationId, ParticipationId]
"""Mentee, mentor."""


@dataclass(frozen=True, slots=True)
class FormerPair:
    """Where two were a pair, and until when."""

    programme: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One participation as the matching sees it; None and empty mean that nothing is known."""

    id: ParticipationId
    person: PersonId
    name: str
    unit: UnitId | None = None
    line: tuple[UnitId, ...] = ()  # the unit and all above it, nearest first
    area: str = ""  # of the nearest unit that has one
    line_managers: tuple[PersonId, ...] = ()  # nearest first, upwards
    title: str = ""
    level: LeadershipLevel | None = None
    leadership_since: date | None = None
    education: bool | None = None
    backgrounds: tuple[str, ...] | None = None
    care: CareLevel | None = None
    place: str = ""
    spoken: tuple[str, ...] | None = None
    language: LanguageCode | None = None  # in which she reads documents
    retired: bool = False
    needs: tuple[str, ...] | None = None
    offers: tuple[str, ...] | None = None
    traits: Mapping[str, int] = field(default_factory=dict)  # 1 to 5, from the interview
    wishes: tuple[PersonId, ...] = ()  # the dearest first
    vetoes: frozenset[PersonId] = frozenset()
    dependent: Mapping[PersonId, date | None] = field(default_factory=dict)  # on record, since a day or nobody knows
    former: Mapping[PersonId, FormerPair] = field(default_factory=dict)  # not to come again; the latest with each
    findings: tuple[Finding, ...] = ()
    excepted: frozenset[str] = frozenset()  # criteria waived with a reason and a name (R22)
    places: int = 1  # a mentor's, still free: the programme's and her own maximum less running pairs
    own_maximum: int | None = None  # what a mentor said herself
    running: int = 0  # pairs that take a place already
    away_until: date | None = None  # rests, or is not in the bank yet


@dataclass(frozen=True)
class Question:
    """Who is to be matched with whom, under which settings; the sole input of rules, factors and plans.

    Nobody stands twice on one side; one person may stand on both.
    """

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    settings: MatchingSettings
    today: date
    units: Mapping[UnitId, Unit] = field(default_factory=dict)
    notes: Mapping[PairKey, int] = field(default_factory=dict)  # chemistry, 1 to 5
    traits: Mapping[str, Sayable] = field(default_factory=dict)  # what the interview calls each trait
    locked: frozenset[PairKey] = frozenset()
    apart: frozenset[PairKey] = frozenset()  # kept apart in this scenario
    mode: Mode | None = None  # how the programme's conversations are held

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.mentees), len(self.mentors)

    @cached_property
    def row(self) -> Mapping[ParticipationId, int]:
        return {mentee.id: at for at, mentee in enumerate(self.mentees)}

    @cached_property
    def column(self) -> Mapping[ParticipationId, int]:
        return {mentor.id: at for at, mentor in enumerate(self.mentors)}

    @cached_property
    def row_of_person(self) -> Mapping[PersonId, int]:
        return {mentee.person: at for at, mentee in enumerate(self.mentees)}

    @cached_property
    def column_of_person(self) -> Mapping[PersonId, int]:
        return {mentor.person: at for at, mentor in enumerate(self.mentors)}

    def mentee(self, wanted: ParticipationId) -> Candidate:
        """Raises KeyError."""
        return self.mentees[self.row[wanted]]

    def mentor(self, wanted: ParticipationId) -> Candidate:
        """Raises KeyError."""
        return self.mentors[self.column[wanted]]

    def unit_name(self, unit: UnitId) -> str:
        return self.units[unit].name if unit in self.units else unit

    def naming(self, of: Callable[[Candidate], Collection[PersonId]]) -> Mask:
        """Mentees x mentors: where either of the two names the other."""
        plane = np.zeros(self.shape, dtype=bool)
        mark_named(plane, self.mentees, self.column_of_person, of)
        mark_named(plane.T, self.mentors, self.row_of_person, of)
        return plane


def mark_named(
    plane: Mask,
    namers: Sequence[Candidate],
    position: Mapping[PersonId, int],
    of: Callable[[Candidate], Collection[PersonId]],
) -> None:
    """Marks, in a plane of namers by others, whomever each of the first names; `position` is that of the others."""
    if not any(map(of, namers)):
        return
    for row, namer in enumerate(namers):
        for person in of(namer):
            if person in position:
                plane[row, position[person]] = True
