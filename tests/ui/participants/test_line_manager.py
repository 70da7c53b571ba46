"""A line manager is somebody in the file, chosen while typing, or a name that nobody in it bears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit

from mentordesk.i18n.message import msg
from mentordesk.storage.records import PersonRecord
from tests.ui.participants.selection.selecting_file import written

NAME = "Åse Ødegård"


@pytest.fixture
def at(tab_over, copy_of):
    tab = tab_over(copy_of(written))
    tab.go_to(NAME, "name")
    tab.show_part("Overview")
    return tab


def line(tab):
    found = [each for each in tab.window.findChildren(QLineEdit, "line_manager") if each.isVisible()]
    return found[0]


def popup_of(tab):
    return line(tab).findChild(QCompleter).popup()


def manager(tab):
    found, person = [], tab.rows()[NAME].person

    def asked(store):
        with store.reading() as session:
            kept = session.get_one(PersonRecord, person)
            return kept.line_manager_id, kept.line_manager

    tab.desk.work.ask("manager", asked, found.append)
    tab.settle(tab.desk)
    return found[0]


def begin(tab, text):
    line(tab).setFocus()
    tab.settle(tab.desk)  # the names come when the keyboard does
    tab.type(text, on=line(tab))


def test_chosen_by_the_first_letters_she_is_the_person(at):
    begin(at, "eva l")
    popup = popup_of(at)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    at.settle(at.desk)

    assert line(at).text() == "Eva Lind"
    assert manager(at) == (at.rows()["Eva Lind"].person, "Eva Lind")
    assert any("line manager" in str(each) for each in at.done)
    at.undo()
    assert line(at).text() == ""


def test_of_two_with_one_name_the_chosen_one_is_meant(at):
    other = at.rows()["Finn Aas"].person

    def rename(store):
        with store.changing(msg("twins")) as session:
            session.get_one(PersonRecord, other).given_name = "Eva"
            session.get_one(PersonRecord, other).family_name = "Lind"

    at.desk.work.change(rename)
    at.settle(at.desk)
    begin(at, "eva l")
    popup = popup_of(at)
    assert popup.model().rowCount() == 2
    for _ in range(2):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    chosen = popup.currentIndex().row()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    at.settle(at.desk)

    assert chosen == 1
    assert manager(at)[0] is not None
    assert line(at).text() == "Eva Lind"


def test_whoever_is_not_in_the_file_is_written_as_a_name(at):
    begin(at, "Somebody Else")
    assert not popup_of(at).isVisible()
    at.window.activateWindow()  # offscreen, the list under the line took that
    at.settle(at.desk)
    at.press(Qt.Key.Key_Tab, on=line(at))

    assert manager(at) == (None, "Somebody Else")


def test_nobody_is_above_herself(at):
    begin(at, "Åse")
    popup = popup_of(at)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    at.settle(at.desk)

    assert manager(at) == (None, None)
    assert any("own line manager" in str(each) for each in at.told)
