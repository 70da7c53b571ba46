"""The invented people that ship: as the script makes them, and with all that the demo is to show."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from mentordesk.domain.criteria import months_since, years_since
from mentordesk.domain.own_criteria import own_fields
from mentordesk.domain.people import ALL_FIELDS, Role
from mentordesk.domain.templates import template
from mentordesk.i18n.languages import LanguageCode
from mentordesk.sample import cohorts
from mentordesk.sample.cohorts import FILES, FOLDER, SAMPLE_DAY
from mentordesk.spreadsheets import people
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.sheet import read

NNO, NU = "people-nno.xlsx", "people-nu.xlsx"
TEMPLATES = {NNO: "nno", NU: "nu"}
NEXT_ROUND = date(2028, 6, 1)  # the round of the sample is nearly over


def persons(name, role=None):
    sheet = read(FOLDER / name)
    fields = (*ALL_FIELDS, *own_fields(template(TEMPLATES[name]).criteria))
    found = people.parse(sheet, guess(sheet.headings, fields, sheet.rows), SAMPLE_DAY)
    assert (found.problems, found.notices, found.ignored) == ((), (), ())
    return [row.values for row in found.rows if role in (None, row.values["role"])]


def is_free(mentor):
    away = [mentor[key] for key in ("rests_until", "available_from") if key in mentor]
    assert all(day >= NEXT_ROUND for day in away)
    return mentor["capacity"] > 0 and not away


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_files_are_as_the_script_makes_them(tmp_path, file):
    """Otherwise run `python -m mentordesk.sample.cohorts`."""
    cohorts.write(tmp_path)

    assert read(FOLDER / file.name) == read(tmp_path / file.name)


def test_the_script_makes_the_same_bytes_each_time(tmp_path):
    for folder in ("a", "b"):
        cohorts.write(tmp_path / folder)

    for file in FILES:
        assert (tmp_path / "a" / file.name).read_bytes() == (tmp_path / "b" / file.name).read_bytes()


@pytest.mark.parametrize("name", [NNO, NU])
def test_nobody_in_it_is_real(name):
    addresses = [person["email"] for person in persons(name)]

    assert len(set(addresses)) == len(addresses)
    assert {address.split("@")[1] for address in addresses} <= {"example.org", "example.net", "example.com"}
    assert len({(person["given_name"], person["family_name"]) for person in persons(name)}) == len(addresses)


def test_32_mentees_and_34_free_mentors_of_60():
    mentees, bank = persons(NNO, Role.MENTEE), persons(NNO, Role.MENTOR)
    free = [mentor for mentor in bank if is_free(mentor)]

    assert (len(mentees), len(bank), len(free)) == (32, 60, 34)
    assert Counter(mentor["capacity"] for mentor in free) == {1: 31, 2: 3}


def test_all_who_are_free_meet_what_a_list_can_tell():
    for mentee in persons(NNO, Role.MENTEE):
        assert months_since(mentee["leadership_since"], SAMPLE_DAY) <= 24
        assert mentee["motivation"] < SAMPLE_DAY
        assert mentee["confirmation"] < SAMPLE_DAY
    for mentor in filter(is_free, persons(NNO, Role.MENTOR)):
        assert years_since(mentor["leadership_since"], SAMPLE_DAY) >= 5
        assert mentor["leadership_education"]
        assert mentor["backgrounds"]
        assert mentor["trained_on"] < SAMPLE_DAY
        assert mentor["confirmation"] < SAMPLE_DAY


def test_line_management_stands_between_eight_mentees_and_a_free_mentor():
    everybody = {person["email"]: person for person in persons(NNO)}
    managers = [mentee.get("line_manager") for mentee in persons(NNO, Role.MENTEE)]

    assert set(filter(None, managers)) <= set(everybody)
    assert sum(is_free(everybody[manager]) for manager in managers if manager) == 8


def test_two_wish_for_the_same_mentor_and_every_wish_is_for_somebody_in_the_list():
    everybody = persons(NNO)
    names = {f"{person['given_name']} {person['family_name']}" for person in everybody}
    wishes = Counter(name for person in everybody for name in person.get("wishes", ()))

    assert max(wishes.values()) == 2
    assert set(wishes) | {name for person in everybody for name in person.get("vetoes", ())} <= names


def test_some_pairs_must_be_mixed():
    """More mentees than places of free mentors read Swedish, and so do more read English."""
    mentees = Counter(person["language"] for person in persons(NNO, Role.MENTEE))
    places: Counter[LanguageCode] = Counter()
    for mentor in filter(is_free, persons(NNO, Role.MENTOR)):
        places[mentor["language"]] += mentor["capacity"]

    assert sum((mentees - places).values()) >= 2
    assert min(Counter(person["language"] for person in persons(NNO)).values()) >= 5


def test_six_new_managers_and_a_bank_of_twenty():
    new, bank = persons(NU, Role.MENTEE), persons(NU, Role.MENTOR)

    assert (len(new), len(bank)) == (6, 20)
    assert all(months_since(mentee["leadership_since"], SAMPLE_DAY) <= 12 for mentee in new)
    assert any(mentor.get("retired") for mentor in bank)
    assert all("leadership_level" in mentor for mentor in bank)


@pytest.mark.parametrize("name", [NNO, NU])
def test_the_units_come_in_as_one_tree(name):
    parents = {person["unit"]: person["parent_unit"] for person in persons(name)}

    for unit in parents:
        seen = {unit}
        while (unit := parents.get(unit)) is not None:
            assert unit not in seen
            seen.add(unit)
