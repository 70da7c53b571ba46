"""A link opens one letter to one reader with what was written, and nothing that was typed becomes part of the link."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import Letter, LetterKind
from mentordesk.messages.mail_link import LONGEST, mail_link
from tests.counts import count


def link(subject="Plass i programmet", body="Hei,\n\nDu har fått plass.", email="ase@example.org"):
    return mail_link(Letter(LetterKind.SELECTED, LanguageCode.NB, subject, body), email)


def read(made):
    parts = urlsplit(made)
    return parts.scheme, parts.path, parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)


def test_subject_and_body_come_as_they_are_with_the_line_ends_of_mail():
    assert read(link()) == (
        "mailto",
        "ase@example.org",
        [("subject", "Plass i programmet"), ("body", "Hei,\r\n\r\nDu har fått plass.")],
    )


@settings(max_examples=count(200, 10_000))
@given(st.text(max_size=40), st.text(max_size=80))
def test_nothing_typed_is_a_header_or_another_reader(subject, body):
    try:
        subject, body = one_line(subject), clean(body)
    except Refused:
        return
    made = link(f"{subject} &bcc=x@y.no %0D%0Abcc:z@y.no ?cc=a", f"{body}+%0A&body=b#c")

    assert made.isascii()
    assert "\n" not in made
    _, to, fields = read(made)
    assert to == "ase@example.org"
    assert [name for name, _ in fields] == ["subject", "body"]
    assert dict(fields)["subject"] == f"{subject} &bcc=x@y.no %0D%0Abcc:z@y.no ?cc=a"
    assert dict(fields)["body"] == f"{body}+%0A&body=b#c".replace("\n", "\r\n")


@pytest.mark.parametrize("email", ["", "a@b.no,c@d.no", "a@b.no?bcc=c@d.no", "a b@c.no", "a@b.no\nbcc:c@d.no"])
def test_an_address_that_is_none_is_refused(email):
    with pytest.raises(Refused, match="not one plain"):
        link(email=email)


def test_a_long_letter_is_refused_in_words():
    assert len(link(body="a" * 1_600)) <= LONGEST
    with pytest.raises(Refused, match="too long"):
        link(body="å" * 400)
