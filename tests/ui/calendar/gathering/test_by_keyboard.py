"""A joint meeting from its opening to the follow-up of who was absent, and its groups, with the keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QTableView

from mentordesk.domain.meetings import Attendance, MeetingStatus
from mentordesk.i18n.message import msg
from tests.actions.gathered import FIRST
from tests.ui.calendar.conftest import CTRL, SHIFT
from ui.desk import OWN_PAGE
from ui.language import say

K = Qt.Key
PRESENT, ABSENT = Attendance.PRESENT, Attendance.ABSENT


def came(room, day=2):
    return [person.came.get(day) for person in room.seen.people]


def name_at_hand(room, table="attendanceTable"):
    index = room.find(QTableView, table).currentIndex()
    return index.siblingAtColumn(0).data()


def said(room):
    return [say(notice.sentence) for notice in room.told]


def test_it_opens_on_today_s_day_with_the_first_of_the_list_and_esc_goes_back(room):
    shown = room()

    assert shown.find(QPushButton, "openMeeting").text() == "Open the meeting"
    assert shown.page.room.isVisible()
    assert shown.words("gatheringTitle") == "Start-up meeting"
    assert shown.words("attendanceCount") == "0 of 8 present, 8 not noted"
    assert shown.find(QPushButton, "day2").isChecked()
    assert name_at_hand(shown) == "Mentee 1"
    assert QApplication.focusWidget() is shown.find(QTableView, "attendanceTable")
    shown.press(K.Key_Escape)
    assert not shown.page.room.isVisible()
    assert QApplication.focusWidget() is shown.page._views.currentWidget()


def test_space_is_present_and_next_a_is_absent_backspace_is_unknown(room):
    shown = room()
    for key in (K.Key_Space, K.Key_Space, K.Key_A, K.Key_Space):
        shown.press(key)

    assert came(shown) == [PRESENT, PRESENT, ABSENT, PRESENT, None, None, None, None]
    assert name_at_hand(shown) == "Mentor 1"
    assert shown.words("attendanceCount") == "3 of 8 present, 1 absent, 4 not noted"
    shown.press(K.Key_Up)
    shown.press(K.Key_Backspace)
    assert came(shown)[3] is None
    shown.undo()
    shown.undo()
    assert came(shown) == [PRESENT, PRESENT, ABSENT, None, None, None, None, None]


def test_everybody_at_once_is_one_change(room):
    shown = room()
    shown.press(K.Key_A, CTRL)
    shown.press(K.Key_Space)
    assert came(shown) == [PRESENT] * 8
    shown.undo()
    assert came(shown) == [None] * 8
    shown.press(K.Key_Home)
    shown.press(K.Key_A)
    shown.find(QPushButton, "noteAll").click()
    shown.settle(shown.desk)
    assert came(shown) == [ABSENT, *[PRESENT] * 7]


def test_letters_jump_to_a_name_and_an_a_within_it_notes_nothing(room):
    shown = room()
    shown.type("mentora")
    assert name_at_hand(shown) == "Mentor 1"
    shown.press(K.Key_A, SHIFT)
    assert came(shown) == [None] * 8


def test_ctrl_right_is_the_next_day_and_a_day_to_come_is_refused_in_words(room):
    shown = room(today=FIRST)
    assert shown.find(QPushButton, "day1").isChecked()
    shown.press(K.Key_Right, CTRL)
    assert shown.find(QPushButton, "day2").isChecked()
    shown.press(K.Key_Space)
    assert came(shown) == [None] * 8
    shown.press(K.Key_Left, CTRL)
    shown.press(K.Key_Home)
    shown.press(K.Key_Space)
    assert came(shown, 1)[0] is PRESENT


def test_held_absent_followed_up(room):
    shown = room()
    shown.press(K.Key_H, CTRL)
    assert shown.seen.status is MeetingStatus.HELD
    assert shown.find(QPushButton, "noteHeld").text() == "Note as not held"
    shown.press(K.Key_Return, CTRL)
    assert said(shown) == ["Nobody who is selected is noted as absent."]
    shown.press(K.Key_A)
    shown.press(K.Key_Up)
    shown.press(K.Key_Return, CTRL)
    assert shown.seen.people[0].followed_up_on is not None
    shown.press(K.Key_Return, CTRL)
    assert shown.seen.people[0].followed_up_on is None


def test_groups_are_made_one_is_moved_and_the_quality_is_said(room):
    shown = room()
    shown.press(K.Key_PageUp, CTRL)
    assert QApplication.focusWidget() is shown.find(QLineEdit, "groupNumber")
    assert shown.find(QLineEdit, "groupNumber").text() == "2"
    shown.press(K.Key_Return)
    assert [len(group.people) for group in shown.seen.groups] == [4, 4]
    assert shown.words("groupQuality") == (
        "Nobody sits with the own mentor or mentee. 4 times two of one employer sit together; fewer is impossible."
    )
    table = shown.find(QTableView, "groupsTable")
    table.setFocus()
    name = name_at_hand(shown, "groupsTable")
    shown.press(K.Key_M, CTRL)
    assert QApplication.focusWidget() is shown.find(QLineEdit, "targetGroup")
    shown.press(K.Key_Up)
    assert shown.find(QLineEdit, "targetGroup").text() == "2"
    shown.press(K.Key_Return)
    moved = next(each for each in shown.seen.people if each.name == name)
    assert moved.person in shown.seen.groups[1].held
    assert QApplication.focusWidget() is table
    shown.find(QPushButton, "removeGroups").click()
    shown.settle(shown.desk)
    assert shown.seen.groups == ()


def test_people_are_listed_with_role_and_partner(room):
    shown = room()
    shown.press(K.Key_PageUp, CTRL)
    shown.press(K.Key_PageUp, CTRL)

    assert shown.words("peopleCount") == "8 people are asked · 4 mentees · 4 mentors"
    table = shown.find(QTableView, "peopleTable")
    assert QApplication.focusWidget() is table
    assert [table.model().index(0, at).data() for at in (0, 1, 8)] == ["Mentee 1", "Mentee", "Mentor 1"]


def test_the_calendar_s_own_keys_rest_while_the_meeting_is_open(room):
    shown = room()
    for key in (K.Key_N, K.Key_T, K.Key_M):
        shown.press(key, CTRL)
    shown.press(K.Key_Delete)

    assert shown.page._side.form is None
    assert [command.keys for command in shown.page.commands()] == ["", "", "", "", "", "Ctrl+H", "", "Ctrl+P", "Esc"]
    assert shown.seen.status is MeetingStatus.PLANNED


def test_a_file_open_for_reading_says_why_and_changes_nothing(room):
    shown = room(read_only=msg("Only for reading."))
    shown.press(K.Key_Space)
    shown.press(K.Key_H, CTRL)

    assert said(shown) == ["Only for reading.", "Only for reading."]
    assert came(shown) == [None] * 8


def test_what_is_no_joint_meeting_says_so(room):
    shown = room(opened=False)
    shown.type("cont")
    shown.press(K.Key_Return, CTRL)

    assert said(shown) == ["Choose a joint meeting: it has a page of its own."]
    assert not shown.page.room.isVisible()


def test_another_tab_can_have_the_meeting_opened(room):
    from mentordesk.domain.subjects import Subject

    shown = room(opened=False)
    shown.page.please_show(Subject.MEETINGS, f"{OWN_PAGE}{shown.meeting}")
    shown.settle(shown.desk)
    assert shown.page.room.isVisible()
    shown.page.please_show(Subject.MEETINGS, shown.meeting)
    shown.settle(shown.desk)
    assert not shown.page.room.isVisible()


def test_ctrl_p_writes_all_papers_and_shows_them(room):
    shown = room()
    shown.press(K.Key_Space)
    shown.press(K.Key_P, CTRL)

    preview = shown.page.room.printing.preview
    assert preview is not None
    papers = preview.findChild(QListWidget, "paperList")
    assert [papers.item(at).text() for at in range(papers.count())] == [
        "Participants of the meeting",
        "Name badges",
        "Attendance sheet",
        "Feedback form",
        "Certificate – Mentee 1",
    ]
    preview.close()
