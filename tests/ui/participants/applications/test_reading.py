"""Reading applications: one after the other, decided by a key while the letter has the focus and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mentordesk.actions.criteria import answer_criterion
from mentordesk.domain.criteria import Standing
from mentordesk.domain.people import ParticipationStatus
from mentordesk.spreadsheets.sheet import read
from tests.ui.participants.applications.conftest import NAMES, TODAY
from ui.participants.applications.reading_view import ReadingView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
CONTROL = Qt.KeyboardModifier.ControlModifier
STATUS = ParticipationStatus
KARI, ASE, PER = NAMES


@pytest.fixture
def reading(shown_over, nno):
    shown = shown_over(ReadingView, nno)
    shown.widget.reload()
    shown.settle(shown.desk)
    shown.widget.enter()
    return shown


def name(reading):
    return reading.find("readingName").text()


def status(reading, who):
    return reading.rows()[who].status


def test_the_earliest_application_is_read_first_and_ctrl_pgdn_goes_on(reading):
    assert (name(reading), reading.find("readingPlace").text()) == (PER, "1 of 3")

    for _ in range(3):  # one more than there are
        reading.press(Qt.Key.Key_PageDown, CONTROL)

    assert (name(reading), reading.find("readingPlace").text()) == (KARI, "3 of 3")
    assert reading.find("readingLetter").toPlainText().startswith("Letter of Kari Berg.")
    reading.press(Qt.Key.Key_PageUp, CONTROL)
    assert name(reading) == ASE


def test_a_letter_stands_in_a_column_of_seventy_characters(reading):
    letter = reading.find("readingLetter")
    room = letter.maximumViewportSize().width() - 2 * letter.document().documentMargin()
    running = "I want to learn to lead. "

    assert 65 <= room / letter.fontMetrics().horizontalAdvance(running) * len(running) <= 80


def test_the_keys_decide_while_the_letter_has_the_focus(reading):
    reading.press(Qt.Key.Key_1)
    assert status(reading, PER) is STATUS.COMPLETE
    assert reading.find("readingSaid").text() == "Done: Application complete"
    assert reading.find("readingLetter").hasFocus()

    reading.press(Qt.Key.Key_PageDown, CONTROL)
    reading.press(Qt.Key.Key_2)

    row = reading.rows()[ASE]
    assert (row.status, row.values["tags"]) == (STATUS.COMPLETE, ("to interview",))
    reading.undo()
    row = reading.rows()[ASE]
    assert (row.status, row.values["tags"]) == (STATUS.RECEIVED, None)


def test_in_the_reason_a_digit_is_a_digit(reading):
    reason = reading.find("readingReason", QLineEdit)
    reason.setFocus()
    reading.type("12345")

    assert reason.text() == "12345"
    assert status(reading, PER) is STATUS.RECEIVED


def test_a_refused_decision_asks_for_what_is_missing_and_enter_decides(reading):
    reading.press(Qt.Key.Key_5)
    assert reading.find("readingBy").hasFocus()
    assert status(reading, PER) is STATUS.RECEIVED

    reading.type("Eva")
    reading.press(Qt.Key.Key_Return)
    assert reading.find("readingReason").hasFocus()
    reading.type("no place this year")
    reading.press(Qt.Key.Key_Return)

    assert status(reading, PER) is STATUS.DECLINED
    step = reading.application(PER).steps[-1]
    assert (step.reason, step.by) == ("no place this year", "Eva")
    assert reading.find("readingLetter").hasFocus()
    assert not reading.find("readingReason").text()


def test_whoever_has_open_requirements_is_not_selected_and_it_says_which(reading):
    reading.find("readingBy").setText("Eva")
    reading.press(Qt.Key.Key_3)

    assert "The employer has confirmed participation" in reading.find("readingRemark").text
    assert status(reading, PER) is STATUS.RECEIVED


def test_whoever_has_none_is_selected(reading):
    known = reading.known(PER)
    for row in known.criteria:
        if row.standing is not Standing.MET:
            reading.change(lambda store, key=row.key: answer_criterion(store, known.row.id, key, True))
    reading.find("readingBy").setText("Eva")
    reading.find("readingLetter").setFocus()

    reading.press(Qt.Key.Key_3)

    assert status(reading, PER) is STATUS.SELECTED


def test_a_reload_keeps_who_is_read_and_esc_leaves_the_reason_for_the_letter_and_that_for_the_list(reading, qtbot):
    reading.press(Qt.Key.Key_PageDown, CONTROL)
    reading.widget.reload()
    reading.settle(reading.desk)
    assert name(reading) == ASE

    reading.find("readingReason").setFocus()
    assert reading.widget.close_topmost()
    assert reading.find("readingLetter").hasFocus()
    with qtbot.waitSignal(reading.widget.left):
        assert reading.widget.close_topmost()


def test_in_a_file_for_reading_a_key_says_why_nothing_happens(shown_over, nno):
    reading = shown_over(ReadingView, nno, read_only=True)
    reading.widget.reload()
    reading.settle(reading.desk)
    reading.widget.enter()

    reading.press(Qt.Key.Key_1)

    assert status(reading, PER) is STATUS.RECEIVED
    assert reading.told


def test_without_applications_it_says_so(shown_over, empty):
    reading = shown_over(ReadingView, empty)
    reading.widget.reload()
    reading.settle(reading.desk)

    assert reading.has("readingToList")
    assert reading.desk.today == TODAY


def test_in_the_tab_it_is_the_fifth_view_and_the_keyboard_is_in_the_letter(tab):
    tab.page.show_view("reading")
    tab.settle(tab.desk)

    letter = tab.find("readingLetter")
    assert letter.isVisible()
    assert letter.hasFocus()
    before = tab.find("readingName").text()
    tab.press(Qt.Key.Key_PageDown, modifiers=CONTROL)
    assert tab.find("readingName").text() != before
    assert [command.keys for command in tab.page.commands()][:2] == ["Ctrl+PgDown", "Ctrl+PgUp"]


def test_the_applications_are_exported_with_everything_known(reading, tmp_path):
    path = tmp_path / "applications.csv"
    reading.desk.ask.answers.append(path)
    reading.press(Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    reading.settle(reading.desk)

    sheet = read(path)
    names = {
        f"{row[sheet.headings.index('Given name')]} {row[sheet.headings.index('Family name')]}" for row in sheet.rows
    }
    assert set(NAMES) <= names
    assert {"Status", "Channel", "Papers still missing", "Reason for the decision"} <= set(sheet.headings)
