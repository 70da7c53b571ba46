"""A text's braces name its fields and nothing else, and whatever may be kept reads as it was meant."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.own_texts import PASSAGES, Part, Text, TextField, Words, check, fields_in, filled
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from tests.counts import count

say = catalog("en").say
FIELDS = (TextField("name", msg("the name")), TextField("programme", msg("the programme's name")))
LETTER = Text("greeting", msg("A greeting"), FIELDS, lambda _: Words("Hello", "Dear {name}"))
SAID = {"name": "Åse <b>Ødegård</b> {programme}", "programme": "Kull 1"}
TRICKS = (
    "{name.__class__}",
    "{name.__class__.__mro__}",
    "{name[0]}",
    "{name!r}",
    "{name:>99999999}",
    "{name!s:{programme}}",
    "{0}",
    "{}",
    "{ name }",
    "{Name}",
    "{nåme}",
    "{",
    "}",
    "{name",
    "name}",
    "{{name}",
    "{na\nme}",
)


def problems(body, subject="Hello"):
    return check(LETTER, Words(subject, body))


@pytest.mark.parametrize("trick", TRICKS)
def test_nothing_but_a_field_of_the_list_may_stand_in_braces(trick):
    body = f"Dear {{name}}, {trick} and so on"

    found = problems(body)

    assert found
    for problem in found:
        assert body[problem.start : problem.start + problem.length] in (*TRICKS, "{", "}")
        assert "{" in say(problem.sentence) or "}" in say(problem.sentence)


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if not fields_in(trick)])
def test_what_is_no_field_is_read_as_it_was_typed(trick):
    """A text from a newer or a meddled-with file is never run."""
    read = filled(Words("", f"Dear {{name}}, {trick}"), {**SAID, "0": "zero", "": "nothing"}).body

    assert read == f"Dear {SAID['name']}, {trick.replace('{{', '{')}"


def test_a_value_is_never_read_as_a_field_or_as_markup():
    assert filled(Words("{programme}: {name}", "{name}"), SAID) == Words(f"Kull 1: {SAID['name']}", SAID["name"])


def test_a_brace_to_be_read_is_written_twice():
    assert problems("Write {{name}} in braces, {name}") == ()
    assert filled(Words("", "Write {{name}} in braces, {programme}"), SAID).body == "Write {name} in braces, Kull 1"


def test_a_problem_says_where_it_is():
    (unknown,) = problems("Dear {name}, by {sender}")
    assert (unknown.part, unknown.start, unknown.length) == (Part.BODY, 16, 8)
    assert say(unknown.sentence) == "{sender} is no field of this text. Choose one from the list."
    (alone,) = problems("Dear {name", "Hello")
    assert (alone.start, say(alone.sentence)[-2:]) == (5, "{{")
    assert [each.part for each in problems("Dear {name}", "")] == [Part.SUBJECT]
    assert [each.part for each in problems("  ", "{nobody}")] == [Part.BODY, Part.SUBJECT]


def test_a_text_has_an_end():
    assert problems("a" * 30_000, "s" * 200) == ()
    assert [say(each.sentence) for each in problems("a" * 30_001, "s" * 201)] == [
        "The text has 201 characters; at most 200 fit.",
        "The text has 30,001 characters; at most 30,000 fit.",
    ]


@settings(max_examples=count(300, 20_000))
@given(st.lists(st.sampled_from(("{", "}", "{{", "}}", "{name}", "{programme}", "a ", "å\n", "[0]", "!r", ":x", "."))))
def test_what_may_be_kept_reads_as_python_itself_would_fill_it_in(pieces):
    body = "Dear " + "".join(pieces)

    if problems(body):
        return
    assert filled(Words("", body), SAID).body == body.format_map(SAID)
    names = [name for _, name, _, _ in Formatter().parse(body) if name]
    assert list(fields_in(body)) == names


@settings(max_examples=count(200, 20_000))
@given(st.text(max_size=60))
def test_no_text_at_all_is_too_much(body):
    check(LETTER, Words(body, body))
    filled(Words(body, body), SAID)


@pytest.mark.parametrize("code", LanguageCode)
@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.key)
def test_our_own_passages_hold_their_own_rules(passage, code):
    words = passage.original(code)

    assert check(passage, words) == ()
    assert words.body != passage.original(LanguageCode.EN).body or code is LanguageCode.EN
    assert set(words.fields()) == set(passage.original(LanguageCode.EN).fields())
