"""Invented people for the tests of the matching: one by one, or a whole random cohort with every kind of gap."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from mentordesk.domain.criteria import Criterion, Finding, Gate, Measure, Standing
from mentordesk.domain.ids import ParticipationId, PersonId, UnitId
from mentordesk.domain.people import CareLevel, LeadershipLevel, Role
from mentordesk.domain.programmes import MatchingSettings, Mode
from mentordesk.domain.units import Unit, line_upwards
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, Wording, msg
from mentordesk.matching.candidates import Candidate, FormerPair, Question

TODAY = date(2026, 11, 22)

HOSPITAL, EAST, WEST, WARD_3, WARD_4, WARD_9 = (UnitId(f"unit-{number}") for number in range(6))
UNITS = {
    unit.id: unit
    for unit in (
        Unit(HOSPITAL, "North Hospital"),
        Unit(EAST, "Clinic East", HOSPITAL, "surgery"),
        Unit(WEST, "Clinic West", HOSPITAL, "mental health"),
        Unit(WARD_3, "Ward 3", EAST),
        Unit(WARD_4, "Ward 4", EAST),
        Unit(WARD_9, "Ward 9", WEST),
    )
}
PARENTS = {unit.id: unit.parent for unit in UNITS.values()}
TRAITS: dict[str, Sayable] = {
    "openness": Wording(nb="åpenhet", sv="öppenhet", en="openness"),
    "care": Wording(nb="grundighet", sv="noggrannhet", en="conscientiousness"),
}


def settings(**changes: object) -> MatchingSettings:
    return replace(MatchingSettings(weights={}, rules={}), **changes)  # type: ignore[arg-type]  # by name


def at(unit: UnitId | None) -> dict[str, object]:
    """Where somebody works, as the query would tell."""
    line = line_upwards(unit, PARENTS)
    area = next((UNITS[above].area for above in line if UNITS[above].area), "")
    return {"unit": unit, "line": line, "area": area}


def somebody(name: str, **facts: object) -> Candidate:
    key = name.casefold().replace(" ", "-")
    return Candidate(ParticipationId(f"part-{key}"), PersonId(key), name, **facts)  # type: ignore[arg-type]  # by name


def kari(**facts: object) -> Candidate:
    return somebody("Kari Ås", **facts)


def per(**facts: object) -> Candidate:
    return somebody("Per Lund", **facts)


def question(mentee: Candidate, mentor: Candidate, **facts: object) -> Question:
    known: dict[str, object] = {"settings": settings(), "today": TODAY, "units": UNITS, "traits": TRAITS}
    return Question((mentee,), (mentor,), **(known | facts))  # type: ignore[arg-type]  # by name


def finding(standing: Standing, gate: Gate = Gate.MATCHING, key: str = "years", role: Role = Role.MENTOR) -> Finding:
    title = Wording(nb="minst 5 år som leder", sv="minst 5 år som chef", en="at least 5 years of leadership")
    criterion = Criterion(key, role, Measure.LEADERSHIP_YEARS, title, gate, figure=5)
    evidence: Message = msg("nothing known")
    return Finding(criterion, standing, evidence)


_WORDS = ("Ledelse", "ledelse av endring", "Økonomi", "konflikt", "Change", "change leadership", "budget")
_FIELDS = ("Sykepleie", "sykepleie", "Intensiv", "psykiatri", "kirurgi")
_SPOKEN = ("norsk", "Norska", "svenska", "English", "suomi", "Finska", "polsk")


def random_question(seed: int, mentees: int, mentors: int, *, gaps: float = 0.3, quiet: bool = False) -> Question:
    """The same for the same seed; `gaps` is how often a fact is unknown, `quiet` leaves out most broken rules."""
    draw = random.Random(seed)  # invented people, no secret
    persons = [PersonId(f"person-{number}") for number in range(mentees + mentors + 2)]
    first = tuple(_anybody(draw, f"a{at}", persons[at], persons, gaps, quiet) for at in range(mentees))
    overlap = 0 if quiet else 1  # one person may stand on both sides
    second = tuple(
        _anybody(draw, f"b{at}", persons[mentees + at - overlap if mentees else at], persons, gaps, quiet)
        for at in range(mentors)
    )
    pairs = [(mentee.id, mentor.id) for mentee in first for mentor in second]
    few = min(len(pairs), mentees)
    return Question(
        first,
        second,
        settings(
            weights={key: draw.randint(0, 30) for key in ("background", "focus", "wishes") if draw.random() < 0.8},
            rules={key: draw.random() < 0.8 for key in ("line_of_command", "language", "other_area")},
            gap_years=(draw.randint(0, 6), draw.randint(5, 15)),
        ),
        TODAY,
        UNITS,
        {pair: draw.randint(1, 5) for pair in draw.sample(pairs, few)},
        TRAITS,
        apart=frozenset() if quiet else frozenset(draw.sample(pairs, few // 2)),
        mode=draw.choice((None, *Mode)),
    )


def _anybody(
    draw: random.Random, key: str, person: PersonId, persons: list[PersonId], gaps: float, quiet: bool
) -> Candidate:
    def known(value: object, otherwise: object = None) -> object:
        return otherwise if draw.random() < gaps else value

    def some(words: tuple[str, ...]) -> object:
        return known(tuple(draw.sample(words, draw.randint(0 if gaps else 1, 3))))

    def once() -> dict[PersonId, FormerPair]:
        return {person: FormerPair("Round 1", draw.choice((None, date(2025, 6, 1)))) for person in few()}

    def few() -> frozenset[PersonId]:
        return frozenset() if quiet or draw.random() < 0.8 else frozenset(draw.sample(persons, 1))

    unit = None if draw.random() < gaps or quiet else draw.choice(list(UNITS))
    facts: dict[str, object] = {
        "line_managers": () if quiet else tuple(draw.sample(persons, draw.choice((0, 0, 1, 2)))),
        "level": known(draw.choice(list(LeadershipLevel))),
        "leadership_since": known(date(draw.randint(1985, 2027), draw.randint(1, 12), 15)),
        "backgrounds": some(_FIELDS),
        "care": known(draw.choice(list(CareLevel))),
        "place": known(draw.choice(("Oslo", "oslo ", "Bodø")), ""),
        "spoken": ("norsk",) if quiet else some(_SPOKEN),
        "language": known(draw.choice(list(LanguageCode))),
        "retired": draw.random() < 0.1,
        "needs": some(_WORDS),
        "offers": some(_WORDS),
        "traits": {key: draw.randint(1, 5) for key in ("openness", "care", "calm") if draw.random() >= gaps},
        "wishes": tuple(draw.sample(persons, draw.choice((0, 0, 1, 3)) if gaps else 2)),
        "vetoes": few(),
        "dependent": dict.fromkeys(few()),
        "former": once(),
        "findings": () if quiet else (finding(draw.choice(list(Standing)), draw.choice(list(Gate))),),
        "excepted": frozenset(("years",)) if draw.random() < 0.3 else frozenset(),
        "places": 1 if quiet else draw.choice((0, 1, 1, 2)),
        "away_until": None if quiet or draw.random() < 0.9 else date(2026, 11, draw.randint(20, 25)),
    }
    return Candidate(ParticipationId(key), person, f"Person {key}", **(at(unit) | facts))  # type: ignore[arg-type]  # by name
