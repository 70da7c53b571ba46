"""Rows of a list that seem to be about somebody who is there already, and what can be done about each (R13, fault 64).

Who is met is `known_people`'s to find, what a row changes `roster`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import PersonId


class MatchKind(StrEnum):
    EMAIL = "email"
    OTHER_NAME = "other_name"  # the same address under a wholly different name
    NAME_AND_UNIT = "name_and_unit"
    SWAPPED_NAMES = "swapped_names"
    NEAR_NAME = "near_name"  # but for marks and signs: Åsa and Asa
    SAME_NAME = "same_name"  # in another unit, or with another address


class Taken(StrEnum):
    MERGE = "merge"
    SKIP = "skip"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Difference:
    """One Field that the row tells otherwise than the file."""

    key: str
    known: FieldValue
    told: FieldValue


@dataclass(frozen=True, slots=True)
class Match:
    """A row and whom it meets; `taken` is what becomes of it, None where it is refused until somebody chooses."""

    row: int
    known: PersonId
    known_name: str
    known_row: int | None  # of the same list, where the person came in by that row
    why: MatchKind
    taken: Taken | None
    differences: tuple[Difference, ...]


# What nobody chose: only what is surely the same person is merged.
UNASKED: dict[MatchKind, Taken | None] = {
    MatchKind.EMAIL: Taken.MERGE,
    MatchKind.OTHER_NAME: None,
    MatchKind.NAME_AND_UNIT: Taken.MERGE,
    MatchKind.SWAPPED_NAMES: Taken.NEW,
    MatchKind.NEAR_NAME: Taken.NEW,
    MatchKind.SAME_NAME: Taken.NEW,
}
