"""Every letter is there in three languages with the same fields, and what is unknown of a field is marked."""

from __future__ import annotations

from datetime import date, time

import pytest

from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Listed, msg, nmsg, pmsg
from mentordesk.messages.letters import (
    ALERT_LETTER_NAMES,
    FIELD_NAMES,
    LETTER_NAMES,
    LOGBOOK_LETTER_NAMES,
    MEETING_LETTER_NAMES,
    PAIR_LETTER_NAMES,
    LetterKind,
    letter,
    letter_name,
    texts,
)

FIELDS = {
    "name": "Åse Ødegård",
    "given_name": "Åse",
    "programme": "Kull 1",
    "sender": "Kari Ås, NNO",
    "starts_on": date(2027, 1, 11),
    "papers": Listed((msg("Employer's confirmation"), msg("Letter of motivation"))),
    "due_on": date(2027, 2, 1),
    "day": date(2027, 2, 3),
    "time": time(13, 30),
    "place": msg("digital"),
    "other": "Per Lund",
    "days": nmsg("{count} day", "{count} days", 43),
    "first_day": date(2027, 4, 19),
    "last_day": date(2027, 5, 31),
    "ends_on": date(2028, 7, 7),
    "task": "Book the rooms",
    "meeting": msg("Start-up meeting"),
    "when": Listed((date(2027, 1, 26), date(2027, 1, 27))),
    "venue": "Oslo, Tollbugata 22",
    "reply_by": date(2027, 1, 19),
    "contact": Listed(("per@example.org", "22 04 33 04"), any_of=True),
    "first_step": msg("Your mentor will get in touch with you."),
    "ended_on": date(2027, 9, 1),
    "new_mentor": msg("If you would like to have a new mentor, now or later, just tell us."),
    "as_what": pmsg("takes part as a", "mentor"),
    "rhythm": msg("About once a month"),
    "length": nmsg("About an hour", "About {count} hours", 1),
    "gathering_days": nmsg("{count} day in all", "{count} days in all", 5),
    "forms": Listed((msg("Contract"), msg("Logbook"))),
    "loan": "Mentorboken",
    "lent_on": date(2027, 1, 26),
    "back_by": date(2027, 6, 1),
}

ALL_NAMES = (LETTER_NAMES, PAIR_LETTER_NAMES, ALERT_LETTER_NAMES, MEETING_LETTER_NAMES, LOGBOOK_LETTER_NAMES)


@pytest.mark.parametrize("kind", LetterKind)
def test_the_texts_of_a_kind_say_the_same_in_every_language(kind):
    assert sum(kind in names for names in ALL_NAMES) == 1
    assert letter_name(kind)
    told = texts(kind)

    assert set(told) == set(LanguageCode)
    assert len({frozenset(text.fields()) for text in told.values()}) == 1
    assert len({text.body for text in told.values()}) == 3
    assert len({text.body.count("\n\n") for text in told.values()}) == 1, "as many paragraphs"


@pytest.mark.parametrize("code", LanguageCode)
@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_of_which_all_is_known_has_no_gap(kind, code):
    made = letter(kind, FIELDS, code)

    assert made.missing == ()
    assert "\n" not in made.subject
    assert not set("{}‹›") & set(made.subject + made.body)


def test_values_are_said_as_a_reader_of_the_language_expects():
    said = {code: letter(LetterKind.ASK_FOR_PAPER, FIELDS, code).body for code in LanguageCode}

    assert "1. feb. 2027" in said[LanguageCode.NB]
    assert "1 feb. 2027" in said[LanguageCode.SV]
    assert "1 Feb 2027" in said[LanguageCode.EN]
    assert "Employer's confirmation and Letter of motivation" in said[LanguageCode.EN]


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_field_of_which_nothing_is_known_is_named_and_marked(nothing):
    made = letter(LetterKind.INVITED, FIELDS | {"day": nothing, "place": nothing}, LanguageCode.EN)

    assert made.missing == ("day", "place")
    assert "When: ‹the day of the interview› at" in made.body


def test_what_a_value_says_is_never_a_field_and_never_a_line_of_its_own():
    made = letter(LetterKind.SELECTED, FIELDS | {"programme": "{sender}\r\n\r\nBcc: x {0}"}, LanguageCode.EN)

    assert "{sender} Bcc: x {0}" in made.subject
    assert made.body.count("\n\n") == texts(LetterKind.SELECTED)[LanguageCode.EN].body.count("\n\n")


def test_no_text_can_name_what_was_written_of_somebody():
    """No reason, rating, note or wish is a field at all."""
    assert set(FIELD_NAMES) == set(FIELDS)
