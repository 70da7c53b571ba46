"""A meeting in one line from wherever one is: Ctrl+Shift+N is the window's, as Ctrl+K is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from mentordesk.queries.agenda import MeetingRow, agenda
from ui.rail_tab import RAIL_TABS

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_work(program_in, calm, example):
    program = program_in("en")
    program.open_path(example)
    calm(program)
    return program


def line(program):
    return program.window.findChild(QLineEdit, "quickLine")


def test_from_every_tab_the_keyboard_stands_in_the_line_and_esc_leads_to_the_calendar(at_work, calm):
    place = at_work.workplace_shown()
    for tab in RAIL_TABS:
        place.show_tab(tab.key)
        calm(at_work)
        QTest.keyClick(QApplication.focusWidget() or at_work.window, Qt.Key.Key_N, CTRL_SHIFT)
        calm(at_work)
        assert place.current == "calendar", tab.key
        assert QApplication.focusWidget() is line(at_work), tab.key
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        calm(at_work)
        assert line(at_work) is None or not line(at_work).isVisible()


def test_it_is_added_from_another_tab_and_from_a_meeting_s_own_page(at_work, calm):
    place = at_work.workplace_shown()
    QTest.keyClick(QApplication.focusWidget() or at_work.window, Qt.Key.Key_N, CTRL_SHIFT)
    calm(at_work)
    QTest.keyClicks(line(at_work), "planning meeting of the team 3.2.2027 13")
    QTest.keyClick(line(at_work), Qt.Key.Key_Return)
    calm(at_work)
    rows = []
    day = place.desk.today.replace(year=2027, month=2, day=3)
    at_work.work.ask("test", lambda store: agenda(store, None, first=day, last=day).rows, rows.append)
    calm(at_work)
    (made,) = [row for row in rows[0] if isinstance(row, MeetingRow) and row.kind == "team_planning"]
    assert f"{made.starts_at:%H:%M}" == "13:00"

    page = place.page
    page.room.open_meeting(next(row.meeting for row in rows[0] if isinstance(row, MeetingRow)))
    calm(at_work)
    assert page.room.isVisible()
    QTest.keyClick(QApplication.focusWidget() or page.room, Qt.Key.Key_N, CTRL_SHIFT)
    calm(at_work)
    assert not page.room.isVisible()
    assert QApplication.focusWidget() is line(at_work)
    assert page.findChild(QTableView) is not None


def test_the_palette_offers_it_once(at_work, calm):
    place = at_work.workplace_shown()
    place.show_tab("calendar")
    calm(at_work)
    found = place._finder._commands("in one line")
    assert [entry.title for entry in found] == ["Add a meeting in one line …"]
