"""Moving the start by keyboard: what it would do is seen before it is done, what is left stays, one undo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.domain.ids import MeetingId
from mentordesk.queries.programmes import one_programme
from mentordesk.queries.replan import preview
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import MeetingRecord
from tests.queries.small_programme import START, change
from tests.ui.programme.conftest import CTRL

BEFORE_IT = datetime(2026, 9, 1, 10, tzinfo=UTC)
LATER = START + timedelta(7)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def planned(timed, programme_file):
    """The timeline before the programme begins, and the keys that open the planning."""

    def make():
        one = timed(opener=lambda: open_store(programme_file, clock=lambda: BEFORE_IT))
        one.press(Qt.Key.Key_M, CTRL)
        return one

    return make


def start_of(one):
    return one.ask(lambda store: one_programme(store, one.desk.programme_id)).starts_on


def write_start(one, day):
    QApplication.focusWidget().selectAll()
    one.write(day.isoformat())
    one.press(ENTER)


def row_of(one, title):
    """The first row of that title: what happens, from, to, why."""
    rows = one.cells("planningTable")
    return next([cell.replace("\xa0", " ") for cell in row[1:5]] for row in rows if row[0] == title)


def test_the_start_as_it_is_changes_nothing(planned):
    one = planned()
    assert QApplication.focusWidget().objectName() == "newStart"
    assert one.widget("planningSum").text().startswith("Everything lies where the plan from")
    assert not one.widget("planningMain").isEnabled()


def test_another_start_is_shown_before_it_is_done(planned):
    one = planned()
    write_start(one, LATER)
    assert row_of(one, "Start-up meeting") == ["Moves", "26 Jan 2027", "2 Feb 2027", ""]
    assert row_of(one, "Mentor network")[0] == "Moves"
    assert len([row for row in one.cells("planningTable") if row[5] == "Mentee 1 – Mentor 1"]) >= 1
    assert start_of(one) == START, "nothing is done yet"
    assert one.widget("planningMain").isEnabled()


def test_it_is_done_by_one_key_and_undone_by_one(planned):
    one = planned()
    write_start(one, LATER)
    one.press(ENTER, CTRL)
    assert start_of(one) == LATER
    assert QApplication.focusWidget().objectName() == "timelineChart"
    one.undo()
    assert start_of(one) == START


def test_a_day_that_was_not_shown_yet_is_shown_first(planned):
    one = planned()
    QApplication.focusWidget().selectAll()
    one.write(LATER.isoformat())
    one.press(ENTER, CTRL)
    assert start_of(one) == START
    assert row_of(one, "Start-up meeting")[2] == "2 Feb 2027"
    one.press(ENTER, CTRL)
    assert start_of(one) == LATER


def test_space_leaves_a_row_where_it_is_and_lets_it_move_again(planned):
    one = planned()
    write_start(one, LATER)
    table = one.widget("planningTable")
    table.setFocus()
    number = next(each for each, row in one.page.views.view._planning._rows.items() if row.title == "Start-up meeting")
    table.select_ids((number,))
    one.press(Qt.Key.Key_Space)
    assert row_of(one, "Start-up meeting") == ["Stays", "26 Jan 2027", "26 Jan 2027", "You leave it where it is."]
    one.press(Qt.Key.Key_Space)
    assert row_of(one, "Start-up meeting")[0] == "Moves"
    one.press(Qt.Key.Key_Space)
    one.press(ENTER, CTRL)
    found = one.ask(lambda store: preview(store, one.desk.programme_id, LATER, today=BEFORE_IT.date()))
    assert [(each.standing.id, each.because.value) for each in found.replan.stays] == [(number, "pinned")]


def test_what_cannot_be_says_why_and_what_was_typed_stays(planned):
    one = planned()
    write_start(one, date(1927, 1, 11))
    seen = [label.text() for label in one.page.findChildren(QLabel) if label.isVisible()]
    assert any("Is the year right?" in text for text in seen)
    assert not one.widget("planningMain").isEnabled()
    assert "1927" in QApplication.focusWidget().text()


def test_esc_leads_back_and_nothing_was_done(planned):
    one = planned()
    write_start(one, LATER)
    one.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == "timelineChart"
    assert start_of(one) == START


def test_what_hangs_on_a_moved_start_up_is_moved_when_it_is_asked_for(planned, programme_file):
    one = planned()
    one.press(Qt.Key.Key_Escape)
    chart = one.widget("timelineChart")
    chart.choose(next(item.number for row in chart._rows for item in row.items if item.title == "Start-up meeting"))
    for _ in range(4):
        one.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    start_up = chart.current()[1].number
    one.desk.work.change(lambda store: pinned(store, start_up))
    one.settle()
    one.page.views.view._look_for_followers(None)
    one.settle()
    offered = [notice for notice in one.told if notice.actions]
    assert offered[-1].sentence.count > 50
    offered[-1].actions[0].run()
    one.settle()
    assert {row[0].split()[-1] for row in one.cells("planningTable") if row[1] == "Moves"} == {"conversations"}


def pinned(store, meeting):
    change(store, MeetingRecord, MeetingId(meeting), pinned=True)
