"""A mentee who gets no mentor in this round, and one who waited since the last: decided, taken back, brought in."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from mentordesk.actions.programmes import create_programme
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.matching import question
from mentordesk.queries.no_match import no_matches
from mentordesk.queries.programmes import programmes
from tests.ui.matching_board.alone import TODAY, show_alone
from ui.matching_board.pairs.no_match import NoMatchPanel


@pytest.fixture
def at_no_match(qtbot, desk_over, settled, example):
    def open_(path=None, **how):
        hands = show_alone(qtbot, desk_over, settled, path or example, NoMatchPanel, **how)
        hands.panel.open_for()
        hands.wait()
        return hands

    return open_


def decisions(hands):
    programme = hands.desk.programme_id
    return hands.ask(lambda store: no_matches(store, programme))


def decide(hands, reason="No mentor knows the field this year"):
    mentee = hands.panel.form.mentees.currentData()
    hands.write("noMatchReason", reason)
    hands.press(Qt.Key.Key_Return)
    return mentee


def to_match(hands):
    programme = hands.desk.programme_id
    asked = hands.ask(lambda store: question(store, programme, today=TODAY))
    return {each.id for each in asked.mentees}


def test_it_is_decided_by_keyboard_with_a_reason(at_no_match):
    hands = at_no_match()
    mentee = decide(hands)
    (made,) = decisions(hands)
    assert (made.mentee, made.reason, made.waits) == (mentee, "No mentor knows the field this year", True)
    assert mentee not in to_match(hands)
    assert hands.panel.form.mentees.findData(mentee) == -1
    assert made.name in hands.words(hands.panel.decided)
    assert catalog("en").say(hands.done[-1]) == f"Decide not to match {made.name}"


def test_without_a_reason_it_says_so_beside_the_field_and_does_nothing(at_no_match):
    hands = at_no_match()
    hands.click("decideNoMatch")
    assert "Write the reason in one line." in hands.words(hands.panel.form)
    assert decisions(hands) == ()
    hands.write("noMatchReason", "So")
    hands.write("noMatchBy", " ")
    hands.press(Qt.Key.Key_Return)
    assert "Write the name of whoever decides." in hands.words(hands.panel.form)
    assert decisions(hands) == ()


def test_what_is_written_stays_when_it_is_refused(at_no_match):
    hands = at_no_match()
    hands.write("noMatchReason", "x" * 1001)
    hands.press(Qt.Key.Key_Return)
    assert "1,001" in hands.words(hands.panel.form)
    assert len(hands.panel.form.reason.text()) == 1001
    assert decisions(hands) == ()


def test_a_decision_is_taken_back_and_stays_in_view(at_no_match):
    hands = at_no_match()
    hands.find("noMatchWaits", QCheckBox).setChecked(False)
    mentee = decide(hands)
    hands.click(f"takeBack_{mentee}")
    (made,) = decisions(hands)
    assert not made.stands
    assert not made.waits
    assert mentee in to_match(hands)
    assert "Taken back by" in hands.words(hands.panel.decided)
    hands.undo()
    assert decisions(hands)[0].stands


def test_who_waits_is_brought_into_the_next_round(at_no_match):
    hands = at_no_match()
    mentee = decide(hands)
    name = decisions(hands)[0].name
    hands.do(lambda store: create_programme(store, template_key="nno", name="Next", starts_on=date(2028, 1, 17)))
    hands.desk.choose(next(each for each in hands.ask(programmes) if each.name == "Next"))
    hands.panel.open_for()
    hands.wait()
    assert name in hands.words(hands.panel.waiting)
    hands.click("bringIn")
    assert "Tick at least one person" in hands.words(hands.panel.waiting)
    (box,) = [each for each in hands.panel.waiting.findChildren(QCheckBox) if each.isVisible()]
    box.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.click("bringIn")
    assert not hands.shows("bringIn")
    assert name in hands.words(hands.panel.waiting)
    assert catalog("en").say(hands.done[-1]) == f"Bring {name} from the waiting list into Next"
    assert mentee not in to_match(hands)


def test_escape_leads_back(at_no_match):
    hands = at_no_match()
    left = []
    hands.panel.left.connect(lambda: left.append(True))
    hands.press(Qt.Key.Key_Escape)
    assert left == [True]
