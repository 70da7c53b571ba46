"""The list of issues by keys: opened, given a next step and a day, handed over, closed and opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mentordesk.actions.issues import open_issue
from mentordesk.actions.team import take_into_team
from mentordesk.domain.people import Role
from tests.ui.programme.conftest import CTRL


def issues_of(shown):
    page = shown(view="team")
    QTest.mouseClick(page.widget("teamIssues"), Qt.MouseButton.LeftButton)
    page.settle()
    return page


def test_an_issue_is_opened_and_given_a_next_step_by_keys(shown):
    w = issues_of(shown)
    assert "No issue is open" in w.widget("issueWords").text()

    w.press(Qt.Key.Key_N, CTRL)
    w.write("Long ways to meet")
    w.press(Qt.Key.Key_Return)
    assert [row[0] for row in w.cells("issueTable")] == ["Long ways to meet"]

    w.press(Qt.Key.Key_Return)
    w.tab()
    w.write("Ask the units for a room")
    w.press(Qt.Key.Key_Return)
    (row,) = w.cells("issueTable")
    assert (row[2], row[5]) == ("Ask the units for a room", "Open")
    assert w.widget("issueWords").text() == "1 open issue."
    assert w.widget("issueTable").hasFocus()
    w.undo()
    assert w.cells("issueTable")[0][2] == ""


def test_an_issue_is_closed_kept_in_sight_and_opened_again(shown):
    w = issues_of(shown)
    programme = w.desk.programme_id
    w.ask(lambda store: open_issue(store, programme=programme, title="Long ways"))
    w.page.reload_now()
    w.settle()

    w.press(Qt.Key.Key_Return, CTRL)
    assert w.cells("issueTable") == []
    QTest.mouseClick(w.widget("closedIssues"), Qt.MouseButton.LeftButton)
    w.settle()
    assert w.cells("issueTable")[0][5].startswith("Closed on ")

    w.page.views.view.enter()
    w.press(Qt.Key.Key_Return, CTRL)
    assert w.cells("issueTable")[0][5] == "Open"


def test_an_issue_is_handed_to_somebody_who_runs_the_programme(shown):
    w = issues_of(shown)
    programme, today = w.desk.programme_id, w.desk.today
    kari = {"given_name": "Kari", "family_name": "Lund"}
    w.ask(lambda store: open_issue(store, programme=programme, title="Long ways"))
    w.ask(
        lambda store: take_into_team(
            store, programme=programme, role=Role.MANAGER, values=kari, responsibility="", today=today
        )
    )
    w.page.reload_now()
    w.settle()

    QTest.mouseClick(w.widget("handOverIssue"), Qt.MouseButton.LeftButton)
    menu = w.page.findChild(QMenu, "issueOwners")
    next(action for action in menu.actions() if action.text() == "Kari Lund").trigger()
    menu.close()
    w.settle()

    assert w.cells("issueTable")[0][1] == "Kari Lund"


def test_an_issue_that_today_names_is_stood_on(shown):
    w = shown(view="team")
    programme = w.desk.programme_id
    first, second = (
        w.ask(lambda store, title=title: open_issue(store, programme=programme, title=title)) for title in ("A", "B")
    )
    w.page.reload_now()
    w.settle()

    w.page.views.view.show_issue(second)
    w.settle()

    assert w.widget("issueTable").current_id() == second != first
