"""Mentors side by side: whom the coordinator adds, what each gives, and putting together from there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.matching_board.conftest import CONTROL, SHIFT, Hands
from ui.language import say
from ui.matching_board.cards import Place
from ui.matching_board.compare.choice import Choice
from ui.matching_board.views import View


def compared(hands: Hands) -> list[str]:
    return [one.mentor for one in hands.page.views.compare.whys]


def shown(hands: Hands) -> set[str]:
    return {words.text() for words in hands.page.views.compare.findChildren(QLabel) if words.isVisible()}


def add(hands: Hands, at: int) -> str:
    hands.candidates.choose(hands.candidates.cards[at].id)
    hands.wait()
    hands.candidates.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    return hands.candidates.current


def test_without_a_choice_hers_and_the_next_ones_are_compared(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_2, CONTROL)
    assert hands.page.view is View.COMPARE
    assert compared(hands) == [card.id for card in hands.candidates.cards[:3]]
    assert hands.bench.plan[hands.page.candidates.mentee] == compared(hands)[0]


def test_three_are_added_and_a_fourth_takes_the_firsts_place(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    added = [add(hands, at) for at in (1, 2, 3, 4)]
    assert hands.page.view is View.CANDIDATES, "the coordinator goes on choosing where she is"
    hands.press(Qt.Key.Key_2, CONTROL)
    assert compared(hands) == added[1:]
    hands.click("takeOut")
    assert len(compared(hands)) == 2
    hands.click("compareAnew")
    assert compared(hands) == [card.id for card in hands.candidates.cards[:3]]


def test_another_mentee_begins_another_comparison() -> None:
    choice = Choice("a", ("1", "2"))
    assert choice.adding("b", "3") == Choice("b", ("3",))
    assert choice.adding("a", "1") == Choice("a", ("2", "1")), "nobody stands there twice"


def test_points_evidence_price_and_hindrances_stand_there(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    possible = next(at for at, card in enumerate(hands.candidates.cards) if card.place is Place.POSSIBLE)
    impossible = next(at for at, card in enumerate(hands.candidates.cards) if card.place is Place.IMPOSSIBLE)
    add(hands, possible)
    add(hands, impossible)
    hands.press(Qt.Key.Key_2, CONTROL)
    texts = shown(hands)
    one, other = hands.page.views.compare.whys
    assert say(one.price.words[0]) in texts
    assert {say(hindrance) for hindrance in other.hindrances} <= texts
    for why in (one, other):
        for reason in why.explanation.reasons:
            assert say(reason.factor.title) in texts
            assert {say(evidence) for evidence in reason.evidence} <= texts
    said = hands.page.views.compare.area.accessibleDescription()
    assert one.mentor_name in said
    assert say(other.hindrances[0]) in said


def test_put_together_from_the_comparison(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee, mentor = hands.choose_forcible()
    hands.candidates.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    hands.press(Qt.Key.Key_2, CONTROL)
    hands.click("compared_put_together")
    assert hands.bench.plan[mentee] == mentor
    assert compared(hands) == [mentor]
    assert hands.page.views.compare.whys[0].place is Place.LOCKED
    hands.undo()
    assert hands.page.views.compare.whys[0].place is Place.POSSIBLE


def test_a_candidate_is_added_from_the_matrix_too(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_3, CONTROL)
    hands.press(Qt.Key.Key_Down)
    mentee, mentor = hands.page.views.pair
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    hands.press(Qt.Key.Key_2, CONTROL)
    assert compared(hands) == [mentor]
    assert hands.page.views.compare.whys[0].mentee == mentee
