"""The timeline by keyboard and by mouse: every mark is reached and said, a bar moves by keys and by hand alike."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mentordesk.actions.files import open_for_reading
from mentordesk.domain.subjects import Subject
from mentordesk.queries.timeline import timeline
from tests.ui.hands import move_over
from tests.ui.programme.conftest import CTRL
from tests.ui.programme.timeline.conftest import NOW, PAIRS

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
NETWORK = date(2027, 9, 6)


def chart(one):
    return one.widget("timelineChart")


def current(one):
    return chart(one).current()[1]


def words(one):
    return one.widget("timelineWords").text().replace("\xa0", " ")


def network_days(one):
    found = one.ask(lambda store: timeline(store, one.desk.programme_id, today=NOW.date()))
    return [bar.first for lane in found.lanes for bar in lane.bars if lane.key == "network"]


def test_it_is_the_first_view_and_begins_with_what_comes_next(timed):
    one = timed()
    assert one.page.views.shown == "timeline"
    assert QApplication.focusWidget() is chart(one)
    assert words(one) == "Mentor network: Mentor network, 6 Sept 2027 (week 36)"
    assert chart(one).accessibleDescription().replace("\xa0", " ") == words(one)


def test_arrows_reach_every_mark_of_every_row(timed):
    one = timed()
    rows = chart(one)._rows
    for _ in range(len(rows)):
        one.press(UP)
    seen = set()
    for _ in range(len(rows)):
        one.press(Qt.Key.Key_Home)
        row = chart(one).current()[0]
        for item in row.items:
            assert current(one) is item
            seen.add(item.number)
            QTest.keyClick(chart(one), RIGHT)
        one.press(DOWN)
    assert seen == {item.number for row in rows for item in row.items}
    assert len([row for row in rows if row.strip is not None]) == PAIRS


def test_up_and_down_go_to_what_is_near_in_time(timed):
    one = timed()
    one.press(UP)
    assert words(one).startswith("Gatherings: Mid-term meeting, 11 Oct 2027")
    one.press(DOWN)
    assert current(one).first == NETWORK


def test_a_silence_and_a_conversation_are_said(timed):
    one = timed()
    for _ in range(20):
        one.press(DOWN)
    for _ in range(PAIRS - 1):
        one.press(UP)
    one.press(Qt.Key.Key_Home)
    said = []
    for _ in chart(one).current()[0].items:
        said.append(words(one))
        QTest.keyClick(chart(one), RIGHT)
    assert "Mentee 1 – Mentor 1: Conversation, held, 8 Feb 2027 (week 6)" in said
    assert any("182 days without a conversation, 1 Mar 2027 to 30 Aug 2027" in each for each in said)
    assert any("Conversation, planned" in each for each in said)


@pytest.mark.parametrize(("key", "held", "days"), [(RIGHT, ALT, 1), (LEFT, ALT, -1), (RIGHT, ALT | SHIFT, 7)])
def test_a_bar_moves_by_a_day_or_a_week_and_stays_current(timed, key, held, days):
    one = timed()
    one.press(key, held)
    assert NETWORK + timedelta(days) in network_days(one)
    assert current(one).first == NETWORK + timedelta(days)
    assert QApplication.focusWidget() is chart(one)
    one.undo()
    assert NETWORK in network_days(one)


def test_dragged_it_goes_where_the_key_would_bring_it(timed):
    one = timed()
    view = chart(one)
    start = spot_of(view)
    by = round(view._axis().per_day * 14)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move_over(view.viewport(), start + QPoint(by, 0), held=Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    one.settle()
    assert NETWORK + timedelta(14) in network_days(one)


def spot_of(view):
    """The middle of what is current, in the view."""
    row, item = view.current()
    placed = next(each for each in view._seen() if each.row is row)
    return view._painter(QPainter()).box(item, placed).center().toPoint()


def test_a_day_that_is_kept_free_is_said_where_it_lies(timed):
    one = timed()
    one.press(LEFT, ALT)
    assert words(one).endswith("5 Sept 2027 is kept free: a Sunday.")


def test_what_cannot_move_says_why(timed):
    one = timed()
    one.press(DOWN)
    one.press(RIGHT, ALT)
    one.press(DOWN)
    one.press(RIGHT, ALT)
    assert [one_told.sentence.text for one_told in one.told] == [
        "These are several meetings. Move each of them in the calendar."
    ] * 2


def test_enter_leads_to_the_calendar_and_from_a_pair_to_its_logbook(timed):
    one = timed()
    asked = []
    one.desk.show.connect(lambda subject, number: asked.append((subject, number)))
    meeting = current(one).number
    one.press(Qt.Key.Key_Return)
    for _ in range(20):
        one.press(DOWN)
    pair = chart(one).current()[0].strip.pair
    one.press(Qt.Key.Key_Return)
    assert asked == [(Subject.MEETINGS, meeting), (Subject.LOGBOOKS, pair)]


def test_the_table_holds_the_same_and_leads_back_to_the_same(timed):
    one = timed()
    one.press(Qt.Key.Key_F9)
    table = one.widget("timelineTable")
    assert QApplication.focusWidget() is table
    assert len(one.cells("timelineTable")) == sum(len(row.items) for row in one.page.views.view.chart._rows)
    assert [cell.replace("\xa0", " ") for cell in one.cells("timelineTable")[table.currentIndex().row()][:3]] == [
        "Mentor network",
        "Mentor network",
        "6 Sept 2027",
    ]
    one.press(DOWN)
    one.press(Qt.Key.Key_F9)
    assert QApplication.focusWidget() is chart(one)
    assert current(one).first == date(2028, 3, 7)


def test_a_semester_and_the_whole_by_keys_and_by_the_button(timed):
    one = timed()
    view, button = chart(one), one.widget("timelineZoom")
    assert (view.whole, button.text()) == (True, "One semester")
    one.press(UP, CTRL)
    assert (view.whole, button.text()) == (False, "The whole programme")
    assert view.horizontalScrollBar().maximum() > 0
    assert view.viewport().rect().contains(spot_of(view)), "what is current stays in view"
    one.press(Qt.Key.Key_End)
    assert view.viewport().rect().contains(spot_of(view))
    one.press(DOWN, CTRL)
    assert view.whole
    assert view.horizontalScrollBar().maximum() == 0


def test_a_reload_keeps_what_was_current(timed):
    one = timed()
    one.press(DOWN)
    before = current(one).number
    one.page.reload()
    one.settle()
    assert current(one).number == before


def test_a_file_for_reading_says_why_nothing_moves(timed, programme_file):
    one = timed(opener=lambda: open_for_reading(programme_file))
    one.press(RIGHT, ALT)
    assert one.told
    one.press(Qt.Key.Key_M, CTRL)
    assert not [each for each in one.page.findChildren(QPushButton, "planningMain") if each.isVisible()]


def test_the_sheet_for_the_wall_is_looked_at_before_it_is_printed(timed, qtbot):
    one = timed()
    one.press(Qt.Key.Key_P, CTRL)
    wall = one.page.views.view.wall
    qtbot.waitUntil(lambda: wall.preview is not None and wall.preview.isVisible(), timeout=20_000)
    wall.preview.close()
