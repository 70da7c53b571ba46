"""Whom the tests of a recruitment are about: a list of fifty rows with its doubles and its holes, from one seed.

Everybody is invented. A test counts its figures from these rows and writes none of them down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SEED = 2027
APPLICANTS = 48
WITHOUT_CONFIRMATION = 8
REFUSED_BY_EMPLOYER = 3  # of those; nobody knows of the others
WITHOUT_LETTER = 3
TOO_LONG_A_LEADER = 2
NEVER_TAKEN = "Fødselsnummer"

_GIVEN = (
    *("Åse", "Berit", "Dag", "Eva", "Finn", "Grete", "Hanne", "Ingrid", "Jon", "Kari", "Lars", "Marit"),
    *("Nils", "Olav", "Pernille", "Ragnhild", "Sigrid", "Tor", "Unni", "Vidar", "Øystein", "Ánne", "Čáhppe", "Ŋilas"),
)
_FAMILY = (
    *("Aasen", "Berg", "Dahl", "Eide", "Foss", "Grønli", "Hauge", "Iversen", "Johnsen", "Kvam", "Lie", "Moen"),
    *("Nygård", "Opsahl", "Ruud", "Sætre", "Tangen", "Utne", "Vik", "Ødegård", "Åmot", "Guttorm", "Sárá", "Utsi"),
)
_CLINICS = ("Klinikk nord", "Klinikk sør", "Klinikk øst", "Klinikk vest")
_BACKGROUNDS = ("intensive care", "surgery", "psychiatry", "home care", "paediatrics")
_NEEDS = ("delegation", "budget", "difficult conversations", "time management", "building a team")


@dataclass(frozen=True, slots=True)
class Applicant:
    given: str
    family: str
    email: str
    unit: str
    clinic: str
    since: date
    background: str
    need: str
    has_letter: bool
    confirmed: bool | None  # None: the cell is empty
    language: str
    note: str  # of which no letter to anybody may hold a word

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def is_complete(self) -> bool:
        return self.has_letter and self.confirmed is True


def applicants(today: date) -> tuple[Applicant, ...]:
    """The eight without confirmation, the three without a letter and the two who led too long are different people."""
    chance = Random(SEED)
    places = list(range(APPLICANTS))
    chance.shuffle(places)
    unconfirmed = places[:WITHOUT_CONFIRMATION]
    refused = frozenset(unconfirmed[:REFUSED_BY_EMPLOYER])
    rest = places[WITHOUT_CONFIRMATION:]
    letterless = frozenset(rest[:WITHOUT_LETTER])
    long = frozenset(rest[WITHOUT_LETTER : WITHOUT_LETTER + TOO_LONG_A_LEADER])
    names = _names(chance)
    return tuple(
        Applicant(
            given=given,
            family=family,
            email=f"applicant{at}@example.org",
            unit=f"Post {at % 16 + 1}",
            clinic=_CLINICS[at % 16 % len(_CLINICS)],
            since=today - timedelta(days=1_200 if at in long else chance.randrange(60, 600)),
            background=chance.choice(_BACKGROUNDS),
            need=chance.choice(_NEEDS),
            has_letter=at not in letterless,
            confirmed=(None if at not in refused else False) if at in unconfirmed else True,
            language="en" if at % 6 == 0 else "nb",
            note=f"sealed{at:02}word",
        )
        for at, (given, family) in enumerate(names)
    )


def as_pasted(people: tuple[Applicant, ...], *, same: Applicant, swapped: Applicant) -> str:
    """As a spreadsheet lays it on the clipboard: `same` twice under one e-mail, `swapped` with the names the other
    way round and another e-mail."""
    rows = [_row(one) for one in people]
    rows.append(_row(same))
    again = _row(swapped)
    again[0], again[1], again[2] = swapped.family, swapped.given, "another@example.org"
    rows.append(again)
    return "\n".join("\t".join(cells) for cells in (_HEADINGS, *rows))


_HEADINGS = [
    *("Given name", "Family name", "E-mail", "Unit", "Part of", "Job title", "Leader since", "Background", "Needs"),
    *("Letter of motivation", "Employer's confirmation", "Wants support and development in the role"),
    *("Document language", "Notes", NEVER_TAKEN),
]


def _row(one: Applicant) -> list[str]:
    return [
        *(one.given, one.family, one.email, one.unit, one.clinic, "Avdelingssykepleier", one.since.isoformat()),
        *(one.background, one.need, "yes" if one.has_letter else "", _SAID[one.confirmed], "yes"),
        *(one.language, one.note, "01010112345"),
    ]


_SAID = {True: "yes", False: "no", None: ""}


def _names(chance: Random) -> list[tuple[str, str]]:
    """Nobody has the name of another, nor the same two words the other way round."""
    every = [(given, family) for given in _GIVEN for family in _FAMILY]
    return chance.sample(every, APPLICANTS)


MENTORS = 24
UNTRAINED = 4
MENTORS_WITHOUT_CONFIRMATION = 3
_MENTOR_HEADINGS = [
    *("Given name", "Family name", "E-mail", "Unit", "Leader since", "Leadership education", "Background", "Offers"),
    *("Places", "Mentor training", "Rests until", "Employer's confirmation"),
]


def mentors_as_pasted(today: date) -> str:
    """The first ones are untrained, the last ones without confirmation, and one in between rests for a year."""
    chance = Random(SEED + 1)
    rows = []
    for at in range(MENTORS):
        trained = "" if at < UNTRAINED else (today - timedelta(days=40)).isoformat()
        rests = (today + timedelta(days=365)).isoformat() if at == UNTRAINED + 1 else ""
        confirmed = "" if at >= MENTORS - MENTORS_WITHOUT_CONFIRMATION else "yes"
        rows.append(
            [
                *(f"Mentor{at}", chance.choice(_FAMILY), f"mentor{at}@example.org", f"Stab {at % 6 + 1}", "2005-01-01"),
                *("yes", chance.choice(_BACKGROUNDS), chance.choice(_NEEDS), "2", trained, rests, confirmed),
            ]
        )
    return "\n".join("\t".join(cells) for cells in (_MENTOR_HEADINGS, *rows))
