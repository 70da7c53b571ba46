"""All that a programme may put in its own words (R80): the letters, and the passages of papers.

What is kept of them is asked in queries/own_texts.py. A new kind of letter or a new passage is here by itself.
"""

from __future__ import annotations

from functools import cache

from mentordesk.domain.own_texts import PASSAGES, Text, TextField, Words
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import FIELD_NAMES, LetterKind, letter_name, texts

_OF_EVERY_LETTER = ("name", "given_name", "programme", "sender", "starts_on")


@cache
def editable_texts() -> tuple[Text, ...]:
    """The letters in the order of their kinds, then the passages."""
    return (*(_of_letter(kind) for kind in LetterKind), *PASSAGES)


def editable_text(key: str) -> Text:
    """Raises KeyError for a key that is no text's."""
    for text in editable_texts():
        if text.key == key:
            return text
    raise KeyError(key)


def letter_of(key: str) -> LetterKind | None:
    """The kind of letter that the text is; None of a passage."""
    return next((kind for kind in LetterKind if kind.value == key), None)


def _of_letter(kind: LetterKind) -> Text:
    """It may name what our own text names, and what is known of every letter."""

    def original(code: LanguageCode) -> Words:
        return texts(kind)[code]

    names = dict.fromkeys((*texts(kind)[LanguageCode.EN].fields(), *_OF_EVERY_LETTER))
    return Text(kind.value, letter_name(kind), tuple(TextField(name, FIELD_NAMES[name]) for name in names), original)
