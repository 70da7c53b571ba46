"""Fields: what each kind reads from a cell or a form, what it refuses, and that what it shows is read as the same."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentordesk.domain.dates import shortened
from mentordesk.domain.fields import (
    ChoiceField,
    DateField,
    EmailField,
    LanguageField,
    ListField,
    NameField,
    NumberField,
    PaperField,
    SinceField,
    TextField,
    YesNoField,
    language_named,
)
from mentordesk.domain.people import ALL_FIELDS, LEVELS, LeadershipLevel
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import msg
from tests.counts import count

TODAY = date(2026, 11, 22)
TITLE = msg("Name")
DAY = DateField("day", TITLE)
SINCE = SinceField("since", TITLE)
WORDS = ListField("words", TITLE)
NUMBER = NumberField("number", TITLE, low=1, high=5)
YES_NO = YesNoField("yes_no", TITLE)
PAPER = PaperField("paper", TITLE)
EMAIL = EmailField("email", TITLE)
LEVEL = ChoiceField("level", TITLE, choices=LEVELS)
LANGUAGE = LanguageField("language", TITLE)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (TextField("a", TITLE), "  Åse \u00a0 Ødegård ", "Åse Ødegård"),
        (TextField("a", TITLE), 4711.0, "4711"),
        (TextField("a", TITLE, lines=True), "en\r\nto ", "en\nto"),
        (NameField("a", TITLE), "Null", "Null"),
        (EMAIL, " Ase@Example.ORG ", "Ase@example.org"),
        (EMAIL, "åse@example.org", "åse@example.org"),
        (DAY, "2026-11-02", date(2026, 11, 2)),
        (DAY, "2.11.2026", date(2026, 11, 2)),
        (DAY, "02. 11. 2026", date(2026, 11, 2)),
        (DAY, "22/11/2026", date(2026, 11, 22)),
        (DAY, "11/22/2026", date(2026, 11, 22)),
        (DAY, "11/11/2026", date(2026, 11, 11)),
        (DAY, "2026-11-02 00:00:00", date(2026, 11, 2)),
        (DAY, date(2026, 11, 2), date(2026, 11, 2)),
        (DAY, datetime.fromisoformat("2026-11-02T10:00"), date(2026, 11, 2)),
        (SINCE, "2015", date(2015, 1, 1)),
        (SINCE, 2015.0, date(2015, 1, 1)),
        (SINCE, "7", date(2019, 11, 1)),
        (SINCE, "7,5 år", date(2019, 5, 1)),
        (SINCE, 0.25, date(2026, 8, 1)),
        (SINCE, "1.3.2019", date(2019, 3, 1)),
        (NUMBER, "5", 5),
        (NUMBER, 3.0, 3),
        (NUMBER, "2,0", 2),
        (YES_NO, "JA", True),
        (YES_NO, False, False),
        (YES_NO, "nej", False),
        (PAPER, "ja", True),
        (PAPER, "nei", False),
        (PAPER, "2026-10-01", date(2026, 10, 1)),
        (WORDS, "kirurgi; akutt ;; kirurgi", ("kirurgi", "akutt")),
        (WORDS, "kirurgi, akutt", ("kirurgi", "akutt")),
        (WORDS, "møter, mål; akutt", ("møter, mål", "akutt")),
        (WORDS, "en\nto", ("en", "to")),
        (LEVEL, "mellomleder", LeadershipLevel.MIDDLE),
        (LEVEL, "Första linjens chef", LeadershipLevel.FIRST_LINE),
        (LEVEL, "senior", LeadershipLevel.SENIOR),
        (LANGUAGE, "Bokmål", LanguageCode.NB),
        (LANGUAGE, "svenska", LanguageCode.SV),
    ],
)
def test_what_a_field_reads(field, cell, value):
    assert field.parse(cell, TODAY) == value


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        (TextField("a", TITLE), "x" * 201),
        (EMAIL, "ase@"),
        (EMAIL, "a@b.no; c@d.no"),
        (EMAIL, "Åse <ase@example.org>"),
        (EMAIL, "x" * 250 + "@example.org"),
        (DAY, "03/04/2026"),
        (DAY, "3-4-2026"),
        (DAY, "31.2.2026"),
        (DAY, "22.11.26"),
        (DAY, "22.11.0026"),
        (DAY, "2026-11.02"),
        (DAY, "45000"),
        (DAY, "i går"),
        (SINCE, "2027-01-01"),
        (SINCE, "2027"),
        (SINCE, "61"),
        (SINCE, "1900"),
        (SINCE, "-3"),
        (NUMBER, "0"),
        (NUMBER, "6"),
        (NUMBER, 2.5),
        (NUMBER, "1e2"),
        (NUMBER, "٣"),
        (YES_NO, "kanskje"),
        (PAPER, "snart"),
        (WORDS, "x" * 201),
        (LEVEL, "konge"),
        (LANGUAGE, "suomi"),
    ],
)
def test_what_a_field_refuses_it_says_in_every_language(field, cell):
    with pytest.raises(Refused) as refused:
        field.parse(cell, TODAY)

    assert len({catalog(known.code).say(refused.value.message) for known in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: field.key)
@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–", "?", "\u200b"])
def test_nothing_is_unknown_in_every_field(field, cell):
    try:
        assert field.parse(cell, TODAY) is None
    except Refused:
        assert cell == "\u200b"  # something stands there, though nobody sees it


@pytest.mark.parametrize("cell", ["n/a", "NA", "ukjent", "Okänt", "unknown", "None"])
def test_words_for_nothing_are_unknown_but_may_be_names(cell):
    assert TextField("a", TITLE).parse(cell, TODAY) is None
    assert NameField("a", TITLE).parse(cell, TODAY) == cell


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
@given(data=st.data())
@settings(max_examples=count(100, 5_000), deadline=None)
def test_what_a_field_shows_is_read_as_the_same(code, data):
    """Exporting and importing again changes nothing (R14)."""
    field = data.draw(st.sampled_from(ALL_FIELDS))
    cells = st.one_of(
        st.text(alphabet="aåæøŋ ,;|\n-?19.", max_size=12),
        st.sampled_from(
            ["ja", "nei", "2019-03-01", "3", "middle", "primary", "mentor", "sv", "a@example.org", "a, b;"]
        ),
    )
    try:
        value = field.parse(data.draw(cells), TODAY)
    except Refused:
        return

    assert field.parse(field.entry(value, catalog(code)), TODAY) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
@settings(max_examples=count(100, 5_000))
@example(date(2026, 3, 4))
def test_a_day_is_never_read_as_another(day):
    """In the form with slashes a day is read as itself, or refused."""
    assert DAY.parse(f"{day:%d.%m.%Y}", TODAY) == DAY.parse(day.isoformat(), TODAY) == day
    try:
        assert DAY.parse(f"{day:%d/%m/%Y}", TODAY) == day
    except Refused:
        assert day.day <= 12
        assert day.day != day.month


@given(st.text(), st.sampled_from(ALL_FIELDS))
@settings(max_examples=count(300, 20_000), deadline=None)
def test_no_text_surprises_a_field(text, field):
    with suppress(Refused):
        field.parse(text, TODAY)


def test_a_refusal_quotes_no_more_than_fits_a_line():
    assert shortened("x" * 100) == "x" * 39 + "…"
    assert shortened("en\n to") == "en to"


def test_a_spoken_language_is_known_by_each_of_its_names():
    assert {language_named(word) for word in ("norsk", "Norwegian", "norska")} == {"nb"}
    assert language_named("Samisk") == "samisk"
