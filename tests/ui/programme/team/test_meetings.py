"""Meetings of the team by keys: planned, noted with what was decided and a task, put right, and their agenda."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.actions.issues import open_issue
from mentordesk.actions.meetings import add_meeting
from mentordesk.actions.team import take_into_team
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import Role
from mentordesk.queries.team_meetings import team_meetings, team_tasks
from tests.ui.programme.conftest import CTRL

SHIFT = Qt.KeyboardModifier.ShiftModifier


def part_of(shown, name):
    page = shown(view="team")
    QTest.mouseClick(page.widget(name), Qt.MouseButton.LeftButton)
    page.settle()
    return page


def held_today(w):
    """A meeting of this day, at which a manager can take something on."""
    programme, today = w.desk.programme_id, w.desk.today
    kari = {"given_name": "Kari", "family_name": "Lund"}
    w.ask(
        lambda store: take_into_team(
            store, programme=programme, role=Role.MANAGER, values=kari, responsibility="", today=today
        )
    )
    made = w.ask(
        lambda store: add_meeting(
            store, programme=programme, kind="team_follow_up", title="", day=today, start=time(9), end=time(10)
        )
    )
    w.page.reload_now()
    w.settle()
    w.widget("meetingTable").select_ids((made,))
    w.page.views.view.enter()
    return made


def found(w, meeting):
    return next(each for each in w.ask(lambda store: team_meetings(store, w.desk.programme_id)) if each.id == meeting)


def test_a_meeting_is_planned_by_keys_and_has_what_is_open_on_its_agenda(shown):
    w = part_of(shown, "teamMeetings")
    programme = w.desk.programme_id
    before = len(w.cells("meetingTable"))
    w.ask(lambda store: open_issue(store, programme=programme, title="Long ways to meet"))

    w.press(Qt.Key.Key_N, CTRL)
    w.press(Qt.Key.Key_Return, CTRL)

    assert len(w.cells("meetingTable")) == before + 1
    assert w.widget("meetingTable").hasFocus()
    told = w.widget("meetingDetails").text()
    assert "Planning meeting of the team" in told
    assert "1 open issue:" in told
    assert "Long ways to meet" in told
    w.undo()
    assert len(w.cells("meetingTable")) == before


def test_what_was_decided_and_a_task_are_noted_by_keys_and_put_right(shown):
    w = part_of(shown, "teamMeetings")
    meeting = held_today(w)

    w.press(Qt.Key.Key_Return)
    w.write("The next meeting is in Bergen")
    w.press(Qt.Key.Key_Return)
    w.write("Two mentors more are asked")
    w.tab(2)
    w.write("Book the room")
    w.press(Qt.Key.Key_Return, CTRL)

    noted = found(w, meeting)
    assert noted.status is MeetingStatus.HELD
    assert noted.decisions == ("The next meeting is in Bergen", "Two mentors more are asked")
    assert [task.text for task in noted.tasks] == ["Book the room"]
    told = w.widget("meetingDetails").text()
    assert "1. The next meeting is in Bergen" in told
    assert "· Book the room" in told

    w.press(Qt.Key.Key_Return)
    w.press(Qt.Key.Key_Return)
    w.write("Kari asks them")
    w.press(Qt.Key.Key_Return, CTRL)
    assert found(w, meeting).decisions[1:] == ("Two mentors more are asked", "Kari asks them")
    w.undo()
    w.undo()
    assert found(w, meeting).decisions == ()


def test_a_further_task_of_a_meeting_is_added_and_done_in_the_list_of_tasks(shown):
    w = part_of(shown, "teamMeetings")
    held_today(w)

    w.press(Qt.Key.Key_A, CTRL | SHIFT)
    w.write("Ring the hotel")
    w.press(Qt.Key.Key_Return)
    QTest.mouseClick(w.widget("teamTasks"), Qt.MouseButton.LeftButton)
    w.settle()

    (row,) = w.cells("taskTable")
    assert (row[0], row[4]) == ("Ring the hotel", "Open")
    assert row[3].startswith("Meeting on ")
    w.press(Qt.Key.Key_Return, CTRL)
    assert w.cells("taskTable") == []
    assert "No task is open" in w.widget("taskWords").text()


def test_a_task_is_added_handed_over_and_removed_by_keys(shown):
    w = part_of(shown, "teamTasks")
    held_today_day = w.desk.today + timedelta(7)
    w.press(Qt.Key.Key_N, CTRL)
    w.write("Order the books")
    w.tab()
    w.write(held_today_day.isoformat())
    w.press(Qt.Key.Key_Return)

    (task,) = w.ask(lambda store: team_tasks(store, w.desk.programme_id))
    assert (task.text, task.due_on) == ("Order the books", held_today_day)
    w.press(Qt.Key.Key_Return)
    assert w.widget("taskForm").isVisible()
    w.press(Qt.Key.Key_Escape)
    w.press(Qt.Key.Key_Delete)
    assert w.cells("taskTable") == []


def test_ctrl_p_prints_the_agenda_and_not_the_wall(shown, qtbot):
    w = part_of(shown, "teamMeetings")
    held_today(w)

    w.press(Qt.Key.Key_P, CTRL)

    paper = w.page.views.view._switch.part.paper
    qtbot.waitUntil(lambda: paper.preview is not None, timeout=20_000)
    assert w.page.views.shown == "team"
    paper.preview.close()
