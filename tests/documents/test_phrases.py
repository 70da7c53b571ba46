"""A conversation rule as people say it."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.documents.blocks import Days
from mentordesk.documents.papers.phrases import how_long, how_often, where, who_begins
from mentordesk.documents.typesetting.saying import Voices
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.catalog import catalog


@pytest.mark.parametrize(
    ("days", "least", "nb", "sv"),
    [
        (7, 0, "Omtrent hver uke", "Ungefär varje vecka"),
        (21, 0, "Omtrent hver 3. uke", "Med ungefär 3 veckors mellanrum"),
        (30, 6, "Omtrent én gang i måneden, minst 6 ganger", "Ungefär en gång i månaden, minst 6 gånger"),
        (31, 1, "Omtrent én gang i måneden, minst én gang", "Ungefär en gång i månaden, minst en gång"),
        (10, 0, "Omtrent hver 10. dag", "Med ungefär 10 dagars mellanrum"),
    ],
)
def test_a_rhythm(days: int, least: int, nb: str, sv: str) -> None:
    assert [catalog(code).say(how_often(days, least)) for code in ("nb", "sv")] == [nb, sv]


@pytest.mark.parametrize(("minutes", "said"), [(60, "About an hour"), (120, "About 2 hours"), (90, "About 90 minutes")])
def test_a_length(minutes: int, said: str) -> None:
    assert catalog("en").say(how_long(minutes)) == said


def test_a_place() -> None:
    say = catalog("sv").say

    assert say(where(Mode.DIGITAL)) == "Digitalt"
    assert say(where(Mode.PHYSICAL)) == "Fysiskt"
    assert say(where(Mode.PHYSICAL, neutral=True)) == "Fysiskt, på en neutral plats"
    assert say(where(Mode.PHYSICAL, "biblioteket", neutral=True)) == "Fysiskt: biblioteket"


@pytest.mark.parametrize("role", Role)
def test_somebody_always_begins(role: Role) -> None:
    assert catalog("nb").say(who_begins(role)).endswith("tar den første kontakten.")


@pytest.mark.parametrize(
    ("code", "one", "several"),
    [
        ("nb", "18. januar 2027", "18.–19. jan. 2027"),
        ("sv", "18 januari 2027", "18–19 jan. 2027"),
        ("en", "18 January 2027", "18–19 Jan 2027"),
    ],
)
def test_days_by_locale(code: str, one: str, several: str) -> None:
    voices = Voices([catalog(code)])
    first = date(2027, 1, 18)

    assert voices.joined(first) == voices.joined(Days(first, first)) == one
    assert voices.joined(Days(first, date(2027, 1, 19))) == several
