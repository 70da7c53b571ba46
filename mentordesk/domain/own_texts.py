"""Texts that a programme may put in its own words (R80), and what they may name in braces.

A field is a name in braces out of the text's own list; nothing else in braces means anything: no attribute, no index,
no format. The letters are messages/letters.py's; passages of papers stand in PASSAGES. To add one: a line there with
an original in three languages; the paper's query asks for it by its key. The points of a paper are never editable:
they are what the paper is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg

SUBJECT_LENGTH = NAME_LENGTH
BODY_LENGTH = LETTER_LENGTH
_PART = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|[{}]")
_NAME = re.compile(r"\{([a-z_]+)\}")


class Part(StrEnum):
    SUBJECT = "subject"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its fields still in braces; a passage has no subject."""

    subject: str
    body: str

    def fields(self) -> tuple[str, ...]:
        """In the order in which a reader meets them, each once."""
        return tuple(dict.fromkeys(name for text in (self.subject, self.body) for name in fields_in(text)))

    def cleaned(self) -> Words:
        """
        Raises:
            Refused: half a character.
        """
        return Words(one_line(self.subject), clean(self.body))


@dataclass(frozen=True, slots=True)
class TextField:
    """What a text may name in braces."""

    name: str
    title: Message

    @property
    def typed(self) -> str:
        return f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a programme may change; `original` is ours, in every language."""

    key: str
    title: Message
    fields: tuple[TextField, ...]
    original: Callable[[LanguageCode], Words]
    has_subject: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text cannot be kept, and where: `length` characters from `start`."""

    sentence: Message
    part: Part = Part.BODY
    start: int = 0
    length: int = 0


def fields_in(text: str) -> tuple[str, ...]:
    """The names in braces, in order, each as often as it stands there; whether there are such fields, `check` knows."""
    return tuple(name for _, _, name in _parts(text) if name)


def filled(words: Words, said: Mapping[str, str]) -> Words:
    """Each field of `said` in its place; whatever else stands in braces stays as it was typed."""
    return Words(_filled(words.subject, said), _filled(words.body, said))


def check(text: Text, words: Words) -> tuple[Problem, ...]:
    """What keeps `words` from being kept as this text; a letter that no page can print is the action's to find."""
    found = [*_empty(text, words)]
    for part, typed, most in ((Part.SUBJECT, words.subject, SUBJECT_LENGTH), (Part.BODY, words.body, BODY_LENGTH)):
        if len(typed) > most:
            too_long = msg("The text has {length} characters; at most {limit} fit.", length=len(typed), limit=most)
            found.append(Problem(too_long, part, most, len(typed) - most))
        found += _braces(text, part, typed)
    return tuple(found)


def _empty(text: Text, words: Words) -> Iterator[Problem]:
    if text.has_subject and not words.subject.strip():
        yield Problem(msg("The subject is empty."), Part.SUBJECT)
    if not words.body.strip():
        yield Problem(msg("There is no text. To have ours again, choose Back to the original."))


def _braces(text: Text, part: Part, typed: str) -> Iterator[Problem]:
    known = {field.name for field in text.fields}
    for start, piece, name in _parts(typed):
        if piece in ("{", "}"):
            alone = msg(
                "A brace stands alone. For a brace that is to be read, write it twice: {brace}", brace=piece * 2
            )
            yield Problem(alone, part, start, 1)
        elif piece not in ("{{", "}}") and name not in known:
            strange = msg("{field} is no field of this text. Choose one from the list.", field=piece)
            yield Problem(strange, part, start, len(piece))


def _parts(text: str) -> Iterator[tuple[int, str, str]]:
    """Where, what was typed, and the field's name: of all that has braces."""
    for found in _PART.finditer(text):
        name = _NAME.fullmatch(found[0])
        yield found.start(), found[0], name[1] if name is not None else ""


def _filled(text: str, said: Mapping[str, str]) -> str:
    made: list[str] = []
    end = 0
    for start, piece, name in _parts(text):
        made.append(text[end:start])
        end = start + len(piece)
        made.append(piece[0] if piece in ("{{", "}}") else said.get(name, piece) if name else piece)
    return "".join((*made, text[end:]))


def _said_in_catalogs(sentence: Message) -> Callable[[LanguageCode], Words]:
    """Our own sentence, its placeholders being the fields; the catalog fills none in where no value is given."""
    return lambda code: Words("", catalog(code).say(sentence))


def _passage(key: str, title: Message, sentence: Message, *more: TextField) -> Text:
    return Text(key, title, (*more, *_OF_PROGRAMME), _said_in_catalogs(sentence), has_subject=False)


_OF_PROGRAMME = (
    TextField("programme", msg("the programme's name")),
    TextField("owner", msg("whose programme it is")),
    TextField("sender", msg("whoever signs")),
    TextField("starts_on", msg("the day on which the programme begins")),
    TextField("ends_on", msg("the day on which it ends")),
)
PASSAGES: tuple[Text, ...] = (
    _passage(
        "leaflet-introduction",
        msg("Leaflet: how it begins"),
        msg(
            "Leading is easier when somebody with experience listens and asks good questions. "
            "{programme} brings managers who want to develop together with a mentor who has time for them."
        ),
    ),
    _passage(
        "application-introduction",
        msg("Application form: how it begins"),
        msg(
            "We are glad that you want to apply to {programme}. Tell us where you stand as a leader, "
            "and what you would like to develop together with a mentor."
        ),
    ),
    _passage(
        "role-guide-mentee",
        msg("Guide for mentees: the greeting"),
        msg("Welcome as a mentee in {programme}. Here you read what you can expect, and what we expect of you."),
    ),
    _passage(
        "role-guide-mentor",
        msg("Guide for mentors: the greeting"),
        msg(
            "Thank you for being a mentor in {programme}. Here you read what the role asks of you, "
            "and what it can give you."
        ),
    ),
    _passage(
        "certificate-sentence",
        msg("Certificate: the sentence"),
        msg("{name} has taken part in “{meeting}” of {programme}."),
        TextField("name", msg("the name")),
        TextField("meeting", msg("the name of the meeting")),
    ),
    _passage(
        "personal-data-contact",
        msg("Information on personal data: whom to ask"),
        msg("Do you wonder about anything, or do you want to use one of your rights? Ask {sender}."),
    ),
)
