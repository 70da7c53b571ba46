"""All Fields and choices: one key each, one heading each in every language, nothing of a person's identity."""

from __future__ import annotations

from collections import Counter

import pytest

from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import Home
from mentordesk.domain.people import ALL_FIELDS, PERSON_FIELDS, ROLE_NAMES, STATUS_NAMES, ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.storage.records import MentorRecord, ParticipationRecord, PersonRecord

CODES = [known.code.value for known in LANGUAGES]


def test_keys_are_unique():
    assert [key for key, times in Counter(field.key for field in ALL_FIELDS).items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_no_two_fields_share_a_heading(code):
    titles = Counter(folded(catalog(code).say(field.title)) for field in ALL_FIELDS)

    assert [title for title, times in titles.items() if times > 1] == []


def test_a_heading_of_one_language_means_the_same_field_in_every_other():
    meanings: dict[str, set[str]] = {}
    for field in ALL_FIELDS:
        for word in (*field.aliases, *(catalog(code).say(field.title) for code in CODES)):
            if word.strip():
                meanings.setdefault(folded(word), set()).add(field.key)

    assert {word: keys for word, keys in meanings.items() if len(keys) > 1} == {}


@pytest.mark.parametrize(
    ("home", "record"),
    [(Home.PERSON, PersonRecord), (Home.MENTOR, MentorRecord), (Home.PARTICIPATION, ParticipationRecord)],
)
def test_every_field_has_its_column(home, record):
    """A unit is a row of its own, and a whole name is taken apart: the only two without a column of their name."""
    columns = set(record.__table__.columns.keys())
    keys = {field.key for field in ALL_FIELDS if field.home is home} - {"unit", "full_name"}

    assert keys - columns == set()


def test_every_role_and_status_has_a_name():
    assert set(ROLE_NAMES) == set(Role)
    assert set(STATUS_NAMES) == set(ParticipationStatus)


def test_no_field_asks_for_demographics():
    words = {word for field in PERSON_FIELDS for word in folded(f"{field.key} {chr(32).join(field.aliases)}").split()}

    assert words & {"age", "gender", "sex", "kjonn", "kon", "alder", "birth", "fodt", "identity"} == set()
