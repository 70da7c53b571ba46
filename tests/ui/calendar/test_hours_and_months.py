"""Week, day, semester and the small month, by keyboard in one window: what one does is seen where one looks for it."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit

from mentordesk.actions.meeting_days import change_days
from mentordesk.i18n.message import msg
from tests.ui.calendar.conftest import ALT, CTRL, SHIFT
from ui.language import say
from ui.theme import LIGHT, Look

K = Qt.Key


def current(shown):
    return shown.page._views.current_row()


def aloud(shown, name):
    return shown.find(QAbstractScrollArea, name).accessibleDescription()


def test_a_week_is_planned_in_the_grid_of_hours(calendar):
    shown = calendar()
    shown.press(K.Key_2, CTRL)
    assert shown.find(QLabel, "period").text() == "25–31 January 2027 · week 4"
    assert (current(shown).kind, current(shown).day) == ("start_up", date(2027, 1, 26))
    shown.press(K.Key_Home)
    assert aloud(shown, "week").startswith("the dates") or "Tuesday, 26 January 2027, week 4" in aloud(shown, "week")

    shown.page._go(date(2027, 2, 3))
    shown.settle(shown.desk)
    shown.in_one_line()
    shown.type("follow-up meeting Thu 10")
    assert shown.find(QLabel, "quickPreview").text().startswith("Today is that weekday")
    shown.find(QLineEdit, "quickLine").clear()
    shown.type("follow-up meeting 4 Feb 10")
    preview = "Follow-up meeting of the team: Thursday 4 Feb 2027, 10:00–11:00"
    assert shown.find(QLabel, "quickPreview").text() == preview
    shown.press(K.Key_Return)
    row = current(shown)
    assert (row.kind, row.day, row.starts_at.time()) == ("team_follow_up", date(2027, 2, 4), time(10))

    for key, held, starts, ends in (
        (K.Key_Down, ALT, (4, time(10, 30)), time(11, 30)),
        (K.Key_Down, ALT | SHIFT, (4, time(10, 30)), time(12)),
        (K.Key_Left, ALT, (3, time(10, 30)), time(12)),
        (K.Key_Up, ALT | SHIFT, (3, time(10, 30)), time(11, 30)),
    ):
        shown.press(key, held)
        assert ((current(shown).day.day, current(shown).starts_at.time()), current(shown).ends_at.time()) == (
            starts,
            ends,
        )
    shown.undo()
    assert current(shown).ends_at.time() == time(12)
    first = current(shown).meeting
    shown.press(K.Key_D, CTRL)
    assert current(shown).meeting != first
    assert (current(shown).day, current(shown).starts_at.time()) == (date(2027, 2, 10), time(10, 30))

    for _ in range(4):  # on to Saturday and Sunday, which open by themselves
        shown.press(K.Key_Right, ALT)
    assert current(shown).day == date(2027, 2, 14)
    assert "is kept free: a Sunday" in shown.find(QLabel, "conflict0").text()
    assert shown.find(QAbstractButton, "weekEnd").isChecked()


def test_an_hour_that_the_clock_skips_is_offered_as_a_button(calendar):
    shown = calendar()
    shown.press(K.Key_2, CTRL)
    shown.page._go(date(2027, 3, 28))
    shown.settle(shown.desk)
    shown.in_one_line()
    shown.type("follow-up meeting 28 Mar 01:00-01:30")
    shown.press(K.Key_Return)
    assert current(shown).starts_at.time() == time(1)

    shown.press(K.Key_Down, ALT)
    (notice,) = (each for each in shown.told if each.actions)
    assert "02:00 does not exist" in say(notice.sentence)
    assert say(notice.actions[0].title) == "Take 03:00"
    notice.actions[0].run()
    shown.settle(shown.desk)
    assert (current(shown).starts_at.time(), current(shown).ends_at.time()) == (time(1, 30), time(3)), "half an hour"

    shown.press(K.Key_M, CTRL)
    begin = shown.find(QLineEdit, "from")
    begin.setFocus()
    begin.selectAll()
    shown.type("2:15")
    shown.press(K.Key_Return)
    offer = shown.find(QAbstractButton, "moveOffer")
    assert (offer.isVisible(), offer.text()) == (True, "Take 03:00")
    shown.press(K.Key_Space, on=offer)
    assert shown.page._side.form is None
    assert current(shown).starts_at.time() == time(3)


def test_a_semester_is_walked_day_by_day_and_a_person_s_dates_alone_are_shown(calendar):
    shown = calendar()
    shown.press(K.Key_4, CTRL)
    assert shown.find(QLabel, "period").text().startswith("January–June 2027")
    months = shown.find(QAbstractScrollArea, "semester")
    assert QApplication.focusWidget() is months
    assert aloud(shown, "semester").startswith("Tuesday, 26 January 2027, week 4, 1 item. Joint meeting: 1")
    shown.press(K.Key_Down)
    assert months.current_day() == date(2027, 2, 2)
    shown.press(K.Key_F9)
    assert current(shown) is not None
    shown.press(K.Key_F9)
    shown.press(K.Key_Return)
    assert shown.find(QLabel, "period").text() == "Tuesday 2 February 2027 · week 5"

    shown.press(K.Key_1, CTRL)
    everything = len(shown.page._views._rows)
    shown.press(K.Key_F, CTRL)
    shown.type("mentee 1")
    shown.press(K.Key_Return)
    rows = [shown.page._views.row(number) for number in shown.page._views._rows]
    assert 0 < len(rows) < everything
    assert {row.who for row in rows if row.pair} == {"Mentee 1 – Mentor 1"}
    assert "mentor_training" not in {row.kind for row in rows}


def test_a_meeting_is_repeated_as_single_dates_that_were_shown(calendar):
    shown = calendar()
    shown.type("conv")
    before = len([row for row in shown.rows() if getattr(row, "pair", None)])
    shown.page._making.offer_series()
    shown.press(K.Key_Return)
    proposed = shown.find(QAbstractButton, "seriesMain").text()
    assert proposed.startswith("Add ")
    shown.press(K.Key_Space)
    after = len([row for row in shown.rows() if getattr(row, "pair", None)])
    assert f"Add {after - before} meetings" == proposed
    shown.undo()
    assert len([row for row in shown.rows() if getattr(row, "pair", None)]) == before


def test_a_series_offers_the_next_time_on_the_day_that_lacks_the_hour(calendar):
    shown = calendar()
    meeting = next(row.meeting for row in shown.rows() if getattr(row, "kind", "") == "start_up")
    days = {
        1: (datetime(2028, 3, 10, 9), datetime(2028, 3, 10, 16)),
        2: (datetime(2028, 3, 12, 2, 30), datetime(2028, 3, 12, 4)),
    }
    shown.desk.work.change(lambda store: change_days(store, meeting, kept=days))
    shown.settle(shown.desk)
    shown.page._go(date(2028, 3, 10), f"{meeting}:1")
    shown.settle(shown.desk)
    before = shown.rows()
    shown.page._making.offer_series()
    shown.type("1")
    last = shown.find(QLineEdit, "last")
    last.setFocus()
    last.selectAll()
    shown.type("31.3.2028")
    shown.press(K.Key_Return)
    shown.press(K.Key_Space)
    offer = shown.find(QAbstractButton, "seriesOffer")
    assert QApplication.focusWidget() is offer
    assert offer.text() == "Take 03:00"
    assert "2:30 does not exist" in shown.find(QLabel, "seriesSkipped").text()
    assert shown.find(QLabel, "seriesDay0").isVisible(), "the dates stand as they were shown"
    assert shown.rows() == before
    shown.press(K.Key_Space)
    assert shown.page._side.other is None
    night = [row for row in shown.rows() if getattr(row, "kind", "") == "start_up" and row.day == date(2028, 3, 26)]
    assert [(row.starts_at.time(), row.ends_at.time()) for row in night] == [(time(3), time(4, 30))]
    shown.undo()
    assert shown.rows() == before


def test_a_file_that_is_read_only_says_why_in_the_grid_too(calendar):
    shown = calendar(read_only=msg("The file is open for reading."))
    shown.press(K.Key_2, CTRL)
    before = shown.rows()
    for key, held in ((K.Key_Down, ALT), (K.Key_D, CTRL)):
        shown.press(key, held)
    shown.in_one_line()
    assert {say(notice.sentence) for notice in shown.told} == {"The file is open for reading."}
    assert shown.rows() == before


def test_at_large_sizes_the_search_and_the_bar_of_the_period_take_turns(calendar):
    shown = calendar(look=Look(LIGHT, 200), size=(1168, 740))
    box, finding = shown.find(QLineEdit, "searchBox"), shown.find(QAbstractButton, "findPerson")
    later = shown.find(QAbstractButton, "later")
    assert (box.isVisible(), finding.isVisible(), later.isVisible()) == (False, True, True)
    shown.press(K.Key_F, CTRL)
    assert QApplication.focusWidget() is box
    assert not later.isVisible()
    shown.type("mentee 1")
    shown.press(K.Key_Return)
    assert (box.isVisible(), finding.isChecked(), later.isVisible()) == (False, True, True)
    shown.press(K.Key_2, CTRL)
    assert all(each.width() >= each.sizeHint().width() for each in shown.page._bar.findChildren(QAbstractButton))
    assert shown.find(QAbstractButton, "weekEnd").isVisible()
    shown.press(K.Key_F, CTRL)
    shown.press(K.Key_Escape)
    shown.press(K.Key_Escape)
    assert (finding.isVisible(), finding.isChecked()) == (True, False)
