"""The cohort of nurse leaders: 32 mentees, and a bank of 60 mentors of whom 34 are free this round.

Line management stands between eight mentees and the head of their clinic; two mentees wish for the same mentor;
more mentees than free mentors read Swedish or English, so that some pairs need papers in two languages, and one
mentee speaks English only.
Who is free meets every criterion of the template that a list of people can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentordesk.sample.draw import Clinic, Draw, Row, address, words

WORDS = words("nno")
_LED_BY_A_MENTOR = 4  # clinics
_SAMI_NAMES = 8  # the first of the given names
_LANGUAGES = {"nb": "bokmål", "sv": "svensk", "en": "engelsk"}


def cohort(seed: int) -> list[Row]:
    """Mentees, then the mentors that are free, then those that are not."""
    draw = Draw(WORDS, seed)
    led, others = WORDS.clinics[:_LED_BY_A_MENTOR], WORDS.clinics[_LED_BY_A_MENTOR:]
    heads = {clinic.name: _mentor(draw, clinic, clinic.name) for clinic in WORDS.clinics}
    mentees = _mentees(draw, led, others, heads)
    wards = [(c, ward) for c in led for ward in c.wards[2:]] + [(c, ward) for c in others for ward in c.wards[3:]]
    languages = ["sv"] * 2 + ["en"] * 2 + ["nb"] * len(wards)
    free = [heads[clinic.name] for clinic in led]
    free += [_mentor(draw, *ward, language) for ward, language in zip(wards + wards[:4], languages, strict=True)]
    for mentor in free[10:13]:
        mentor["Kapasitet"] = 2
    free[-1] |= {"Pensjonist": "ja", "Stilling": "Pensjonert oversykepleier"}
    away = [heads[clinic.name] for clinic in others]
    away += [_director(draw, hospital, trust) for hospital, trust in WORDS.tops.items()]
    away += [_mentor(draw, *draw.chance.choice(wards), ("nb", "nb", "nb", "sv", "en")[at % 5]) for at in range(16)]
    for at, mentor in enumerate(away):
        mentor |= _not_free(draw, at)
    _say_wishes(mentees, free)
    next(mentee for mentee in mentees if mentee["Dokumentspråk"] == _LANGUAGES["en"])["Snakker"] = "engelsk"
    return mentees + free + away


def called(person: Row) -> str:
    return f"{person['Fornavn']} {person['Etternavn']}"


def _mentees(draw: Draw, led: Sequence[Clinic], others: Sequence[Clinic], heads: dict[str, Row]) -> list[Row]:
    seats: list[tuple[Clinic, str, Row | None]]
    seats = [(clinic, ward, heads[clinic.name]) for clinic in led for ward in clinic.wards[:2]]
    for at, clinic in enumerate(others):
        first, second, third = clinic.wards[:3]
        seats += [(clinic, first, heads[clinic.name]), (clinic, second, None), (clinic, third, None)]
        seats += [(clinic, third, None)] if at < 3 else []
    languages = ["sv"] * 4 + ["en"] * 4 + ["nb"] * (len(seats) - 8)
    draw.chance.shuffle(languages)
    return [_mentee(draw, *seat, language) for seat, language in zip(seats, languages, strict=True)]


def _mentee(draw: Draw, clinic: Clinic, ward: str, head: Row | None, language: str) -> Row:
    return _person(draw, "Adept", clinic, ward, language) | {
        "Stilling": draw.chance.choice(("Avdelingssykepleier", "Seksjonsleder", "Enhetsleder", "Assisterende leder")),
        "Ledernivå": "Mellomleder" if draw.chance.random() < 0.2 else "Førstelinjeleder",
        "Leder siden": draw.month((2025, 3), (2026, 9)),
        "Lederutdanning": draw.chance.choice(("ja", "nei", "nei", None)),
        "Nærmeste leder": head["E-post"] if head else None,
        "Utviklingsbehov": draw.themes(2, 4),
        "Ønsker støtte og utvikling i lederrollen": "ja",
        "Motivasjonsbrev": draw.day(date(2026, 9, 1), date(2026, 10, 15)),
        "Arbeidsgivers bekreftelse": draw.day(date(2026, 9, 15), date(2026, 10, 31)),
    }


def _mentor(draw: Draw, clinic: Clinic, unit: str, language: str = "nb") -> Row:
    if unit == clinic.name:
        title, level = "Virksomhetsleder" if clinic.primary else "Klinikksjef", "Mellomleder"
    else:
        title = draw.chance.choice(("Avdelingsleder", "Oversykepleier", "Seksjonsleder", "Fagsjef"))
        level = draw.chance.choice(("Førstelinjeleder", "Mellomleder", "Mellomleder"))
    return _person(draw, "Mentor", clinic, unit, language) | {
        "Stilling": title,
        "Ledernivå": level,
        "Leder siden": draw.month((2002, 1), (2019, 12)),
        "Kapasitet": 1,
        "Tilbyr": draw.themes(4, 7),
        "Mentoropplæring": draw.day(date(2023, 9, 1), date(2026, 10, 20)),
        "Arbeidsgivers bekreftelse": draw.day(date(2026, 8, 15), date(2026, 10, 31)),
    }


def _person(draw: Draw, role: str, clinic: Clinic, unit: str, language: str) -> Row:
    given, family = draw.name()
    name, parent, cost_centre = clinic.unit(unit)
    spoken = {"nb": draw.chance.choice(("norsk", "norsk; engelsk", "norsk; engelsk"))}
    if given in WORDS.given_names[:_SAMI_NAMES]:
        spoken["nb"] = "norsk; samisk"
    return {
        "Rolle": role,
        "Fornavn": given,
        "Etternavn": family,
        "E-post": address(given, family, "example.org" if clinic.primary else "example.net"),
        "Enhet": name,
        "Overordnet enhet": parent,
        "Område": clinic.area,
        "Kostnadssted": cost_centre,
        "Lederutdanning": "ja",
        "Fagbakgrunn": draw.backgrounds(clinic, 2),
        "Tjenestenivå": "Primærhelsetjenesten" if clinic.primary else "Spesialisthelsetjenesten",
        "Arbeidssted": clinic.place if draw.chance.random() < 0.9 else None,
        "Dokumentspråk": _LANGUAGES[language],
        "Snakker": (spoken | {"sv": "svensk; norsk; engelsk", "en": "engelsk; norsk"})[language],
        "Åpenhet (1–5)": draw.rating(),
        "Struktur (1–5)": draw.rating(),
        "Stikkord": draw.chance.choice(WORDS.tags) if draw.chance.random() < 0.15 else None,
    }


def _director(draw: Draw, hospital: str, trust: str) -> Row:
    clinic = next(each for each in WORDS.clinics if each.parent == hospital)
    return _mentor(draw, clinic, clinic.name) | {
        "Enhet": hospital,
        "Overordnet enhet": trust,
        "Område": None,
        "Kostnadssted": str(clinic.cost_centre // 1000 * 1000),
        "Stilling": "Sykehusdirektør",
        "Ledernivå": "Toppleder",
    }


def _not_free(draw: Draw, at: int) -> Row:
    """Why a mentor of the bank takes nobody this round; what is not asked for then may be unknown."""
    unknown: Row = {"Arbeidsgivers bekreftelse": None, "Mentoropplæring": None} if at % 5 == 0 else {}
    if at < 10:
        return unknown | {"Kapasitet": 0}
    if at < 19:
        return unknown | {"Pause til": draw.month((2028, 6), (2029, 6))}
    return unknown | {"Tilgjengelig fra": draw.month((2028, 8), (2029, 1))}


def _say_wishes(mentees: Sequence[Row], mentors: Sequence[Row]) -> None:
    """By name, as people write them; none is for the head of somebody's own clinic."""
    for mentee, wished in ((9, (14,)), (20, (14,)), (15, (22, 25)), (27, (6,))):
        mentees[mentee]["Ønsket mentor"] = "; ".join(called(mentors[at]) for at in wished)
    mentees[12]["Ikke sammen med"] = called(mentors[18])
