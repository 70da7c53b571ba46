"""The matching profile in the window: what is weighed with its source, what is changed here, and the ways onward."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTabWidget

from mentordesk.actions.files import open_for_reading
from mentordesk.actions.interviews import record_interview
from mentordesk.queries.interviews import interview
from tests.ui.participants.selection.selecting_file import written
from ui.participants.interviews.interviewing import InterviewTab
from ui.participants.profile.part import ProfilePart
from ui.widgets.chip import Chip

NAME = "Åse Ødegård"


@pytest.fixture
def at(tab_over, copy_of):
    def make(**more):
        path = copy_of(written)
        tab = tab_over(path, **more)
        tab.go_to(NAME, "name")
        tab.show_part(ProfilePart.__name__)
        return tab

    return make


def seen(tab, name, kind=QLabel):
    found = [each for each in tab.window.findChildren(kind, name) if each.isVisible()]
    assert found, f"nothing named {name} is seen"
    return found[0]


def noted(tab, name=NAME):
    id_, found = tab.rows()[name].id, []
    tab.desk.work.ask("noted", lambda store: interview(store, id_), found.append)
    tab.settle(tab.desk)
    return found[0]


def part_shown(tab):
    tabs = tab.find("detailTabs", QTabWidget)
    return tabs.currentWidget().kind.__name__


def choose(tab, list_, name):
    line = seen(tab, f"{list_}Line", QLineEdit)
    line.setFocus()
    tab.type(name, on=line)
    tab.press(Qt.Key.Key_Return, on=line)


def test_what_is_missing_is_counted_and_said(at):
    tab = at()

    assert seen(tab, "profileState", Chip).text.endswith("things are not known")
    assert seen(tab, "backgroundsSaid").text() == "Not known: it counts neither for nor against."
    assert seen(tab, "needsCounts").text() == "Development focus: weight 25"
    assert seen(tab, "needsSource").text().startswith("From: applicants")


def test_needs_are_changed_where_they_are_seen(at):
    tab = at()
    field = seen(tab, "needs", QPlainTextEdit)
    field.setPlainText("budget\nrotas")
    field.setFocus()
    tab.press(Qt.Key.Key_Tab)

    assert noted(tab).words == ("budget", "rotas")
    assert seen(tab, "needsSource").text().startswith(f"From: Edit {NAME}")
    tab.undo()
    assert field.toPlainText() == "topic 1"


def test_a_wish_is_kept_as_soon_as_it_is_chosen(at):
    tab = at()
    choose(tab, "profileWishes", "Mentor 2")
    choose(tab, "profileWishes", "Mentor 1")

    assert [wish.name for wish in noted(tab).wishes] == ["Mentor 2", "Mentor 1"]
    chosen = seen(tab, "profileWishesChosen", QListWidget)
    chosen.setCurrentRow(1)
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    tab.settle(tab.desk)
    assert [wish.name for wish in noted(tab).wishes] == ["Mentor 1", "Mentor 2"]
    tab.undo()
    assert [chosen.item(at).text() for at in range(chosen.count())] == ["1. Mentor 2", "2. Mentor 1"]


def test_the_same_person_wished_for_and_not_is_refused_and_stays_to_be_mended(at):
    tab = at()
    choose(tab, "profileWishes", "Mentor 2")
    choose(tab, "profileVetoes", "Mentor 2")

    assert [wish.name for wish in noted(tab).vetoes] == []
    assert any("among the wishes and the vetoes" in each.text() for each in tab.window.findChildren(QLabel, "remark"))
    tab.press(Qt.Key.Key_Delete, on=seen(tab, "profileWishesChosen", QListWidget))
    assert [wish.name for wish in noted(tab).vetoes] == ["Mentor 2"]


def test_what_came_from_an_interview_leads_to_that_interview(at):
    tab = at()
    row = tab.rows()[NAME]
    told = {"notes": "", "ratings": {"openness": (4, "")}, "words": ("budget",), "wishes": (), "vetoes": ()}
    for who in ("Kari", "Ola"):
        tab.desk.work.change(
            lambda store, who=who: record_interview(
                store, participation=row.id, held_on=tab.desk.today, interviewer=who, today=tab.desk.today, **told
            )
        )
        tab.settle(tab.desk)
    seen(tab, "opennessWay", QPushButton).click()
    tab.settle(tab.desk)

    assert part_shown(tab) == InterviewTab.__name__
    assert seen(tab, "interviewer", QLineEdit).text() == "Ola"


def test_what_is_missing_leads_to_where_it_is_written(at):
    tab = at()
    way = seen(tab, "backgroundsWay", QPushButton)
    assert way.text() == "Fill in"
    way.click()
    tab.settle(tab.desk)

    assert part_shown(tab) == "Overview"
    assert tab.focused().objectName() == "backgrounds"


def test_somebody_else_of_the_same_role_takes_the_same_sheet(at):
    tab = at()
    seen(tab, "profileWishesLine", QLineEdit).setText("half a na")
    tab.go_to("Berit Nilsen", "name")

    assert seen(tab, "needs", QPlainTextEdit).toPlainText() == "topic 2"
    assert seen(tab, "profileWishesLine", QLineEdit).text() == ""


def test_a_mentor_has_offers_and_places(at):
    tab = at()
    tab.go_to("Mentor 1", "name")

    assert seen(tab, "offers", QPlainTextEdit).toPlainText() == "topic 1"
    assert seen(tab, "capacitySaid").text() == "1 of 1 place free"


def test_in_a_file_for_reading_it_is_all_there_and_nothing_changes(at, copy_of):
    path = copy_of(written)
    tab = at(opener=lambda: open_for_reading(path))

    assert seen(tab, "needs", QPlainTextEdit).isReadOnly()
    assert seen(tab, "profileWishesLine", QLineEdit).isReadOnly()
    choose(tab, "profileWishes", "Mentor 2")
    assert noted(tab).wishes == ()


def test_going_on_in_the_midst_leaves_nothing_out(tab_over, copy_of):
    tab = tab_over(copy_of(written))
    tab.go_to(NAME, "name")
    tabs = tab.find("detailTabs", QTabWidget)
    kinds = [tabs.widget(at).kind for at in range(tabs.count())]
    tabs.setCurrentIndex(kinds.index(ProfilePart))
    QTest.qWait(1)
    tab.go_to("Berit Nilsen", "name")

    assert seen(tab, "needs", QPlainTextEdit).toPlainText() == "topic 2"
    assert seen(tab, "criteriaSaid").text()
    assert len([each for each in tab.window.findChildren(QLabel, "backgroundsSaid") if each.isVisible()]) == 1
