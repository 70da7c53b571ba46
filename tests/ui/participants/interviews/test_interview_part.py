"""The interview in the window: the guide, a second interviewer beside the first, planning, the guide on paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from mentordesk.domain.people import ParticipationStatus
from mentordesk.queries.agenda import agenda
from mentordesk.queries.interviews import interviews_of
from tests.ui.participants.selection.selecting_file import written
from ui.language import say
from ui.participants.interviews.interviewing import InterviewTab
from ui.widgets.chip import Chip

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at(tab_over, copy_of):
    """The tab with the interview part of a mentee in view, who was not interviewed."""
    tab = tab_over(copy_of(written))
    tab.name = "Åse Ødegård"
    tab.go_to(tab.name, "name")
    show(tab)
    return tab


def show(tab):
    tab.show_part(InterviewTab.__name__)


def seen(tab, name, kind):
    found = [each for each in tab.window.findChildren(kind, name) if each.isVisible()]
    assert found, name
    return found[0]


def press_button(tab, name):
    seen(tab, name, QPushButton).click()
    tab.settle(tab.desk)


def forms(tab):
    id_ = tab.rows()[tab.name].id
    found = []
    tab.desk.work.ask("test forms", lambda store: interviews_of(store, id_), found.append)
    tab.settle(tab.desk)
    return found[0]


def note(tab, who, points, evidence):
    seen(tab, "interviewer", QLineEdit).setText(who)
    combo = seen(tab, "openness", QComboBox)
    combo.setCurrentIndex(combo.findData(str(points)))
    seen(tab, "openness_evidence", QLineEdit).setText(evidence)
    press_button(tab, "noteInterview")


def test_the_guide_s_questions_are_fields_and_their_answers_are_kept(at):
    question = forms(at)[0].answers[0]
    seen(at, f"guide_{question.key}", QPlainTextEdit).setPlainText("A quiet ward.")
    press_button(at, "noteInterview")

    assert forms(at)[0].answers[0].answer == "A quiet ward."


def test_a_second_interviewer_has_a_form_of_her_own_and_both_stand_side_by_side(at):
    note(at, "Kari Ås", 5, "Asked twice.")
    press_button(at, "addInterview")
    assert seen(at, "interviewer", QLineEdit).text() == "", "another form"
    note(at, "Per Lund", 2, "Silent.")

    assert [(form.interviewer, form.ratings[0].points) for form in forms(at)] == [("Kari Ås", 5), ("Per Lund", 2)]
    assert seen(at, "interviewChoice", QComboBox).count() == 2
    press_button(at, "compareInterviews")
    page = seen(at, "interviewCompare", object)
    texts = [each.text() for each in page.findChildren(QLabel)]
    assert "5: Asked twice." in texts
    assert "2: Silent." in texts
    assert "3 points apart" in [chip.text for chip in page.findChildren(Chip)]
    at.press(Qt.Key.Key_Escape)
    assert seen(at, "interviewFields", object).isVisible()


def test_the_form_of_each_interviewer_is_chosen_and_edited_by_itself(at):
    note(at, "Kari Ås", 5, "")
    press_button(at, "addInterview")
    note(at, "Per Lund", 2, "")
    combo = seen(at, "interviewChoice", QComboBox)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    at.settle(at.desk)

    assert seen(at, "interviewer", QLineEdit).text() == "Kari Ås"
    note(at, "Kari Ås", 4, "")
    assert [form.ratings[0].points for form in forms(at)] == [4, 2]


def test_what_a_second_interviewer_began_is_kept_when_somebody_else_is_looked_at(at):
    note(at, "Kari Ås", 5, "")
    press_button(at, "addInterview")
    seen(at, "interviewer", QLineEdit).setText("Per Lund")
    other = next(name for name in at.names() if name != at.name)
    at.go_to(other, "name")

    assert [form.interviewer for form in forms(at)] == ["Kari Ås", "Per Lund"]


def test_an_interview_is_planned_and_the_calendar_shows_it(at):
    day = at.desk.today + timedelta(days=7)
    press_button(at, "planInterview")
    seen(at, "plan_day", QLineEdit).setText(day.isoformat())
    seen(at, "plan_start", QLineEdit).setText("13.30")
    seen(at, "plan_place", QLineEdit).setText("Room 4")
    seen(at, "plan_interviewer", QLineEdit).setText("Kari Ås")
    press_button(at, "planKeep")

    programme, found = at.desk.programme_id, []
    at.desk.work.ask("calendar", lambda store: agenda(store, programme, first=day, last=day), found.append)
    at.settle(at.desk)
    row = next(row for row in found[0].rows if getattr(row, "kind", "") == "interview")
    assert (row.who, row.place, row.starts_at.strftime("%H:%M")) == (at.name, "Room 4", "13:30")
    assert seen(at, "interviewer", QLineEdit).text() == "Kari Ås"
    assert seen(at, "interviewChoice", QComboBox).currentText().startswith("planned")
    assert at.rows()[at.name].status is not ParticipationStatus.INTERVIEWED


@pytest.mark.parametrize(("key", "text"), [("plan_start", "25.00"), ("plan_minutes", "900"), ("plan_day", "")])
def test_a_plan_that_cannot_be_is_marked_in_its_place(at, key, text):
    press_button(at, "planInterview")
    seen(at, "plan_day", QLineEdit).setText((at.desk.today + timedelta(days=7)).isoformat())
    seen(at, key, QLineEdit).setText(text)
    press_button(at, "planKeep")

    assert at.focused().objectName() == key
    assert forms(at)[0].id is None
    press_button(at, "planLeave")
    assert at.focused().objectName() == "planInterview"


def test_an_interview_can_be_taken_out_and_brought_back(at):
    note(at, "Kari Ås", 5, "")
    press_button(at, "removeInterview")
    assert forms(at)[0].id is None
    assert seen(at, "interviewer", QLineEdit).text() == ""
    at.undo()
    assert seen(at, "interviewer", QLineEdit).text() == "Kari Ås"


def test_the_guide_is_printed_into_a_folder(at, tmp_path):
    at.desk.ask.answers = [tmp_path / "guides"]
    press_button(at, "printGuide")

    assert [path.suffix for path in (tmp_path / "guides").iterdir()] == [".pdf"]
    assert "printed" in say(at.told[-1].sentence)


def test_letters_are_written_to_several_from_the_list(at):
    view = at.page.grid.view
    view.select_ids([view.selected_ids()[0], at.rows()["Eva Lind"].id])
    at.settle(at.desk)
    press_button(at, "bulkMail")

    assert seen(at, "lettersPage", object).isVisible()
    assert seen(at, "letterPlace", QLabel).text() == "1 of 2"
    assert at.focused().objectName() == "lettersKind"
    at.press(Qt.Key.Key_Escape)
    assert not [each for each in at.window.findChildren(QLabel, "letterPlace") if each.isVisible()]


def test_chemistry_with_somebody_is_noted_at_once(at):
    other = seen(at, "chemistryWith", QComboBox)
    other.setCurrentIndex(other.findText("Mentor 2"))
    points = seen(at, "chemistryPoints", QComboBox)
    points.setCurrentIndex(points.findData(4))
    press_button(at, "noteChemistry")

    assert seen(at, "chemistryNoted", QLabel).text() == "Mentor 2: 4"
    at.undo()
    assert forms(at)[0].chemistry == ()
