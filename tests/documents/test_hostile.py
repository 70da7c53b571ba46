"""Whatever people are called: it comes out as typed, or it is refused; it is never markup and never a box."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.papers.contract import Agreed, ContractContent, JointMeeting, contract
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.typesetting.press import pdf
from mentordesk.documents.typesetting.saying import printable
from mentordesk.domain.programmes import Mode, Signer
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording
from tests.counts import count
from tests.documents.hostile import BROKEN, CLEANED, LITERAL, UNPRINTABLE
from tests.documents.reading import read
from tests.documents.samples import NNO


def everywhere(text: str) -> ContractContent:
    """The text in each place where a user's words stand."""
    return replace(
        NNO,
        letterhead=Letterhead(text, text, colour=text),
        mentee=Party(text, text, text),
        mentor=Party(text, text, text),
        purposes=(Wording.everywhere(text),),
        values=(Wording.everywhere(text),),
        own_rules=(text,),
        agreed=Agreed(Mode.PHYSICAL, text),
        joint_meetings=(JointMeeting(text, None, None, text),),
        coordinator=Contact(text, text, text),
        signers=(Signer(Wording.everywhere(text), text),),
    )


def printed(text: str, languages: str = "nb") -> bytes:
    return pdf(contract(everywhere(text)), [catalog(code) for code in languages.split("+")]).data


def assert_shown(text: str, data: bytes) -> None:
    reading = read(data)
    owned = [node.own for node in reading.root.all()]
    # owner, programme, two parties of three lines, purpose, rule, meeting, its place, contact of three, four signatures
    assert owned.count(text) == 19
    assert f"mellom {text} og {text}" in owned
    assert f"Samarbeidet vårt bygger på {text}." in owned
    assert f"Fysisk: {text}" in owned


def test_there_are_many() -> None:
    assert len(LITERAL) >= 60


@pytest.mark.parametrize("text", LITERAL, ids=lambda text: ascii(text[:24]))
def test_printed_literally(text: str) -> None:
    assert_shown(text, printed(text))


@pytest.mark.parametrize(("text", "shown"), CLEANED, ids=lambda text: ascii(text[:24]))
def test_cleaned_at_the_edge(text: str, shown: str) -> None:
    assert_shown(shown, printed(text))


@pytest.mark.parametrize(("text", "letter"), UNPRINTABLE, ids=lambda text: ascii(text[:24]))
def test_a_letter_that_the_typeface_lacks_is_reported_with_its_text(text: str, letter: str) -> None:
    with pytest.raises(Refused) as refused:
        printed(text)
    say = catalog("nb").say

    assert f"{letter} (U+{ord(letter):04X})" in say(refused.value.message)
    assert any(f"«{printable(text)}»" in say(detail) for detail in refused.value.details)


@pytest.mark.parametrize("text", BROKEN, ids=ascii)
def test_half_a_character_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        printed(text)


@pytest.mark.parametrize("text", ["Per <Lund> & \\(Søn\\)", "W" * 200, "(" * 150, "</para>", "Čáhppe Ŋilas"])
def test_hostile_papers_conform_in_two_languages(text: str) -> None:
    data = printed(text, "nb+sv")

    assert page.is_pdf_compliant_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert page.is_pdf_compliant_bytes(data, profile=page.ValidationProfile.PDF_A_2A)


@settings(max_examples=count(40, 2_000), deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F) | st.characters(), min_size=1, max_size=60))
def test_any_text_is_printed_as_cleaned_or_refused(text: str) -> None:
    try:
        shown = printable(text)
        data = printed(text)
    except Refused:
        return
    if shown:
        assert_shown(shown.replace("\u00a0", " "), data)
