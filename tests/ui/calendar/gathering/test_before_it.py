"""Before a joint meeting: its programme item by item, who is invited and what they answer, with the keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QTableView

from mentordesk.domain.meetings import InviteAnswer
from mentordesk.queries.agenda import MeetingRow, agenda
from tests.ui.calendar.conftest import CTRL
from ui.language import say

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
BEFORE = date(2027, 1, 4)


def fill(shown, name, text):
    line = shown.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    shown.type(text)
    shown.settle(shown.desk)


def titles(shown):
    return [item.title.nb for item in shown.seen.items]


def answers(shown):
    return [person.answer for person in shown.seen.people]


def said(room):
    return [say(notice.sentence) for notice in room.told]


def test_the_programme_is_filled_changed_and_put_in_order_by_keys(room):
    shown = room(today=BEFORE)
    assert QApplication.focusWidget() is shown.find(QPushButton, "fillProgramme")
    shown.press(K.Key_Space)
    assert len(titles(shown)) == 8
    assert shown.words("programmeCount") == "8 items on the programme"
    table = shown.find(QTableView, "itemsTable")
    assert QApplication.focusWidget() is table
    first, second = titles(shown)[:2]
    shown.press(K.Key_Home)
    shown.press(K.Key_Down, ALT)
    assert titles(shown)[:2] == [second, first]
    shown.undo()
    shown.press(K.Key_End)
    shown.press(K.Key_Delete)
    assert len(titles(shown)) == 7


def test_an_item_is_written_and_a_time_that_is_taken_is_said_at_its_field(room):
    shown = room(today=BEFORE)
    shown.press(K.Key_N, CTRL)
    assert QApplication.focusWidget() is shown.find(QLineEdit, "itemTitle_nb")
    shown.type("Velkommen")
    fill(shown, "itemSpeakers", "Mentor 1, Professor Dahl")
    fill(shown, "itemRoom", "Sal 2")
    shown.press(K.Key_Return)
    (item,) = shown.seen.items
    assert (item.title.nb, f"{item.starts_at:%H:%M}", item.room) == ("Velkommen", "09:00", "Sal 2")
    assert [speaker.person is not None for speaker in item.speakers] == [True, False]
    assert QApplication.focusWidget() is shown.find(QTableView, "itemsTable")

    shown.press(K.Key_N, CTRL)
    shown.type("Foredrag")
    fill(shown, "itemFrom", "9.15")
    shown.press(K.Key_Return)
    words = [each.text() for each in shown.page.room.findChildren(QLabel)]
    assert any("Free are: 09:45" in each for each in words)
    assert len(titles(shown)) == 1
    shown.press(K.Key_Escape)
    shown.press(K.Key_Return)
    fill(shown, "itemTitle_nb", "Velkommen!")
    shown.press(K.Key_Return)
    assert titles(shown) == ["Velkommen!"]


def test_answers_are_noted_by_keys_and_counted(room):
    shown = room(today=BEFORE)
    shown.press(K.Key_PageDown, CTRL)
    assert shown.words("answerCount") == "Nobody is invited yet"
    for key in (K.Key_Space, K.Key_A, K.Key_P):
        shown.press(key)
    assert answers(shown)[:4] == [InviteAnswer.ACCEPTED, InviteAnswer.DECLINED, InviteAnswer.TENTATIVE, None]
    assert "1 comes · 1 comes perhaps · 1 does not come" in shown.words("answerCount")
    shown.press(K.Key_Up)
    shown.press(K.Key_Backspace)
    assert answers(shown)[2] is None
    shown.press(K.Key_Delete)
    assert len(shown.seen.people) == 7
    assert [person.name for person in shown.seen.left_out] == ["Mentee 4"]
    shown.undo()
    assert len(shown.seen.people) == 8


def test_somebody_else_is_asked_by_name(room):
    shown = room(today=BEFORE)
    shown.press(K.Key_PageDown, CTRL)
    shown.find(QPushButton, "askOthers").click()
    shown.type("Nobody Such")
    shown.press(K.Key_Return)
    words = [each.text() for each in shown.page.room.findChildren(QLabel)]
    assert any("must be called “Nobody Such”" in each for each in words)
    shown.press(K.Key_Escape)
    assert QApplication.focusWidget() is shown.find(QTableView, "peopleTable")


@pytest.fixture
def menu(qtbot):
    def opened():
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        return QApplication.activePopupWidget()

    return opened


def test_everybody_is_invited_into_a_folder_and_the_missing_manager_is_said(room, menu, tmp_path):
    shown = room(today=BEFORE)
    shown.desk.ask.folder = lambda _: tmp_path / "drafts"
    shown.press(K.Key_PageDown, CTRL)
    shown.press(K.Key_E, CTRL)
    entries = {action.objectName(): action for action in menu().actions()}
    assert entries["invite_not_yet"].text() == "Whoever is not invited yet (8)"
    assert not entries["invite_changed"].isEnabled()
    entries["invite_not_yet"].trigger()
    menu().close()
    shown.settle(shown.desk)

    assert len(list((tmp_path / "drafts").glob("*.eml"))) == 8
    assert said(shown)[-1].startswith("The entries can be seen, but not answered")
    assert "8 invited" in shown.words("answerCount")
    assert "8 have not answered" in shown.words("answerCount")


def test_prepared_is_noted_and_taken_back(room):
    shown = room(today=BEFORE)
    shown.find(QPushButton, "notePrepared").click()
    shown.settle(shown.desk)
    assert shown.seen.prepared_on == BEFORE
    assert shown.find(QPushButton, "notePrepared").text() == "Not prepared yet"
    shown.find(QPushButton, "notePrepared").click()
    shown.settle(shown.desk)
    assert shown.seen.prepared_on is None


def test_a_meeting_of_the_team_has_neither_groups_nor_attendance(room):
    shown = room(today=BEFORE, opened=False)
    found = []
    shown.desk.work.ask(
        "test",
        lambda store: agenda(store, shown.desk.programme.id, first=date(2026, 1, 1), last=date(2029, 1, 1)),
        found.append,
    )
    shown.settle(shown.desk)
    team = next(row for row in found[0].rows if isinstance(row, MeetingRow) and row.kind.startswith("team_"))
    shown.page.room.open_meeting(team.meeting)
    shown.settle(shown.desk)
    there = [
        name
        for name in ("programme", "people", "groups", "attendance", "meeting")
        if not shown.find(QPushButton, f"{name}Choice").isHidden()
    ]
    assert there == ["programme", "people", "meeting"]
    for _ in there:
        shown.press(K.Key_PageDown, CTRL)
    assert shown.page.room.current.objectName() == "programmePart"
