"""The rolling programme: six new managers and a bank of 20 mentors, pensioners among them, from all areas."""

from __future__ import annotations

from datetime import date

from mentordesk.sample.draw import Clinic, Draw, Row, address, words

WORDS = words("nu")
_LANGUAGES = {"sv": "svenska", "nb": "norska", "en": "engelska"}
_SPOKEN = {"sv": "svenska; engelska", "nb": "norska; svenska", "en": "engelska; svenska"}
_OTHER_READERS = {3: "nb", 7: "en"}  # mentors of the wards, by their place among them


def cohort(seed: int) -> list[Row]:
    """The new managers, then the bank."""
    draw = Draw(WORDS, seed)
    clinics = WORDS.clinics
    bank = [_mentor(draw, clinic, clinic.name) for clinic in clinics]
    for at in range(15):
        clinic = clinics[at % len(clinics)]
        bank.append(_mentor(draw, clinic, clinic.wards[1 + at // len(clinics)], _OTHER_READERS.get(at, "sv")))
    for mentor, (unit, above) in zip(bank[-2:], WORDS.tops.items(), strict=True):
        mentor |= {"Enhet": unit, "Överordnad enhet": above, "Område": None, "Befattning": "Områdeschef"}
        mentor |= {"Kostnadsställe": None, "Chefsnivå": "Högre chef"}
    for mentor in (bank[6], bank[11], bank[14]):
        mentor |= {"Pensionär": "ja", "Befattning": "Pensionerad enhetschef"}
    bank[8]["Platser"] = 2
    bank[9]["Platser"] = 0
    bank[12]["Tillgänglig från"] = date(2028, 9, 1)
    new = [_mentee(draw, clinics[at % 5], bank[at % 5], "en" if at == 5 else "sv") for at in range(6)]
    new[1]["Önskad mentor"] = called(bank[13])
    return new + bank


def called(person: Row) -> str:
    return f"{person['Förnamn']} {person['Efternamn']}"


def _mentee(draw: Draw, clinic: Clinic, head: Row, language: str) -> Row:
    return _person(draw, "Adept", clinic, clinic.wards[0], language) | {
        "Befattning": draw.chance.choice(("Enhetschef", "Vårdenhetschef", "Biträdande enhetschef")),
        "Chefsnivå": "Första linjens chef",
        "Chef sedan": draw.month((2026, 4), (2026, 10)),
        "Ledarutbildning": draw.chance.choice(("ja", "nej", None)),
        "Närmaste chef": head["E-post"],
        "Utvecklingsbehov": draw.themes(2, 4),
        "Chefens godkännande": draw.day(date(2026, 9, 1), date(2026, 11, 10)),
    }


def _mentor(draw: Draw, clinic: Clinic, unit: str, language: str = "sv") -> Row:
    head = unit == clinic.name
    return _person(draw, "Mentor", clinic, unit, language) | {
        "Befattning": "Verksamhetschef" if head else "Enhetschef",
        "Chefsnivå": "Mellanchef" if head else "Första linjens chef",
        "Chef sedan": draw.month((2003, 1), (2019, 12)),
        "Ledarutbildning": "ja",
        "Platser": 1,
        "Erbjuder": draw.themes(4, 6),
        "Mentorsutbildning": draw.day(date(2022, 9, 1), date(2026, 10, 20)),
        "Chefens godkännande": draw.day(date(2026, 8, 15), date(2026, 10, 31)),
    }


def _person(draw: Draw, role: str, clinic: Clinic, unit: str, language: str) -> Row:
    given, family = draw.name()
    name, parent, cost_centre = clinic.unit(unit)
    return {
        "Roll": role,
        "Förnamn": given,
        "Efternamn": family,
        "E-post": address(given, family, "example.com"),
        # Numbers that the Swedish telecom authority keeps free for films and books: 070-174 06 05 to 99.
        "Telefon": f"070-174 06 {len(draw.drawn) + 4:02}",
        "Enhet": name,
        "Överordnad enhet": parent,
        "Område": clinic.area,
        "Kostnadsställe": cost_centre,
        "Yrkesbakgrund": draw.backgrounds(clinic, 1),
        "Vårdnivå": "Primärvård" if clinic.primary else "Specialistvård",
        "Ort": clinic.place,
        "Dokumentspråk": _LANGUAGES[language],
        "Talar": _SPOKEN[language],
        "Öppenhet": draw.rating(),
        "Struktur": draw.rating(),
    }
