"""A draft opens as a draft, says what was written, has one reader; nothing comes in by its fields (fault 60)."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cleaning import clean, one_line
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import Letter, LetterKind
from mentordesk.messages.mail_draft import Attachment, MailAddress, eml
from tests.counts import count

TO = MailAddress("Åse Ødegård", "ase@example.org")


def draft(to=TO, subject="Plass i programmet", body="Hei,\n\nDu har fått plass.", attachments=()):
    made = Letter(LetterKind.SELECTED, LanguageCode.NB, subject, body)
    data = eml(made, to, attachments)
    return BytesParser(policy=policy.default).parsebytes(data)


def test_it_is_a_draft_for_one_reader_in_her_language():
    read = draft()

    assert read["X-Unsent"] == "1"
    assert [(one.display_name, one.addr_spec) for one in read["To"].addresses] == [("Åse Ødegård", "ase@example.org")]
    assert (read["Subject"], read["Content-Language"]) == ("Plass i programmet", "nb")
    assert read.get_content().replace("\r\n", "\n") == "Hei,\n\nDu har fått plass.\n"
    assert not {"From", "Date", "Cc", "Bcc", "Message-ID", "Sender", "Reply-To"} & set(read.keys())


def test_without_an_address_the_line_is_left_to_the_mail_program():
    assert "To" not in draft(to=None)


def test_the_same_letter_makes_the_same_file_with_attachments_too():
    calendar = Attachment("Intervju.ics", b"BEGIN:VCALENDAR", "text", "calendar")
    letter = Letter(LetterKind.INVITED, LanguageCode.NB, "Samtale", "Når: nå")

    assert eml(letter, TO, (calendar,)) == eml(letter, TO, (calendar,))
    read = BytesParser(policy=policy.default).parsebytes(eml(letter, TO, (calendar,)))
    (attached,) = read.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("Intervju.ics", "text/calendar")
    assert read.get_body().get_content().strip() == "Når: nå"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ase",
        "ase@",
        "@example.org",
        "a@b.no,c@d.no",
        "a@b.no, c@d.no",
        "a@b.no;c@d.no",
        "a@b.no c@d.no",
        "a@b@c.no",
        "a@b.no\r\nBcc: c@d.no",
        "a@b.no\nBcc: c@d.no",
        "a@b.no\rBcc: c@d.no",
        "a@b.no%0ABcc:c@d.no",
        "a@b.no%0d%0aBcc:c@d.no",
        "a@b.no?bcc=c@d.no",
        "a?bcc=c@b.no",
        "a&bcc=c@b.no",
        "<a@b.no>",
        "Åse <a@b.no>",
        '"a"@b.no',
        "a@b.no\x00",
        "group:a@b.no;",
        "a(comment)@b.no",
        "a@[127.0.0.1]",
        "a@b.no\u2028Bcc: c@d.no",
    ],
)
def test_what_is_not_one_plain_address_is_refused_with_its_sentence(address):
    with pytest.raises(Refused, match="not one plain e-mail address"):
        draft(MailAddress("Åse", address))


INJECTIONS = (
    "Åse\r\nBcc: evil@example.org",
    "Åse\nBcc: evil@example.org\n\nbody",
    "Åse%0ABcc: evil@example.org",
    "Åse\u2028Bcc: evil@example.org",
    "Åse\x85Bcc: evil@example.org",
    'Åse" <evil@example.org>, "',
    "Åse <evil@example.org>",
    "evil@example.org,",
    "=?utf-8?q?=0ABcc:_evil=40example.org?=",
    "Åse?bcc=evil@example.org",
)


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_name_or_a_subject_brings_in_no_reader_and_no_header(text):
    read = draft(MailAddress(text, "ase@example.org"), subject=text, attachments=(Attachment(text, b"x"),))

    assert [one.addr_spec for one in read["To"].addresses] == ["ase@example.org"]
    assert set(read.keys()) == {"X-Unsent", "To", "Subject", "Content-Language", "MIME-Version", "Content-Type"}


def test_letters_outside_ascii_in_an_address_are_written_as_they_are():
    data = eml(Letter(LetterKind.SELECTED, LanguageCode.NB, "Plass", "Hei"), MailAddress("Åse", "åse@blåbær.no"))

    assert "To: Åse <åse@blåbær.no>\r\n" in data.decode()


TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=count(60, 5000), deadline=None)
@given(TEXT, TEXT, TEXT)
def test_any_text_comes_back_and_adds_nothing(name, subject, body):
    read = draft(MailAddress(name, "a@example.org"), subject=subject, body=clean(body))

    assert [one.addr_spec for one in read["To"].addresses] == ["a@example.org"]
    assert set(read.keys()) <= {
        *("X-Unsent", "To", "Subject", "Content-Language", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    }
    said = read.get_content().replace("\r\n", "\n").rstrip("\n")
    assert said == clean(body).rstrip("\n")
    assert one_line(subject).split() == str(read["Subject"]).split() or "=?" in subject
