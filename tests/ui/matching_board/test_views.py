"""The views of the tab: made when first shown, one switch for all, the board by stage, and colours while dragging."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.domain.pair_stages import BoardColumn, Stage
from mentordesk.domain.pairs import PairStatus
from mentordesk.i18n.message import msg
from mentordesk.storage.records import PairRecord
from tests.ui.matching_board.conftest import CONTROL
from ui.matching_board.cards import Place
from ui.matching_board.views import SWITCH, View


def made(hands) -> set[View]:
    return {view for view, each in hands.page.views._views.items() if each.if_there is not None}


def test_a_view_is_made_when_it_is_first_shown(at_bench) -> None:
    hands = at_bench()
    assert made(hands) == {View.CANDIDATES}
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_4, CONTROL)
    assert made(hands) == {View.CANDIDATES, View.BOARD}
    for part in hands.page.parts_to_come():
        part()
    assert {view for view, *_ in SWITCH} <= made(hands)
    assert hands.page.views.view is View.BOARD


def test_the_switch_and_the_keys_lead_to_the_same_view(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    for at, (view, *_) in enumerate(SWITCH):
        hands.click(f"view_{view.name.lower()}")
        assert hands.page.views.view is view
        hands.click("view_candidates")
        hands.mentees.setFocus()
        hands.press(Qt.Key(Qt.Key.Key_1 + at), CONTROL)
        assert hands.page.views.view is view
        assert hands.page.panes()[0].hasFocus()
        assert hands.find(f"view_{view.name.lower()}").isChecked()


def test_what_changes_while_a_view_is_hidden_is_there_when_it_is_shown(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_3, CONTROL)
    hands.press(Qt.Key.Key_1, CONTROL)
    mentee, mentor = hands.choose_forcible()
    hands.click("putTogether")
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_3, CONTROL)
    cells = hands.page.views.matrix.model.cells
    assert cells.place(cells.row_of[mentee], cells.column_of[mentor]) is Place.LOCKED


def test_the_board_shows_pairs_by_stage(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_4, CONTROL)
    proposals = hands.page.views.board.lists[0]
    assert len(proposals.cards) == 32
    third = proposals.cards[2].id
    proposals.choose(third)
    proposals.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert hands.page.view is View.CANDIDATES
    assert hands.mentees.current == third


def test_with_nobody_left_to_match_every_view_says_so_and_leads_on(at_bench, matched_example) -> None:
    hands = at_bench(matched_example)
    for view in (View.CANDIDATES, View.COMPARE, View.MATRIX):
        hands.click(f"view_{view.name.lower()}")
        assert hands.find("printPapersNow").isVisible()
    hands.find("printPapersNow").setFocus()
    hands.press(Qt.Key.Key_F9)
    assert hands.page.views.pair_table.isVisible()
    assert len(hands.page.views.pair_table.lines) == 32


def test_each_approved_pair_stands_in_the_column_of_its_stage_and_opens(at_bench, matched_example) -> None:
    hands = at_bench(matched_example)
    wanted = {
        0: ({"asked_on": date(2026, 9, 1)}, BoardColumn.ASKED, "Both asked"),
        1: ({"mentor_agreed_on": date(2026, 9, 1)}, BoardColumn.ACCEPTED_BY_ONE, "Accepted by one"),
        2: ({"status": PairStatus.SIGNED}, BoardColumn.AGREED, "Contract signed"),
        3: ({"status": PairStatus.ON_HOLD}, BoardColumn.ACTIVE, "On hold"),
        4: ({"status": PairStatus.DECLINED}, BoardColumn.ENDED, "Came to nothing"),
    }
    numbers = [pair.id for pair in hands.bench.board.pairs]
    hands.do(partial(_live, {numbers[at]: days for at, (days, *_) in wanted.items()}))
    hands.page.reload_now()
    hands.wait()
    hands.page._enter_view(View.BOARD)
    hands.wait()
    board = hands.page.views.board
    for at, (_, column, words) in wanted.items():
        (line,) = [line for line in board._columns[column][2].cards if line.id == numbers[at]]
        assert words in line.words
    untouched = [line for line in board.lists[0].cards if line.at is Stage.PROPOSAL]
    assert {line.remark for line in untouched} == {"Approved, not asked yet"}
    ended = board._columns[BoardColumn.ENDED][2]
    ended.setFocus()
    hands.press(Qt.Key.Key_Return)
    hands.wait()
    (opened,) = [line for line in ended.cards if line.id == numbers[4]]
    page = hands.page.rooms.findChild(QWidget, "pairPage")
    assert page.isVisible()
    assert opened.name in page.findChild(QLabel, "pairNames").text()


def _live(days, store) -> None:
    with store.changing(msg("A round goes on")) as session:
        for number, values in days.items():
            for name, value in values.items():
                setattr(session.get(PairRecord, number), name, value)


def test_targets_are_tinted_by_fit_while_dragging(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentor = next(card for card in hands.candidates.cards if card.place is Place.POSSIBLE).id
    index = hands.mentees.currentIndex()
    before = hands.mentees.viewport().grab(hands.mentees.visualRect(index)).toImage()
    hands.mentees.hover_with(mentor)
    assert hands.mentees.fit(index) == hands.bench.score(hands.mentees.current, mentor)
    tinted = hands.mentees.viewport().grab(hands.mentees.visualRect(index)).toImage()
    assert tinted != before
    hands.mentees.hover_with("")
    assert hands.mentees.fit(index) is None
    assert hands.mentees.viewport().grab(hands.mentees.visualRect(index)).toImage() == before
