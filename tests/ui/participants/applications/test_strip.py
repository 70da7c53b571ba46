"""The strip of requirements: every criterion of both programmes seen met, not met and unknown, with its evidence."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from mentordesk.actions.criteria import answer_criterion, except_criterion
from mentordesk.actions.papers import ask_for_paper
from mentordesk.actions.participants import add_participant
from mentordesk.actions.programme_settings import add_criterion
from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind, Standing
from mentordesk.domain.people import Role
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording
from tests.ui.participants.applications.conftest import TODAY
from ui.language import say
from ui.participants.applications.criteria_strip import CriteriaStrip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
KARI = "Kari Berg"
ALL = [(programme, criterion) for programme in ("nno", "nu") for criterion in template(programme).criteria]
# In each language: the three words of the chip, and what shows a yes, a no and nothing.
STANDINGS = {
    "en": ("met", "not met", "unknown", "noted by the team: yes", "noted by the team: no", "nothing known"),
    "nb": (
        "oppfylt",
        "ikke oppfylt",
        "ukjent",
        "notert av programgruppen: ja",
        "notert av programgruppen: nei",
        "ingen opplysninger",
    ),
    "sv": (
        "uppfyllt",
        "inte uppfyllt",
        "okänt",
        "noterat av programgruppen: ja",
        "noterat av programgruppen: nej",
        "inga uppgifter",
    ),
}


@pytest.fixture
def strip_of(shown_over, nno, nu):
    """`strip_of("nu", Role.MENTOR)`: the strip of somebody of whom nothing is known."""

    def make(programme, role):
        shown = shown_over(CriteriaStrip, nno if programme == "nno" else nu, size=(460, 1400))
        id_ = shown.desk.programme_id
        values = {"given_name": "Una", "family_name": "Ny"}
        shown.change(lambda store: add_participant(store, programme=id_, role=role, values=values, today=TODAY))
        shown.show_one("Una Ny")
        return shown

    return make


def card(shown, key):
    found = shown.find(f"criterion_{key}")
    return found.accessibleName().rpartition(": ")[2], found.findChild(QLabel, "evidence").text()


@pytest.mark.parametrize("language", STANDINGS)
@pytest.mark.parametrize(
    ("programme", "role"), [(one, role) for one in ("nno", "nu") for role in (Role.MENTEE, Role.MENTOR)]
)
def test_every_criterion_is_shown_met_not_met_and_unknown(strip_of, speak, language, programme, role):
    speak(language)
    shown = strip_of(programme, role)
    met, not_met, unknown, yes, no, nothing = STANDINGS[language]
    criteria = [criterion for of, criterion in ALL if (of, criterion.role) == (programme, role)]
    assert criteria
    id_ = shown.rows()["Una Ny"].id
    for answer, expected in ((None, (unknown, nothing)), (True, (met, yes)), (False, (not_met, no))):
        for criterion in criteria:
            shown.change(lambda store, key=criterion.key, told=answer: answer_criterion(store, id_, key, told))
        shown.show_one("Una Ny")
        for criterion in criteria:
            assert say(criterion.title) in shown.find(f"criterion_{criterion.key}").accessibleName()
            assert card(shown, criterion.key) == expected


@pytest.mark.parametrize(
    ("role", "papers"),
    [
        (Role.MENTEE, {PaperKind.MOTIVATION, PaperKind.CONFIRMATION, PaperKind.CONTRACT, PaperKind.GOALS}),
        (Role.MENTOR, {PaperKind.CONFIRMATION, PaperKind.CONTRACT, PaperKind.BOOK}),
    ],
)
def test_the_papers_of_the_role_are_there_though_the_programme_asks_for_none(strip_of, role, papers):
    shown = strip_of("nu", role)

    assert {kind for kind in PaperKind if shown.has(f"paper_{kind.value}")} == papers


def test_a_paper_that_was_asked_for_says_by_when(shown_over, nno):
    shown = shown_over(CriteriaStrip, nno, size=(460, 1400))
    id_ = shown.rows()[KARI].id
    shown.change(lambda store: ask_for_paper(store, [id_], PaperKind.CONFIRMATION, date(2026, 12, 7)))
    shown.show_one(KARI)

    assert shown.find("paper_confirmation").text() == "Employer's confirmation, asked for by 7 Dec 2026"


def test_a_number_is_written_into_its_card(shown_over, nno):
    shown = shown_over(CriteriaStrip, nno, size=(460, 1400))
    programme = shown.desk.programme_id
    own = Criterion("", Role.MENTEE, Measure.NUMBER, Wording.everywhere("People led"), Gate.SELECTION, figure=5)
    shown.change(lambda store: add_criterion(store, programme, own))
    shown.show_one(KARI)
    line = shown.find("value_own_1", QLineEdit)
    line.setFocus()
    shown.type("many")
    shown.press(Qt.Key.Key_Return)
    assert line.property("wrong") == "true"

    line.setText("7")
    shown.press(Qt.Key.Key_Return)
    shown.show_one(KARI)

    assert card(shown, "own_1") == ("met", "7; at least 5 is asked for")


def test_an_exception_is_seen_with_who_and_why_and_taken_back(shown_over, nno):
    shown = shown_over(CriteriaStrip, nno, size=(460, 1400))
    id_ = shown.rows()[KARI].id
    key = "mentee_confirmation"
    shown.change(lambda store: except_criterion(store, id_, key, reason="on leave", by="Eva", today=TODAY))
    shown.show_one(KARI)
    assert card(shown, key)[0] == "exception"
    said = shown.find(f"criterion_{key}").findChild(QLabel, "exceptionMade").text()
    assert said == "Exception by Eva on 23 Nov 2026: on leave"

    shown.click(f"answer_{key}")
    shown.click(f"takeBackException_{key}")
    shown.show_one(KARI)

    assert card(shown, key)[0] == "unknown"
    row = next(each for each in shown.known(KARI).criteria if each.key == key)
    assert (row.exception, row.standing) == (None, Standing.UNKNOWN)
