"""One new mentee against the whole bank, in the window: ranked with reasons, matched, and what is passed for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from mentordesk.domain.passing import DecisionKind
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.scores import shortlist
from mentordesk.queries.matching import question
from mentordesk.queries.pair_page import pair_page
from mentordesk.queries.pairs import pairs
from mentordesk.storage.records import DependenceRecord
from tests.queries.small_programme import add
from tests.ui.matching_board.alone import CONTROL, TODAY, show_alone
from ui.matching_board.bench import Stage
from ui.matching_board.pairs.rooms import PairRooms
from ui.matching_board.pairs.short_list import ShortList


@pytest.fixture
def at_list(qtbot, desk_over, settled, example):
    def open_(path=None, **how):
        hands = show_alone(qtbot, desk_over, settled, path or example, ShortList, **how)
        hands.panel.open_for()
        hands.wait()
        return hands

    return open_


def asked(hands):
    return hands.ask(lambda store: question(store, hands.desk.programme_id, today=TODAY))


def depend(hands):
    """The chosen mentee and the best mentor, on whom she now depends."""
    who, mentee = asked(hands), hands.panel.mentees.currentData()
    mentor = hands.panel.choice.list.current
    one, other = who.mentee(mentee).person, who.mentor(mentor).person
    hands.do(lambda store: add(store, DependenceRecord(person_id=one, other_id=other)))
    hands.panel.open_for()
    hands.wait()
    hands.panel.choice.list.choose(mentor)
    hands.wait()
    return mentee, mentor


def test_the_list_is_the_short_list_with_load_and_reasons(at_list):
    hands = at_list()
    who, mentee = asked(hands), hands.panel.mentees.currentData()
    best = shortlist(who, who.mentee(mentee), len(who.mentors))
    shown = hands.panel.choice.list.cards
    assert [card.id for card in shown][: len(best)] == [each.mentor for each in best]
    assert "places free" in shown[0].words
    assert all(catalog("en").say(said) in hands.words() for said in best[0].reasons[0].evidence)


def test_match_makes_one_pair_and_running_pairs_stay(at_list):
    hands = at_list()
    hands.click("matchOne")
    first = hands.pairs
    made = []
    hands.panel.matched.connect(made.append)
    hands.panel.choice.list.setFocus()
    hands.press(Qt.Key.Key_Down)
    second_choice = hands.panel.choice.list.current
    hands.press(Qt.Key.Key_Return, CONTROL)
    now = hands.pairs
    assert [pair for pair in now if pair.id not in made] == list(first)
    page = hands.ask(lambda store: pair_page(store, now[-1].id, today=TODAY))
    assert page.mentor == second_choice
    assert catalog("en").say(hands.done[-1]).startswith("Match ")
    hands.undo()
    assert hands.pairs == first


def test_who_is_matched_is_asked_for_no_more(at_list):
    hands = at_list()
    mentee = hands.panel.mentees.currentData()
    hands.click("matchOne")
    assert hands.panel.mentees.findData(mentee) == -1
    assert hands.panel.mentees.count() == 31


def test_a_mentor_without_a_place_is_counted_and_not_offered(at_list):
    hands = at_list()
    before = [card.id for card in hands.panel.choice.list.cards]
    taken = before[0]
    single = hands.panel.choice.current.card.places == 1
    hands.click("matchOne")
    assert (taken not in [card.id for card in hands.panel.choice.list.cards]) == single
    assert "no free place" in hands.words()


def test_a_position_of_dependence_takes_two_confirmations_and_a_reason(at_list):
    hands = at_list()
    _, mentor = depend(hands)
    hands.click("matchOne")
    assert not hands.pairs
    hands.click("passingDo")
    assert "only if you confirm it" in hands.words(hands.panel.passing)
    hands.find("confirm_recorded_dependence", QCheckBox).setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.click("passingDo")
    assert "Write the reason in one line." in hands.words(hands.panel.passing)
    hands.write("passingReason", "No other mentor knows the field")
    hands.press(Qt.Key.Key_Return)
    assert not hands.pairs, "one confirmation is not two"
    hands.press(Qt.Key.Key_Return)
    assert not hands.pairs, "Enter alone confirms nothing"
    hands.find("again_recorded_dependence", QCheckBox).setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.click("passingDo")
    (made,) = hands.pairs
    page = hands.ask(lambda store: pair_page(store, made.id, today=TODAY))
    assert page.mentor == mentor
    assert [(each.rule, each.reason) for each in page.decisions if each.kind is DecisionKind.PASSED] == [
        ("recorded_dependence", "No other mentor knows the field")
    ]


def test_from_the_second_confirmation_one_can_go_back_and_leave(at_list):
    hands = at_list()
    depend(hands)
    hands.click("matchOne")
    hands.find("confirm_recorded_dependence", QCheckBox).setChecked(True)
    hands.write("passingReason", "Because")
    hands.press(Qt.Key.Key_Return)
    assert hands.shows("again_recorded_dependence")
    hands.press(Qt.Key.Key_Escape)
    assert hands.shows("confirm_recorded_dependence")
    hands.press(Qt.Key.Key_Escape)
    assert hands.shows("rankedMentors")
    assert not hands.pairs
    left = []
    hands.panel.left.connect(lambda: left.append(True))
    hands.press(Qt.Key.Key_Escape)
    assert left == [True]


@pytest.mark.parametrize("code", ["nb", "sv"])
def test_it_speaks_the_language_of_the_window(at_list, speak, look, code):
    speak(code)
    hands = at_list(size=(1104, 1488))
    english = {"Match one mentee now", "Pairs that run stay as they are.", "Back"}
    assert not english & set(hands.words().splitlines())


def test_over_the_matching_page_its_keys_rest_and_escape_leads_back(at_bench):
    hands = at_bench()
    hands.plan()
    rooms = PairRooms(hands.desk, hands.page, [each.keys for each in hands.page.commands()])
    rooms.open_short_list()
    hands.wait()
    assert rooms.geometry() == hands.page.rect()
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.bench.stage is not Stage.PAIRED, "the plan was not approved"
    programme = hands.desk.programme_id
    found = []
    hands.desk.work.ask("a test", lambda store: pairs(store, programme), found.append)
    hands.wait()
    assert len(found[0]) == 1, "the one pair was"
    hands.press(Qt.Key.Key_Escape)
    assert rooms.isHidden()
