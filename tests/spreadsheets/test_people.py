"""Rows as people: what is taken, what keeps a row out, and that nothing is guessed silently."""

from __future__ import annotations

import time
from datetime import date

import pytest

from mentordesk.domain.people import CareLevel, LeadershipLevel, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.spreadsheets import people
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.names import taken_apart
from mentordesk.spreadsheets.sheet import Sheet, read
from tests.counts import count

TODAY = date(2026, 11, 23)


def parsed(headings, *rows):
    sheet = Sheet(tuple(headings), tuple(map(tuple, rows)), tuple(range(2, len(rows) + 2)))
    return people.parse(sheet, guess(headings, rows=rows), TODAY)


def test_a_row_tells_all_kinds_of_things():
    told = {
        "Rolle": "mentor",
        "Fornavn": "Åse",
        "Etternavn": "Ødegård",
        "E-post": "ase@example.org",
        "Enhet": "Post 3",
        "Overordnet enhet": "Klinikk A",
        "Område": "Kirurgi",
        "Kostnadssted": "4410",
        "Leder siden": "2015",
        "Lederutdanning": "ja",
        "Ledernivå": "mellomleder",
        "Tjenestenivå": "sykehus",
        "Dokumentspråk": "norsk",
        "Snakker": "norsk, engelsk",
        "Kapasitet": "2",
        "Tilbyr": "økonomi",
        "Bekreftelse": " 2026-10-01",
        "Motivasjonsbrev": "ja",
        "Åpenhet": "5",
        "Struktur": "3",
    }

    (person,) = parsed(tuple(told), tuple(told.values())).rows

    assert person.number == 2
    assert person.values == {
        "role": Role.MENTOR,
        "given_name": "Åse",
        "family_name": "Ødegård",
        "email": "ase@example.org",
        "unit": "Post 3",
        "parent_unit": "Klinikk A",
        "area": "Kirurgi",
        "cost_centre": "4410",
        "leadership_since": date(2015, 1, 1),
        "leadership_education": True,
        "leadership_level": LeadershipLevel.MIDDLE,
        "care_level": CareLevel.SPECIALISED,
        "language": LanguageCode.NB,
        "spoken": ("norsk", "engelsk"),
        "capacity": 2,
        "offers": ("økonomi",),
        "confirmation": date(2026, 10, 1),
        "motivation": True,
        "openness": 5,
        "structure": 3,
    }


def test_an_empty_cell_is_unknown_and_no_value():
    (person,) = parsed(("Fornavn", "Lederutdanning", "Kapasitet"), ("Åse", None, "?")).rows

    assert dict(person.values) == {"given_name": "Åse"}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Leder siden", "2026-02-30"),
        ("Leder siden", "03/04/2019"),
        ("Leder siden", "2031-01-01"),
        ("Mentoropplæring", "i fjor"),
        ("E-post", "ase(at)example.org"),
        ("Kapasitet", "mange"),
        ("Kapasitet", 2.5),
        ("Åpenhet", 6),
        ("Rolle", "kokk"),
        ("Dokumentspråk", "fransk"),
        ("Lederutdanning", "kanskje"),
        ("Enhet", "x" * 201),
        ("Etternavn", "x" * 201),
    ],
)
def test_one_bad_cell_keeps_the_whole_row_out_and_says_why(heading, cell):
    found = parsed(("Fornavn", heading), ("Åse", cell), ("Bo", None))

    assert [row.number for row in found.rows] == [3]
    (problem,) = found.problems
    assert (problem.row, problem.column) == (2, heading)
    assert len({catalog(code).say(problem.message) for code in ("nb", "sv", "en")}) == 3


def test_every_reason_is_said():
    found = parsed(("Fornavn", "E-post", "Kapasitet"), ("Åse", "feil", "mange"))

    assert [problem.column for problem in found.problems] == ["E-post", "Kapasitet"]


def test_a_row_without_a_name_and_without_an_address_is_nobody():
    found = parsed(("Fornavn", "E-post", "Enhet"), (None, None, "Post 3"), (None, "a@example.org", None))

    assert [(problem.row, problem.column) for problem in found.problems] == [(2, "")]
    assert [row.values for row in found.rows] == [{"email": "a@example.org"}]


def test_columns_nobody_mapped_are_named():
    found = parsed(("Fornavn", "Yndlingsfarge", "Alder"), ("Åse", "grønn", 44))

    assert found.ignored == ("Yndlingsfarge", "Alder")
    assert dict(found.rows[0].values) == {"given_name": "Åse"}


@pytest.mark.parametrize(
    ("whole", "given", "family"),
    [
        ("Åse Ødegård", "Åse", "Ødegård"),
        ("Ødegård, Åse Marie", "Åse Marie", "Ødegård"),
        ("Åse Marie Ødegård-Næss", "Åse Marie", "Ødegård-Næss"),
        ("Carl von Ek", "Carl", "von Ek"),
        ("Anna van der Berg", "Anna", "van der Berg"),
        ("Von Ek", "Von", "Ek"),
        ("Åse", "Åse", ""),
        ("Čáhppe,", "", "Čáhppe"),
    ],
)
def test_a_whole_name_is_taken_apart(whole, given, family):
    assert taken_apart(whole) == (given, family)

    (person,) = parsed(("Navn",), (whole,)).rows
    assert person.values == {key: part for key, part in (("given_name", given), ("family_name", family)) if part}


def test_names_in_columns_of_their_own_go_before_the_whole_name():
    (person,) = parsed(("Navn", "Etternavn"), ("Åse Marie Ødegård", "Marie Ødegård")).rows

    assert person.values == {"given_name": "Åse Marie", "family_name": "Marie Ødegård"}


def test_people_may_be_called_null():
    (person,) = parsed(("Fornavn", "Etternavn"), ("Na", "Null")).rows

    assert person.values == {"given_name": "Na", "family_name": "Null"}


def test_the_civil_service_s_people_come_in_whole_and_without_an_identity(civil_service):
    for name in ("mentees.csv", "mentors.csv"):
        sheet = read(civil_service / name)

        found = people.parse(sheet, guess(sheet.headings, rows=sheet.rows), TODAY)

        assert (found.read, len(found.rows), found.problems) == (50, 50, ())
        told = str([row.values for row in found.rows]).lower()
        assert [word for word in ("bisexual", "gay", "lesbian", "transgender", "my name is") if word in told] == []


def test_twenty_thousand_people_are_read_in_seconds():
    headings = ("Fornavn", "Etternavn", "E-post", "Enhet", "Fagbakgrunn", "Dokumentspråk", "Kapasitet", "Bekreftelse")
    row = ("Åse", "Ødegård", "ase@example.org", "Post 3", "kirurgi; akutt", "nb", 1, date(2026, 2, 1))
    people_read = count(2_000, 20_000)
    begun = time.process_time()

    found = parsed(headings, *([row] * people_read))

    assert len(found.rows) == people_read
    assert time.process_time() - begun < people_read / 4_000  # five seconds; about two on an idle machine
