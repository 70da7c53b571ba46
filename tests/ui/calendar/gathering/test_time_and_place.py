"""The meeting itself from its own page: title, place and days in one form, one change, one undo."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import msg
from tests.ui.calendar.conftest import CTRL
from ui.language import say

K = Qt.Key
BEFORE = date(2027, 1, 4)
DAYS = [(datetime(2027, 1, 26, 9), datetime(2027, 1, 26, 16)), (datetime(2027, 1, 27, 9), datetime(2027, 1, 27, 16))]


@pytest.fixture
def form(room):
    """The page on its last part, reached by keys."""

    def opened(**more):
        shown = room(**{"today": BEFORE, **more})
        shown.press(K.Key_PageUp, CTRL)
        assert QApplication.focusWidget() is shown.find(QLineEdit, "meetingTitle")
        return shown

    return opened


def write(shown, **fields):
    for name, text in fields.items():
        line = shown.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        shown.press(K.Key_Delete)
        shown.type(text)


def days(shown):
    return [(each.starts_at, each.ends_at) for each in shown.seen.days]


def test_all_of_it_is_one_change_that_is_undone_at_once(form):
    shown = form()
    before = shown.seen.sequence
    shown.type("Oppstart på fjellet")
    write(shown, meetingPlace="Finse 1222", meetingDay1="2.2.2027", meetingFrom1="10", meetingDay2="")
    write(shown, meetingDayNew="4.2.2027", meetingFromNew="9.30", meetingUntilNew="15")
    mode = shown.find(QComboBox, "meetingMode")
    assert mode.currentData() == Mode.PHYSICAL
    shown.press(K.Key_Return, on=shown.find(QLineEdit, "meetingUntilNew"))

    seen = shown.seen
    assert (say(seen.title), seen.place, [day.number for day in seen.days]) == (
        "Oppstart på fjellet",
        "Finse 1222",
        [1, 3],
    )
    assert days(shown) == [
        (datetime(2027, 2, 2, 10), datetime(2027, 2, 2, 16)),
        (datetime(2027, 2, 4, 9, 30), datetime(2027, 2, 4, 15)),
    ]
    assert seen.sequence == before + 1, "calendars learn of one change"
    assert shown.words("gatheringTitle") == "Oppstart på fjellet"
    assert QApplication.focusWidget() is shown.find(QLineEdit, "meetingTitle"), "the form is there for the next one"
    assert shown.find(QLineEdit, "meetingDay3").text() == "2027-02-04"
    shown.undo()
    assert (say(shown.seen.title), days(shown)) == ("Start-up meeting", DAYS)
    assert shown.find(QLineEdit, "meetingDay2").text() == "2027-01-27"


WRONG = (
    ({"meetingUntil1": "8"}, "meetingUntil1", "ends before it begins"),
    ({"meetingFrom1": ""}, "meetingFrom1", "must be filled in"),
    ({"meetingDay1": "31.2.2027"}, "meetingDay1", "There is no such day"),
    ({"meetingFromNew": "9"}, "meetingDayNew", "Write the day, too"),
    ({"meetingDay1": "", "meetingDay2": ""}, "meetingDay1", "at least one day"),
    ({"meetingDay2": "26.1.2027"}, "meetingDay2", "at the same time"),
    ({"meetingDay1": "1.1.1999"}, "meetingDay1", "Check the year"),
)


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_kept(form):
    shown = form()
    for fields, key, says in WRONG:
        write(shown, meetingPlace="Elsewhere", **fields)
        shown.press(K.Key_Return)
        editor = shown.page.room.current._form.form.editor(key)
        assert editor.marked, fields
        assert says in editor.remark, fields
        assert (shown.seen.place, days(shown)) == ("Oslo", DAYS)
        shown.find(QPushButton, "meetingFormBack").click()
        assert shown.find(QLineEdit, "meetingPlace").text() == "Oslo"
        assert not editor.marked, fields


def test_a_missing_hour_is_offered_at_the_day_that_has_it(form):
    shown = form()
    write(shown, meetingFrom1="2.30", meetingDay2="28.3.2027", meetingFrom2="2.30", meetingUntil2="8")
    shown.press(K.Key_Return)
    editor = shown.page.room.current._form.form.editor
    assert editor("meetingFrom2").marked
    assert not editor("meetingFrom1").marked
    offer = shown.find(QPushButton, "meetingFormOffer")
    assert QApplication.focusWidget() is offer
    assert offer.text() == "Take 03:00"
    shown.press(K.Key_Space)
    assert days(shown) == [
        (datetime(2027, 1, 26, 2, 30), DAYS[0][1]),
        (datetime(2027, 3, 28, 3), datetime(2027, 3, 28, 8, 30)),
    ]


def test_what_is_typed_stays_while_something_else_of_the_meeting_changes(form):
    shown = form()
    shown.type("Halv")
    shown.page.room.toggle_prepared()
    shown.settle(shown.desk)
    assert shown.find(QLineEdit, "meetingTitle").text() == "Halv"


def test_an_empty_title_is_the_kind_s_and_what_is_unchanged_leaves_no_trace(form):
    shown = form()
    shown.press(K.Key_Return)
    assert shown.seen.sequence == 0
    shown.type("Oppstart")
    shown.press(K.Key_Return)
    assert say(shown.seen.title) == "Oppstart"
    write(shown, meetingTitle="")
    shown.press(K.Key_Return)
    assert say(shown.seen.title) == "Start-up meeting"


def test_a_meeting_that_was_held_or_a_file_that_is_read_only_says_why_nothing_can_be_changed(form):
    shown = form(read_only=msg("The file is open for reading."))
    texts = [each.text() for each in shown.page.room.current.findChildren(QLabel) if each.isVisible()]
    assert "The file is open for reading." in texts
    shown.press(K.Key_Return)
    assert shown.seen.sequence == 0
