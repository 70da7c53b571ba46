"""The page of a pair in the window: each step by its form, refusals beside the field, and what is shown before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.logbooks import register_conversation
from mentordesk.actions.matching import CriteriaException, begin
from mentordesk.domain.pair_stages import STAGE_NAMES, Stage
from mentordesk.domain.pair_steps import PairStep, possible
from mentordesk.domain.pairs import Ending, FitValue, Side
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.pair_page import pair_page
from tests.ui.matching_board.alone import TODAY, show_alone
from ui.matching_board.pairs.page import PairPageView
from ui.matching_board.pairs.page_steps import _MAIN
from ui.widgets.chip import Chip

WAIVED = CriteriaException("a trial", "Kari")


@pytest.fixture
def at_pair(qtbot, desk_over, settled, matched_example):
    """`at_pair(active=True)`: the page of the first pair, signed and begun."""

    def open_(*, active=False, **how):
        hands = show_alone(qtbot, desk_over, settled, matched_example, PairPageView, **how)
        pair, today = hands.pairs[0].id, hands.desk.today
        if active:
            hands.do(lambda store: sign_contract(store, pair, on=today))
            hands.do(lambda store: begin(store, pair, on=today, exception=WAIVED))
        hands.panel.open_pair(pair)
        hands.wait()
        return hands

    return open_


def page(hands):
    pair, today = hands.panel.page.row.id, hands.desk.today
    return hands.ask(lambda store: pair_page(store, pair, today=today))


def in_march():
    """The programme runs."""
    return datetime(2027, 3, 1, 12, tzinfo=UTC)


def stage(hands):
    return hands.find("pairStage", Chip).text


def test_it_says_who_where_and_why_not(at_pair):
    hands = at_pair()
    there = page(hands)
    words = hands.words()
    assert hands.find("pairNames").text() == f"{there.row.mentee.name} and {there.row.mentor.name}"
    assert stage(hands) == "Proposal"
    english = catalog("en")
    for each in possible(Stage.PROPOSAL):
        assert hands.shows(f"step_{each.step.value}") == (each.why_not is None)
        assert each.why_not is None or english.say(each.why_not) in words
    assert english.date(TODAY) in words
    mains = [each for each in hands.panel.findChildren(QPushButton) if each.property("kind") == "main"]
    assert [each.objectName() for each in mains if each.isVisible()] == ["step_ask"]


def test_the_main_step_of_every_stage_can_be_taken():
    for where, step in _MAIN.items():
        assert next(each for each in possible(where) if each.step is step).why_not is None, STAGE_NAMES[where]


def test_from_the_proposal_to_active_by_keyboard(at_pair):
    hands = at_pair()
    hands.press(Qt.Key.Key_Return)  # the main step has the focus
    hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Both asked"
    hands.click("step_accept")
    hands.choose("who", "mentee")
    hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Accepted by one"
    hands.click("step_accept")
    hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Agreed"
    hands.click("step_sign")
    hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Contract signed"
    hands.click("step_begin")
    hands.press(Qt.Key.Key_Return)
    if hands.shows("passingForm"):
        hands.write("passingReason", "A trial")
        hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Active"
    hands.undo()
    assert stage(hands) == "Contract signed"


def test_a_day_to_come_is_refused_beside_the_day_and_stays_written(at_pair):
    hands = at_pair()
    hands.click("step_ask")
    tomorrow = (TODAY + timedelta(1)).isoformat()
    hands.write("on", tomorrow)
    hands.click("askDo")
    editor = hands.find("onEditor")
    assert "is in the future" in editor.remark
    assert editor.entry() == tomorrow
    assert stage(hands) == "Proposal"


def test_escape_closes_the_form_then_the_page(at_pair):
    hands = at_pair()
    left = []
    hands.panel.left.connect(lambda: left.append(True))
    hands.click("step_decline")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.shows("declineForm")
    assert left == []
    hands.press(Qt.Key.Key_Escape)
    assert left == [True]


def test_a_no_ends_the_proposal_without_a_reason(at_pair):
    hands = at_pair()
    hands.click("step_decline")
    hands.choose("who", "neither")
    hands.click("declineDo")
    assert stage(hands) == "Came to nothing"
    assert not hands.shows("step_ask")


def test_what_the_two_agreed_is_noted(at_pair):
    hands = at_pair(active=True)
    hands.click("step_agree")
    hands.write("rhythm_days", "21")
    hands.write("length_minutes", "60")
    hands.choose("mode", "digital")
    hands.click("agreeDo")
    row = page(hands).row
    assert (row.rhythm_days, row.length_minutes, row.mode) == (21, 60, Mode.DIGITAL)
    assert "every 21 days, 60 minutes, digital" in hands.words()


def test_the_effect_of_a_hold_is_shown_first_and_is_what_comes(at_pair):
    hands = at_pair(active=True)
    before = page(hands).due
    assert before
    until = before[1].starts_at.date() + timedelta(1)
    hands.click("step_hold")
    hands.write("until_on", until.isoformat())
    hands.click("holdDo")
    assert page(hands).due == before, "looking changes nothing"
    effect = hands.words(hands.find("holdEffect"))
    hands.click("holdDo")
    after = {each.id: each.starts_at.date() for each in page(hands).due}
    changed = [each for each in before if after.get(each.id) != each.starts_at.date()]
    assert stage(hands) == "On hold"
    assert f"{len(changed)} meeting" in effect
    for each in changed:
        assert catalog("en").date(each.starts_at.date()) in effect


def test_an_edit_after_the_effect_asks_to_look_again(at_pair):
    hands = at_pair(active=True)
    hands.click("step_hold")
    hands.click("holdDo")
    assert hands.find("holdDo").text() == "Put on hold"
    hands.write("until_on", (TODAY + timedelta(200)).isoformat())
    assert hands.find("holdDo").text() != "Put on hold"
    hands.press(Qt.Key.Key_Return)
    assert hands.shows("holdEffect")
    assert stage(hands) == "Active"


def test_an_end_before_the_beginning_of_a_hold_is_refused_beside_the_end(at_pair):
    hands = at_pair(active=True)
    hands.click("step_hold")
    hands.write("until_on", (TODAY - timedelta(1)).isoformat())
    hands.click("holdDo")
    assert "is not after" in hands.find("until_onEditor").remark


def test_they_go_on_after_a_hold(at_pair):
    hands = at_pair(active=True)
    hands.click("step_hold")
    hands.click("holdDo")
    hands.click("holdDo")
    assert stage(hands) == "On hold"
    hands.click("step_resume")
    hands.press(Qt.Key.Key_Return)
    assert stage(hands) == "Active"
    assert len(page(hands).holds) == 1


def test_another_mentor_stands_in_and_the_own_one_comes_back(at_pair):
    hands = at_pair(active=True)
    hands.click("step_substitute")
    ranked = hands.find("rankedMentors")
    assert page(hands).mentor not in [card.id for card in ranked.cards]
    hands.write("until_on", (TODAY + timedelta(30)).isoformat())
    hands.click("substituteDo")
    if hands.shows("passingForm"):
        hands.write("passingReason", "Leave")
        hands.click("passingDo")
    (there,) = page(hands).substitutes
    assert f"{there.name} stands in" in hands.words()
    hands.click("endSubstitute")
    assert page(hands).substitutes[0].ended_on == TODAY


def test_a_substitute_without_a_last_day_is_refused_beside_it(at_pair):
    hands = at_pair(active=True)
    hands.click("step_substitute")
    hands.click("substituteDo")
    assert hands.find("until_onEditor").remark == "This must be filled in."
    hands.write("until_on", (TODAY - timedelta(3)).isoformat())
    hands.click("substituteDo")
    assert "in the past" in hands.find("until_onEditor").remark


def test_the_fit_is_asked_after_the_first_conversation_and_answered(at_pair):
    hands = at_pair(active=True, clock=in_march)
    assert not hands.shows("askFit1")
    pair, today = hands.panel.page.row.id, hands.desk.today
    hands.do(
        lambda store: register_conversation(store, pair=pair, held_on=today, minutes=60, mode=Mode.DIGITAL, today=today)
    )
    hands.click("askFit1")
    hands.click("answerFit_mentee1")
    hands.choose("value", "deciding")
    hands.find("wants_to_talk_yes").setChecked(True)
    hands.click("fitDo")
    (answer,) = [each for each in page(hands).fit if each.value is not None]
    assert (answer.side, answer.value, answer.wants_to_talk) == (Side.MENTEE, FitValue.DECIDING, True)
    assert answer.asked_on == today
    chips = [chip.text for chip in hands.find("fitPart").findChildren(Chip)]
    assert chips == ["Still deciding", "wants to talk"]
    assert not hands.shows("askFit3")
    hands.click("removeFit_mentee1")
    assert all(each.value is None for each in page(hands).fit)


def test_an_end_by_agreement_keeps_a_category_and_no_words(at_pair):
    hands = at_pair(active=True)
    hands.click("step_dissolve")
    form = hands.find("dissolveForm")
    assert "No reason is written down" in hands.words(form)
    hands.click("dissolveDo")
    assert hands.find("endingEditor").remark == "This must be filled in."
    hands.choose("ending", "time")
    hands.choose("asked_by", "neither")
    hands.find("new_mentor_wanted_yes").setChecked(True)
    hands.click("dissolveDo")
    ended = page(hands).ended
    assert (ended.ending, ended.asked_by, ended.new_mentor_wanted) == (Ending.TIME, None, True)
    assert stage(hands) == "Ended by agreement"
    wanted = []
    hands.panel.mentor_wanted.connect(wanted.append)
    hands.click("findNewMentor")
    assert wanted == [page(hands).mentee]
    hands.click("turnWanted")
    assert page(hands).ended.new_mentor_wanted is False


def test_a_pair_is_completed_with_what_closes_it(at_pair):
    hands = at_pair(active=True)
    hands.click("step_complete")
    hands.find("mentee_evaluated_yes").setChecked(True)
    hands.find("contact_continues_no").setChecked(True)
    hands.click("completeDo")
    ended = page(hands).ended
    assert stage(hands) == "Completed"
    assert (ended.mentee_evaluated, ended.mentor_evaluated, ended.contact_continues) == (True, None, False)


def test_a_form_that_is_open_stays_over_a_change_elsewhere(at_pair):
    hands = at_pair(active=True)
    hands.click("step_agree")
    hands.write("place", "The library")
    other = hands.pairs[1].id
    hands.do(lambda store: sign_contract(store, other, on=TODAY))
    assert hands.find("place").text() == "The library"


def test_every_step_has_a_form_or_a_card_of_its_own(at_pair):
    hands = at_pair(active=True)
    for each in possible(Stage.ACTIVE):
        if each.why_not is None and each.step is not PairStep.FIT:
            hands.panel.steps.take(each.step)
            hands.wait()
            assert hands.shows(f"{each.step.value}Form")


@pytest.mark.parametrize("code", ["nb", "sv"])
def test_it_speaks_the_language_of_the_window(at_pair, speak, look, code):
    speak(code)
    hands = at_pair(active=True)
    for line in ("What can be done now", "How well they fit", "Conversations", "Meetings to come", "Papers", "History"):
        assert line not in hands.words().splitlines()
