"""Chance from a seed, names that nobody bears yet, and the words of which a cohort is made."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentordesk import places
from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import Cell

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Clinic:
    """A unit with wards below it, and what those who lead there have worked with."""

    name: str
    parent: str
    area: str
    cost_centre: int
    background: str
    place: str
    wards: tuple[str, ...]
    primary: bool = False

    def unit(self, name: str) -> tuple[str, str, str]:
        """The clinic or one of its wards: its name, what it is part of, its cost centre."""
        if name == self.name:
            return name, self.parent, str(self.cost_centre)
        return name, self.name, str(self.cost_centre + 1 + self.wards.index(name))


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in one of the .toml files."""

    columns: tuple[str, ...]
    given_names: tuple[str, ...]
    family_names: tuple[str, ...]
    themes: tuple[str, ...]
    tops: Mapping[str, str]  # a unit above clinics -> what it is part of
    clinics: tuple[Clinic, ...]
    tags: tuple[str, ...] = ()


def words(name: str) -> Words:
    with places.resource(f"sample/words/{name}.toml").open("rb") as file:
        found = tomllib.load(file)
    clinics = (Clinic(**each | {"wards": tuple(each["wards"])}) for each in found.pop("clinics"))
    lists = {key: tuple(value) for key, value in found.items() if isinstance(value, list)}
    return Words(**lists, tops=found["tops"], clinics=tuple(clinics))


@dataclass
class Draw:
    """One cohort being invented."""

    words: Words
    seed: int
    drawn: set[tuple[str, str]] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311  # invents people, guards nothing

    def name(self) -> tuple[str, str]:
        """Family names come round again only when all were drawn."""
        if not self.left:
            self.left = self.chance.sample(self.words.family_names, len(self.words.family_names))
        family = self.left.pop()
        given = self.chance.choice([each for each in self.words.given_names if (each, family) not in self.drawn])
        self.drawn.add((given, family))
        return given, family

    def some(self, of: Sequence[str], low: int, high: int) -> str:
        return "; ".join(self.chance.sample(of, self.chance.randint(low, high)))

    def themes(self, low: int, high: int) -> str:
        return self.some(self.words.themes, low, high)

    def backgrounds(self, clinic: Clinic, others: int) -> str:
        """The clinic's own, and up to `others` more."""
        different = sorted({each.background for each in self.words.clinics} - {clinic.background})
        return "; ".join([clinic.background, *self.chance.sample(different, self.chance.randint(0, others))])

    def month(self, first: tuple[int, int], last: tuple[int, int]) -> date:
        """The first day of a month; both are given as year and month."""
        at = self.chance.randint(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1)
        return date(at // 12, at % 12 + 1, 1)

    def day(self, first: date, last: date) -> date:
        return date.fromordinal(self.chance.randint(first.toordinal(), last.toordinal()))

    def rating(self) -> int | None:
        """1 to 5, and now and then none."""
        return None if self.chance.random() < 0.08 else self.chance.choice((2, 3, 3, 4, 4, 5))


def address(given: str, family: str, domain: str) -> str:
    return ".".join(folded(part).replace(" ", "") for part in (given, family)) + f"@{domain}"
