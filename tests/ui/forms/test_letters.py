"""Underlined letters: none twice, in whatever language the titles are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mentordesk.domain.people import ALL_FIELDS
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from tests.counts import count
from ui.forms.letters import with_letters


def letter_of(text: str) -> str | None:
    bare = text.replace("&&", "")
    return bare[bare.index("&") + 1].casefold() if "&" in bare else None


@pytest.mark.parametrize("code", list(LanguageCode))
def test_no_two_fields_of_the_product_share_a_letter(code):
    titles = [catalog(code).say(field.title) for field in ALL_FIELDS]
    letters = [letter for letter in map(letter_of, with_letters(titles)) if letter]
    assert len(letters) == len(set(letters)) > 15


@settings(max_examples=count(200, 5_000), deadline=None)
@given(some.lists(some.text(max_size=12), max_size=12), some.text(max_size=3))
def test_the_title_is_unchanged_but_for_its_letter(titles, taken):
    made = with_letters(titles, taken)
    letters = [letter for letter in map(letter_of, made) if letter]
    assert len(letters) == len(set(letters))
    assert not set(letters) & {letter.casefold() for letter in taken}
    for title, text in zip(titles, made, strict=True):
        assert re.sub(r"(?s)&(.)", r"\1", text) == title
