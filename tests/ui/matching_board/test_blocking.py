"""Who would both rather have each other, the next best mentors and the chains of moves, as the board shows them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.likings import likings
from mentordesk.matching.optimum import best_plan
from mentordesk.matching.prices import forcing_prices
from mentordesk.matching.scores import matrix
from tests.ui.matching_board.conftest import CONTROL, Hands
from ui.language import say
from ui.matching_board.bench import Bench
from ui.matching_board.cards import Place, candidate_cards, place_of
from ui.matching_board.matrix.cells import cells_of, told_of
from ui.matching_board.matrix.twin import lines_of
from ui.matching_board.views import View
from ui.matching_board.why import why


@pytest.fixture
def planned(at_bench) -> Hands:
    hands = at_bench()
    hands.plan()
    return hands


def pure_blocking(bench: Bench) -> set[tuple[str, str]]:
    """Made anew out of the question alone."""
    question, numbers = bench.question, matrix(bench.question)
    liked = likings(question, numbers)
    seats = np.array([question.column.get(bench.plan.get(one.id), -1) for one in question.mentees])
    mask = blocking_pairs(liked.of_mentees, liked.of_mentors, numbers.allowed, numbers.capacity, seats)
    return {(question.mentees[row].id, question.mentors[column].id) for row, column in np.argwhere(mask)}


def test_prices_and_chains_of_every_cell_are_those_of_the_pure_functions(planned: Hands) -> None:
    bench = planned.bench
    question, numbers = bench.question, matrix(bench.question)
    arguments = numbers.scores, numbers.allowed, numbers.capacity
    floor = question.settings.floor
    ids = [one.id for one in question.mentees], [one.id for one in question.mentors]
    plan = best_plan(*arguments, floor=floor, ids=ids)
    names = [one.name for one in question.mentors]
    assert [names[at] for at in plan.mentor_of] == [
        question.mentor(bench.plan[one.id]).name for one in question.mentees
    ]
    prices, checked = forcing_prices(*arguments, plan, floor=floor), 0
    for row, mentee in enumerate(question.mentees):
        for column, mentor in enumerate(question.mentors):
            told = why(bench, mentee.id, mentor.id)
            if told.price is None:
                assert told.obstacle is not None or place_of(bench, mentee.id, mentor.id) is Place.IN_PLAN
                continue
            chain = [
                (question.mentees[who].id, None if old < 0 else ids[1][old], None if new < 0 else ids[1][new])
                for who, old, new in prices.chain(row, column)
            ]
            assert [(move.mentee, move.before, move.after) for move in told.price.moves] == chain
            assert (told.price.unmatched, told.price.weak) == (prices.unmatched[row, column], prices.weak[row, column])
            assert told.price.points == pytest.approx(prices.points[row, column], abs=0.006)
            checked += 1
    assert checked > 900


def test_the_moves_counted_on_every_card_are_those_of_the_chain(planned: Hands) -> None:
    bench = planned.bench
    for mentee in bench.question.mentees:
        for card in candidate_cards(bench, mentee.id):
            if card.place is Place.POSSIBLE and "moves" in card.chip:
                moved = len(bench.solution.forced(mentee.id, card.id).moves) - 1
                assert f"moves {moved} pair" in card.chip


def test_every_card_cell_and_line_marks_who_would_rather_have_each_other(planned: Hands) -> None:
    bench = planned.bench
    pure = pure_blocking(bench)
    assert pure, "the example has some"
    assert set(bench.blocking) == pure
    cells = cells_of(bench)
    lines = {(line.mentee, line.mentor): line for line in lines_of(bench)}
    for row, mentee in enumerate(cells.mentees):
        cards = {card.id: card for card in candidate_cards(bench, mentee.id)}
        for column, mentor in enumerate(cells.mentors):
            both = (mentee.id, mentor.id) in pure
            assert cells.blocking[row, column] == both
            assert ("rather each other" in cells.words(row, column)) == both
            assert ("rather each other" in lines[mentee.id, mentor.id].state) == both
            assert ("rather each other" in cards[mentor.id].words) == both
            told = why(bench, mentee.id, mentor.id)
            assert (told.blocking is not None) == both
            if both:
                assert all(say(words) in told_of(told).words for words in told.blocking.words)


def test_the_panel_says_it_and_leads_to_all_of_them(planned: Hands) -> None:
    two = next(iter(planned.bench.blocking.values()))
    planned.page.candidates.choose(two.mentee, two.mentor)
    planned.wait()
    words = planned.page.candidates.why.area.accessibleDescription()
    assert say(two.rather) in words
    assert say(two.now) in words
    planned.page.candidates.why.findChild(QPushButton, "allBlocking").click()
    planned.wait()
    assert planned.page.view is View.BLOCKING
    table = planned.page.views.blocking
    assert [line.two for line in table.lines] == list(planned.bench.blocking.values())
    assert table.pair == (two.mentee, two.mentor), "the two who were looked at"
    planned.press(Qt.Key.Key_F9)
    assert planned.page.view is View.CANDIDATES


def test_the_board_counts_them_and_enter_in_the_list_leads_to_the_two(planned: Hands) -> None:
    planned.press(Qt.Key.Key_4, CONTROL)
    count = len(planned.bench.blocking)
    assert planned.page.views.board.rather.accessibleName() == f"{count} pairs would rather have each other"
    planned.click("allBlocking")
    planned.press(Qt.Key.Key_Down)
    pair = planned.page.views.pair
    planned.press(Qt.Key.Key_Return)
    assert planned.page.view is View.CANDIDATES
    assert planned.page.candidates.pair == pair


def test_before_there_is_a_plan_nobody_is_marked(at_bench) -> None:
    hands = at_bench()
    assert not hands.bench.blocking
    hands.page._show_view(View.BOARD)
    assert hands.page.views.board.rather.isHidden()
    hands.page._show_blocking()
    assert "No two" in hands.page.views.blocking._words.text()


def test_the_next_best_are_the_cheapest_of_the_prices_and_one_press_shows_them(planned: Hands) -> None:
    mentee = planned.bench.question.mentees[0].id
    planned.page.candidates.choose(mentee)
    planned.wait()
    bench, panel = planned.bench, planned.page.candidates.why
    best = bench.solution.alternatives(mentee, 3)
    assert [one.mentor for one in why(bench, mentee, bench.plan[mentee]).next_best] == [one.mentor for one in best]
    planned.page.candidates.choose(mentee, bench.plan[mentee])
    planned.wait()
    press = panel.findChild(QPushButton, "nextBest1")
    assert press.accessibleName() == f"Look at {bench.question.mentor(best[1].mentor).name}"
    assert press.accessibleDescription() == " ".join(map(say, best[1].words))
    press.setFocus()
    planned.press(Qt.Key.Key_Return)
    assert planned.page.candidates.pair == (mentee, best[1].mentor)
    assert say(best[1].words[0]) in panel.area.accessibleDescription()
    assert panel.area.hasFocus(), "the keyboard stays in the panel"


def test_weights_on_trial_mark_cards_and_cells_until_they_are_put_back(planned: Hands, qtbot) -> None:
    page = planned.page
    page.plans.open_weights()
    planned.wait()
    weights = page.plans.weights
    weights.findChild(QWidget, "weight_background").setValue(90)
    qtbot.waitUntil(lambda: bool(page.views._moves))
    planned.wait()
    moves = page.views._moves
    marked = {card.id: card.tried for card in planned.mentees.cards if card.tried}
    assert set(marked) == set(moves)
    mentee, move = next((who, one) for who, one in moves.items() if one.before and one.after)
    assert marked[mentee] == f"would move to {planned.bench.question.mentor(move.after).name}"
    page.candidates.choose(mentee)
    planned.wait()
    tried = {card.id: card.tried for card in planned.candidates.cards if card.tried}
    assert tried == {move.after: "would come into the plan", move.before: "would leave the plan"}
    planned.press(Qt.Key.Key_3, CONTROL)
    model = page.views.matrix.model
    row, columns = model.cells.row_of[mentee], model.cells.column_of
    assert model.trial[row, columns[move.after]]
    assert not model.trial[row, columns[move.before]]
    assert "would come into the plan" in model.words(row, columns[move.after])
    assert len(model.trial) == sum((one.before is not None) + (one.after is not None) for one in moves.values())
    weights.put_back()
    planned.wait()
    assert not model.trial
    planned.press(Qt.Key.Key_1, CONTROL)
    assert not any(card.tried for card in (*planned.mentees.cards, *planned.candidates.cards))


def test_weights_that_are_kept_leave_no_mark(planned: Hands, qtbot) -> None:
    page = planned.page
    page.plans.open_weights()
    planned.wait()
    page.plans.weights.findChild(QWidget, "weight_background").setValue(90)
    qtbot.waitUntil(lambda: bool(page.views._moves))
    page.plans.weights.keep()
    planned.wait()
    assert not page.views._moves
    assert not any(card.tried for card in planned.mentees.cards)
