"""Text from outside: what is taken away, what stays, and how words are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentordesk.domain.cleaning import clean, folded, is_plain, one_line, spelling
from mentordesk.domain.refusals import Refused
from tests.counts import count

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Åse\u00a0", "Åse"),
        ("en\r\nto\rtre", "en\nto\ntre"),
        ("a\tb", "a\tb"),
        ("A\u030asa", "Åsa"),
        ("a\x00b\x07c\x85", "abc"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("Čáhp\u200bpe\ufeff\u00ad", "Čáhppe"),
        ("a\u200d\u030a", "å"),
    ],
)
def test_what_cannot_be_seen_goes_and_letters_are_whole(raw, cleaned):
    assert clean(raw) == cleaned


def test_a_tower_of_marks_is_cut_to_eight():
    cleaned = clean("x" + "\u0301" * 5_000)

    assert len(unicodedata.normalize("NFD", cleaned)) == 9


@pytest.mark.parametrize("raw", ["\ud800", "Åse \udc00", "a\ud83d"])
def test_half_a_character_is_refused(raw):
    with pytest.raises(Refused):
        clean(raw)


@given(TEXT)
@settings(max_examples=count(300, 20_000))
@example("a\u200d\u030a")
@example("x" + "\u0301" * 12 + "\u0323" * 3)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(TEXT)
@settings(max_examples=count(300, 20_000))
def test_clean_text_holds_nothing_that_hides(text):
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(letter in "\n\t" or unicodedata.category(letter) != "Cc" for letter in cleaned)
    assert not set(cleaned) & set("\u200b\u202a\u202b\u202d\u202e\u2066\u2069\ufeff")


@given(TEXT)
@settings(max_examples=count(300, 20_000))
def test_plain_text_needs_no_cleaning(text):
    if is_plain(text):
        assert unicodedata.normalize("NFC", text).strip() == clean(text) == text.strip()


@pytest.mark.parametrize("text", ["Åse Ødegård", "Áilu Čáhppe", "Ŋuolas 7", "R&D <b>"])
def test_what_people_type_is_plain(text):
    assert is_plain(text)


def test_one_line_makes_every_run_of_blanks_one():
    assert one_line(" a \n\n b\t\u00a0c ") == "a b c"


@pytest.mark.parametrize(
    ("one", "other"),
    [("ÅSE", "åse"), ("Åse", "ase"), ("Øde-gård", "ode gard"), ("Čáhppe", "cahppe"), ("Ŋuolas", "nuolas"), ("Æ", "ae")],
)
def test_words_are_compared_without_case_marks_and_signs(one, other):
    assert folded(one) == folded(other)


@given(TEXT)
@settings(max_examples=count(200, 20_000))
def test_a_letter_and_its_parts_are_compared_as_one(text):
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÅSE", "åse"),
        ("A\u030ase", "Åse"),
        (" Post  3 ", "post 3"),
        ("Anne‑Lise O’Dell", "anne-lise o'dell"),
        ("Čáhppe", "C\u030ca\u0301hppe"),
        ("STRASSE", "Straße"),
    ],
)
def test_a_name_is_the_same_however_its_letters_are_put_together(one, other):
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Å", "A"),
        ("Ä", "A"),
        ("Ö", "O"),
        ("Ø", "O"),
        ("Ø", "Ö"),
        ("Æ", "Ae"),
        ("Æ", "Ä"),
        ("Ŋ", "N"),
        ("Post A+", "Post A"),
    ],
)
def test_letters_that_only_look_alike_are_names_of_their_own(one, other):
    assert spelling(one) != spelling(other)
    assert spelling(f"{one}berg") != spelling(f"{other}berg")


@given(TEXT)
@settings(max_examples=count(200, 20_000))
def test_a_spelling_is_its_own_spelling_in_either_form(text):
    told = spelling(text)
    assert spelling(told) == told == spelling(unicodedata.normalize("NFD", text))
