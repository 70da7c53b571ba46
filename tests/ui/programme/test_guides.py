"""Interview guides and the introduction of a new manager, edited by keyboard on the Programme page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from mentordesk.actions.files import open_for_reading
from mentordesk.domain.guides import Guide
from mentordesk.queries.guides import guide_table
from mentordesk.queries.programmes import programmes

ENTER, ESC, DELETE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Tab
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
GUIDES = "guides"


@pytest.fixture
def one(shown):
    made = shown()
    made.view(GUIDES)
    return made


def titles(one):
    return [cells[1] for cells in one.cells("guideList")]


def in_programme(one, name):
    one.desk.choose(next(each for each in one.ask(programmes) if each.name == name))
    one.page.reload_now()
    one.settle()


def choose(one, guide):
    choice = one.widget("guideChoice")
    choice.setCurrentIndex(choice.findData(guide.value))
    choice.activated.emit(choice.currentIndex())
    one.settle()


def test_a_question_is_added_in_each_language_and_comes_last(one):
    one.press(Qt.Key.Key_N, CTRL)
    one.write("What is hard?")
    one.press(ENTER, CTRL)

    assert titles(one)[-1] == "What is hard?"
    assert one.view(GUIDES).isAncestorOf(one.widget("guideList"))
    one.undo()
    assert "What is hard?" not in titles(one)


def test_without_words_it_is_not_added(one):
    before = titles(one)
    one.press(Qt.Key.Key_N, CTRL)
    one.press(ENTER, CTRL)

    assert "This must be filled in." in [each.text() for each in one.page.findChildren(QLabel, "remark")]
    one.press(ESC)
    assert titles(one) == before


def test_the_order_changes_by_key_and_comes_back_from_the_template(one):
    was = titles(one)
    assert not one.widget("guideAsTemplate").isEnabled()
    one.press(Qt.Key.Key_Down, ALT)

    assert titles(one) == [was[1], was[0], *was[2:]]
    one.press(DELETE)
    assert was[0] not in titles(one)
    one.widget("guideAsTemplate").click()
    one.settle()
    assert titles(one) == was


def test_a_question_is_worded_anew(one):
    one.press(ENTER)
    field = one.page.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    one.write("Where are you now?")
    one.press(ENTER, CTRL)

    row = one.ask(lambda store: guide_table(store, one.desk.programme_id, Guide.MENTEES)).rows[0]
    assert row.point.title.nb == "Where are you now?"
    assert row.point.title.en == titles(one)[0]


def test_the_introduction_says_what_the_offer_ticks(one):
    in_programme(one, "Omgång 1")
    choose(one, Guide.INTRODUCTION)

    rows = one.cells("guideList")
    assert ["Mentor offered", "Ticked by the offer of a mentor"] in [cells[1:3] for cells in rows]


def test_another_programme_without_that_list_shows_the_first_one(one):
    in_programme(one, "Omgång 1")
    choose(one, Guide.INTRODUCTION)
    in_programme(one, "Kull 2027")

    choice = one.widget("guideChoice")
    assert choice.currentData() == Guide.MENTEES.value
    assert choice.findData(Guide.INTRODUCTION.value) == -1
    assert "Welcome talk with the line manager" not in titles(one)


def test_a_file_for_reading_says_why_nothing_changes(shown, programme_file):
    one = shown(opener=lambda: open_for_reading(programme_file))
    one.view(GUIDES)
    was = titles(one)
    for press in (lambda: one.press(DELETE), lambda: one.press(Qt.Key.Key_Down, ALT), lambda: one.press(ENTER)):
        one.told.clear()
        press()
        assert one.told
    assert titles(one) == was
    assert one.page.findChild(QPushButton, "pointFormMain") is None
