"""A new mentor for a mentee whose pair ends, in the window: chosen, the effect on others seen, and done just so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.matching import CriteriaException, begin
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.passing import DecisionKind
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.pair_page import pair_page
from tests.ui.matching_board.alone import TODAY, show_alone
from ui.matching_board.pairs.page import PairPageView

WAIVED = CriteriaException("a trial", "Kari")


@pytest.fixture
def at_rematch(qtbot, desk_over, settled, matched_example):
    hands = show_alone(qtbot, desk_over, settled, matched_example, PairPageView)
    pair = hands.pairs[0].id
    hands.do(lambda store: sign_contract(store, pair, on=TODAY))
    hands.do(lambda store: begin(store, pair, on=TODAY, exception=WAIVED))
    hands.panel.open_pair(pair)
    hands.wait()
    hands.click("step_rematch")
    return hands


def known(hands, pair):
    return hands.ask(lambda store: pair_page(store, pair, today=TODAY))


def fill_in(hands):
    hands.choose("ending", "fit")
    hands.choose("asked_by", "mentee")


def pass_if_asked(hands):
    if hands.shows("passingForm"):
        hands.write("passingReason", "The best there is")
        hands.click("passingDo")
    else:
        hands.click("rematchDo")


def test_the_effect_is_seen_before_anything_is_done_and_is_what_comes(at_rematch):
    hands = at_rematch
    fill_in(hands)
    old, before = hands.panel.page.row.id, hands.pairs
    hands.click("rematchDo")
    assert hands.pairs == before
    effect = hands.words(hands.find("rematchEffect"))
    mentor = hands.find("rankedMentors").current
    due = known(hands, old).due
    assert f"{len(due)} meetings of" in effect
    opened = hands.panel.page.row.id
    pass_if_asked(hands)
    new = hands.panel.page
    assert new.row.id != opened, "the page shows the new pair"
    assert (new.mentor, new.follows) == (mentor, old)
    assert f"{len(new.due)} meetings are planned for the new pair." in effect
    assert not known(hands, old).due
    running = {pair.id for pair in hands.pairs if pair.status in RUNNING}
    assert running == {pair.id for pair in before} - {old} | {new.row.id}, "running pairs stay"


def test_it_is_one_undo(at_rematch):
    hands = at_rematch
    fill_in(hands)
    before = hands.pairs
    hands.click("rematchDo")
    pass_if_asked(hands)
    assert "End the pair" in catalog("en").say(hands.done[-1])
    hands.undo()
    assert hands.pairs == before


def test_another_mentor_or_day_asks_to_look_again(at_rematch):
    hands = at_rematch
    fill_in(hands)
    hands.click("rematchDo")
    assert hands.shows("rematchEffect")
    hands.find("rankedMentors").setFocus()
    hands.press(Qt.Key.Key_Down)
    assert not hands.shows("rematchEffect")
    assert hands.find("rematchDo").text().startswith("Show what")
    hands.press(Qt.Key.Key_Return)
    assert hands.shows("rematchEffect"), "Enter on a mentor looks again"


def test_what_is_missing_is_said_beside_its_field(at_rematch):
    hands = at_rematch
    hands.click("rematchDo")
    assert hands.find("endingEditor").remark == "This must be filled in."
    assert hands.find("asked_byEditor").remark == "This must be filled in."
    assert not hands.shows("rematchEffect")


def test_a_weak_fit_is_passed_with_a_reason_that_stays_with_the_pair(at_rematch):
    hands = at_rematch
    fill_in(hands)
    weak = next(card.id for card in hands.find("rankedMentors").cards if card.chip == "weak fit")
    hands.find("rankedMentors").choose(weak)
    hands.click("rematchDo")
    hands.click("passingDo")
    assert "Write the reason in one line." in hands.words(hands.find("passingForm"))
    hands.write("passingReason", "Both asked for it")
    hands.press(Qt.Key.Key_Return)
    new = hands.panel.page
    assert new.mentor == weak
    assert [each.reason for each in new.decisions if each.kind is DecisionKind.PASSED] == ["Both asked for it"]
    assert "Both asked for it" in hands.words(hands.find("historyCard"))


def test_the_own_mentor_is_not_offered(at_rematch):
    assert at_rematch.panel.page.mentor not in [card.id for card in at_rematch.find("rankedMentors").cards]
