"""All that the matching weighs of one participant (R30, R31): each fact, what it counts in, where it comes from.

What is read for it is in profile_ground.py. What two of them have in common is told by the factors and rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mentordesk.domain.criteria import Standing, years_since
from mentordesk.domain.fields import Field
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import CARE, LEVELS, MENTOR_FIELDS, PERSON_FIELDS, RATING_FIELDS, UNIT_FIELDS, Role
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.i18n.message import Listed, Message, Sayable, Wording, msg, nmsg
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.rules import applying
from mentordesk.matching.scores import weights_of
from mentordesk.matching.tongues import named
from mentordesk.queries.interviews import NEEDS, OFFERS, Choosable, Wish
from mentordesk.queries.profile_ground import Ground, ground_over
from mentordesk.queries.sources import Source
from mentordesk.storage.store import Store

_TITLES: dict[str, Sayable] = {field.key: field.title for field in (*PERSON_FIELDS, *UNIT_FIELDS, *MENTOR_FIELDS)}
_NEUTRAL = msg("Not known: it counts neither for nor against.")
_UNSEEN = msg("Not known: the rule cannot look at it.")


class Lead(Enum):
    """Where a fact is noted, if not in the profile itself."""

    OVERVIEW = "overview"
    INTERVIEW = "interview"
    REQUIREMENTS = "requirements"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Fact:
    """`said` is empty where nothing is known; `missing` says what that does, and is None where nothing need be known.

    `counts`: the factors with their weight, and the rules, that ask about it in this programme; with none it counts
    in nothing. `field`: the Field to be filled in where it leads.
    """

    key: str
    title: Sayable
    said: tuple[Sayable, ...]
    counts: tuple[Message, ...]
    source: Source | None = None
    missing: Message | None = None
    lead: Lead | None = None
    field: str = ""

    @property
    def is_missing(self) -> bool:
        return self.missing is not None and bool(self.counts)


@dataclass(frozen=True, slots=True)
class MatchingProfile:
    """Words, wishes and vetoes are changed here; all else where its fact leads."""

    participation: ParticipationId
    role: Role
    name: str
    words_field: Field
    words: tuple[str, ...] | None
    wishes: tuple[Wish, ...]
    vetoes: tuple[Wish, ...]
    unmet_names: tuple[str, ...]  # wished for or not, as they were written, of people who are not in the programme
    choosable: tuple[Choosable, ...]
    own: tuple[Fact, ...]  # words, wishes and vetoes, in this order: what they count in and where they come from
    facts: tuple[Fact, ...]

    @property
    def missing(self) -> int:
        return sum(fact.is_missing for fact in (*self.own, *self.facts))


def matching_profile(store: Store, participation: ParticipationId, *, today: date) -> MatchingProfile:
    """Raises Refused for somebody who takes no part in the programme any more."""
    with store.reading() as session:
        ground = ground_over(session, participation, today)
    facts = _Facts(ground, today)
    words = NEEDS if ground.role is Role.MENTEE else OFFERS
    return MatchingProfile(
        participation,
        ground.role,
        ground.name,
        words,
        ground.words,
        ground.wishes,
        ground.vetoes,
        ground.unmet_names,
        ground.choosable,
        tuple(facts.own(words)),
        tuple(facts.others()),
    )


class _Facts:
    def __init__(self, ground: Ground, today: date) -> None:
        self._ground = ground
        self._today = today
        self._counts = _counts(ground.matching)

    def own(self, words: Field) -> Iterator[Fact]:
        ground, home = self._ground, "participation" if self._ground.role is Role.MENTEE else "mentor"
        missing = None if ground.words else _NEUTRAL
        source = ground.source(home, words.key)
        yield Fact(words.key, words.title, (), self._in("focus"), source if ground.words else None, missing)
        yield Fact("wishes", msg("Wishes"), (), self._in("wishes"), ground.wish_source(veto=False))
        yield Fact("vetoes", msg("Not together with"), (), self._in("veto"), ground.wish_source(veto=True))

    def others(self) -> Iterator[Fact]:
        yield from self._experience()
        yield from self._ratings()
        yield from self._practical()
        yield from self._organisation()
        yield from self._standing()

    def _experience(self) -> Iterator[Fact]:
        ground = self._ground
        yield self._person("backgrounds", _texts(ground.backgrounds), "background")
        since = ground.leadership_since
        yield self._person("leadership_since", () if since is None else (self._since(since),), "experience")
        level = ground.level
        yield self._person("leadership_level", () if level is None else (LEVELS.label(level),), "experience")

    def _since(self, since: date) -> Message:
        years = years_since(since, self._today)
        return nmsg("{day} ({count} year)", "{day} ({count} years)", years, day=since)

    def _ratings(self) -> Iterator[Fact]:
        ground = self._ground
        for field in RATING_FIELDS:
            points = ground.traits.get(field.key)
            said = () if points is None else (msg("{points} of 5", points=points),)
            missing = None if said else msg("Not rated in an interview: it counts neither for nor against.")
            source = ground.rating_source(field.key)
            counts = self._in("personality")
            yield Fact(field.key, field.title, said, counts, source, missing, Lead.INTERVIEW, field.key)
        noted = tuple(msg("{name}: {points}", name=each.name, points=each.points) for each in ground.chemistry)
        yield Fact("chemistry", msg("Chemistry"), noted, self._in("chemistry"), None, None, Lead.INTERVIEW)

    def _practical(self) -> Iterator[Fact]:
        ground = self._ground
        yield self._person("spoken", _sayable(named(ground.spoken)), "practical", "language")
        if not ground.digital:
            yield self._person("place", _texts((ground.place,)), "practical")
        care = ground.care
        yield self._person("care_level", () if care is None else (CARE.label(care),), "practical")

    def _organisation(self) -> Iterator[Fact]:
        ground = self._ground
        yield self._person("unit", _texts(ground.units), "same_unit", "line_of_command")
        area = _texts((ground.area,))
        counts = self._in("other_area")
        yield Fact("area", _TITLES["area"], area, counts, None, None if area else _NEUTRAL)
        yield self._person("line_manager", _texts(ground.line_managers), "line_of_command")
        told = tuple(_dependence(each.name, each.recorded_on) for each in ground.dependences)
        counts = self._in("recorded_dependence")
        yield Fact("dependence", msg("Positions of dependence"), told, counts, None, None, Lead.PAIR)
        former = tuple(msg("{name}: {programme}", name=name, programme=where) for name, where in ground.former)
        yield Fact("former", msg("Was in a pair with"), former, self._in("not_again"), None, None, Lead.PAIR)

    def _standing(self) -> Iterator[Fact]:
        ground = self._ground
        if ground.places is not None:
            places = ground.places
            said = nmsg("{left} of {count} place free", "{left} of {count} places free", places.most, left=places.left)
            told = (said,) if ground.away_until is None else (said, msg("away until {day}", day=ground.away_until))
            counts, source = self._in("capacity"), ground.source("mentor", "capacity")
            yield Fact("capacity", _TITLES["capacity"], told, counts, source, None, Lead.OVERVIEW, "capacity")
        met = [each for each in ground.findings if each.standing is Standing.MET]
        open_ = [each.criterion for each in ground.findings if each.standing is not Standing.MET]
        open_ = [criterion for criterion in open_ if criterion.key not in ground.excepted]
        said = nmsg(
            "{met} of {count} requirement is met",
            "{met} of {count} requirements are met",
            len(ground.findings),
            met=len(met),
        )
        waiting = Listed(tuple(criterion.title for criterion in open_))
        missing = msg("Not met, or not known: {titles}.", titles=waiting) if open_ else None
        counts = self._in("eligibility")
        yield Fact("criteria", msg("Requirements"), (said,), counts, None, missing, Lead.REQUIREMENTS)

    def _person(self, key: str, said: tuple[Sayable, ...], *asked_by: str) -> Fact:
        """Of a Field of the person; a factor counts as neutral what is not known, a rule sees nothing."""
        column = {"unit": "unit_id"}.get(key, key)
        source = self._ground.source("person", column) if said else None
        counts = self._in(*asked_by)
        factor = any(each.key in asked_by for each in FACTORS)
        missing = None if said else _NEUTRAL if factor else _UNSEEN
        return Fact(key, _TITLES[key], said, counts, source, missing, Lead.OVERVIEW, key)

    def _in(self, *keys: str) -> tuple[Message, ...]:
        return tuple(each for key in keys for each in self._counts.get(key, ()))


def _counts(settings: MatchingSettings) -> dict[str, list[Message]]:
    """The factor with its weight and the rule of a key, as far as the programme has them; an area may be in both."""
    found: dict[str, list[Message]] = {}
    for factor, weight in zip(FACTORS, weights_of(settings.weights), strict=True):
        if weight:
            found[factor.key] = [msg("{factor}: weight {weight}", factor=factor.title, weight=weight)]
    for rule in applying(settings):
        found.setdefault(rule.key, []).append(msg("Rule: {rule}", rule=rule.title))
    return found


def _dependence(name: str, day: date | None) -> Sayable:
    return Wording.everywhere(name) if day is None else msg("{name}, since {day}", name=name, day=day)


def _sayable(listed: Listed) -> tuple[Sayable, ...]:
    return tuple(Wording.everywhere(each) if isinstance(each, str) else each for each in listed.items)


def _texts(words: tuple[str, ...]) -> tuple[Sayable, ...]:
    return tuple(Wording.everywhere(word) for word in words if word)
