"""From nothing to approved pairs on the bench, with the mouse and without it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from mentordesk.actions.criteria import answer_criterion
from mentordesk.matching.rules import RULES
from tests.ui.matching_board.conftest import ALT, CONTROL, SHIFT
from ui.desk import NoticeKind
from ui.language import say
from ui.matching_board.bench import Stage
from ui.matching_board.cards import HINDRANCES, Place


def test_every_rule_has_its_few_words() -> None:
    assert set(HINDRANCES) == {rule.key for rule in RULES}


def test_one_click_finds_the_best_plan(at_bench) -> None:
    hands = at_bench()
    assert hands.stage is Stage.NOT_PLANNED
    hands.click("mainAction")
    assert hands.stage is Stage.PLANNED
    assert hands.page.header_line.chip.text == "Proven best"
    assert hands.page.header_line.figures.text().startswith("32 of 32 placed · weakest pair ")
    assert all(card.mentor for card in hands.mentees.cards)
    assert not hands.bench.moved, "a first plan moves nobody"


def test_the_price_stands_there_before_and_the_moves_after(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    total = sum(hands.bench.scores)
    mentee, mentor = hands.choose_forcible()
    card = hands.page.candidates.candidate
    why = hands.page.candidates.why.area.accessibleDescription()
    price = hands.bench.solution.forced(mentee, mentor)
    for move in price.moves[1:]:
        assert say(move.words) in why
    assert f"moves {len(price.moves) - 1} pair" in card.chip
    hands.click("putTogether")
    assert hands.bench.plan[mentee] == mentor
    assert hands.bench.is_locked(mentee, mentor)
    assert total - sum(hands.bench.scores) == pytest.approx(price.points, abs=0.01)
    assert set(hands.bench.moved) == {move.mentee for move in price.moves}
    marked = {card.id for card in hands.mentees.cards if card.moved}
    assert marked == {move.mentee for move in price.moves}
    line = hands.find("movedLine")
    assert line.isVisible()
    assert say(hands.bench.others_moved[0].words) in hands.find("movedWords", QLabel).text()


def test_undo_gives_the_board_back_in_one_step(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    before, decisions = dict(hands.bench.plan), hands.bench.board.decisions
    hands.choose_forcible()
    hands.click("putTogether")
    assert dict(hands.bench.plan) != before
    hands.undo()
    assert dict(hands.bench.plan) == before
    assert hands.bench.board.decisions == decisions
    assert hands.stage is Stage.PLANNED


def test_lock_and_unlock_leave_the_plan_alone(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    before = dict(hands.bench.plan)
    hands.click("lockPair")
    mentee = hands.page.candidates.mentee
    assert hands.bench.is_locked(mentee, before[mentee])
    assert hands.page.candidates.candidate.place is Place.LOCKED
    assert "locked with" in next(card for card in hands.mentees.cards if card.id == mentee).state
    hands.click("unlockPair")
    assert not hands.bench.board.decisions.locked
    assert dict(hands.bench.plan) == before


def test_other_candidates_of_a_locked_mentee_have_exact_prices(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.click("lockPair")
    mentee, total = hands.page.candidates.mentee, sum(hands.bench.scores)
    other = next(card for card in hands.candidates.cards if card.place is Place.POSSIBLE)
    assert other.chip.startswith("costs ")
    hands.candidates.choose(other.id)
    hands.wait()
    hands.click("putTogether")
    assert hands.bench.plan[mentee] == other.id
    paid = round(total - sum(hands.bench.scores), 2)
    assert other.chip == f"costs {paid:.1f}"


def test_keeping_apart_solves_again_and_allowing_gives_the_choice_back(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee = hands.page.candidates.mentee
    mentor = hands.bench.plan[mentee]
    hands.click("keepApart")
    assert hands.bench.plan[mentee] != mentor
    assert hands.bench.is_apart(mentee, mentor)
    assert hands.stage is Stage.PLANNED
    hands.candidates.choose(mentor)
    hands.wait()
    assert hands.page.candidates.candidate.chip == "kept apart"
    hands.click("allowAgain")
    assert not hands.bench.board.decisions.apart
    assert hands.stage is Stage.OUTDATED, "the plan stays; a better one is offered"
    hands.click("mainAction")
    assert hands.bench.plan[mentee] == mentor


def test_approving_pairs_everybody_and_undo_takes_it_back(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    pairs = len(hands.bench.plan)
    hands.click("mainAction")
    assert hands.stage is Stage.PAIRED
    assert hands.bench.board.running == pairs
    assert hands.find("emptyPage").accessibleName() == "All 32 pairs are approved"
    assert hands.find("printPapersNow").isVisible()
    assert hands.page.header_line.main.isHidden(), "one main button a page"
    hands.undo()
    assert hands.stage is Stage.PLANNED
    assert len(hands.bench.plan) == pairs


def test_what_is_not_answered_is_named_and_passed_only_with_reason_and_name(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee = hands.bench.question.mentees[0]
    hands.do(partial(answer_criterion, id_=mentee.id, criterion_key="mentee_in_leadership", answer=False))
    assert hands.stage is Stage.OUTDATED
    hands.click("approveAsItIs")
    panel = hands.find("approvalPanel")
    said = [words.text() for words in panel.findChildren(QLabel)]
    assert any(mentee.name in text for text in said)
    hands.find("exceptionBy", QLineEdit).setText("")
    hands.find("exceptionReason", QLineEdit).setText("Agreed with the owner")
    hands.click("approveExcepted")
    assert "needs a reason and the name" in hands.find("exceptionWrong", QLabel).text()
    assert hands.stage is Stage.OUTDATED
    hands.find("exceptionBy", QLineEdit).setText("Kari Nord")
    hands.click("approveExcepted")
    assert hands.stage is Stage.PAIRED


def test_the_whole_way_by_keyboard(at_bench) -> None:
    hands = at_bench()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.stage is Stage.PLANNED
    first = hands.page.candidates.mentee
    hands.press(Qt.Key.Key_PageDown, ALT)
    assert hands.page.candidates.mentee != first
    hands.press(Qt.Key.Key_PageUp, ALT)
    hands.press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert hands.bench.is_locked(first, hands.bench.plan[first])
    hands.press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert not hands.bench.board.decisions.locked
    hands.press(Qt.Key.Key_Return)
    assert hands.candidates.hasFocus()
    hands.press(Qt.Key.Key_Down)
    wanted = hands.candidates.current
    hands.press(Qt.Key.Key_Return)
    assert hands.bench.plan[first] == wanted
    hands.press(Qt.Key.Key_Delete)
    assert hands.bench.is_apart(first, wanted)
    hands.press(Qt.Key.Key_I, CONTROL)
    assert hands.page.candidates.why.area.hasFocus()
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.stage is Stage.PAIRED


def test_match_with_is_the_twin_of_dragging(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee, mentor = hands.choose_forcible()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_M, CONTROL)
    search = hands.find("matchWithSearch", QLineEdit)
    assert search.hasFocus()
    name = hands.bench.question.mentor(mentor).name
    search.insert(name[:9].lower())
    hands.press(Qt.Key.Key_Return)
    assert hands.find("matchWithList").hasFocus()
    hands.press(Qt.Key.Key_Return)
    assert hands.page.acts.match_with.isHidden()
    assert hands.bench.plan[mentee] == mentor


def test_escape_leaves_match_with_without_a_deed(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    before = dict(hands.bench.plan)
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_M, CONTROL)
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.acts.match_with.isHidden()
    assert dict(hands.bench.plan) == before


def test_a_pair_that_a_rule_forbids_is_refused_in_words(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    card = next(card for card in hands.candidates.cards if card.place is Place.IMPOSSIBLE)
    hands.candidates.choose(card.id)
    hands.wait()
    before = dict(hands.bench.plan)
    hands.candidates.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert dict(hands.bench.plan) == before
    assert hands.notices[-1].kind is NoticeKind.WARNING
    assert hands.notices[-1].sentence == hands.bench.obstacle(hands.page.candidates.mentee, card.id)
