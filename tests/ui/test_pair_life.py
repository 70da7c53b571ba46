"""What becomes of mentees and pairs outside a plan, in the whole window: no match, one by one, ended, on hold.

The pair's page is opened from the board, and Esc leads back to the card it was opened from.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.files import open_file
from mentordesk.actions.matching import CriteriaException, begin
from mentordesk.domain.pair_stages import COLUMN_OF, STAGE_NAMES, Stage
from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.pairs import pairs
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import now
from tests.approving import approve_plan
from tests.ui.hands import Keys, Mouse, find
from tests.ui.test_whole_job import chips, said
from tests.ui.test_window import seen
from ui.language import say, spoken

CONTROL = Qt.KeyboardModifier.ControlModifier
WAIVED = CriteriaException("a trial", "Kari")
ACTIVE = f"stage_{COLUMN_OF[Stage.ACTIVE]}"
MENTEE = 1  # in the list of who asked, after nobody's


@pytest.fixture
def with_active(example):
    """A file with one pair that is active, among those that are approved, all today: its path."""
    approve_plan(example, clock=now)
    with open_file(example) as store:
        pair = pairs(store)[0].id
        sign_contract(store, pair, on=store.today())
        begin(store, pair, on=store.today(), exception=WAIVED)
    return example


@pytest.fixture
def at_matching(program_in, calm):
    """`at_matching(path)`: the window on its matching tab."""

    def open_(path, kind=Mouse):
        program = program_in("en")
        program.open_path(path)
        calm(program)
        hands = kind(program.window)
        hands.go_to("matching")
        calm(program)
        return program, hands

    return open_


@pytest.fixture
def at_pair(at_matching, with_active, calm):
    """The page of the active pair, opened from its card on the board."""

    def open_(kind=Mouse):
        program, hands = at_matching(with_active, kind)
        QTest.keyClick(program.window, Qt.Key.Key_4, CONTROL)
        calm(program)
        hands.choose(ACTIVE, 0)
        QTest.keyClick(find(program.window, ACTIVE), Qt.Key.Key_Return)
        calm(program)
        assert find(program.window, "pairPage").isVisible()
        return program, hands

    return open_


def press(program, hands, name):
    """After scrolling to it, as far as that takes."""
    wanted, part = find(program.window, name), find(program.window, name)
    while (part := part.parentWidget()) is not None:
        if isinstance(part, QScrollArea):
            part.ensureWidgetVisible(wanted)
    hands.press(name)


def ask(program, calm, question):
    found: list[object] = []
    program.work.ask("a test", question, found.append)
    calm(program)
    return found[0]


def asks_for_a_reason(program):
    return any(one.isVisible() for one in program.window.findChildren(QPushButton, "passingDo"))


def by_palette(program, calm, words):
    """Ctrl+K, a few letters, Enter."""
    QTest.keyClick(program.window, Qt.Key.Key_K, CONTROL)
    calm(program)
    QTest.keyClicks(QApplication.focusWidget(), words)
    calm(program)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    calm(program)


def shown_pair(program):
    return find(program.window, "pairNames").text()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_no_match_is_decided_and_the_mentee_waits(at_matching, calm, example, kind):
    program, hands = at_matching(example, kind)
    hands.press("mainAction")
    calm(program)
    assert "32 of 32 placed" in seen(program.window)
    by_palette(program, calm, ">Without a mentor in")
    name = find(program.window, "noMatchMentee").currentText()
    hands.press("decideNoMatch")
    assert "Write the reason in one line." in seen(find(program.window, "noMatchForm"))

    hands.write("noMatchReason", "No mentor knows her field this year")
    hands.write("noMatchBy", "Kari")
    hands.press("decideNoMatch")
    calm(program)
    assert said(program) == f"Decide not to match {name}"
    assert name in seen(find(program.window, "noMatchPanel"))
    QTest.keyClick(program.window, Qt.Key.Key_Escape)
    calm(program)
    assert "of 31 placed" in seen(program.window)
    hands.undo()
    calm(program)
    assert "32 of 32 placed" in seen(program.window)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_one_new_mentee_is_matched_from_the_short_list(at_matching, calm, example, kind):
    program, hands = at_matching(example, kind)
    by_palette(program, calm, ">Match one mentee")
    mentee = find(program.window, "shortListMentee").currentText()
    hands.choose("rankedMentors", 1)
    calm(program)
    assert "points" in seen(find(program.window, "mentorReasons"))
    hands.press("matchOne")
    calm(program)
    if asks_for_a_reason(program):
        hands.write("passingReason", "She asked for her")
        hands.write("passingBy", "Kari")
        press(program, hands, "passingDo")
        calm(program)
    assert said(program).startswith(f"Match {mentee} with ")
    (made,) = ask(program, calm, pairs)
    assert made.mentee.name == mentee
    assert find(program.window, "shortListMentee").findText(mentee) == -1
    hands.undo()
    calm(program)
    assert ask(program, calm, pairs) == ()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_a_pair_is_ended_and_its_knock_on_is_seen_before_the_new_one_is_made(at_pair, calm, kind):
    program, hands = at_pair(kind)
    before, old = ask(program, calm, pairs), shown_pair(program)
    hands.press("step_rematch")
    calm(program)
    _select(program, hands, "ending", "fit")
    _select(program, hands, "asked_by", "mentee")
    press(program, hands, "rematchDo")
    calm(program)
    effect = seen(find(program.window, "rematchEffect"))
    assert "This is what happens" in effect
    assert "cancelled" in effect
    assert "then has" in effect
    assert ask(program, calm, pairs) == before, "nothing is done before it was seen"

    if asks_for_a_reason(program):
        hands.write("passingReason", "The best there is")
        hands.write("passingBy", "Kari")
        press(program, hands, "passingDo")
    else:
        press(program, hands, "rematchDo")
    calm(program)
    assert said(program).startswith("End the pair ")
    assert shown_pair(program) != old
    assert len([one for one in ask(program, calm, pairs) if one.status in RUNNING]) == len(before)
    hands.undo()
    calm(program)
    assert ask(program, calm, pairs) == before


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_a_pair_is_put_on_hold_once_its_meetings_are_seen(at_pair, calm, kind):
    program, hands = at_pair(kind)
    hands.press("step_hold")
    calm(program)
    press(program, hands, "holdDo")
    calm(program)
    assert "No meeting changes now." in seen(find(program.window, "holdEffect"))
    assert say(STAGE_NAMES[Stage.ACTIVE]) in chips(program)
    press(program, hands, "holdDo")
    calm(program)
    assert say(STAGE_NAMES[Stage.ON_HOLD]) in chips(program)
    hands.undo()
    calm(program)
    assert say(STAGE_NAMES[Stage.ACTIVE]) in chips(program)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_another_mentor_stands_in_and_the_pair_stays_the_pair(at_pair, calm, kind):
    program, hands = at_pair(kind)
    pair = shown_pair(program)
    hands.press("step_substitute")
    calm(program)
    until = program.workplace.desk.today + timedelta(days=60)
    hands.write("until_on", until.isoformat())
    press(program, hands, "substituteDo")
    calm(program)
    if asks_for_a_reason(program):
        hands.write("passingReason", "Nobody else has room")
        hands.write("passingBy", "Kari")
        press(program, hands, "passingDo")
        calm(program)
    assert " stand in for " in said(program)
    assert shown_pair(program) == pair
    assert spoken().date(until) in seen(find(program.window, "pairPage"))


def test_esc_leads_back_to_the_card_that_the_page_was_opened_from(at_pair, calm):
    program, _ = at_pair()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    calm(program)
    cards = find(program.window, ACTIVE)
    assert QApplication.focusWidget() is cards
    assert cards.current


def test_a_pair_that_is_found_opens_its_page_in_matching(at_matching, calm, with_active):
    program, hands = at_matching(with_active)
    one = ask(program, calm, pairs)[0]
    hands.go_to("calendar")
    calm(program)
    program.workplace.desk.please_show(Subject.PAIRS, one.id)
    calm(program)
    assert program.workplace.current == "matching"
    assert shown_pair(program) == f"{one.mentee.name} and {one.mentor.name}"


def test_a_file_for_reading_says_why_at_every_button_and_changes_nothing(program_in, calm, with_active):
    program = program_in("en")
    with open_file(with_active, read_only=True) as store:
        before = signature(store)
        pair = next(one.id for one in pairs(store) if one.status is PairStatus.ACTIVE)
    program.open_path(with_active)
    calm(program)
    reason = msg("The file is open for reading.")
    desk, told = program.workplace.desk, []
    object.__setattr__(desk.file, "read_only", reason)
    desk.told.connect(lambda notice: told.append(notice.sentence))
    desk.please_show(Subject.PAIRS, pair)
    calm(program)
    page = find(program.window, "pairPage")
    steps = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("step_")]
    names = [one.objectName() for one in steps if one.isVisible()]
    assert len(names) >= 4
    for name in names:
        told.clear()
        press(program, Mouse(program.window), name)
        calm(program)
        assert told == [reason], name
        assert not page.findChildren(QPushButton, f"{name.removeprefix('step_')}Do"), "no form opens"
    program.window.close()
    with open_file(with_active, read_only=True) as store:
        assert signature(store) == before


def _select(program, hands, name, value):
    box = find(program.window, name)
    assert isinstance(box, QComboBox)
    hands.select(name, box.findData(value))
