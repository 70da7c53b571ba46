"""Which column is which Field: known words in three languages, near misses, content, choices; what is never taken."""

from __future__ import annotations

import pytest

from mentordesk.domain.people import ALL_FIELDS
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.spreadsheets.headings import Chosen, guess
from mentordesk.spreadsheets.mapping_file import read_mapping

# fmt: off
NEVER = [
    "match with similar identity", "identity to match", "characteristics", "biography", "Kjønn", "Kön", "Gender",
    "Alder", "Ålder", "Age", "Fødselsnummer", "Fødselsnummer (11 siffer)", "Personnummer", "Fødselsdato", "Født",
    "Födelseår", "Date of birth", "Religion", "Trossamfunn", "Health", "Helseopplysninger", "Hälsa", "Sykefravær",
    "Fagforening", "Medlemskap i fagforening", "Fackförbund", "Union membership", "Etnisitet", "Nationality",
    "Sivilstand", "Sexuell läggning",
]
# fmt: on


def keys(*headings, **more):
    return {heading: field.key for heading, field in guess(headings, **more).taken}


@pytest.mark.parametrize("code", [known.code.value for known in LANGUAGES])
def test_every_field_is_known_by_its_title_in_every_language(code):
    titles = [catalog(code).say(field.title) for field in ALL_FIELDS]

    mapping = guess(titles)

    assert [field.key if field else None for field in mapping.fields] == [field.key for field in ALL_FIELDS]


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: field.key)
def test_every_field_is_known_by_its_key_and_its_other_headings(field):
    for heading in (field.key, field.key.upper(), *field.aliases):
        assert keys(heading) == {heading: field.key}, heading


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("  E-POST: ", "email"),
        ("Fornavn *", "given_name"),
        ("Leder siden (år)", "leadership_since"),
        ("Etternavn / Last name", "family_name"),
        ("Etternamn", "family_name"),
        ("Utvecklingsbehovet", "needs"),
        ("Arbetsgivarens godkännande", "confirmation"),
        ("Åpenhet (1-5)", "openness"),
        ("Postnummer", None),
        ("Bestilling", None),
        ("Videreutdanning", None),
        ("Name of your cat", None),
        ("Telefonliste sendt", None),
    ],
)
def test_headings_as_people_write_them(heading, key):
    assert keys(heading) == ({heading: key} if key else {})


def test_no_field_has_two_columns():
    mapping = guess(["E-post", "Mail", "Email"])

    assert [field.key if field else None for field in mapping.fields] == ["email", None, None]
    assert mapping.ignored == ("Mail", "Email")


def test_a_column_of_addresses_is_the_e_mail():
    rows = [["Åse", "ase@example.org"], ["Bo", "bo@example.org"], ["Eli", None]]

    assert keys("Navn", "Hvor nås du?", rows=rows) == {"Navn": "full_name", "Hvor nås du?": "email"}


@pytest.mark.parametrize("other", ["E-postadresse nærmeste leder", "Kontaktperson", "Chefens adress"])
def test_a_column_of_someone_else_s_addresses_is_not(other):
    assert "email" not in keys("Navn", other, rows=[["Åse", "sjef@example.org"]]).values()


@pytest.mark.parametrize("heading", NEVER)
def test_what_is_nobody_s_business_is_never_taken_whoever_asks(heading):
    fields = {field.key for field in ALL_FIELDS}
    rows = [["a@example.org"], ["b@example.org"]]

    assert guess([heading], rows=rows).ignored == (heading,)
    for key in fields:
        assert guess([heading], rows=rows, chosen=Chosen(((heading, key),))).taken == ()


def test_no_field_of_ours_is_among_what_is_never_taken():
    for field in ALL_FIELDS:
        for known in LANGUAGES:
            assert guess([catalog(known.code).say(field.title)]).ignored == ()


@pytest.mark.parametrize(
    "heading", ["Health trust", "Language", "Stage", "Unionens enhet", "Average grade", "Helseforetak"]
)
def test_words_that_only_look_forbidden_may_be_mapped(heading):
    assert guess([heading], chosen=Chosen(((heading, "unit"),))).taken != ()


def test_the_civil_service_s_headings(civil_service):
    identity = {"match with similar identity", "identity to match", "characteristics", "biography"}
    expected = {
        "first name": "given_name",
        "last name": "family_name",
        "email address": "email",
        "both mentor and mentee": "both_roles",
        "job title": "title",
        "grade": "grade",
        "organisation": "unit",
        "profession": "backgrounds",
    }
    for name in ("mentees.csv", "mentors.csv"):
        headings = (civil_service / name).read_text(encoding="utf-8").splitlines()[0].split(",")

        assert keys(*headings) == expected
        assert set(guess(headings).ignored) == identity & set(headings)


def written(tmp_path, content: str):
    path = tmp_path / "m.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_mapping_file_goes_before_every_guess(tmp_path):
    chosen = read_mapping(written(tmp_path, '"Kode" = "email"\n"fornavn" = "family_name"\n"Enhet" = ""\n'))

    mapping = guess(["Fornavn", "Kode", "Enhet", "Stilling"], chosen=chosen)

    assert {heading: field.key for heading, field in mapping.taken} == {
        "Fornavn": "family_name",
        "Kode": "email",
        "Stilling": "title",
    }
    assert mapping.ignored == ("Enhet",)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('"Koden" = "email"', "Kode"),  # no such column: the columns are named
        ('"Kode" = "e_mail"', "given_name"),  # no such field: the fields are named
        ('"Kode" = "email"\n"Navn" = "email"', "email"),
    ],
)
def test_what_a_mapping_file_cannot_ask_for_is_said_with_what_it_can(tmp_path, content, named):
    with pytest.raises(Refused) as refused:
        guess(["Kode", "Navn"], chosen=read_mapping(written(tmp_path, content)))

    assert named in catalog("en").say(refused.value.message)


@pytest.mark.parametrize("content", ["Kode = email", '[x]\na = "email"', '"Kode" = 7', "[[[["])
def test_what_is_no_mapping_file_is_refused(tmp_path, content):
    with pytest.raises(UnusableInput):
        read_mapping(written(tmp_path, content))


def test_a_mapping_file_that_is_missing_or_no_text_is_refused(tmp_path):
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00\xd8")

    for path in (tmp_path / "nowhere.toml", tmp_path, tmp_path / "b.toml"):
        with pytest.raises(UnusableInput):
            read_mapping(path)
