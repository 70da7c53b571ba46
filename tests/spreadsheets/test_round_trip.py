"""What goes out comes in again and changes nothing (R14): whole people, in every form of a list and every language."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.people_import import import_people
from mentordesk.actions.programme_settings import add_criterion
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.units_import import import_units
from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.people import ALL_FIELDS, FULL_NAME, CareLevel, LeadershipLevel, Role
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording
from mentordesk.queries.lists import LISTS, listed
from mentordesk.queries.programmes import import_fields, programmes
from mentordesk.spreadsheets.export import write_table
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import PersonRow, parse
from mentordesk.spreadsheets.sheet import read
from mentordesk.spreadsheets.units import UnitRow, parse_units
from mentordesk.storage.checks import signature
from tests.counts import count

TODAY = date(2026, 11, 23)
NORDIC = "abcåäöæøÅÄÖÆØáčđŋšŧžÁČĐŊŠŦŽïõ"
ODD = ("=SUM(1)", "@x", "+1", "-1", "'quoted", "''", "_x000D_", "NA", "#N/A", "a,b", '"q"', "1e5", "007", "TRUE")
LETTERS = st.text(NORDIC + " '-.", min_size=1, max_size=12)
WORDS = st.one_of(LETTERS, st.sampled_from(ODD)).map(lambda text: " ".join(text.split())).filter(bool)
NAMES = WORDS.filter(lambda text: any(letter.isalnum() for letter in text))
SAID = NAMES.filter(lambda text: text.lower() not in {"na", "-", "?"})
ITEMS = st.lists(SAID, min_size=1, max_size=3, unique=True).map(tuple)
LINES = st.lists(SAID, min_size=1, max_size=3).map("\n".join)
DAYS = st.dates(date(1990, 1, 1), TODAY)
OF_PERSON = {
    "phone": SAID,
    "title": SAID,
    "leadership_level": st.sampled_from(LeadershipLevel),
    "leadership_since": DAYS,
    "leadership_education": st.booleans(),
    "backgrounds": ITEMS,
    "care_level": st.sampled_from(CareLevel),
    "language": st.sampled_from(LanguageCode),
    "spoken": ITEMS,
    "retired": st.booleans(),
    "notes": LINES,
    "tags": ITEMS,
    "unit": st.sampled_from(["Post 3", "Åŋgir", "=A1"]),
    "parent_unit": st.sampled_from(["Klinikk Á", "@klinikk"]),
    "area": SAID,
    "cost_centre": SAID,
    "capacity": st.integers(0, 5),
    "offers": ITEMS,
    "trained_on": DAYS,
    "needs": ITEMS,
    "wishes": ITEMS,
    "vetoes": ITEMS,
    "both_roles": st.booleans(),
    "motivation": st.one_of(st.booleans(), DAYS),
    "confirmation": st.one_of(st.booleans(), DAYS),
    "own_1": st.booleans(),
    "own_2": st.one_of(st.booleans(), st.integers(0, 9_999)),
    "own_3": st.one_of(st.booleans(), DAYS),
    "own_4": st.integers(0, 9_999),
    "openness": st.integers(1, 5),
    "structure": st.integers(1, 5),
}
OWN = (
    (Role.MENTEE, Measure.OWN, "=Blir med, Åse?"),
    (Role.MENTEE, Measure.NUMBER, "Ansatte"),
    (Role.MENTEE, Measure.DAY, "Kurs\u00a0holdt"),
    (Role.MENTOR, Measure.NUMBER, "Ansatte"),
)
SOMEBODY = st.fixed_dictionaries(
    {"given_name": NAMES, "family_name": NAMES, "role": st.sampled_from([Role.MENTEE, Role.MENTOR])},
    optional=OF_PERSON,
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.mentordesk"
    with new_file(path) as store:
        made = create_programme(store, template_key="nno", name="Mentors 2027", starts_on=date(2027, 1, 18))
        for role, measure, title in OWN:
            asked = Criterion("", role, measure, Wording.everywhere(title), figure=3)
            assert add_criterion(store, made.id, asked) in OF_PERSON
    return path


def gone_out(store, subject, programme, path, language):
    found = listed(store, subject, programme)
    say = catalog(language)
    write_table(path, found.headings(say), found.cells(say), subject=subject)


def come_in(store, programme, path):
    sheet = read(path)
    mapping = guess(sheet.headings, import_fields(programme), sheet.rows)
    parsed = parse(sheet, mapping, TODAY)
    assert parsed.problems == ()
    return import_people(store, parsed.rows, programme=programme.id, role=None, today=TODAY)


@pytest.mark.timeout(count(300, 7_200))
@settings(max_examples=count(30, 500), deadline=None)
@given(
    people=st.lists(SOMEBODY, min_size=1, max_size=5),
    ending=st.sampled_from([".csv", ".csv", ".csv", ".xlsx"]),  # one in four costs a process
    language=st.sampled_from(LanguageCode),
)
def test_export_then_import_changes_nothing(written, people, ending, language):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / "people.mentordesk"
        shutil.copy(written, path)
        rows = [
            PersonRow(number, {**person, "email": f"p{number}@example.org"})
            for number, person in enumerate(people, start=2)
        ]
        with open_file(path) as store:
            (programme,) = programmes(store)
            import_people(store, rows, programme=programme.id, role=None, today=TODAY)
            before = signature(store)
            for of in (programme.id, None):
                table = folder / f"list{of is None}{ending}"
                gone_out(store, "people", of, table, language)
                again = come_in(store, programme, table)
                assert (again.added, again.updated, again.unchanged) == (0, 0, len(rows))
                assert again.rejected == again.matches == ()
            table = folder / f"applications{ending}"
            gone_out(store, "applications", programme.id, table, language)
            again = come_in(store, programme, table)
            assert (again.added, again.updated, again.unchanged, again.rejected) == (0, 0, len(rows), ())
            assert signature(store) == before


@settings(max_examples=count(30, 500), deadline=None)
@given(
    units=st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from([None, "Æ", "Ŋ"]), SAID),
        max_size=8,
        unique_by=lambda unit: unit[:2],  # two of one name in one place cannot be told apart
    ),
    language=st.sampled_from(LanguageCode),
)
def test_the_tree_of_units_goes_out_and_comes_in_unchanged(written, units, language):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / "units.mentordesk"
        shutil.copy(written, path)
        with open_file(path) as store:
            import_units(store, [UnitRow(at, name, above, area) for at, (name, above, area) in enumerate(units)])
            before = signature(store)
            table = folder / "units.csv"
            gone_out(store, "units", None, table, language)
            if units:
                again = import_units(store, parse_units(read(table)).rows)
                assert (again.added, again.updated, again.rejected) == (0, 0, ())
            assert signature(store) == before


def test_the_list_of_a_programme_holds_every_field_that_an_import_takes(written):
    with open_file(written) as store:
        (programme,) = programmes(store)
        keys = {column.key for column in listed(store, "people", programme.id).columns}
    assert keys == {field.key for field in import_fields(programme)} - {FULL_NAME.key}


def test_no_list_carries_more_than_its_columns_declare(written):
    classes = {field.key: field.privacy for field in ALL_FIELDS}
    with open_file(written) as store:
        (programme,) = programmes(store)
        for subject in LISTS:
            for of in (None, programme.id):
                columns = listed(store, subject, of).columns
                assert all(column.privacy is classes[column.key] for column in columns if column.key in classes)
                ratings = [column.key for column in columns if column.key in ("openness", "structure", "needs")]
                assert bool(ratings) == (subject == "people" and of is not None)
                assert all(column.privacy in (PrivacyClass.K0, PrivacyClass.K1) for column in columns)
