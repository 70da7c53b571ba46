"""A position of dependence is recorded where the participant's pairs stand, with a day and a reason (R30)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from mentordesk.domain.people import Role
from mentordesk.queries.dependences import dependences

PAIR = "PairsAndMeetings"


def at_pair(tab, role=Role.MENTEE):
    name = next(name for name, row in tab.rows().items() if row.role is role)
    tab.go_to(name, "name")
    tab.show_part(PAIR)
    return tab.rows()[name].id


def known(tab, id_):
    found = []
    tab.desk.work.ask("known", lambda store: dependences(store, id_), found.append)
    tab.settle(tab.desk)
    return found[0]


def words(tab):
    return "\n".join(each.text() for each in tab.find("dependences").findChildren(QLabel) if each.isVisible())


def choose(tab, name):
    line = tab.find("dependenceLine", QLineEdit)
    line.setFocus()
    line.setText(name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_it_is_recorded_read_and_taken_back(tab):
    id_ = at_pair(tab)
    assert "None is on record." in words(tab)
    other = known(tab, id_).choosable[0]
    tab.click("addDependence")
    assert tab.find("dependenceLine").hasFocus()
    choose(tab, other.name)
    tab.find("dependence_reason", QLineEdit).setText("They are sisters")
    tab.click("recordDependence")

    (row,) = known(tab, id_).rows
    assert (row.other, row.recorded_on, row.reason) == (other.person, tab.desk.today, "They are sisters")
    assert isinstance(row.recorded_on, date)
    assert other.name in words(tab)
    assert "They are sisters" in words(tab)
    tab.click("takeBackDependence0")
    assert known(tab, id_).rows == ()
    tab.undo()
    assert known(tab, id_).rows == (row,)


def test_nobody_or_no_reason_is_said_beside_the_form_and_nothing_is_kept(tab):
    id_ = at_pair(tab, Role.MENTOR)
    tab.click("addDependence")
    tab.click("recordDependence")
    assert "Choose whom the position of dependence is with." in words(tab)
    choose(tab, known(tab, id_).choosable[0].name)
    tab.click("recordDependence")
    assert "This must be filled in." in words(tab)
    assert known(tab, id_).rows == ()
