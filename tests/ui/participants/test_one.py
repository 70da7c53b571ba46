"""One participant: criteria answered and excepted, papers, fields that save when left, the interview, pairs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mentordesk.domain.criteria import PaperKind, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.queries.matching import question
from mentordesk.queries.participant import participant
from ui.language import say

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups, where there is no screen
OVERVIEW, INTERVIEW = "Overview", "InterviewTab"
CONTROL = Qt.KeyboardModifier.ControlModifier


def known(tab, name):
    id_, today, found = tab.rows()[name].id, tab.desk.today, []
    tab.desk.work.ask("known", lambda store: participant(store, id_, today=today), found.append)
    tab.settle(tab.desk)
    return found[0]


def criterion(tab, name, key):
    return next(row for row in known(tab, name).criteria if row.key == key)


def a_mentor_without_the_book(tab):
    mentors = [name for name, row in tab.rows().items() if row.role is Role.MENTOR]
    name = next(name for name in mentors if criterion(tab, name, "mentor_book").standing is Standing.UNKNOWN)
    tab.go_to(name, "name")
    return name


def test_the_criteria_stand_in_words_and_the_open_ones_on_top(tab):
    name = a_mentor_without_the_book(tab)
    cards = tab.find("detailTabs").currentWidget().findChildren(type(tab.find("criterion_mentor_book")))
    tops = {card.objectName(): card.y() for card in cards if card.objectName().startswith("criterion_")}

    assert "requirements are settled" in tab.find("criteriaSum").text()
    assert tab.find("criterion_mentor_book").accessibleName().endswith(": unknown")
    open_ones = {f"criterion_{row.key}" for row in known(tab, name).criteria if row.standing is not Standing.MET}
    assert max(tops[key] for key in open_ones) < min(tops[key] for key in tops.keys() - open_ones)


def test_a_criterion_is_answered_and_the_focus_stays(tab):
    name = a_mentor_without_the_book(tab)
    yes = tab.find("yes_mentor_book")
    yes.setFocus()
    tab.press(Qt.Key.Key_Space, on=yes)

    assert criterion(tab, name, "mentor_book").answer is True
    assert tab.find("criterion_mentor_book").accessibleName().endswith(": met")
    assert yes.isChecked()
    assert yes.hasFocus()
    tab.undo()
    assert criterion(tab, name, "mentor_book").answer is None


def test_a_note_beside_an_answer_is_kept_when_it_is_left(tab):
    name = a_mentor_without_the_book(tab)
    tab.click("no_mentor_book")
    note = tab.find("note_mentor_book", QLineEdit)
    assert note.isVisible()
    note.setFocus()
    tab.type("sent on Monday")
    tab.press(Qt.Key.Key_Tab)

    row = criterion(tab, name, "mentor_book")
    assert (row.answer, row.note) == (False, "sent on Monday")


def test_an_exception_needs_a_reason_and_a_name_and_stays_in_view(tab):
    name = a_mentor_without_the_book(tab)
    tab.click("except_mentor_book")
    tab.type("The book is out of print")
    tab.press(Qt.Key.Key_Return)
    remarks = [
        each.text() for each in tab.find("criterion_mentor_book").findChildren(type(tab.find("figures")), "remark")
    ]
    assert any(remarks)
    assert tab.find("reason_mentor_book", QLineEdit).text() == "The book is out of print"

    by = tab.find("by_mentor_book", QLineEdit)
    by.setFocus()
    tab.type("Eva")
    tab.press(Qt.Key.Key_Return)
    made = criterion(tab, name, "mentor_book").exception
    assert (made.reason, made.by) == ("The book is out of print", "Eva")
    assert (
        "The book is out of print"
        in tab.find("criterion_mentor_book").findChild(type(tab.find("figures")), "exceptionMade").text()
    )
    assert tab.find("criterion_mentor_book").accessibleName().endswith(": exception")


def test_a_paper_is_noted_with_its_day_and_a_wrong_day_is_explained(tab):
    name = a_mentor_without_the_book(tab)
    line = tab.find("confirmation", QLineEdit)
    line.setFocus()
    line.clear()
    tab.type("31.02.2026")
    tab.press(Qt.Key.Key_Return)
    assert line.property("wrong") == "true"
    line.setText("2026-10-05")
    tab.press(Qt.Key.Key_Return)

    papers = {paper.kind: paper for paper in known(tab, name).papers}
    assert str(papers[PaperKind.CONFIRMATION].received_on) == "2026-10-05"


def test_a_field_goes_into_the_file_when_it_is_left(tab):
    name = tab.names()[1]
    tab.go_to(name, "name")
    tab.show_part(OVERVIEW)
    phone = tab.find("detailTabs").currentWidget().findChild(QLineEdit, "phone")
    phone.setFocus()
    tab.type("12345678")
    tab.press(Qt.Key.Key_Tab)

    assert tab.rows()[name].values["phone"] == "12345678"


def test_text_that_is_being_written_stays_over_a_reload_and_is_kept_when_another_is_chosen(tab):
    name, other = tab.names()[1:3]
    tab.go_to(name, "name")
    tab.show_part(OVERVIEW)
    phone = tab.find("detailTabs").currentWidget().findChild(QLineEdit, "phone")
    phone.setFocus()
    tab.type("98")
    tab.page.reload_now()
    tab.settle(tab.desk)
    assert phone.text() == "98"
    tab.page.grid.view.select_ids([tab.rows()[other].id])
    tab.settle(tab.desk)

    assert tab.rows()[name].values["phone"] == "98"


def test_an_interview_is_noted_and_its_evidence_reaches_the_matching(tab):
    rows = tab.rows()
    name = next(
        name for name, row in rows.items() if row.role is Role.MENTEE and row.status is ParticipationStatus.COMPLETE
    )
    wished = next(row for row in rows.values() if row.role is Role.MENTOR)
    tab.go_to(name, "name")
    tab.show_part(INTERVIEW)
    assert tab.find("interviewBanner").text() == "The applicant may ask to read this."
    tab.find("openness").setCurrentIndex(tab.find("openness").findData("2"))
    tab.find("openness_evidence", QLineEdit).setText("Told of two changes of her own")
    tab.find("needs").setPlainText("budgets\nhard conversations")
    line = tab.find("wishesLine", QLineEdit)
    line.setText(wished.name)
    tab.press(Qt.Key.Key_Return, on=line)
    line.setFocus()
    tab.press(Qt.Key.Key_Return, modifiers=CONTROL)

    noted = known(tab, name)
    assert noted.row.status is ParticipationStatus.INTERVIEWED
    assert noted.needs == ("budgets", "hard conversations")
    assert noted.wishes[0] == wished.name
    rating = next(each for each in noted.interviews[0].ratings if each.key == "openness")
    assert (rating.points, rating.evidence) == (2, "Told of two changes of her own")
    found, programme, today = [], tab.desk.programme_id, tab.desk.today
    tab.desk.work.ask("match", lambda store: question(store, programme, today=today), found.append)
    tab.settle(tab.desk)
    assert "hard conversations" in repr(next(each for each in found[0].mentees if each.name == name))


def test_an_interview_that_was_begun_is_noted_when_another_is_chosen(tab):
    name, other = tab.names()[1:3]
    tab.go_to(name, "name")
    tab.show_part(INTERVIEW)
    tab.find("interview_notes").setPlainText("Calm and curious.")
    tab.go_to(other, "name")

    assert known(tab, name).interviews[0].notes == "Calm and curious."


def test_an_interview_of_tomorrow_is_refused_and_nothing_written_is_lost(tab):
    name, other = tab.names()[1:3]
    tab.go_to(name, "name")
    tab.show_part(INTERVIEW)
    tab.find("held_on", QLineEdit).setText((tab.desk.today + timedelta(days=1)).isoformat())
    tab.find("interview_notes").setPlainText("Calm and curious.")
    tab.click("noteInterview")
    assert "still to come" in say(tab.told[-1].sentence)
    tab.go_to(other, "name")
    tab.go_to(name, "name")
    assert tab.find("interviewFields").isVisible()
    texts = [
        each.toPlainText()
        for each in tab.window.findChildren(type(tab.find("interview_notes")), "interview_notes")
        if each.isVisible()
    ]
    assert texts == ["Calm and curious."]


def test_a_name_that_nobody_bears_is_said_in_words(tab):
    tab.go_to(tab.names()[1], "name")
    tab.show_part(INTERVIEW)
    line = tab.find("vetoesLine", QLineEdit)
    line.setText("Nobody Such")
    tab.press(Qt.Key.Key_Return, on=line)

    said = [each.text() for each in tab.find("vetoesPicker").findChildren(type(tab.find("figures")), "remark")]
    assert said == ["Nobody who can be chosen is called “Nobody Such”."]
    assert line.text() == "Nobody Such"
