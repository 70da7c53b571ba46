"""The bench as a thing to look at and to hold: dragging, views, twins, states, names, room."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mentordesk.actions.criteria import answer_criterion
from mentordesk.actions.files import new_file
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.sample.rounds import on_the_sample_day
from tests.ui.matching_board.conftest import CONTROL
from ui.matching_board.bench import Stage
from ui.matching_board.card_model import MENTEE, MENTOR
from ui.matching_board.cards import Place
from ui.matching_board.views import SWITCH, TABLES, View
from ui.theme import DARK, LIGHT, Look


def carried(kind: str, number: str) -> QMimeData:
    made = QMimeData()
    made.setData(kind, number.encode())
    return made


def drop(onto, carried_: QMimeData, number: str) -> bool:
    model = onto.model()
    return model.dropMimeData(carried_, Qt.DropAction.LinkAction, -1, -1, model.index_of(number))


def test_a_mentor_dropped_on_a_mentee_becomes_hers(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee, mentor = hands.choose_forcible()
    dragged = hands.candidates.model().mimeData([hands.candidates.currentIndex()])
    assert bytes(dragged.data(MENTOR).data()).decode() == mentor
    assert drop(hands.mentees, dragged, mentee)
    hands.wait()
    assert hands.bench.plan[mentee] == mentor


def test_a_mentee_dropped_on_a_mentor_becomes_his(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentee, mentor = hands.choose_forcible()
    assert drop(hands.candidates, carried(MENTEE, mentee), mentor)
    hands.wait()
    assert hands.bench.plan[mentee] == mentor


def test_an_impossible_target_takes_no_drop_and_says_why(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    mentor = next(card for card in hands.candidates.cards if card.place is Place.IMPOSSIBLE).id
    mentee = hands.mentees.current
    before = dict(hands.bench.plan)
    hands.mentees.hover_with(mentor)
    assert hands.mentees.refusal(hands.mentees.currentIndex()) is not None
    assert not drop(hands.mentees, carried(MENTOR, mentor), mentee)
    hands.mentees.hover_with("")
    assert hands.mentees.refusal(hands.mentees.currentIndex()) is None
    hands.wait()
    assert dict(hands.bench.plan) == before


def test_what_comes_from_elsewhere_is_no_drop(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    assert not drop(hands.mentees, carried("text/plain", "x"), hands.mentees.current)


def test_the_table_twin_says_what_the_cards_say(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.click("lockPair")
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_F9)
    table = hands.page.views.pair_table
    assert table.isVisible()
    shown = {line.name: line.mentor for line in table.lines}
    assert shown == {card.name: card.mentor for card in hands.mentees.cards}
    assert [line.marks for line in table.lines if line.locked] == ["locked"]
    hands.press(Qt.Key.Key_F9)
    assert hands.mentees.isVisible()


def test_the_chosen_mentee_stays_over_a_change(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    fifth = hands.mentees.cards[4].id
    hands.mentees.choose(fifth)
    hands.wait()
    hands.choose_forcible()
    hands.click("putTogether")
    assert hands.mentees.current == fifth


def test_the_filter_narrows_the_mentees_and_escape_ends_it(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.mentees.setFocus()
    hands.press(Qt.Key.Key_F, CONTROL)
    name = hands.mentees.cards[7].name
    box = hands.page.candidates.filter
    box.setText(name.upper())
    hands.press(Qt.Key.Key_Down)
    assert hands.mentees.hasFocus()
    assert {card.name for card in hands.mentees.cards} == {name}
    box.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert len(hands.mentees.cards) == 32


def test_nobody_to_match_teaches_and_leads_to_the_people(at_bench, tmp_path) -> None:
    path = tmp_path / "new.mentordesk"
    with new_file(path, clock=on_the_sample_day) as store:
        create_programme(store, template_key="nno", name="<b>Nytt & fint</b>", starts_on=on_the_sample_day().date())
    hands = at_bench(path)
    assert hands.find("emptyPage").accessibleName() == "There is nobody to match yet"
    asked: list[Subject] = []
    hands.desk.show.connect(lambda subject, _: asked.append(subject))
    hands.click("goToPeople")
    assert asked == [Subject.PEOPLE]


def test_a_file_open_for_reading_answers_with_its_reason(at_bench) -> None:
    hands = at_bench()
    reason = msg("The file is open for reading.")
    object.__setattr__(hands.desk.file, "read_only", reason)
    hands.click("mainAction")
    assert hands.stage is Stage.NOT_PLANNED
    assert hands.notices[-1].sentence == reason


def test_more_mentees_than_places_says_who_and_why(at_bench) -> None:
    from mentordesk.matching.candidates import Question

    hands = at_bench()
    board = hands.bench.board
    question: Question = board.question
    few = Question(question.mentees, question.mentors[:6], question.settings, question.today, question.units)
    object.__setattr__(board, "question", few)
    hands.page.bench = None
    hands.page._on_board(board)
    hands.wait()
    placed = len(hands.bench.solution.pairs)
    assert placed < 32
    assert hands.bench.solution.left_out
    hands.page.candidates.choose(hands.bench.solution.left_out[0].mentee)
    hands.wait()
    said = hands.page.candidates.why.area.accessibleDescription()
    assert "compete" in said or "No mentor with a free place" in said


def test_hostile_names_are_shown_as_they_are(at_bench, example) -> None:
    from dataclasses import replace

    hands = at_bench()
    hands.plan()
    board = hands.bench.board
    name = "<img src=x> & R&D 100% {name}"
    first = board.question.mentors[0]
    mentors = tuple(replace(one, name=name) if one is first else one for one in board.question.mentors)
    object.__setattr__(board, "question", replace(board.question, mentors=mentors))
    hands.page._on_board(board)
    hands.wait()
    hands.candidates.choose(first.id)
    hands.wait()
    assert hands.page.candidates.candidate.name == name
    texts = [words.text() for words in hands.page.candidates.why.findChildren(QLabel)]
    assert f"Why {name}?" in texts
    shown = [words for words in hands.page.findChildren(QLabel) if words.text()]
    assert all(words.textFormat() is Qt.TextFormat.PlainText for words in shown)
    tip = hands.candidates.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def focusable(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(page)
    ]


def test_every_place_of_the_focus_has_a_name(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    for view in (*(view for view, *_ in SWITCH), *TABLES):
        hands.page._show_view(view)
        hands.wait()
        for widget in focusable(hands.page):
            assert widget.accessibleName(), widget


def test_a_card_says_all_it_shows(at_bench) -> None:
    hands = at_bench()
    hands.plan()
    hands.choose_forcible()
    card = hands.page.candidates.candidate
    said = hands.candidates.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (card.name, card.chip, card.post, card.capacity, f"{round(card.score)} points"):
        assert part in said


def cut(page: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than they need."""
    found = []
    for words in page.findChildren(QLabel):
        if not words.isVisible() or not words.text():
            continue
        if words.wordWrap():
            if words.height() + 1 < words.heightForWidth(words.width()):
                found.append(words.text())
        elif words.width() + 1 < QFontMetrics(words.font()).horizontalAdvance(words.text()):
            found.append(words.text())
    for made in page.findChildren(QAbstractButton):
        if made.isVisible() and made.text() and made.width() + 1 < made.minimumSizeHint().width():
            found.append(made.text())
    return found


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
@pytest.mark.parametrize(("zoom", "size"), [(200, (1180, 720)), (100, (1104, 744))])
def test_nothing_is_cut(at_bench, speak, qapp, code, zoom, size) -> None:
    from ui.wearing import wear

    speak(code)
    look = Look(DARK if code == "sv" else LIGHT, zoom)
    wear(qapp, look)
    hands = at_bench(look=look, size=size)
    hands.click("mainAction")
    assert (hands.page.width(), hands.page.height()) == size, "the page wants more room than the window has"
    for pane in range(3):
        hands.page.candidates.show_pane(pane)
        hands.wait()
        assert not cut(hands.page)
    for view in (View.COMPARE, View.MATRIX, View.BOARD):
        hands.page._show_view(view)
        hands.wait()
        assert not cut(hands.page), view
    mentee = hands.bench.question.mentees[0].id
    hands.do(partial(answer_criterion, id_=mentee, criterion_key="mentee_in_leadership", answer=False))
    assert hands.stage is Stage.OUTDATED
    assert not cut(hands.page)
    hands.click("approveAsItIs")
    assert hands.find("approvalPanel").isVisible()
    assert not cut(hands.page)


def test_papers_of_all_pairs_come_into_the_preview(at_bench, qtbot) -> None:
    hands = at_bench()
    hands.plan()
    hands.do(partial(_only_two, hands))
    hands.click("approveAsItIs")
    assert hands.bench.board.running == 2
    hands.page.papers.print_all()
    hands.wait()
    preview = hands.page.papers.preview
    assert preview is not None
    assert preview.isVisible()
    folder = preview._papers[0][1].parent
    papers = [title for title, _ in preview._papers]
    assert len(papers) == len(set(papers)) == len(list(folder.iterdir()))
    assert sum(title.startswith("Contract") or "contract" in title for title in papers) == 2
    preview.close()
    qtbot.waitUntil(lambda: not folder.exists(), timeout=10_000)  # no names are left behind


def _only_two(hands, store) -> None:
    """Fewer papers are as good a test: the plan keeps two of its pairs."""
    from mentordesk.actions.matching import Seat, keep_scenario, seats_of

    bench = hands.bench
    seats = seats_of(bench.solution)
    keep_scenario(
        store,
        programme=hands.desk.programme_id,
        name=bench.board.scenario,
        seats=[seat if at < 2 else Seat(seat.mentee, None, None) for at, seat in enumerate(seats)],
        settings=bench.question.settings,
    )
