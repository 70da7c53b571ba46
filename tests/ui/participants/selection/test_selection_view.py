"""The selection in the window: places, requirements in words, decisions by keyboard, and what stands in their way."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.parser import BytesParser

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.restricting import restrict
from mentordesk.domain.people import ParticipationStatus
from mentordesk.i18n.message import msg
from mentordesk.queries.selecting import selection
from tests.queries.small_programme import START
from tests.ui.participants.selection.selecting_file import NAMES, written
from tests.ui.participants.standing_alone import standing
from ui.participants.selection.view import SelectionView
from ui.widgets.chip import Chip

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def alone(desk_over, qtbot, settled):
    return lambda path, **more: standing(desk_over(path, **more), qtbot, settled, SelectionView)


@pytest.fixture
def path(copy_of):
    return copy_of(written)


@pytest.fixture
def view(alone, path):
    made = alone(path)
    made.page.enter()
    return made


def names(view):
    table = view.page.table
    return [table.cell(place, 0).text for place in range(len(table.rows.shown))]


def cell(view, name, key):
    table = view.page.table
    return table.cell(names(view).index(name), table.column_of(key))


def choose(view, *wanted):
    table = view.page.view
    table.clearSelection()
    for name in wanted:
        index = view.page.table.index(names(view).index(name), 0)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().setCurrentIndex(index, flags)
    view.settle(view.desk)


def seats(view):
    return view.find("selectionSeats", Chip).text


def decide(view, button, reason="As agreed", by="Kari Ås"):
    view.find("reasonLine", QLineEdit).setText(reason)
    view.find("decidedBy", QLineEdit).setText(by)
    view.find(button, QPushButton).click()
    view.settle(view.desk)


def statuses(view):
    programme, today = view.desk.programme_id, view.desk.today
    found = view.ask(lambda store: selection(store, programme, today=today))
    return {row.name: row.status for row in found.rows}


def test_it_shows_places_and_each_requirement_in_a_word_with_its_evidence(view):
    assert seats(view) == "0 of 3 selected"
    assert sorted(names(view)) == sorted(NAMES)
    words = {name: cell(view, name, "criterion_mentee_confirmation") for name in NAMES}
    assert (words["Åse Ødegård"].text, words["Åse Ødegård"].tone) == ("met", "good")
    assert (words["Grete Ruud"].text, words["Grete Ruud"].tone) == ("unknown", "warn")
    assert (words["Hanne Bø"].text, words["Hanne Bø"].tone) == ("not met", "bad")
    assert cell(view, "Åse Ødegård", "met").text == "1 of 1 met"


def test_those_with_more_met_stand_first(view):
    assert set(names(view)[-2:]) == {"Grete Ruud", "Hanne Bø"}


def test_several_are_selected_by_keyboard_and_one_undo_takes_it_back(view):
    view.press(Qt.Key.Key_Down, modifiers=SHIFT)
    assert view.find("decisionCount", QLabel).text() == "2 people selected in the list"
    decide(view, "decideSelected", reason="The best letters")

    assert seats(view) == "2 of 3 selected"
    assert view.find("reasonLine", QLineEdit).text() == "", "the next decision has its own reason"
    assert view.find("decidedBy", QLineEdit).text() == "Kari Ås", "the same team goes on"
    assert view.focused() is view.page.view
    first = names(view)[0]
    assert (cell(view, first, "status").text, cell(view, first, "reason").text) == ("Selected", "The best letters")
    view.undo()
    assert seats(view) == "0 of 3 selected"


def test_open_requirements_are_listed_by_name_and_those_can_be_left_out(view):
    choose(view, "Åse Ødegård", "Grete Ruud", "Hanne Bø")
    decide(view, "decideSelected")

    lines = view.find("decisionOpen", QListWidget)
    said = sorted(lines.item(at).text() for at in range(lines.count()))
    assert len(said) == 2
    assert said[0].startswith("Grete Ruud: ")
    assert "unknown" in said[0]
    assert "not met" in said[1]
    assert seats(view) == "0 of 3 selected"

    view.press(Qt.Key.Key_Space)  # on the first way on: leave them out
    assert view.find("decisionCount", QLabel).text() == "1 person selected in the list"
    decide(view, "decideSelected")
    assert seats(view) == "1 of 3 selected"


def test_an_exception_with_the_reason_written_lets_them_in(view):
    choose(view, "Grete Ruud")
    decide(view, "decideSelected", reason="The paper comes on Monday")
    view.find("exceptOpen", QPushButton).click()
    view.settle(view.desk)

    assert seats(view) == "1 of 3 selected"
    assert cell(view, "Grete Ruud", "criterion_mentee_confirmation").text == "exception"


def test_more_than_the_places_asks_first(view):
    choose(view, *NAMES[:4])
    decide(view, "decideSelected", reason="Two share a post")
    assert seats(view) == "0 of 3 selected"
    assert "3 places" in view.find("decisionForm").findChild(QLabel, "remark").text()

    view.find("turnBack", QPushButton).click()
    assert not view.page.form.findChild(QPushButton, "selectAnyway").isVisible()
    decide(view, "decideSelected", reason="Two share a post")
    view.find("selectAnyway", QPushButton).click()
    view.settle(view.desk)
    assert seats(view) == "4 of 3 selected"


def test_declining_needs_a_reason_and_the_keyboard_goes_to_its_line(view):
    choose(view, "Dag Moen")
    decide(view, "decideDeclined", reason="")
    assert view.focused() is view.find("reasonLine")
    assert statuses(view)["Dag Moen"] is not ParticipationStatus.DECLINED

    decide(view, "decideDeclined", reason="Too long a leader")
    assert statuses(view)["Dag Moen"] is ParticipationStatus.DECLINED
    assert cell(view, "Dag Moen", "reason").text == "Too long a leader"


def test_the_waiting_list_has_an_order_that_keys_change(view):
    for name in ("Berit Nilsen", "Eva Lind"):
        choose(view, name)
        decide(view, "decideWaiting")
    assert [cell(view, name, "waiting").text for name in ("Berit Nilsen", "Eva Lind")] == ["1", "2"]

    choose(view, "Eva Lind")
    view.page.view.setFocus()
    view.press(Qt.Key.Key_Up, modifiers=ALT)
    assert [cell(view, name, "waiting").text for name in ("Berit Nilsen", "Eva Lind")] == ["2", "1"]


def test_mentors_are_selected_too_without_places(view):
    combo = view.find("selectionRole", QComboBox)
    combo.setCurrentIndex(1)
    view.settle(view.desk)

    assert seats(view) == "0 selected for the programme"
    assert sorted(names(view)) == [f"Mentor {number}" for number in range(1, 5)]
    assert "mean" in [column.key for column in view.page.table.columns]


def test_a_file_for_reading_says_why_nothing_is_decided(view):
    view.desk.file = replace(view.desk.file, read_only=msg("The file is open for reading."))
    choose(view, "Dag Moen")
    decide(view, "decideDeclined", reason="x")

    assert [notice.sentence for notice in view.told] == [view.desk.file.read_only]
    assert statuses(view)["Dag Moen"] is not ParticipationStatus.DECLINED


def test_whoever_is_restricted_is_grey_and_nothing_is_decided(alone, tmp_path):
    path = tmp_path / "restricted.mentordesk"
    there = written(path)
    with open_file(path) as store:
        restrict(store, there.mentees[3].person, reason="She asked", today=store.today())
    view = alone(path)

    assert cell(view, "Dag Moen", "name").locked
    assert not cell(view, "Eva Lind", "name").locked
    choose(view, "Dag Moen")
    decide(view, "decideSelected")
    assert "Dag Moen is restricted" in view.page.form.findChild(QLabel, "remark").text()


def test_nobody_to_select_from_and_no_programme_are_said(alone, tmp_path):
    empty = tmp_path / "empty.mentordesk"
    with new_file(empty) as store:
        create_programme(store, template_key="nno", name="Kull 1", starts_on=START)
    view = alone(empty)
    assert view.find("emptyPage").accessibleName() == "Nobody to select from yet"

    view.desk.choose(None)
    view.page.reload()
    view.settle(view.desk)
    assert view.find("emptyPage").accessibleName() == "Choose one programme"


def test_letters_are_looked_at_one_by_one_and_saved_as_drafts(view, tmp_path):
    choose(view, "Åse Ødegård", "Eva Lind", "Dag Moen")
    decide(view, "decideWaiting")
    choose(view, "Åse Ødegård", "Eva Lind", "Dag Moen")
    view.press(Qt.Key.Key_E, on=view.page.view, modifiers=CONTROL)

    assert view.find("lettersKind", QComboBox).currentText() == "For each what fits where they stand"
    assert view.find("letterPlace", QLabel).text() == "1 of 3"
    seen = set()
    for _ in range(3):
        seen.add(view.find("letterSubject", QLabel).text())
        view.press(Qt.Key.Key_PageDown, modifiers=ALT)
    assert seen == {"Du står på venteliste til Kull 1", "Du står på väntelistan till Kull 1"}
    assert view.find("letterPlace", QLabel).text() == "1 of 3"
    view.press(Qt.Key.Key_PageUp, modifiers=ALT)
    assert view.find("letterPlace", QLabel).text() == "3 of 3"
    assert view.find("letterBody", QPlainTextEdit).toPlainText().startswith("He")

    view.desk.ask.answers = [tmp_path / "drafts"]
    view.find("lettersSave", QPushButton).click()
    view.settle(view.desk)
    drafts = list((tmp_path / "drafts").glob("*.eml"))
    assert len(drafts) == 3
    read = BytesParser(policy=policy.default).parsebytes(drafts[0].read_bytes())
    assert read["X-Unsent"] == "1"
    assert view.find("letterWritten", Chip).text.startswith("Written before, on")

    view.press(Qt.Key.Key_Escape)
    assert view.focused() is view.page.view


def test_a_letter_that_lacks_something_stands_first_and_is_gone_to(view):
    choose(view, "Åse Ødegård", "Eva Lind")
    view.press(Qt.Key.Key_E, on=view.page.view, modifiers=CONTROL)
    combo = view.find("lettersKind", QComboBox)
    combo.setCurrentIndex(combo.findData("invited_to_interview"))
    view.settle(view.desk)

    missing = view.find("lettersMissing", QListWidget)
    assert missing.count() == 2
    assert "the letter lacks the day of the interview" in missing.item(0).text()
    assert "2 of them are not written as they are" in view.find("lettersFigures", QLabel).text()
    missing.setFocus()
    view.press(Qt.Key.Key_Down)
    view.press(Qt.Key.Key_Down)
    assert view.find("letterPlace", QLabel).text() == "2 of 2"
    assert "‹" in view.find("letterBody", QPlainTextEdit).toPlainText()
